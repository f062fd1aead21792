//! Friends: one of two asks by address, the other accepts, and either ends it. Whoever asks never learns whether anybody
//! has the address.

pub(crate) mod accept;
pub(crate) mod ask;
pub(crate) mod list;
pub(crate) mod part;
pub(crate) mod requests;

use domain::AccountId;
use jiff::Timestamp;
use serde::Serialize;
use store::{Cursor, Friend, Page};
use utoipa::ToSchema;

/// A friend, or somebody who asks to be one.
#[derive(Debug, Serialize, ToSchema)]
struct FriendView {
    #[schema(value_type = String)]
    account: AccountId,
    /// What the person is called.
    name: String,
    /// Since when you are friends, or when the question came.
    #[schema(value_type = String, format = DateTime)]
    since: Timestamp,
}

/// A page of friends, or of those who ask to be.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Friends {
    items: Vec<FriendView>,
    /// Where the next page starts; `null` at the end.
    next: Option<String>,
}

impl Friends {
    fn of(page: Page<Friend>) -> Self {
        let view = |one: Friend| FriendView { account: one.account, name: one.name.to_string(), since: one.since };
        Self { items: page.items.into_iter().map(view).collect(), next: page.next.as_ref().map(Cursor::text) }
    }
}
