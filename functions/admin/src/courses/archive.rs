//! `POST /api/admin/courses/{course}/archive`

use axum::Json;
use domain::{CourseId, PublicationEvent};
use web::{Cx, Failure, Path, Problem};

use super::change_publication;
use super::view::CourseView;

/// Close a course.
///
/// It is kept for the record; nobody enrolls any more.
#[utoipa::path(
    post, path = "/api/admin/courses/{course}/archive", tag = "courses",
    params(("course" = String, Path, description = "The course's id")),
    responses(
        (status = 200, description = "The course as it is now", body = CourseView),
        (status = 409, description = "Its publication does not allow that", body = Problem),
        (status = "4XX", description = "Refused", body = Problem),
    )
)]
pub(crate) async fn archive_course(cx: Cx, Path(course): Path<CourseId>) -> Result<Json<CourseView>, Failure> {
    change_publication(&cx, course, PublicationEvent::Archive).await.map(Json)
}
