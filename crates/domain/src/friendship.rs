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

/// A question that waits for its answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FriendRequest {
    /// Who was asked.
    pub account: AccountId,
    /// Who asks.
    pub asker: AccountId,
    /// When.
    pub asked_at: Timestamp,
}
