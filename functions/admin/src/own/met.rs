//! Whom somebody met here, what they wrote of themselves, and what was done to their account. Other people are named by
//! their ids: what they are called is theirs.

use authorization::Actor;
use domain::{AccountId, FriendRequest, Friendship, Profile};
use jiff::Timestamp;
use serde::Serialize;
use serde_json::Value;
use store::AuditLine;
use utoipa::ToSchema;

/// A friend, or a question whether to be one.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct FriendshipView {
    /// The other one.
    #[schema(value_type = String)]
    account: AccountId,
    /// Since when, or when the question was asked.
    #[schema(value_type = String, format = DateTime)]
    since: Timestamp,
}

impl FriendshipView {
    pub(super) fn of(friendship: &Friendship) -> Self {
        Self { account: friendship.friend, since: friendship.since }
    }

    pub(super) fn by_asker(request: &FriendRequest) -> Self {
        Self { account: request.asker, since: request.asked_at }
    }

    pub(super) fn by_asked(request: &FriendRequest) -> Self {
        Self { account: request.account, since: request.asked_at }
    }
}

/// The profile page as it was written.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct WrittenProfile {
    /// As Markdown.
    about: String,
    links: Vec<String>,
    /// Where the photos are.
    #[schema(example = json!(["/api/people/01J…/photos/01J…"]))]
    photos: Vec<String>,
    #[schema(value_type = Option<String>, format = DateTime)]
    updated_at: Option<Timestamp>,
}

impl WrittenProfile {
    pub(super) fn of(profile: &Profile) -> Self {
        Self {
            about: profile.about.as_str().to_owned(),
            links: profile.links.iter().map(|link| link.as_str().to_owned()).collect(),
            photos: profile
                .photos
                .iter()
                .map(|photo| format!("/api/people/{}/photos/{}", profile.account, photo.id))
                .collect(),
            updated_at: profile.updated_at,
        }
    }
}

/// Something that was done to the account.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct DeedView {
    #[schema(value_type = String, format = DateTime)]
    at: Timestamp,
    /// An action's id.
    #[schema(example = "user.edit")]
    action: String,
    /// `yourself`, `staff` or `platform`.
    #[schema(example = "staff")]
    by: &'static str,
    /// What it looked like before; `null` where it is new. Only what differs is kept.
    #[schema(value_type = Object, nullable)]
    before: Option<Value>,
    /// What it looks like since.
    #[schema(value_type = Object, nullable)]
    after: Option<Value>,
}

impl DeedView {
    pub(super) fn of(line: &AuditLine, own: AccountId) -> Self {
        let by = match line.actor {
            Actor::Account(actor) | Actor::LinkHolder(actor) if actor == own && line.behind.is_none() => "yourself",
            Actor::Account(_) | Actor::LinkHolder(_) => "staff",
            _ => "platform",
        };
        let json = |text: &Option<String>| text.as_ref().and_then(|text| serde_json::from_str(text).ok());
        Self { at: line.at, action: line.action.clone(), by, before: json(&line.before), after: json(&line.after) }
    }
}
