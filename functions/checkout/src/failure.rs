//! What commerce refuses, as an answer.

use commerce::CommerceError;
use payments::PaymentError;
use web::Failure;

/// The one mapping of this function.
pub(crate) fn failure(error: CommerceError) -> Failure {
    match error {
        CommerceError::Store(error) => error.into(),
        CommerceError::Denied(denied) => denied.into(),
        CommerceError::SoldOut | CommerceError::NotSold => Failure::conflict(error),
        CommerceError::Term(refused) => Failure::field("term", refused),
        CommerceError::NoOrder => Failure::NotFound,
        CommerceError::Refund(why) => Failure::Conflict(why.to_owned()),
        CommerceError::Busy => Failure::Unavailable,
        CommerceError::Payment(PaymentError::NotFound) => Failure::NotFound,
        CommerceError::Payment(error) if error.is_worth_retrying() => {
            tracing::error!(%error, "the payment provider is not available");
            Failure::Unavailable
        }
        CommerceError::Payment(error) => Failure::Internal(error.to_string()),
    }
}
