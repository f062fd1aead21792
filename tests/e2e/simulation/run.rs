//! One run of one seed, from the scene to the last check.

use std::collections::BTreeMap;

use super::dice::in_lane;
use super::dump::Dump;
use super::history::{Step, history};
use super::invariants;
use super::scene::scene;
use super::trace::Trace;
use super::world::World;

/// At every so-manieth step the table is looked at as a whole.
const LOOK_EVERY: usize = 6;

/// What came of a run.
#[derive(Debug)]
pub(super) struct Outcome {
    pub(super) seed: u64,
    pub(super) history: Vec<Step>,
    pub(super) breaches: Vec<String>,
    /// Equal for equal runs.
    pub(super) sum: u64,
    pub(super) lines: Vec<String>,
    pub(super) requests: u64,
    pub(super) faults: u64,
    pub(super) crashes: u64,
    /// Orders by where they ended, and how often each status was answered.
    pub(super) counts: BTreeMap<String, u64>,
}

/// Runs something in a runtime of its own, on this thread, in which time only passes when nothing else can be done.
pub(super) fn in_paused_time<T>(work: impl Future<Output = T>) -> T {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_time().start_paused(true).build().unwrap();
    runtime.block_on(work)
}

/// Plays a seed.
pub(super) fn play(seed: u64, trace: Trace) -> Outcome {
    play_history(seed, None, trace)
}

/// Plays a history with the dice of a seed; the seed's own where none is given.
pub(super) fn play_history(seed: u64, given: Option<&[Step]>, trace: Trace) -> Outcome {
    let scene = scene();
    in_paused_time(async {
        let world = World::of(seed, scene, trace).await;
        let drawn = history(world.dice());
        let history = given.map_or(drawn, <[Step]>::to_vec);
        let breaches = live(&world, &history).await;
        let (trace, tally) = (&world.outside.wire.trace, &world.weather().tally);
        let read = |count: &std::sync::atomic::AtomicU64| count.load(std::sync::atomic::Ordering::Relaxed);
        Outcome {
            seed,
            history,
            breaches,
            sum: trace.sum(),
            lines: trace.lines(),
            requests: read(&tally.requests),
            faults: read(&tally.faults),
            crashes: read(&tally.crashes),
            counts: counts(&world),
        }
    })
}

fn counts(world: &World) -> BTreeMap<String, u64> {
    let mut counts = world.known.lock().unwrap().answers.clone();
    let dump = Dump::of(&world.outside.wire.database);
    for order in dump.orders {
        *counts.entry(format!("order {:?}", order.state)).or_default() += 1;
    }
    *counts.entry("enrollments".to_owned()).or_default() += dump.enrollments.len() as u64;
    *counts.entry("logins".to_owned()).or_default() += dump.logins.len() as u64;
    *counts.entry("mails".to_owned()).or_default() += world.outside.post.letters().len() as u64;
    counts
}

async fn live(world: &World, history: &[Step]) -> Vec<String> {
    world.weather().turn(false);
    for (number, step) in history.iter().enumerate() {
        world.dice().begin(&format!("{step:?}"));
        let crashed = tokio::select! {
            biased;
            () = world.weather().crashed.notified() => true,
            () = in_lane(0, world.perform(step)) => false,
        };
        if crashed {
            world.restart().await;
        }
        if number % LOOK_EVERY == 0 {
            let breaches = invariants::at_any_moment(world);
            if !breaches.is_empty() {
                return breaches.into_iter().map(|breach| format!("after step {number}: {breach}")).collect();
            }
        }
    }
    world.dice().begin("the end");
    in_lane(0, async {
        world.settle().await;
        invariants::at_rest(world).await
    })
    .await
}
