//! What can go wrong here, told by whose fault it is and whether to try again.

use thiserror::Error;

/// Why a call to the payment provider gave no answer. No variant holds a key.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum PaymentError {
    /// The provider is down, slow, busy or unreachable. Try again later with the same arguments.
    #[error("the payment provider is unavailable: {reason}")]
    Unavailable {
        /// For the log.
        reason: String,
    },
    /// The provider answered that it failed itself. It gives the same answer to the same key for a day, so the next
    /// try needs another one.
    #[error("the payment provider failed: {reason}")]
    Broken {
        /// For the log.
        reason: String,
    },
    /// The same call is still being answered. Try again in a moment with the same arguments.
    #[error("the same call to the payment provider is still being answered")]
    Clash,
    /// The provider understood and said no. Trying again changes nothing; the message is for the log, not the buyer.
    #[error("the payment provider refused: {message}")]
    Refused {
        /// The provider's words.
        message: String,
    },
    /// There is no such object, or the id cannot be one.
    #[error("the payment provider knows no such object")]
    NotFound,
    /// The answer was not what the pinned version of the interface promises.
    #[error("the payment provider's answer could not be read: {reason}")]
    Malformed {
        /// What was wrong.
        reason: String,
    },
    /// The key and the service do not belong together; the process must not start.
    #[error("payments are misconfigured: {0}")]
    Misconfigured(&'static str),
}

impl PaymentError {
    /// Whether the same call may succeed later.
    pub fn is_worth_retrying(&self) -> bool {
        matches!(self, Self::Unavailable { .. } | Self::Broken { .. } | Self::Clash)
    }
}

/// Why a webhook request was turned away. All but [`Self::NoSecret`] are answered with 400 and leave no trace.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum WebhookError {
    /// No usable signing secret was given; the process must not start.
    #[error("a webhook signing secret (`whsec_…`) must be set")]
    NoSecret,
    /// No header, or one without a time and a `v1` signature.
    #[error("the signature header is missing or unreadable")]
    NoSignature,
    /// No signature fits any secret.
    #[error("the signature does not match")]
    BadSignature,
    /// The signature fits, but was made too long ago or too far ahead: a replay, or one of the two clocks is wrong.
    #[error("the signature is {seconds_off} seconds away from this clock")]
    Stale {
        /// Our clock less the signature's; negative when it lies ahead.
        seconds_off: i64,
    },
    /// Signed, but not an event.
    #[error("the signed body is not an event")]
    NotAnEvent,
}
