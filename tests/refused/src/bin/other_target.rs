//! A permission is asked for with the action's own kind of target, and carries no other.

use authorization::{CourseTarget, Denied, Granted, Grid, LessonTarget, Principal, act, authorize};
use domain::Account;

fn asked_with_another(principal: &Principal, lesson: LessonTarget) -> Result<Granted<act::EditCourse>, Denied> {
    // error[E0308]: mismatched types
    authorize::<act::EditCourse>(&Grid::DEFAULT, principal, lesson)
}

fn read_as_another(grant: &Granted<act::EnrollAccount>) -> (&CourseTarget, &Option<Account>) {
    // error[E0308]: mismatched types
    (grant.target(), &grant.target().account)
}

fn main() {}
