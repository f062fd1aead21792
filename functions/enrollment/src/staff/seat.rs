//! A seat that is given back goes to the next in line.

use domain::{Course, Enrollment, SeatLimit};
use web::Cx;

/// Lets the next in line in, if this change gave a seat back. The change itself stands already: where this fails, the
/// seat stays free, and the next one that is given back, or staff, moves the line on.
pub(crate) async fn pass_seat_on(cx: &Cx, course: &Course, before: &Enrollment, after: Option<&Enrollment>) {
    let given_back = before.takes_seat() && before.seat() != after.and_then(Enrollment::seat);
    if !given_back || !matches!(course.seats_in(before.term), Some(SeatLimit::Seats(_))) {
        return;
    }
    if let Err(error) = cx.store().promote_next_after(course, before).await {
        tracing::warn!(course = %course.id, %error, "a free seat was not passed on");
    }
}
