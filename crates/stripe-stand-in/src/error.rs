//! Why the stand-in cannot start. Everything later is answered over HTTP (see `refusal`).

use thiserror::Error;

/// Why the stand-in did not start.
#[derive(Debug, Error)]
pub enum StandInError {
    /// The listener can be reached from other machines; anybody there could grant themselves courses.
    #[error("the Stripe stand-in listens on loopback only, not on {0}")]
    NotLoopback(std::net::SocketAddr),
    /// The webhook's address is none, or is not plain `http://`.
    #[error("the webhook's address must begin with http://")]
    WebhookUrl,
    /// The state file holds something else.
    #[error("the state file is damaged at line {line}")]
    State {
        /// Counted from one.
        line: usize,
    },
    /// The listener or the state file cannot be used.
    #[error("the Stripe stand-in cannot start")]
    Io(#[from] std::io::Error),
}
