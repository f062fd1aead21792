//! What learners do in their own courses.

pub(crate) mod catalog;
pub(crate) mod course;
pub(crate) mod courses;
pub(crate) mod enroll;
mod keep;
pub(crate) mod lesson;
pub(crate) mod lesson_done;
pub(crate) mod paths;
pub(crate) mod start;
