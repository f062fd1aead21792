//! The quiet end of a run: faults have stopped, and the system is given time. What must come right by itself has come
//! right afterwards. Some of the provider's events are never sent at all: the reconciler has to do without them.

use background::Schedule;

use super::world::World;

/// Every page has run out by then, and every mail that was put off is due.
const ROUNDS: usize = 3;
const ROUND_S: u64 = 22 * 60 * 60;
/// More than any crash or fault leaves to do.
const TRIES: usize = 5;

impl World {
    /// Lets everything come to rest.
    pub(super) async fn settle(&self) {
        self.weather().turn(true);
        while self.outside.provider.at_desk(|book| book.sessions.iter().any(|session| session.pending)) {
            self.outside.provider.transfer(0, self.dice().per_mille(700));
        }
        self.lose_events();
        let wished = self.known.lock().unwrap().seats_wished.clone();
        for (course, seats) in wished {
            self.limit_seats(course, seats).await;
        }
        for _ in 0..ROUNDS {
            self.round().await;
            self.clock().pass(ROUND_S).await;
        }
        self.round().await;
    }

    async fn round(&self) {
        for _ in 0..TRIES {
            let unheard = self
                .outside
                .provider
                .at_desk(|book| (0..book.events.len()).filter(|at| !book.events[*at].heard).collect::<Vec<_>>());
            for at in &unheard {
                self.deliver(*at).await;
            }
            if unheard.is_empty() {
                break;
            }
        }
        while self.pump(1_000).await > 0 {}
        self.schedule(Schedule::SweepOutbox).await;
        self.schedule(Schedule::Reconcile).await;
        while self.pump(1_000).await > 0 {}
    }

    /// One in five events about checkouts is never sent. Those about money that goes back, and about a transfer that
    /// will never arrive, have no other way to be heard: the provider repeats them for days, and so is done here.
    fn lose_events(&self) {
        self.outside.provider.at_desk(|book| {
            for event in &mut book.events {
                let about_checkout =
                    event.body.contains("checkout.session") && !event.body.contains("async_payment_failed");
                event.heard |= about_checkout && self.dice().per_mille(200);
            }
        });
    }
}
