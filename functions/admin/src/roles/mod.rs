//! Roles: who is given what on which object, and who holds what there.
//!
//! Which action the giving of a role is, the grid says; here each of them is asked for under its own name.

pub(crate) mod give;
pub(crate) mod holders;
pub(crate) mod list;
pub(crate) mod looked_after;
pub(crate) mod owner;
pub(crate) mod take;

use authorization::{
    Action, ActionSet, GrantObject, NotHeld, Role, RoleGrant, Source, act, giving, held_by_it_alone, profile_role,
    taking,
};
use domain::{AccountId, PermissionSetId};
use serde::Serialize;
use store::{FirstRole, Gives, Holder, Newcomer, RoleWish, SetKind, Takes};
use utoipa::ToSchema;
use web::{Cx, Failure};

/// A role on an object.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct RoleView {
    /// The role's id.
    role: String,
    /// What it is, in words.
    words: String,
    /// What it is held on: `platform`, or `kind:ID`.
    object: String,
    /// Ids of the actions that were chosen; `null` where it is held with all that it brings.
    actions: Option<Vec<String>>,
    /// The profile or custom role that it comes from, as `power_profile:ID` or `custom_role:ID`; `null` where it was given
    /// by itself.
    set: Option<String>,
}

impl RoleView {
    /// How the role looks.
    pub(crate) fn of(grant: &RoleGrant) -> Self {
        let chosen = grant.actions != ActionSet::ALL;
        Self {
            role: grant.role.id().to_owned(),
            words: grant.role.words().to_owned(),
            object: grant.object.to_string(),
            actions: chosen.then(|| grant.actions.iter().map(|action| action.id().to_owned()).collect()),
            set: grant.source.map(|source| set_name(grant.role, source)),
        }
    }
}

/// Somebody who holds a role.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct HolderView {
    /// The account.
    #[schema(value_type = String)]
    account: AccountId,
    /// What the person is called; `null` where the account is gone.
    name: Option<String>,
    /// The role that is held.
    #[serde(flatten)]
    role: RoleView,
}

impl HolderView {
    /// How the holder looks.
    pub(crate) fn of(holder: &Holder) -> Self {
        Self { account: holder.account, name: holder.name.clone(), role: RoleView::of(&holder.grant) }
    }
}

/// How a profile or custom role is named, where roles are.
pub(crate) fn set_name(role: Role, source: Source) -> String {
    let kind = if role == profile_role() { SetKind::PowerProfile } else { SetKind::CustomRole };
    format!("{}:{}", kind.word(), source.set)
}

/// What a text names that can be held.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Named {
    /// A role of the grid.
    Role(Role),
    /// A profile or custom role.
    Set(SetKind, PermissionSetId),
}

/// What a role's id, `power_profile:ID` or `custom_role:ID` names.
fn named(text: &str) -> Result<Named, &'static str> {
    let set = text.split_once(':').and_then(|(kind, id)| Some((SetKind::from_word(kind)?, id.parse().ok()?)));
    let named = set.map(|(kind, id)| Named::Set(kind, id)).or_else(|| Role::from_id(text).map(Named::Role));
    named.ok_or("must be the id of a role, such as `instructor`, or `power_profile:ID`, or `custom_role:ID`")
}

/// The wish for a profile or custom role, once it is known which role it is one of. Whoever may not know of the account
/// learns nothing of what is there.
async fn wish_of_set(
    cx: &Cx,
    account: AccountId,
    (kind, id): (SetKind, PermissionSetId),
    object: GrantObject,
) -> Result<RoleWish, Failure> {
    let found = cx.store().role_of_set(id, account).await?.filter(|(_, of)| cx.is_of(*of));
    let role = found.map(|(role, _)| role).filter(|role| (*role == profile_role()) == (kind == SetKind::PowerProfile));
    let Some(role) = role else {
        cx.authorize::<act::ViewAccount>(account).await.map(drop)?;
        return Err(Failure::NotFound);
    };
    Ok(RoleWish { account, grant: RoleGrant::new(role, object), set: Some(id) })
}

/// The role of an id.
pub(crate) fn role(id: &str) -> Result<Role, &'static str> {
    Role::from_id(id).ok_or("must be the id of a role, such as `instructor`")
}

/// The object of a name.
pub(crate) fn object(name: &str) -> Result<GrantObject, &'static str> {
    name.parse().map_err(|_| GrantObject::NAMES)
}

/// Gives a role under the action that giving it is.
pub(crate) async fn give(cx: &Cx, wish: RoleWish) -> Result<RoleGrant, Failure> {
    match giving(wish.grant.role) {
        Action::AssignRole => given::<act::AssignRole>(cx, wish).await,
        Action::AssignBillingContact => given::<act::AssignBillingContact>(cx, wish).await,
        Action::GrantSubsetPermission => given::<act::GrantSubsetPermission>(cx, wish).await,
        Action::AddPathAdministrator => given::<act::AddPathAdministrator>(cx, wish).await,
        Action::EnrollGroupMember => given::<act::EnrollGroupMember>(cx, wish).await,
        Action::EnrollTeamMember => given::<act::EnrollTeamMember>(cx, wish).await,
        Action::AssignChannelExpert => given::<act::AssignChannelExpert>(cx, wish).await,
        Action::AssignSupervision => given::<act::AssignSupervision>(cx, wish).await,
        _ => handed_over(cx, wish.account).await,
    }
}

/// Whether the account holds this very role, as far as the asker may know.
pub(crate) async fn holds(cx: &Cx, account: AccountId, grant: RoleGrant) -> bool {
    let seen = cx.authorize::<act::ViewAccount>(account).await;
    seen.is_ok_and(|seen| seen.target().grants.contains(&grant))
}

/// Judges a role that an account is to begin with, under the action that giving it is.
pub(crate) async fn first(cx: &Cx, newcomer: &Newcomer, grant: RoleGrant) -> Result<FirstRole, Failure> {
    match giving(grant.role) {
        Action::AssignRole => kept::<act::AssignRole>(cx, newcomer, grant).await,
        Action::AssignBillingContact => kept::<act::AssignBillingContact>(cx, newcomer, grant).await,
        Action::GrantSubsetPermission => kept::<act::GrantSubsetPermission>(cx, newcomer, grant).await,
        Action::AddPathAdministrator => kept::<act::AddPathAdministrator>(cx, newcomer, grant).await,
        Action::EnrollGroupMember => kept::<act::EnrollGroupMember>(cx, newcomer, grant).await,
        Action::EnrollTeamMember => kept::<act::EnrollTeamMember>(cx, newcomer, grant).await,
        Action::AssignChannelExpert => kept::<act::AssignChannelExpert>(cx, newcomer, grant).await,
        Action::AssignSupervision => kept::<act::AssignSupervision>(cx, newcomer, grant).await,
        _ => Err(Failure::field("role", NotHeld::OneHolder.words())),
    }
}

async fn kept<A: Gives>(cx: &Cx, newcomer: &Newcomer, grant: RoleGrant) -> Result<FirstRole, Failure> {
    Ok(FirstRole::of(cx.authorize_first_role::<A>(newcomer, grant).await?))
}

/// What is said of a role that one account holds, to those who may know of the account at all.
async fn handed_over<T>(cx: &Cx, account: AccountId) -> Result<T, Failure> {
    cx.authorize::<act::ViewAccount>(account).await.map(drop)?;
    Err(Failure::conflict(NotHeld::OneHolder.words()))
}

async fn given<A: Gives>(cx: &Cx, wish: RoleWish) -> Result<RoleGrant, Failure> {
    let grant = cx.authorize_giving::<A>(wish).await?;
    Ok(cx.store().give_role(grant).await?)
}

/// Takes a role away under the action that taking it is.
pub(crate) async fn take(cx: &Cx, wish: RoleWish) -> Result<(), Failure> {
    match taking(wish.grant.role) {
        Action::AssignRole => taken::<act::AssignRole>(cx, wish).await,
        Action::AssignBillingContact => taken::<act::AssignBillingContact>(cx, wish).await,
        Action::GrantSubsetPermission => taken::<act::GrantSubsetPermission>(cx, wish).await,
        Action::AddPathAdministrator => taken::<act::AddPathAdministrator>(cx, wish).await,
        Action::RemoveGroupMember => taken::<act::RemoveGroupMember>(cx, wish).await,
        Action::RemoveTeamMember => taken::<act::RemoveTeamMember>(cx, wish).await,
        Action::AssignChannelExpert => taken::<act::AssignChannelExpert>(cx, wish).await,
        Action::AssignSupervision => taken::<act::AssignSupervision>(cx, wish).await,
        _ => handed_over(cx, wish.account).await,
    }
}

async fn taken<A: Takes>(cx: &Cx, wish: RoleWish) -> Result<(), Failure> {
    let grant = cx.authorize_taking::<A>(wish).await?;
    let with_it = held_by_it_alone(cx.grid(), grant.target());
    Ok(cx.store().take_role(grant, &with_it).await?)
}
