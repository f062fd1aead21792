//! `DELETE /api/courses/{course}/enrollments/{account}`: staff takes an account out of a course, and its progress with
//! it. Suspending is the way that keeps it.

use authorization::act;
use axum::http::StatusCode;
use domain::{AccountId, CourseId};
use serde::Deserialize;
use utoipa::IntoParams;
use web::{Cx, Failure, Path, Problem, Query};

use crate::again::again_on_conflict;
use crate::staff::seat::pass_seat_on;
use crate::staff::teachers::{part, remove_teacher};

/// In what part.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct PartQuery {
    /// `learner`, `tutor` or `instructor`; as a learner where nothing is said.
    #[serde(rename = "as")]
    #[param(rename = "as")]
    part: Option<String>,
}

/// Takes an account out of a course, and passes its seat on.
pub(super) async fn remove(cx: &Cx, course: CourseId, account: AccountId) -> Result<(), Failure> {
    let removed = again_on_conflict(|| async {
        let grant = cx.authorize::<act::RemoveEnrollment>((course, account)).await?;
        let before = grant.target().enrollment.clone().ok_or(Failure::NotFound)?;
        let course = grant.target().course.clone();
        Ok(cx.store().remove_enrollment(grant).await.map(|()| (course, before)))
    });
    let (course, before) = removed.await?;
    pass_seat_on(cx, &course, &before, None).await;
    Ok(())
}

/// Takes an account out of a course.
#[utoipa::path(
    delete, path = "/api/courses/{course}/enrollments/{account}", tag = "enrollments",
    params(("course" = String, Path), ("account" = String, Path), PartQuery),
    responses(
        (status = 204),
        (status = 401, body = Problem),
        (status = 403, body = Problem),
        (status = 404, body = Problem),
    )
)]
pub(crate) async fn remove_enrollment(
    cx: Cx,
    Path((course, account)): Path<(CourseId, AccountId)>,
    Query(query): Query<PartQuery>,
) -> Result<StatusCode, Failure> {
    if let Some(part) = query.part.as_deref().map(part).transpose()?.flatten() {
        remove_teacher(&cx, course, account, part).await?;
        return Ok(StatusCode::NO_CONTENT);
    }
    remove(&cx, course, account).await?;
    Ok(StatusCode::NO_CONTENT)
}
