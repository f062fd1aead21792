//! `GET /api/permissions/who`

use authorization::{Action, GrantObject, Principal, Role, Standing, act, decide};
use axum::Json;
use domain::{AccountId, AccountKind, AccountStatus, Tenant};
use serde::{Deserialize, Serialize};
use store::Explained;
use utoipa::{IntoParams, ToSchema};
use web::{Cx, Failure, FieldErrors, Problem, Query};

use super::explain::Subject;
use super::names;
use super::view::SourceView;

/// Which action, to what.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct WhoQuery {
    /// What would be done: an action's id, such as `course.edit`.
    action: String,
    /// To what, as `GET /api/permissions/explain` names it.
    object: String,
}

/// Who may do something to an object.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct WhoView {
    /// Ids of the roles whose every activated holder may, because they come with the kind of the account.
    kinds: Vec<String>,
    /// People who may by a role that they were given, as each of them stands now.
    people: Vec<PersonView>,
    /// Whether there are more people than were looked at.
    more: bool,
}

/// Somebody who may.
#[derive(Debug, Serialize, ToSchema)]
struct PersonView {
    /// The account.
    #[schema(value_type = String)]
    account: AccountId,
    /// What the person is called.
    name: String,
    /// The id of the role that permits it.
    role: String,
    /// The reach's id.
    reach: String,
    /// The profile or custom role that the role comes from; `null` where it comes from none.
    set: Option<SourceView>,
}

/// Accounts of this kind with nothing beside it.
fn anybody_of(kind: AccountKind) -> Principal {
    let id = AccountId::from_bytes([0; 16]);
    Principal::Account(Standing {
        id,
        version: 0,
        kind,
        status: AccountStatus::Activated,
        grants: Vec::new(),
        behind: None,
    })
}

/// The kinds of accounts that could reach an object of a tenant.
fn kinds(tenant: Option<Tenant>) -> Vec<AccountKind> {
    let main = [AccountKind::InternalAdministrator, AccountKind::InternalLearner, AccountKind::PublicLearner];
    let partner = match tenant {
        Some(Tenant::Partner(id)) => vec![AccountKind::PartnerAdministrator(id), AccountKind::PartnerLearner(id)],
        _ => Vec::new(),
    };
    main.into_iter().chain(partner).collect()
}

/// What roles are held on there, beside the platform.
fn held_on(about: Explained) -> Option<GrantObject> {
    match about {
        Explained::Course(course) | Explained::Enrollment(course, _) => Some(GrantObject::Course(course)),
        Explained::Courses(tenant) => Some(GrantObject::Courses(tenant)),
        Explained::Account(account) => Some(GrantObject::Person(account)),
        Explained::Partner(partner) | Explained::Tenant(Tenant::Partner(partner)) => {
            Some(GrantObject::Organization(partner))
        }
        Explained::Platform | Explained::Catalog | Explained::Tenant(Tenant::Main) | Explained::Order(_) => None,
    }
}

/// Ask who may do something to an object.
#[utoipa::path(
    get, path = "/api/permissions/who", tag = "permissions", params(WhoQuery),
    responses(
        (status = 200, description = "The kinds of accounts and the people who may", body = WhoView),
        (status = 422, description = "Some fields need another value", body = Problem),
        (status = "4XX", description = "Refused", body = Problem),
    )
)]
pub(crate) async fn who_can(cx: Cx, Query(query): Query<WhoQuery>) -> Result<Json<WhoView>, Failure> {
    let mut errors = FieldErrors::default();
    let action = Action::from_id(&query.action).ok_or("must be the id of an action, such as `course.edit`");
    let action = errors.take("action", action);
    let object = errors.take("object", names::object(&query.object).ok_or(names::SENTENCE));
    let (Some(action), Some(about)) = (action, object) else { return Err(errors.into_failure()) };
    let grant = cx.authorize::<act::ExplainPermissions>(()).await?;
    let facts = cx.store().facts_to_explain(&grant, about, None).await?.ok_or(Failure::NotFound)?;
    let object = facts.object;
    let may = |kind: &AccountKind| decide(cx.grid(), &anybody_of(*kind), action, &object).is_ok();
    let kinds = kinds(object.tenant).into_iter().filter(may);
    let kinds = kinds.map(|kind| Role::of_kind(kind).id().to_owned()).collect();
    let (holders, more) = cx.store().holders_to_explain(&grant, held_on(about), &facts).await?;
    let mut people = Vec::new();
    for holder in holders {
        let Some(held) = cx.store().standing_to_explain(&grant, holder).await? else { continue };
        let (account, name) = (held.account.id, held.account.name.to_string());
        let subject = Subject::of(held, &cx);
        let object = subject.reached(&cx, action, &facts);
        if let Ok(basis) = decide(cx.grid(), &subject.principal, action, &object) {
            people.push(PersonView {
                account,
                name,
                set: SourceView::of(basis, &subject.sets),
                role: basis.role.id().to_owned(),
                reach: basis.reach.id().to_owned(),
            });
        }
    }
    Ok(Json(WhoView { kinds, people, more }))
}
