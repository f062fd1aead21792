//! `GET /api/my/courses/{course}`: a course with its outline and one's own progress in it.

use authorization::act;
use axum::Json;
use domain::CourseId;
use web::{Cx, Failure, Path, Problem};

use crate::course_page::CoursePage;

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
    Ok(Json(CoursePage::of(&target.course, target.own_enrollment.as_ref())))
}
