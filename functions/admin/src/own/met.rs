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
        let json = |text: &Option<String>| {
            let mut value: Value = serde_json::from_str(text.as_deref()?).ok()?;
            leave_out_others(&mut value, &own.to_string());
            Some(value)
        };
        Self { at: line.at, action: line.action.clone(), by, before: json(&line.before), after: json(&line.after) }
    }
}

/// Fields whose ids are those of things, not of people or their logins.
const OF_THINGS: [&str; 9] =
    ["course", "order", "partner", "partner_administrator", "partner_learner", "path", "place", "program", "set"];

/// Takes out of what was changed who else had a hand in it, and by which login: that is theirs. An id that is not known to
/// be a thing's may be a person's.
fn leave_out_others(value: &mut Value, own: &str) {
    let is_an_id =
        |text: &str| text.rsplit([':', '#']).next().is_some_and(|id| id != own && id.parse::<AccountId>().is_ok());
    match value {
        Value::Object(fields) => {
            fields.retain(|name, value| OF_THINGS.contains(&name.as_str()) || !value.as_str().is_some_and(is_an_id));
            fields.values_mut().for_each(|value| leave_out_others(value, own));
        }
        Value::Array(entries) => {
            entries.retain(|entry| !entry.as_str().is_some_and(is_an_id));
            entries.iter_mut().for_each(|entry| leave_out_others(entry, own));
        }
        _ => {}
    }
}
