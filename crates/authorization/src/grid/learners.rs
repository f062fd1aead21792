//! Those who take courses.

use super::{Cell, Switch};
use crate::action::Action::*;
use crate::object::Reach;

pub(super) const INTERNAL: &[Cell] = &[
    Cell::always(Reach::OwnAudience, &[AccessCourse], &["S000-20"]),
    Cell::always(Reach::Enrolled, &[AccessCourse, ReadLesson, KeepProgress], &["S000-20"]),
    Cell::switched(Reach::OwnAudience, &[EnrollSelf], Switch::LearnersEnrollThemselves, &["S000-20"]),
];

pub(super) const PARTNER: &[Cell] = &[
    Cell::always(Reach::OwnAudience, &[AccessCourse], &["S000-26"]),
    Cell::always(Reach::Enrolled, &[AccessCourse, ReadLesson, KeepProgress], &["S000-26"]),
    Cell::switched(Reach::OwnAudience, &[EnrollSelf], Switch::LearnersEnrollThemselves, &["S000-26"]),
];

/// Nothing but what was bought: no course opens without an enrollment, and none is made by oneself.
pub(super) const PUBLIC: &[Cell] =
    &[Cell::always(Reach::Enrolled, &[AccessCourse, ReadLesson, KeepProgress], &["S000-45", "S000-46"])];
