//! `PATCH /api/courses/{course}/enrollments/{account}`: staff moves a learner to another dated run of the course, whatever
//! state the enrollment is in.

use authorization::act;
use axum::Json;
use domain::{AccountId, Course, CourseId, Enrollment, EnrollmentState, TermId, TermRefused};
use serde::Deserialize;
use store::StoreError;
use utoipa::ToSchema;
use web::fields::present;
use web::{Body, Cx, Failure, Path, Problem};

use crate::again::again_on_conflict;
use crate::staff::seat::pass_seat_on;
use crate::staff::view::EnrollmentLine;

/// What is said of a run: nothing, none, or this one.
pub(super) type Wish = Option<Option<TermId>>;

/// Another run.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct EnrollmentChange {
    /// The run, over or not; `null` for none.
    #[serde(default, deserialize_with = "present")]
    #[schema(value_type = Option<String>, required = true)]
    term: Wish,
}

/// The run that staff named.
pub(super) fn wished(course: &Course, term: Wish) -> Result<Option<TermId>, Failure> {
    let term = term.ok_or_else(|| Failure::field("term", "is required"))?;
    if term.is_some_and(|term| course.term(term).is_none()) {
        return Err(Failure::field("term", TermRefused::Unknown));
    }
    Ok(term)
}

/// Moves an enrollment to another run; who is there already stays as they are. The seat that it gives back is passed on,
/// and where it waits in the line of its new run, that line moves.
pub(super) async fn relocate(
    cx: &Cx,
    course: CourseId,
    account: AccountId,
    term: Wish,
) -> Result<(Course, Enrollment, bool), Failure> {
    let moved = again_on_conflict(|| async {
        let grant = cx.authorize::<act::ChangeEnrollment>((course, account)).await?;
        let course = grant.target().course.clone();
        let before = grant.target().enrollment.clone().ok_or(Failure::NotFound)?;
        let term = wished(&course, term)?;
        if before.term == term {
            return Ok(Ok((course, before.clone(), before)));
        }
        let after = before.clone().moved_to(term, cx.now());
        match cx.store().change_enrollment(grant, after).await {
            Err(StoreError::Taken(_)) => {
                Err(Failure::conflict("no seat is free there: `queue` or `overbook` it first, or raise the seats"))
            }
            settled => Ok(settled.map(|after| (course, before, after))),
        }
    });
    let (course, before, after) = moved.await?;
    if before == after {
        return Ok((course, after, false));
    }
    pass_seat_on(cx, &course, &before, Some(&after)).await;
    let after = if waits(&after) { first_of_line(cx, &course, after).await } else { after };
    Ok((course, after, true))
}

fn waits(enrollment: &Enrollment) -> bool {
    matches!(enrollment.state, EnrollmentState::Waiting | EnrollmentState::Overbooked)
}

/// The enrollment, which may be the one that comes in. The move itself stands already: where this fails, the line moves on
/// with the next seat.
async fn first_of_line(cx: &Cx, course: &Course, moved: Enrollment) -> Enrollment {
    match cx.store().promote_next(course, moved.term).await {
        Ok(Some(next)) if next.account == moved.account => next,
        Ok(_) => moved,
        Err(error) => {
            tracing::warn!(course = %course.id, %error, "the line was not moved on");
            moved
        }
    }
}

/// Moves an enrollment to another run of its course.
///
/// It keeps its state and its progress. Whoever has a seat needs one there, too; whoever waits goes into the line there,
/// at the place of the day they enrolled.
#[utoipa::path(
    patch, path = "/api/courses/{course}/enrollments/{account}", tag = "enrollments",
    params(("course" = String, Path), ("account" = String, Path)), request_body = EnrollmentChange,
    responses(
        (status = 200, body = EnrollmentLine),
        (status = 401, body = Problem),
        (status = 403, body = Problem),
        (status = 404, body = Problem),
        (status = 409, body = Problem, description = "no seat is free there"),
        (status = 422, body = Problem, description = "no such run"),
    )
)]
pub(crate) async fn relocate_enrollment(
    cx: Cx,
    Path((course, account)): Path<(CourseId, AccountId)>,
    Body(change): Body<EnrollmentChange>,
) -> Result<Json<EnrollmentLine>, Failure> {
    let (course, after, _) = relocate(&cx, course, account, change.term).await?;
    Ok(Json(EnrollmentLine::of(&course, &after)))
}
