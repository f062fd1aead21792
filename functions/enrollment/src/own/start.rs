//! `POST /api/my/courses/{course}/start`: the learner begins. Asking again changes nothing.

use authorization::act;
use axum::Json;
use domain::{Cause, CourseId, Enrollment, EnrollmentEvent, EnrollmentState};
use jiff::Timestamp;
use web::{Body, Cx, Failure, Path, Problem};

use crate::again::again_on_conflict;
use crate::course_page::CoursePage;
use crate::nothing::Nothing;
use crate::own::keep::{keep, own};

fn begun(enrollment: &Enrollment, now: Timestamp) -> Result<Enrollment, Failure> {
    let enrollment = enrollment.clone();
    if enrollment.state != EnrollmentState::Enrolled {
        return Ok(enrollment);
    }
    enrollment.after(EnrollmentEvent::Start, Cause::Learner, now).map_err(Failure::conflict)
}

/// Begins a course.
#[utoipa::path(
    post, path = "/api/my/courses/{course}/start", tag = "learning",
    params(("course" = String, Path)), request_body = Nothing,
    responses(
        (status = 200, body = CoursePage),
        (status = 401, body = Problem),
        (status = 403, body = Problem),
        (status = 404, body = Problem),
    )
)]
pub(crate) async fn start_course(
    cx: Cx,
    Path(id): Path<CourseId>,
    Body(Nothing {}): Body<Nothing>,
) -> Result<Json<CoursePage>, Failure> {
    let kept = again_on_conflict(|| async {
        let grant = cx.authorize::<act::KeepProgress>(id).await?;
        let after = begun(own(grant.target())?, cx.now())?;
        Ok(keep(&cx, grant, after).await)
    });
    let (course, enrollment) = kept.await?;
    Ok(Json(CoursePage::of(&course, Some(&enrollment))))
}
