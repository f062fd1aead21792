//! What must be true of every run: some of it at every moment, all of it once the system has come to rest. A breach is a
//! sentence; a run without breaches has none.

mod access;
mod money;
mod people;

use super::dump::Dump;
use super::world::World;

/// What must be true at any moment, between any two requests.
pub(super) fn at_any_moment(world: &World) -> Vec<String> {
    let dump = Dump::of(&world.outside.wire.database);
    let mut breaches = Vec::new();
    access::grounds_hold(world, &dump, &mut breaches);
    people::one_account_an_address(&dump, &mut breaches);
    people::logins_end_in_time(&dump, &mut breaches);
    money::refunds_are_real(world, &dump, &mut breaches);
    breaches
}

/// What must be true in the end. Also signs people in, so the world goes on a little.
pub(super) async fn at_rest(world: &World) -> Vec<String> {
    let dump = Dump::of(&world.outside.wire.database);
    let mut breaches = at_any_moment(world);
    access::seats_are_counted(&dump, &mut breaches);
    money::orders_follow_the_provider(world, &dump, &mut breaches);
    money::sums_agree(world, &dump, &mut breaches);
    people::mail_went_out_once(world, &dump, &mut breaches);
    people::what_was_acknowledged_is_there(world, &dump, &mut breaches);
    people::passwords_open_and_shut(world, &dump, &mut breaches).await;
    breaches.append(&mut world.known.lock().unwrap().breaches);
    breaches
}
