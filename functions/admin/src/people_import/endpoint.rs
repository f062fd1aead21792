//! `POST /api/admin/accounts/import`

use authorization::Action;
use axum::Json;
use axum::extract::DefaultBodyLimit;
use domain::{PartnerId, Realm};
use jiff::SignedDuration;
use serde::Deserialize;
use utoipa::IntoParams;
use utoipa_axum::router::{UtoipaMethodRouter, UtoipaMethodRouterExt};
use web::{App, Cx, Failure, Problem, Query, routes};

use super::body::{BYTES_MAX, PeopleForm, PeopleRequest};
use super::plan::plan;
use super::report::PeopleReport;
use crate::realm::realm_word;

/// How long one request writes. The gateway gives up after 29 seconds, and whoever waits is to hear how far it came.
const WRITING_LASTS: SignedDuration = SignedDuration::from_secs(18);

/// How to bring people in.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct PeopleQuery {
    /// Where people belong whose row does not say: `main` or the id of a partner; your own platform where nothing is
    /// said.
    realm: Option<String>,
    /// Whether to say only what each row would do.
    #[serde(default)]
    #[param(required = false)]
    dry_run: bool,
}

impl PeopleQuery {
    /// The partner platform that people belong to; none for the main platform.
    fn home(&self, own: Realm) -> Result<Option<PartnerId>, Failure> {
        let said = self.realm.as_deref().map(realm_word).transpose();
        match said.map_err(|sentence| Failure::field("realm", sentence))?.unwrap_or(own) {
            Realm::Main => Ok(None),
            Realm::Partner(partner) => Ok(Some(partner)),
            Realm::Public => Err(Failure::field("realm", "public accounts are made by buying a course")),
        }
    }
}

/// Make many accounts at once, of a CSV table or of rows.
///
/// A table has a header line with the columns `name`, `email`, `role` (0 administrator, 1 author, 2 learner) and, if
/// wanted, `type`, `partner` and `expires_at`. Every row is judged by itself: a new account, whose owner gets a mail with
/// a link to set the password; an address that has an account already, which stays as it is; or everything that is
/// wrong, by column. The same table twice changes nothing, and an import that was cut off goes on when it is sent again.
#[utoipa::path(
    post, path = "/api/admin/accounts/import", tag = "accounts", params(PeopleQuery),
    request_body(content((PeopleForm = "application/json"), (String = "text/csv")),
        description = "At most 10,000 people and 4 MiB"),
    responses(
        (status = 200, description = "What each row does", body = PeopleReport),
        (status = 400, description = "The table cannot be read", body = Problem),
        (status = 413, description = "More than 4 MiB", body = Problem),
        (status = 415, description = "Neither a table nor rows", body = Problem),
        (status = 422, description = "More than 10,000 people", body = Problem),
        (status = "4XX", description = "Refused", body = Problem),
    )
)]
pub(crate) async fn import_people(
    cx: Cx,
    Query(query): Query<PeopleQuery>,
    people: PeopleRequest,
) -> Result<Json<PeopleReport>, Failure> {
    let until = cx.now().checked_add(WRITING_LASTS).ok();
    cx.refuse_inconceivable(Action::ImportUser)?;
    let rows = people.read(query.home(cx.own_realm())?, cx.now()).await?;
    let mut plan = plan(&cx, rows).await?;
    if !query.dry_run {
        plan = plan.apply(&cx, until, &mut |_, _| {}).await;
    }
    Ok(Json(PeopleReport::of(&plan, !query.dry_run)))
}

/// The route, with its own limit of what may be sent.
pub(crate) fn route() -> UtoipaMethodRouter<App> {
    routes!(import_people).layer(DefaultBodyLimit::max(BYTES_MAX))
}
