//! `GET /api/my/courses/{course}`: a course with its outline and one's own progress in it.

use authorization::{Action, CourseTarget, Target, act};
use axum::Json;
use domain::{Audience, CourseId, Publication, SelfEnrollment};
use web::{Cx, Failure, Path, Problem};

use crate::course_page::{CoursePage, WayIn};

/// Where whoever asks gets into a course that they are not in.
fn way_in(cx: &Cx, target: &CourseTarget) -> Option<WayIn> {
    let course = &target.course;
    if target.own_enrollment.is_some() || course.publication != Publication::Published {
        return None;
    }
    if course.audience == Audience::Public {
        return Some(WayIn::PublicPage);
    }
    let open = course.self_enrollment != SelfEnrollment::Closed && cx.may(Action::EnrollSelf, &target.object());
    (open && cx.able().contains(Action::AccessCatalog)).then_some(WayIn::OwnCatalog)
}

/// Shows a course to its learner.
#[utoipa::path(
    get, path = "/api/my/courses/{course}", tag = "learning", params(("course" = String, Path)),
    responses(
        (status = 200, body = CoursePage),
        (status = 401, body = Problem),
        (status = 403, body = Problem),
        (status = 404, body = Problem, description = "there is no such course, or none for this account"),
    )
)]
pub(crate) async fn view_own_course(cx: Cx, Path(course): Path<CourseId>) -> Result<Json<CoursePage>, Failure> {
    let grant = cx.authorize::<act::AccessCourse>(course).await?;
    let target = grant.into_target();
    let page = CoursePage::of(&target.course, target.own_enrollment.as_ref());
    Ok(Json(page.seen_by(cx.may(Action::ReadLesson, &target.object()), way_in(&cx, &target))))
}
