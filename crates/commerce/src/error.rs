//! What can go wrong between money and access. Nothing half-done is behind any of it.

use authorization::Denied;
use domain::TermRefused;
use payments::PaymentError;
use store::StoreError;
use thiserror::Error;

/// An operation that did not happen, or not yet.
#[derive(Debug, Error)]
pub enum CommerceError {
    /// The table's word.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The payment provider's word.
    #[error(transparent)]
    Payment(#[from] PaymentError),
    /// The principal may not.
    #[error("not permitted: {}", .0.words())]
    Denied(Denied),
    /// Others kept being first; the same call will do.
    #[error("too many others are at the same order")]
    Busy,
    /// The provider does not take this course at this price.
    #[error("this course cannot be bought right now: nothing was charged; please tell whoever offers it")]
    NotSold,
    /// Every seat of the course, or of the run, is taken.
    #[error("every seat of this course is taken")]
    SoldOut,
    /// Not this run, or none was named.
    #[error("the date {0}")]
    Term(#[from] TermRefused),
    /// There is no such order.
    #[error("there is no such order")]
    NoOrder,
    /// The refund is not possible, and why.
    #[error("{0}")]
    Refund(&'static str),
}

impl From<Denied> for CommerceError {
    fn from(denied: Denied) -> Self {
        CommerceError::Denied(denied)
    }
}
