//! `POST /api/courses/{course}/enrollments`: staff puts an account into a course; in line where no seat is free.

use authorization::{EnrollmentTarget, act};
use axum::Json;
use axum::http::StatusCode;
use domain::{AccountId, Course, CourseId, Enrollment, Publication};
use serde::Deserialize;
use utoipa::ToSchema;
use web::{Body, Cx, Failure, Path, Problem};

use crate::again::again_on_conflict;
use crate::staff::view::EnrollmentLine;

/// Whom to put into the course.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct NewEnrollment {
    #[schema(value_type = String)]
    account: AccountId,
}

/// A draft is for those who write it, and an archived course is a record. What was only taken out of its catalog
/// still takes people in by hand.
fn takes_in(target: &EnrollmentTarget) -> Result<(), Failure> {
    if target.enrollment.is_some() {
        return Err(Failure::conflict("the account has an enrollment in this course already"));
    }
    match target.course.publication {
        Publication::Published | Publication::Unpublished => Ok(()),
        Publication::Draft => Err(Failure::conflict("the course is a draft: publish it first")),
        Publication::Archived => Err(Failure::conflict("the course is archived: nobody enrolls any more")),
    }
}

/// Puts an account into a course, whoever is in the way of it meanwhile.
pub(super) async fn enroll(cx: &Cx, id: CourseId, account: AccountId) -> Result<(Course, Enrollment), Failure> {
    again_on_conflict(|| async {
        let grant = cx.authorize::<act::EnrollAccount>((id, account)).await?;
        takes_in(grant.target())?;
        let course = grant.target().course.clone();
        Ok(cx.store().enroll_account(grant).await.map(|enrollment| (course, enrollment)))
    })
    .await
}

/// Puts an account into a course.
#[utoipa::path(
    post, path = "/api/courses/{course}/enrollments", tag = "enrollments",
    params(("course" = String, Path)), request_body = NewEnrollment,
    responses(
        (status = 201, body = EnrollmentLine, description = "`state` is `enrolled`, or `waiting` for a seat"),
        (status = 401, body = Problem),
        (status = 403, body = Problem, description = "such as an account of another audience"),
        (status = 404, body = Problem),
        (status = 409, body = Problem, description = "enrolled already, or the course takes nobody in"),
    )
)]
pub(crate) async fn enroll_account(
    cx: Cx,
    Path(id): Path<CourseId>,
    Body(form): Body<NewEnrollment>,
) -> Result<(StatusCode, Json<EnrollmentLine>), Failure> {
    let (course, enrollment) = enroll(&cx, id, form.account).await?;
    Ok((StatusCode::CREATED, Json(EnrollmentLine::of(&course, &enrollment))))
}
