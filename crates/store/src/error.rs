//! What can go wrong at the table, in words that callers decide by.

use aws_sdk_dynamodb::error::SdkError;
use aws_sdk_dynamodb::operation::transact_write_items::TransactWriteItemsError;
use thiserror::Error;

/// An outcome other than success. Nothing half-written is behind any of them.
#[derive(Debug, Error)]
pub enum StoreError {
    /// Another writer was first; read again and decide again.
    #[error("{0} was changed by somebody else at the same time")]
    Conflict(&'static str),
    /// Something that must be unique is taken.
    #[error("{0} is already taken")]
    Taken(&'static str),
    /// The record is gone.
    #[error("{0} does not exist")]
    Missing(&'static str),
    /// The table is throttled, unreachable or slow; trying again later may help.
    #[error("the table is not available: {0}")]
    Unavailable(String),
    /// A record is larger than the table takes.
    #[error("the record is larger than 400 kB")]
    TooLarge,
    /// A cursor that this list did not hand out.
    #[error("the cursor does not belong to this list")]
    Cursor,
    /// A record that does not read back; a bug or a foreign hand.
    #[error("a record does not read back: {0}")]
    Corrupt(String),
}

impl StoreError {
    /// Whether the same call may succeed a moment later.
    pub fn is_transient(&self) -> bool {
        matches!(self, StoreError::Unavailable(_) | StoreError::Conflict(_))
    }
}

impl From<serde_dynamo::Error> for StoreError {
    fn from(error: serde_dynamo::Error) -> Self {
        StoreError::Corrupt(error.to_string())
    }
}

/// Sorts the SDK's errors: bad size is ours, everything else is the table's.
pub(crate) fn unavailable<E>(error: SdkError<E>) -> StoreError
where
    E: aws_sdk_dynamodb::error::ProvideErrorMetadata + std::error::Error + Send + Sync + 'static,
{
    let text = aws_sdk_dynamodb::error::DisplayErrorContext(&error).to_string();
    match error.as_service_error().and_then(|service| service.code()) {
        Some("ValidationException") if text.contains("size") => StoreError::TooLarge,
        Some("ConditionalCheckFailedException") => StoreError::Conflict("the record"),
        _ => StoreError::Unavailable(text),
    }
}

/// What a cancelled transaction says of one of its items.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Cancelled {
    Condition,
    Conflict,
    Throttled,
}

/// What is said of an item whose partition is too busy. The SDK does not look for these words inside a cancelled
/// transaction, and leaves it at that.
const THROTTLED: [&str; 2] = ["ThrottlingError", "ProvisionedThroughputExceeded"];

/// The first item that stopped a transaction, where it was stopped by one.
pub(crate) fn cancelled_by(error: &SdkError<TransactWriteItemsError>) -> Option<(usize, Cancelled)> {
    let Some(TransactWriteItemsError::TransactionCanceledException(cancelled)) = error.as_service_error() else {
        return None;
    };
    let reasons = cancelled.cancellation_reasons();
    // A failed condition is final and decides; a conflict may only be the shadow of another writer.
    let position = |code: &str| reasons.iter().position(|reason| reason.code() == Some(code));
    position("ConditionalCheckFailed")
        .map(|at| (at, Cancelled::Condition))
        .or_else(|| position("TransactionConflict").map(|at| (at, Cancelled::Conflict)))
        .or_else(|| THROTTLED.iter().find_map(|code| position(code)).map(|at| (at, Cancelled::Throttled)))
}
