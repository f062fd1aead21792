//! `GET /api/admin/courses/{course}`

use authorization::{Action, Object, Target, act};
use axum::Json;
use domain::CourseId;
use serde::Serialize;
use utoipa::ToSchema;
use web::{Cx, Failure, Path, Problem};

use super::view::CourseView;

/// What a page about a course may offer.
const OFFERED: [Action; 6] = [
    Action::EditCourse,
    Action::PublishCourse,
    Action::ListEnrollments,
    Action::EnrollAccount,
    Action::ChangeEnrollment,
    Action::RemoveEnrollment,
];

/// A course, for somebody.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ShownCourse {
    #[serde(flatten)]
    course: CourseView,
    /// The ids of the actions that you may do to this course, of those that its pages offer. Each is judged again when it is
    /// done.
    #[schema(example = json!(["course.edit"]))]
    may: Vec<&'static str>,
}

/// See a course with its outline.
#[utoipa::path(
    get, path = "/api/admin/courses/{course}", tag = "courses",
    params(("course" = String, Path, description = "The course's id")),
    responses(
        (status = 200, description = "The course", body = ShownCourse),
        (status = "4XX", description = "Refused", body = Problem),
    )
)]
pub(crate) async fn show_course(cx: Cx, Path(course): Path<CourseId>) -> Result<Json<ShownCourse>, Failure> {
    let grant = cx.authorize::<act::ViewCourse>(course).await?;
    let target = grant.target();
    // What is done to people in it is done to those whom it is made for.
    let object = Object { account_kind: Some(target.course.audience.learners()), ..target.object() };
    let may = OFFERED.into_iter().filter(|action| cx.may(*action, &object)).map(Action::id).collect();
    Ok(Json(ShownCourse { course: CourseView::of(&target.course), may }))
}
