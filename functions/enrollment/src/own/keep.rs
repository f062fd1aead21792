//! Storing progress, where there is any.

use authorization::{CourseTarget, Granted, act};
use domain::{Course, Enrollment};
use store::StoreError;
use web::{Cx, Failure};

/// The enrollment whose progress is kept. Who may keep progress has one; the grid could change its mind.
pub(crate) fn own(target: &CourseTarget) -> Result<&Enrollment, Failure> {
    target.own_enrollment.as_ref().ok_or(Failure::NotFound)
}

/// Stores what has changed. A repeated request changes nothing and writes nothing.
pub(crate) async fn keep(
    cx: &Cx,
    grant: Granted<act::KeepProgress>,
    after: Enrollment,
) -> Result<(Course, Enrollment), StoreError> {
    let before = grant.target().own_enrollment.as_ref();
    if before.is_some_and(|before| before.state == after.state && before.progress == after.progress) {
        return Ok((grant.into_target().course, after));
    }
    cx.store().keep_progress(grant, after).await
}
