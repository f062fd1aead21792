//! The closed lists of words in the description of this API.

use domain::{CourseMode, Level, Publication, SelfEnrollment};
use utoipa::openapi::schema::Object;
use web::words::{one_of, one_of_or_null};

pub(crate) fn publication() -> Object {
    use Publication::{Archived, Draft, Published, Unpublished};
    one_of(&[Draft, Published, Unpublished, Archived])
}

pub(crate) fn level() -> Object {
    one_of_or_null(&[Level::Beginner, Level::Intermediate, Level::Advanced])
}

pub(crate) fn mode() -> Object {
    one_of(&[CourseMode::SelfPaced, CourseMode::Live, CourseMode::OnSite, CourseMode::Blended])
}

pub(crate) fn self_enrollment() -> Object {
    one_of(&[SelfEnrollment::Closed, SelfEnrollment::OnRequest, SelfEnrollment::Open])
}
