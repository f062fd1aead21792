//! `GET /api/permissions/explain`

use authorization::{Action, Explanation, Granted, Object, PermissionSet, Principal, Standing, act, explain, reached};
use axum::Json;
use domain::{Account, AccountId};
use serde::Deserialize;
use store::{Explained, Facts, Held};
use utoipa::IntoParams;
use web::{Cx, Failure, FieldErrors, Problem, Query};

use super::names;
use super::view::ExplanationView;

/// Which decision.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct ExplainQuery {
    /// Who would act: an account's id, or `visitor`.
    account: String,
    /// What would be done: an action's id, such as `course.edit`.
    action: String,
    /// To what: `platform`, `catalog`, `tenant:main`, `partner:ID`, `account:ID`, `course:ID`,
    /// `courses:main` or `courses:ID` for all courses of a platform,
    /// `enrollment:COURSE:ACCOUNT` or `order:ID`.
    object: String,
}

impl ExplainQuery {
    /// Nobody in particular is `None`.
    fn read(&self) -> Result<(Option<AccountId>, Action, Explained), Failure> {
        let mut errors = FieldErrors::default();
        let account = match self.account.as_str() {
            "visitor" => Some(None),
            id => errors.take("account", id.parse().map_err(|_| "must be an account's id, or `visitor`")).map(Some),
        };
        let action = Action::ALL.iter().copied().find(|action| action.id() == self.action);
        let action = errors.take("action", action.ok_or("must be the id of an action, such as `course.edit`"));
        let object = errors.take("object", names::object(&self.object).ok_or(names::SENTENCE));
        match (account, action, object) {
            (Some(account), Some(action), Some(object)) => Ok((account, action, object)),
            _ => Err(errors.into_failure()),
        }
    }
}

/// Who would act, as the decision sees it.
pub(super) struct Subject {
    /// Without the roles that the deployment has no more.
    pub(super) principal: Principal,
    /// With them.
    whole: Principal,
    pub(super) account: Option<Account>,
    /// The profiles and custom roles among what it holds.
    pub(super) sets: Vec<PermissionSet>,
}

impl Subject {
    /// An account with what it holds.
    pub(super) fn of(Held { account, grants, sets }: Held, cx: &Cx) -> Self {
        let standing = Standing::of(&account, grants, cx.now());
        let principal = Principal::Account(standing.clone().offered_by(cx.grid()));
        Self { principal, whole: Principal::Account(standing), account: Some(account), sets }
    }

    /// Why it may or may not, with what it would have by roles that the deployment has no more.
    fn explained(&self, cx: &Cx, action: Action, object: &Object) -> Explanation {
        let [told, whole] = [&self.principal, &self.whole].map(|who| explain(cx.grid(), who, action, object));
        Explanation { withheld: whole.withheld, ..told }
    }

    /// The object of an action as it is reached, through the groups and teams that it is in.
    pub(super) fn reached(&self, cx: &Cx, action: Action, facts: &Facts) -> Object {
        reached(cx.grid(), &self.principal, action, facts.object, &facts.places)
    }
}

/// The account as the decision sees it.
pub(super) async fn principal(
    cx: &Cx,
    grant: &Granted<act::ExplainPermissions>,
    account: Option<AccountId>,
) -> Result<Subject, Failure> {
    let Some(account) = account else {
        return Ok(Subject {
            principal: Principal::Visitor,
            whole: Principal::Visitor,
            account: None,
            sets: Vec::new(),
        });
    };
    let found = cx.store().standing_to_explain(grant, account).await?;
    Ok(Subject::of(found.ok_or(Failure::NotFound)?, cx))
}

/// Ask why somebody may or may not do something.
#[utoipa::path(
    get, path = "/api/permissions/explain", tag = "permissions", params(ExplainQuery),
    responses(
        (status = 200, description = "The decision with all its reasons", body = ExplanationView),
        (status = 422, description = "Some fields need another value", body = Problem),
        (status = "4XX", description = "Refused", body = Problem),
    )
)]
pub(crate) async fn explain_permissions(
    cx: Cx,
    Query(query): Query<ExplainQuery>,
) -> Result<Json<ExplanationView>, Failure> {
    let (account, action, about) = query.read()?;
    let grant = cx.authorize::<act::ExplainPermissions>(()).await?;
    let subject = principal(&cx, &grant, account).await?;
    let facts = cx.store().facts_to_explain(&grant, about, subject.account.as_ref()).await?.ok_or(Failure::NotFound)?;
    let object = subject.reached(&cx, action, &facts);
    let explanation = subject.explained(&cx, action, &object);
    Ok(Json(ExplanationView::of(&explanation, cx.grid(), &object, &subject.sets)))
}
