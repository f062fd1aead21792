//! `POST /api/my/courses/{course}/enroll`: a learner enrolls, in one of its dated runs where it has any, as far as the course lets its audience do that. There is
//! no way back out by oneself: what was learned is a record.

use authorization::{CourseTarget, act};
use axum::Json;
use axum::http::StatusCode;
use domain::{CourseId, EnrollmentState, SelfEnrollment, TermId};
use serde::Deserialize;
use utoipa::ToSchema;
use web::{Body, Cx, Failure, Path, Problem};

use crate::again::again_on_conflict;
use crate::course_page::CoursePage;

/// Which of a course's dated runs.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct WishedTerm {
    /// The run's id. Needed where more than one is not over yet.
    #[schema(value_type = Option<String>)]
    term: Option<TermId>,
}

/// Where an enrollment of one's own begins. Where no seat is free, the store puts it in line instead.
fn first_state(target: &CourseTarget) -> Result<EnrollmentState, Failure> {
    if target.own_enrollment.is_some() {
        return Err(Failure::conflict("you have an enrollment in this course already"));
    }
    match target.course.self_enrollment {
        SelfEnrollment::Open => Ok(EnrollmentState::Enrolled),
        SelfEnrollment::OnRequest => Ok(EnrollmentState::ToConfirm),
        SelfEnrollment::Closed => {
            Err(Failure::Forbidden("course.self_enrollment_closed", "only those who run this course enroll in it"))
        }
    }
}

/// Enrolls the account that asks.
#[utoipa::path(
    post, path = "/api/my/courses/{course}/enroll", tag = "learning",
    params(("course" = String, Path)), request_body = WishedTerm,
    responses(
        (status = 201, body = CoursePage, description = "`state` is `enrolled`, `waiting` or `to_confirm`"),
        (status = 401, body = Problem),
        (status = 403, body = Problem, description = "the course does not let its learners in by themselves"),
        (status = 404, body = Problem),
        (status = 409, body = Problem, description = "enrolled already, or shut out"),
        (status = 422, body = Problem, description = "the run must be named, is over, or is none of this course's"),
    )
)]
pub(crate) async fn enroll_self(
    cx: Cx,
    Path(id): Path<CourseId>,
    Body(wish): Body<WishedTerm>,
) -> Result<(StatusCode, Json<CoursePage>), Failure> {
    let enrolled = again_on_conflict(|| async {
        let grant = cx.authorize::<act::EnrollSelf>(id).await?;
        let (course, state) = (grant.target().course.clone(), first_state(grant.target())?);
        let term = course.term_for(wish.term, cx.now()).map_err(|refused| Failure::field("term", refused))?;
        Ok(cx.store().enroll_self(grant, state, term).await.map(|enrollment| (course, enrollment)))
    });
    let (course, enrollment) = enrolled.await?;
    Ok((StatusCode::CREATED, Json(CoursePage::of(&course, Some(&enrollment)))))
}
