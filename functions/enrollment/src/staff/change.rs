//! `POST /api/courses/{course}/enrollments/{account}/{transition}`: staff moves an enrollment along the arrows of its
//! state machine. Which arrows there are, and which of them are staff's, is the domain's to say.

use authorization::{EnrollmentTarget, act};
use axum::Json;
use domain::{AccountId, Course, CourseId, Enrollment, EnrollmentEvent};
use jiff::Timestamp;
use store::StoreError;
use web::{Body, Cx, Failure, Path, Problem};

use crate::again::again_on_conflict;
use crate::nothing::Nothing;
use crate::staff::seat::pass_seat_on;
use crate::staff::view::EnrollmentLine;

/// The enrollment before and after.
fn moved(
    target: &EnrollmentTarget,
    event: EnrollmentEvent,
    staff: AccountId,
    now: Timestamp,
) -> Result<(Enrollment, Enrollment), Failure> {
    let before = target.enrollment.clone().ok_or(Failure::NotFound)?;
    // The money may have gone back meanwhile; then this decision is the ground on which access stands.
    let after = before.clone().after_word_of(staff, event, now).map_err(Failure::conflict)?;
    Ok((before, after))
}

/// Moves an enrollment, and passes on the seat that it gives back.
pub(super) async fn change(
    cx: &Cx,
    course: CourseId,
    account: AccountId,
    event: EnrollmentEvent,
) -> Result<(Course, Enrollment), Failure> {
    let changed = again_on_conflict(|| async {
        let grant = cx.authorize::<act::ChangeEnrollment>((course, account)).await?;
        let staff = grant.account().ok_or(Failure::SignedOut)?;
        let (before, after) = moved(grant.target(), event, staff, cx.now())?;
        let course = grant.target().course.clone();
        match cx.store().change_enrollment(grant, after).await {
            Err(StoreError::Taken(_)) => Err(Failure::conflict("no seat is free: `queue` or `overbook` it instead")),
            settled => Ok(settled.map(|after| (course, before, after))),
        }
    });
    let (course, before, after) = changed.await?;
    pass_seat_on(cx, &course, &before, Some(&after)).await;
    Ok((course, after))
}

/// Moves an enrollment.
#[utoipa::path(
    post, path = "/api/courses/{course}/enrollments/{account}/{transition}", tag = "enrollments",
    params(
        ("course" = String, Path),
        ("account" = String, Path),
        ("transition" = String, Path, description =
            "`confirm`, `queue`, `promote`, `overbook`, `complete`, `reopen`, `suspend` or `reinstate`"),
    ),
    request_body = Nothing,
    responses(
        (status = 200, body = EnrollmentLine),
        (status = 401, body = Problem),
        (status = 403, body = Problem),
        (status = 404, body = Problem),
        (status = 409, body = Problem, description = "the enrollment cannot do that, or no seat is free"),
    )
)]
pub(crate) async fn change_enrollment(
    cx: Cx,
    Path((course, account, event)): Path<(CourseId, AccountId, EnrollmentEvent)>,
    Body(Nothing {}): Body<Nothing>,
) -> Result<Json<EnrollmentLine>, Failure> {
    let (course, after) = change(&cx, course, account, event).await?;
    Ok(Json(EnrollmentLine::of(&course, &after)))
}
