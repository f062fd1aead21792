//! The audit log: who did what to what, and what it looked like before and after.

pub(crate) mod list;

use authorization::Actor;
use domain::{AccountId, AuditId};
use jiff::Timestamp;
use serde::Serialize;
use serde_json::Value;
use store::AuditLine;
use utoipa::ToSchema;

/// A line of the audit log.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct AuditLineView {
    /// Its id; sorts by time.
    #[schema(value_type = String)]
    id: AuditId,
    /// When.
    #[schema(value_type = String, format = DateTime)]
    at: Timestamp,
    /// Who.
    actor: ActorName,
    /// The account behind the actor, where there is one.
    #[schema(value_type = Option<String>)]
    account: Option<AccountId>,
    /// The person who was logged in as that account, where it was somebody else.
    #[schema(value_type = Option<String>)]
    logged_in_as_it: Option<AccountId>,
    /// What was done: an action's id.
    #[schema(example = "user.edit")]
    action: String,
    /// What it was done to, as `kind:id`.
    object: String,
    /// What it looked like before; `null` where it is new. Only what differs is kept.
    #[schema(value_type = Object, nullable)]
    before: Option<Value>,
    /// What it looks like since; `null` where it is gone.
    #[schema(value_type = Object, nullable)]
    after: Option<Value>,
}

/// In what part somebody acted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum ActorName {
    /// Anybody, not signed in.
    Visitor,
    /// A signed-in account.
    Account,
    /// The holder of a mailed link.
    LinkHolder,
    /// Whoever set the platform up.
    Founder,
    /// The payment provider.
    Payments,
    /// The platform itself.
    Platform,
    /// Whoever runs the machine, at its command line.
    Operator,
}

impl AuditLineView {
    /// How the line looks.
    pub(crate) fn of(line: AuditLine) -> Self {
        let (actor, account) = match line.actor {
            Actor::Visitor => (ActorName::Visitor, None),
            Actor::Account(account) => (ActorName::Account, Some(account)),
            Actor::LinkHolder(account) => (ActorName::LinkHolder, Some(account)),
            Actor::Founder => (ActorName::Founder, None),
            Actor::Payments => (ActorName::Payments, None),
            Actor::Platform => (ActorName::Platform, None),
            Actor::Operator => (ActorName::Operator, None),
        };
        let json = |text: Option<String>| text.map(|text| serde_json::from_str(&text).unwrap_or(Value::String(text)));
        Self {
            id: line.id,
            at: line.at,
            actor,
            account,
            logged_in_as_it: line.behind,
            action: line.action,
            object: line.object,
            before: json(line.before),
            after: json(line.after),
        }
    }
}
