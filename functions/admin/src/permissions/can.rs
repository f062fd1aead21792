//! `GET /api/permissions/can`

use authorization::{Action, Basis, PermissionSet, able, act, decide};
use axum::Json;
use domain::AccountId;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use web::{Cx, Failure, FieldErrors, Problem, Query};

use super::explain::principal;
use super::names;
use super::view::SourceView;

/// Who, and to what.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct CanQuery {
    /// Who would act: an account's id.
    account: String,
    /// To what, as `GET /api/permissions/explain` names it; to some object or other where nothing is said.
    object: Option<String>,
}

/// What one account may do.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct CanView {
    /// Each permitted action.
    actions: Vec<PermittedView>,
}

/// A permitted action.
#[derive(Debug, Serialize, ToSchema)]
struct PermittedView {
    /// The action's id.
    action: String,
    /// What it is, in words.
    words: String,
    /// The id of the role that brings it to the object; `null` where no object was named.
    role: Option<String>,
    /// The reach's id; `null` where no object was named.
    reach: Option<String>,
    /// The profile or custom role that the role comes from; `null` where it comes from none, or no object was named.
    set: Option<SourceView>,
}

impl PermittedView {
    fn of(action: Action, basis: Option<Basis>, sets: &[PermissionSet]) -> Self {
        Self {
            action: action.id().to_owned(),
            words: action.words().to_owned(),
            role: basis.map(|basis| basis.role.id().to_owned()),
            reach: basis.map(|basis| basis.reach.id().to_owned()),
            set: basis.and_then(|basis| SourceView::of(basis, sets)),
        }
    }
}

/// Ask what somebody may do.
#[utoipa::path(
    get, path = "/api/permissions/can", tag = "permissions", params(CanQuery),
    responses(
        (status = 200, description = "Every action that is permitted, on the object or on any", body = CanView),
        (status = 422, description = "Some fields need another value", body = Problem),
        (status = "4XX", description = "Refused", body = Problem),
    )
)]
pub(crate) async fn what_can(cx: Cx, Query(query): Query<CanQuery>) -> Result<Json<CanView>, Failure> {
    let mut errors = FieldErrors::default();
    let account = errors.take("account", query.account.parse::<AccountId>().map_err(|_| "must be an account's id"));
    let object = query.object.as_deref().map(|name| names::object(name).ok_or(names::SENTENCE)).transpose();
    let object = errors.take("object", object);
    let (Some(account), Some(about)) = (account, object) else { return Err(errors.into_failure()) };
    let grant = cx.authorize::<act::ExplainPermissions>(()).await?;
    let subject = principal(&cx, &grant, Some(account)).await?;
    let Some(about) = about else {
        let able = able(cx.grid(), &subject.principal);
        let actions = able.iter().map(|action| PermittedView::of(action, None, &subject.sets)).collect();
        return Ok(Json(CanView { actions }));
    };
    let facts = cx.store().facts_to_explain(&grant, about, subject.account.as_ref()).await?.ok_or(Failure::NotFound)?;
    let permitted = Action::ALL.iter().filter_map(|action| {
        let object = subject.reached(&cx, *action, &facts);
        let basis = decide(cx.grid(), &subject.principal, *action, &object).ok()?;
        Some(PermittedView::of(*action, Some(basis), &subject.sets))
    });
    Ok(Json(CanView { actions: permitted.collect() }))
}
