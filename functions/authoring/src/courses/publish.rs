//! `POST /api/admin/courses/{course}/publish`

use axum::Json;
use domain::{CourseId, PublicationEvent};
use web::{Cx, Failure, Path, Problem, Query};

use super::view::CourseView;
use super::{VersionQuery, change_publication};

/// Put a course into its catalog.
///
/// A public course stands in the public catalog from then on.
#[utoipa::path(
    post, path = "/api/admin/courses/{course}/publish", tag = "courses",
    params(("course" = String, Path, description = "The course's id"), VersionQuery),
    responses(
        (status = 200, description = "The course as it is now", body = CourseView),
        (status = 409, description = "Its publication does not allow that, or somebody else was first", body = Problem),
        (status = "4XX", description = "Refused", body = Problem),
    )
)]
pub(crate) async fn publish_course(
    cx: Cx,
    Path(course): Path<CourseId>,
    Query(seen): Query<VersionQuery>,
) -> Result<Json<CourseView>, Failure> {
    change_publication(&cx, course, seen, PublicationEvent::Publish).await.map(Json)
}
