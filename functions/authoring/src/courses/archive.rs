//! `POST /api/admin/courses/{course}/archive`

use axum::Json;
use domain::{CourseId, PublicationEvent};
use web::{Cx, Failure, Path, Problem, Query};

use super::view::CourseView;
use super::{VersionQuery, change_publication};

/// Close a course.
///
/// It is kept for the record; nobody enrolls any more.
#[utoipa::path(
    post, path = "/api/admin/courses/{course}/archive", tag = "courses",
    params(("course" = String, Path, description = "The course's id"), VersionQuery),
    responses(
        (status = 200, description = "The course as it is now", body = CourseView),
        (status = 409, description = "Its publication does not allow that, or somebody else was first", body = Problem),
        (status = "4XX", description = "Refused", body = Problem),
    )
)]
pub(crate) async fn archive_course(
    cx: Cx,
    Path(course): Path<CourseId>,
    Query(seen): Query<VersionQuery>,
) -> Result<Json<CourseView>, Failure> {
    change_publication(&cx, course, seen, PublicationEvent::Archive).await.map(Json)
}
