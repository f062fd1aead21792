//! `POST /api/admin/places/{kind}/{place}/enrollments`

use authorization::{Standing, act, may_hold, member_role};
use axum::Json;
use axum::http::StatusCode;
use domain::{AccountId, PathEnrollment, PlaceId, PlaceKind};
use serde::Deserialize;
use store::{EnrollsInPaths, GRANTS_MAX};
use utoipa::ToSchema;
use web::{Body, Cx, Failure, Path, Problem};

use super::{Learnt, PathEnrollmentLine, learnt};

/// Whom to enroll.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct NewPathEnrollment {
    #[schema(value_type = String)]
    account: AccountId,
}

/// Enroll somebody in a path or program.
#[utoipa::path(
    post, path = "/api/admin/places/{kind}/{place}/enrollments", tag = "places", request_body = NewPathEnrollment,
    params(
        ("kind" = String, Path, description = "`path` or `program`"),
        ("place" = String, Path, description = "The place's id"),
    ),
    responses(
        (status = 201, description = "Enrolled", body = PathEnrollmentLine),
        (status = 409, description = "Enrolled already", body = Problem),
        (status = 422, description = "Accounts of this type are not enrolled", body = Problem),
        (status = "4XX", description = "Refused", body = Problem),
    )
)]
pub(crate) async fn enroll_in_path(
    cx: Cx,
    Path((kind, place)): Path<(String, String)>,
    Body(form): Body<NewPathEnrollment>,
) -> Result<(StatusCode, Json<PathEnrollmentLine>), Failure> {
    let enrolled = match learnt(&kind, &place)? {
        Learnt::Path(id) => enrolled::<act::CreatePathEnrollment>(&cx, (PlaceKind::Path, id, form.account)).await?,
        Learnt::Program(id) => {
            enrolled::<act::CreateProgramEnrollment>(&cx, (PlaceKind::Program, id, form.account)).await?
        }
    };
    Ok((StatusCode::CREATED, Json(PathEnrollmentLine::of(&enrolled, None))))
}

async fn enrolled<A: EnrollsInPaths>(cx: &Cx, key: (PlaceKind, PlaceId, AccountId)) -> Result<PathEnrollment, Failure> {
    let grant = cx.authorize::<A>(key).await?;
    let target = grant.target();
    if target.enrollment.is_some() {
        return Err(Failure::conflict("the account is enrolled already"));
    }
    if target.grants.len() >= GRANTS_MAX {
        return Err(Failure::conflict(format!("an account holds at most {GRANTS_MAX} roles")));
    }
    let standing = Standing::of(&target.account, target.grants.clone(), cx.now()).offered_by(cx.grid());
    may_hold(cx.grid(), &standing, member_role(target.place.kind), target.place.id.into(), 0)
        .map_err(|not_held| Failure::field("account", not_held.words()))?;
    Ok(cx.store().enroll_in_path(grant).await?)
}
