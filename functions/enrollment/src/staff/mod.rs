//! What those who run a course do with the enrollments in it.

pub(crate) mod bulk;
pub(crate) mod change;
pub(crate) mod enroll;
pub(crate) mod list;
pub(crate) mod remove;
mod seat;
mod teachers;
pub(crate) mod term;
pub(crate) mod view;
