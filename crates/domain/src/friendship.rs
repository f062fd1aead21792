//! Friends: one of two asks, the other accepts, and either ends it. Both belong to one realm.

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use crate::id::AccountId;

/// How long somebody who was asked may think about it.
pub const FRIEND_REQUEST_LASTS: SignedDuration = SignedDuration::from_hours(30 * 24);

/// One side of a friendship; the other side has the same.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Friendship {
    /// Whose side it is.
    pub account: AccountId,
    /// Who the friend is.
    pub friend: AccountId,
    /// When it was accepted.
    pub since: Timestamp,
}

/// A question that waits for its answer; or one that was declined, and stays unanswered until it lapses.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FriendRequest {
    /// Who was asked.
    pub account: AccountId,
    /// Who asks.
    pub asker: AccountId,
    /// When.
    pub asked_at: Timestamp,
    /// Whether it was declined. Whoever asked is not told, and asking again does not help.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub declined: bool,
}

impl FriendRequest {
    /// When it lapses.
    pub fn lapses_at(&self) -> Timestamp {
        self.asked_at + FRIEND_REQUEST_LASTS
    }

    /// Whether it waits for its answer at `now`.
    pub fn is_open(&self, now: Timestamp) -> bool {
        !self.declined && self.lapses_at() > now
    }
}
