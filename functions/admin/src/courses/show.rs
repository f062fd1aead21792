//! `GET /api/admin/courses/{course}`

use authorization::act;
use axum::Json;
use domain::CourseId;
use web::{Cx, Failure, Path, Problem};

use super::view::CourseView;

/// See a course with its outline.
#[utoipa::path(
    get, path = "/api/admin/courses/{course}", tag = "courses",
    params(("course" = String, Path, description = "The course's id")),
    responses(
        (status = 200, description = "The course", body = CourseView),
        (status = "4XX", description = "Refused", body = Problem),
    )
)]
pub(crate) async fn show_course(cx: Cx, Path(course): Path<CourseId>) -> Result<Json<CourseView>, Failure> {
    let grant = cx.authorize::<act::ViewCourse>(course).await?;
    Ok(Json(CourseView::of(&grant.target().course)))
}
