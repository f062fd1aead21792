//! The one shared state of a running stand-in: the book behind a lock, and the only way to change it.

use std::collections::HashSet;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use axum::http::StatusCode;
use domain::Clock;
use tokio::sync::{Notify, watch};

use crate::book::Book;
use crate::delivery::{self, Sender};
use crate::faults::Faults;
use crate::happenings;
use crate::ids::Mint;
use crate::journal::Journal;
use crate::refusal::Refusal;
use crate::rows::{DeliveryState, Row, SessionStatus};

/// What stays the same for a whole run.
pub(crate) struct Setup {
    pub base_url: String,
    pub api_key: String,
    pub retry_schedule: Vec<Duration>,
    pub redirect_wait: Duration,
    pub clock: Arc<dyn Clock>,
    pub mint: Mint,
    pub sender: Sender,
}

/// Who caused a change, for the event's `request`.
#[derive(Debug, Clone, Default)]
pub(crate) struct Caller {
    pub request: Option<String>,
    pub idempotency_key: Option<String>,
}

/// What a change may look at.
pub(crate) struct World<'a> {
    pub book: &'a Book,
    pub faults: &'a Faults,
    pub now: i64,
    pub mint: &'a Mint,
    pub base_url: &'a str,
    pub caller: Caller,
}

struct State {
    book: Book,
    journal: Journal,
    faults: Faults,
    /// Idempotency-Keys whose call is still being answered.
    in_flight: HashSet<String>,
    /// Deliveries that a task works on.
    sending: HashSet<String>,
}

/// Shared by every handler and task.
pub(crate) struct Desk {
    pub setup: Setup,
    state: Mutex<State>,
    /// Told whenever a delivery got an answer.
    pub answered: Notify,
    /// Turns true once, at the end.
    pub stop: watch::Sender<bool>,
}

impl Desk {
    pub fn new(setup: Setup, book: Book, journal: Journal) -> Self {
        let faults = Faults::default();
        let state = State { book, journal, faults, in_flight: HashSet::new(), sending: HashSet::new() };
        Self { setup, state: Mutex::new(state), answered: Notify::new(), stop: watch::Sender::new(false) }
    }

    /// A panic elsewhere cannot leave half a change behind: rows are applied whole.
    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub fn now(&self) -> i64 {
        self.setup.clock.now().as_second()
    }

    /// Looks at the present state.
    pub fn look<T>(&self, view: impl FnOnce(&World<'_>) -> T) -> T {
        let state = self.state();
        view(&self.world(&state, Caller::default()))
    }

    /// Decides under the lock, writes the rows, applies them, and starts what has to be sent. The lock is held while
    /// the disk syncs: changes are one after the other, as they are in the journal.
    pub fn change<T>(
        self: &Arc<Self>,
        caller: Caller,
        decide: impl FnOnce(&World<'_>) -> Result<(T, Vec<Row>), Refusal>,
    ) -> Result<T, Refusal> {
        let mut state = self.state();
        let (answer, rows) = decide(&self.world(&state, caller))?;
        if rows.is_empty() {
            return Ok(answer);
        }
        state
            .journal
            .append(&rows)
            .map_err(|_| Refusal::broken(StatusCode::INTERNAL_SERVER_ERROR, "The state file cannot be written."))?;
        let due = pending_among(&rows);
        state.book.apply(rows);
        self.launch(&mut state, due);
        Ok(answer)
    }

    fn world<'a>(&'a self, state: &'a State, caller: Caller) -> World<'a> {
        World {
            book: &state.book,
            faults: &state.faults,
            now: self.now(),
            mint: &self.setup.mint,
            base_url: &self.setup.base_url,
            caller,
        }
    }

    pub fn faults(&self) -> Faults {
        self.state().faults.clone()
    }

    /// Turns faults on and off; deliveries held until now are let go, one after the other.
    pub fn set_faults(self: &Arc<Self>, faults: Faults) {
        let mut state = self.state();
        let release = state.faults.hold && !faults.hold;
        state.faults = faults;
        if !release {
            return;
        }
        let mut held: Vec<_> = state.book.pending().into_iter().filter(|id| !state.sending.contains(id)).collect();
        if state.faults.reverse {
            held.reverse();
        }
        state.sending.extend(held.iter().cloned());
        tokio::spawn(delivery::run_in_order(Arc::clone(self), held));
    }

    /// Starts a task for each delivery that has none; at start that resumes what the last run left.
    pub fn resume(self: &Arc<Self>) {
        let mut state = self.state();
        let due = state.book.pending();
        self.launch(&mut state, due);
    }

    fn launch(self: &Arc<Self>, state: &mut State, due: Vec<String>) {
        if state.faults.hold {
            return;
        }
        for id in due {
            if state.sending.insert(id.clone()) {
                tokio::spawn(delivery::run(Arc::clone(self), id));
            }
        }
    }

    pub fn sent(&self, id: &str) {
        self.state().sending.remove(id);
    }

    /// Takes the key for one call; `false` while another call has it.
    pub fn enter(&self, key: &str) -> bool {
        self.state().in_flight.insert(key.to_owned())
    }

    pub fn leave(&self, key: &str) {
        self.state().in_flight.remove(key);
    }

    /// Waits until every sending of the events is over, at most for `redirect_wait`. Tells whether it was.
    pub async fn wait_for(&self, events: &[String]) -> bool {
        let mut stop = self.stop.subscribe();
        let settled = async {
            loop {
                let answered = self.answered.notified();
                tokio::pin!(answered);
                answered.as_mut().enable();
                if self.look(|world| world.book.settled(events)) {
                    return true;
                }
                tokio::select! {
                    () = &mut answered => {}
                    _ = stop.wait_for(|stop| *stop) => return false,
                }
            }
        };
        tokio::time::timeout(self.setup.redirect_wait, settled).await.unwrap_or(false)
    }

    /// Closes every page whose time is over. The timer calls it; a failure to write shows again a second later.
    pub fn expire_due(self: &Arc<Self>) {
        let due = |world: &World<'_>| {
            let open = world.book.sessions.iter().filter(|session| session.status == SessionStatus::Open);
            open.filter(|session| session.expires_at <= world.now)
                .flat_map(|session| happenings::expire(world, session))
                .collect()
        };
        let _ = self.change(Caller::default(), |world| Ok(((), due(world))));
    }
}

fn pending_among(rows: &[Row]) -> Vec<String> {
    let due = |row: &Row| match row {
        Row::Delivery(delivery) if delivery.state == DeliveryState::Pending => Some(delivery.id.clone()),
        _ => None,
    };
    rows.iter().filter_map(due).collect()
}

/// The ids of the events among the rows.
pub(crate) fn event_ids(rows: &[Row]) -> Vec<String> {
    let id = |row: &Row| if let Row::Event(event) = row { Some(event.id.clone()) } else { None };
    rows.iter().filter_map(id).collect()
}
