//! Access follows money and staff, and the count of seats follows access.

use domain::{Enrollment, Ground, Order};

use crate::simulation::dump::Dump;
use crate::simulation::world::World;

fn of<'d>(dump: &'d Dump, order: &Order) -> Option<&'d Enrollment> {
    let theirs =
        |enrollment: &&Enrollment| Some(enrollment.account) == order.account && enrollment.course == order.quote.course;
    dump.enrollments.iter().find(theirs)
}

/// No enrollment opens lessons without a paid, unrefunded, undisputed order, or somebody's own or staff's decision. An
/// order that was paid stands behind the enrollment of its account, unless staff took that one away: whoever buys again
/// then stands on the new order alone.
pub(super) fn grounds_hold(world: &World, dump: &Dump, breaches: &mut Vec<String>) {
    let removed = world.known.lock().unwrap().removed.clone();
    for enrollment in dump.enrollments.iter().filter(|enrollment| enrollment.opens_lessons()) {
        let stands = |ground: &Ground| match ground {
            Ground::Staff(_) | Ground::Own => true,
            Ground::Order(id) => dump.orders.iter().any(|order| {
                order.id == *id
                    && order.state.grants_access()
                    && order.account == Some(enrollment.account)
                    && order.quote.course == enrollment.course
            }),
        };
        if enrollment.grounds.is_empty() || !enrollment.grounds.iter().all(stands) {
            breaches.push(format!("an enrollment opens lessons without a ground that stands: {enrollment:?}"));
        }
    }
    for order in dump.orders.iter().filter(|order| order.state.grants_access()) {
        let behind = of(dump, order).is_none_or(|enrollment| {
            let key = (enrollment.course.to_string(), enrollment.account.to_string());
            enrollment.grounds.contains(&Ground::Order(order.id)) || removed.contains(&key)
        });
        if order.account.is_none() || !behind {
            breaches.push(format!("an order is fulfilled and gives nothing: {order:?}"));
        }
    }
}

/// Every place counts those who take a seat of it: a run, or the course for those who are in none.
pub(super) fn seats_are_counted(dump: &Dump, breaches: &mut Vec<String>) {
    for place in dump.seat_places() {
        let taken = dump.enrollments.iter().filter(|enrollment| enrollment.seat() == Some(place)).count();
        let counted = dump.seats_taken(place);
        if i64::try_from(taken).unwrap() != counted {
            breaches.push(format!("{place:?} counts {counted} seats as taken, and {taken} are"));
        }
    }
}
