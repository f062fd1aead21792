//! The only chance there is in a run, all of it from one seed. Two things done at once have a lane each, with dice and
//! moments of its own, so that neither disturbs what the other throws: the same seed gives the same history, whatever
//! the machine does meanwhile. Knows nothing of what is thrown for.

use std::collections::BTreeMap;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::ops::Range;
use std::sync::Mutex;
use std::time::Duration;

use domain::Entropy;
use fastrand::Rng;

use super::clock::VirtualClock;

/// Two lanes, and one for what works outside both (the threads that hash passwords).
const LANES: usize = 3;
const OUTSIDE: usize = 2;
/// A lane waits only for milliseconds of its own, so no two of them ever wake at once.
const SLOTS_MS: u64 = 4;

tokio::task_local! {
    static LANE: usize;
}

/// Does something in a lane, 0 or 1.
pub(super) async fn in_lane<T>(lane: usize, work: impl Future<Output = T>) -> T {
    LANE.scope(lane, work).await
}

/// The lane that this is done in.
pub(super) fn lane() -> usize {
    LANE.try_with(|lane| *lane).unwrap_or(OUTSIDE)
}

/// A run's dice.
#[derive(Debug)]
pub(super) struct Dice {
    seed: u64,
    lanes: [Mutex<Rng>; LANES],
    /// How often each step was begun.
    begun: Mutex<BTreeMap<String, u64>>,
}

impl Dice {
    /// The dice of a seed.
    pub(super) fn new(seed: u64) -> Self {
        let dice = Self { seed, lanes: [0; LANES].map(|_| Mutex::new(Rng::new())), begun: Mutex::default() };
        dice.begin("the history");
        dice
    }

    /// Takes fresh dice for a step: what it meets depends on the seed and on itself, not on what came before, so that a
    /// history can be shortened without becoming another one.
    pub(super) fn begin(&self, step: &str) {
        let mut begun = self.begun.lock().unwrap();
        let times = begun.entry(step.to_owned()).or_default();
        *times += 1;
        let mut hasher = DefaultHasher::new();
        (self.seed, step, *times).hash(&mut hasher);
        let mut first = Rng::with_seed(hasher.finish());
        for lane in &self.lanes {
            *lane.lock().unwrap() = first.fork();
        }
        // The SDK draws the pauses between its attempts from this.
        fastrand::seed(hasher.finish());
    }

    fn throw<T>(&self, throw: impl FnOnce(&mut Rng) -> T) -> T {
        throw(&mut self.lanes[lane()].lock().unwrap())
    }

    /// True so many times in a thousand.
    pub(super) fn per_mille(&self, chance: u32) -> bool {
        self.throw(|dice| dice.u32(0..1000)) < chance
    }

    /// A number of the range.
    pub(super) fn within(&self, range: Range<u64>) -> u64 {
        self.throw(|dice| dice.u64(range))
    }

    /// Waits as long as a call over the network takes, until a moment of this lane's own.
    pub(super) async fn take_a_moment(&self, clock: &VirtualClock) {
        let (now_ms, lane) = (clock.elapsed_ms(), lane() as u64);
        let slot_ms = (now_ms + self.within(2..30)).next_multiple_of(SLOTS_MS) + lane;
        tokio::time::sleep(Duration::from_millis(slot_ms - now_ms)).await;
    }
}

impl Entropy for Dice {
    fn fill(&self, buffer: &mut [u8]) {
        self.throw(|dice| dice.fill(buffer));
    }
}
