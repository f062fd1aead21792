//! How a stand-in is set up. Everything it needs from outside comes in here: listener, clock, dice, addresses.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use domain::{Clock, Entropy};
use serde::{Deserialize, Serialize};
use tokio::net::TcpListener;

/// The version of Stripe's interface that is imitated.
pub const API_VERSION: &str = "2026-09-30.endive";

/// Stripe waits up to ten seconds for the webhook before it sends the buyer back.
const REDIRECT_WAIT: Duration = Duration::from_secs(10);

/// Everything a stand-in takes from outside. [`Options::new`] fills in the defaults.
pub struct Options {
    /// Already bound, to a loopback address.
    pub listener: TcpListener,
    /// Where state is kept between runs; without it a restart forgets everything.
    pub state_file: Option<PathBuf>,
    /// Where events are sent, `http://…`.
    pub webhook_url: String,
    /// Signs them, `whsec_…`.
    pub webhook_secret: String,
    /// What callers must authenticate with, `sk_test_…`.
    pub api_key: String,
    /// The time, for `created`, signatures and expiry.
    pub clock: Arc<dyn Clock>,
    /// The dice, for ids.
    pub entropy: Arc<dyn Entropy>,
    /// The waits between attempts at one delivery; there is one attempt more than there are waits.
    pub retry_schedule: Vec<Duration>,
    /// The longest a buyer is held after paying until the webhook has answered 2xx.
    pub redirect_wait: Duration,
    /// The codes that buyers may enter from the beginning; callers make more.
    pub promotion_codes: Vec<PromotionCode>,
}

impl Options {
    /// Options with defaults for all that has any.
    pub fn new(
        listener: TcpListener,
        webhook_url: impl Into<String>,
        webhook_secret: impl Into<String>,
        api_key: impl Into<String>,
        clock: Arc<dyn Clock>,
        entropy: Arc<dyn Entropy>,
    ) -> Self {
        Self {
            listener,
            state_file: None,
            webhook_url: webhook_url.into(),
            webhook_secret: webhook_secret.into(),
            api_key: api_key.into(),
            clock,
            entropy,
            retry_schedule: default_retry_schedule(),
            redirect_wait: REDIRECT_WAIT,
            promotion_codes: Vec::new(),
        }
    }
}

/// Stripe's three days, an hour in a second: at once, after minutes, after hours, then twice a day.
pub fn default_retry_schedule() -> Vec<Duration> {
    [1, 1, 2, 5, 10, 12, 12, 12, 12].map(Duration::from_secs).to_vec()
}

/// A code that a buyer may enter, with the coupon behind it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PromotionCode {
    /// What the buyer types; upper or lower case does not matter.
    pub code: String,
    /// What it takes off.
    pub off: Off,
    /// Whether it still works.
    pub active: bool,
    /// How often it can be used, if limited.
    pub redemptions_max: Option<u64>,
}

/// What a coupon takes off.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Off {
    /// So many in a hundred, 1 to 100.
    Percent(u8),
    /// An amount in the smallest unit of one currency; the code fits no other.
    Amount {
        /// How much.
        minor: u64,
        /// Which currency, in lower case.
        currency: String,
    },
}

impl PromotionCode {
    /// An active code without limit.
    pub fn percent(code: &str, percent: u8) -> Self {
        Self { code: code.to_owned(), off: Off::Percent(percent.min(100)), active: true, redemptions_max: None }
    }
}
