//! Reports: what was reached in a month, for those who run reports. They count people and name none.

pub(crate) mod list;

use domain::CourseId;
use jiff::Timestamp;
use serde::Serialize;
use store::Milestone;
use utoipa::ToSchema;

/// That somebody came into a course, or completed it.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct MilestoneView {
    /// When.
    #[schema(value_type = String, format = DateTime)]
    at: Timestamp,
    /// The course.
    #[schema(value_type = String)]
    course: CourseId,
    /// What the course was called then.
    course_title: String,
}

impl MilestoneView {
    fn of(Milestone { at, course, course_title }: Milestone) -> Self {
        Self { at, course, course_title: course_title.to_string() }
    }
}
