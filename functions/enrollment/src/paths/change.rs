//! `POST /api/admin/places/{kind}/{place}/enrollments/{account}/{transition}`

use authorization::act;
use axum::Json;
use domain::{AccountId, Cause, EnrollmentEvent, PlaceKind};
use serde::Deserialize;
use utoipa::ToSchema;
use web::{Body, Cx, Failure, Path, Problem};

use super::{Learnt, PathEnrollmentLine, learnt};

/// `{}`: the address says everything.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct PathTransition {}

/// Move an enrollment in a path or program along the arrows of its states.
///
/// While it stands at `enrolled`, `in_progress` or `completed`, the account holds the learner's role.
#[utoipa::path(
    post, path = "/api/admin/places/{kind}/{place}/enrollments/{account}/{transition}", tag = "places",
    request_body = PathTransition,
    params(
        ("kind" = String, Path, description = "`path` or `program`"),
        ("place" = String, Path, description = "The place's id"),
        ("account" = String, Path, description = "The account's id"),
        ("transition" = String, Path, description =
            "`confirm`, `queue`, `promote`, `overbook`, `complete`, `reopen`, `suspend` or `reinstate`"),
    ),
    responses(
        (status = 200, description = "The enrollment as it is now", body = PathEnrollmentLine),
        (status = 409, description = "The enrollment cannot do that", body = Problem),
        (status = "4XX", description = "Refused", body = Problem),
    )
)]
pub(crate) async fn change_path_enrollment(
    cx: Cx,
    Path((kind, place, account, event)): Path<(String, String, AccountId, EnrollmentEvent)>,
    Body(PathTransition {}): Body<PathTransition>,
) -> Result<Json<PathEnrollmentLine>, Failure> {
    let key = match learnt(&kind, &place)? {
        Learnt::Path(id) => (PlaceKind::Path, id, account),
        Learnt::Program(id) => (PlaceKind::Program, id, account),
    };
    let grant = cx.authorize::<act::ChangePathEnrollment>(key).await?;
    let before = grant.target().enrollment.clone().ok_or(Failure::NotFound)?;
    let after = before.after(event, Cause::Staff, cx.now()).map_err(Failure::conflict)?;
    let after = cx.store().change_path_enrollment(grant, after).await?;
    Ok(Json(PathEnrollmentLine::of(&after, None)))
}
