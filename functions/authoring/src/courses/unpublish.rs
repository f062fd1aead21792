//! `POST /api/admin/courses/{course}/unpublish`

use axum::Json;
use domain::{CourseId, PublicationEvent};
use web::{Cx, Failure, Path, Problem, Query};

use super::view::CourseView;
use super::{VersionQuery, change_publication};

/// Take a course out of its catalog.
///
/// Who is enrolled keeps access.
#[utoipa::path(
    post, path = "/api/admin/courses/{course}/unpublish", tag = "courses",
    params(("course" = String, Path, description = "The course's id"), VersionQuery),
    responses(
        (status = 200, description = "The course as it is now", body = CourseView),
        (status = 409, description = "Its publication does not allow that, or somebody else was first", body = Problem),
        (status = "4XX", description = "Refused", body = Problem),
    )
)]
pub(crate) async fn unpublish_course(
    cx: Cx,
    Path(course): Path<CourseId>,
    Query(seen): Query<VersionQuery>,
) -> Result<Json<CourseView>, Failure> {
    change_publication(&cx, course, seen, PublicationEvent::Unpublish).await.map(Json)
}
