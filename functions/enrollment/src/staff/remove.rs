//! `DELETE /api/courses/{course}/enrollments/{account}`: staff takes an account out of a course, and its progress with
//! it. Suspending is the way that keeps it.

use authorization::act;
use axum::http::StatusCode;
use domain::{AccountId, CourseId};
use web::{Cx, Failure, Path, Problem};

use crate::again::again_on_conflict;
use crate::staff::seat::pass_seat_on;

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
    params(("course" = String, Path), ("account" = String, Path)),
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
) -> Result<StatusCode, Failure> {
    remove(&cx, course, account).await?;
    Ok(StatusCode::NO_CONTENT)
}
