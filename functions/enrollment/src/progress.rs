//! How far somebody has come, counted over the lessons that the course has now.

use domain::{Course, Enrollment};
use serde::Serialize;
use utoipa::ToSchema;

/// Lessons, and how many of them are done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
pub(crate) struct LessonCount {
    /// Lessons of the course.
    pub(crate) lessons: usize,
    /// Those that are done. Lessons that left the course do not count.
    pub(crate) lessons_done: usize,
}

impl LessonCount {
    pub(crate) fn of(course: &Course, enrollment: &Enrollment) -> Self {
        let done = |lesson: &&domain::LessonOutline| enrollment.progress.lessons_done.contains(&lesson.id);
        Self { lessons: course.lessons().count(), lessons_done: course.lessons().filter(done).count() }
    }
}
