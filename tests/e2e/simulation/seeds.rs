//! Many seeds, as many at once as there are cores; a seed that breaks something is printed with its history.

#![expect(clippy::panic, clippy::print_stdout, reason = "whoever plays seeds wants to read what came of them")]

use std::collections::BTreeMap;
use std::panic::catch_unwind;
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Instant;

use super::run::{Outcome, play, play_history};
use super::shorten::shorten;
use super::trace::Trace;

/// So many are played with every change.
const SEEDS: u64 = 200;
/// Broken seeds that are printed in full; one is enough to work on.
const PRINTED_MAX: usize = 3;

/// A number from the environment.
fn number(name: &str) -> Option<u64> {
    std::env::var(name).ok().map(|text| text.parse().unwrap())
}

/// Plays `PORTICO_SEED`, or so many as `PORTICO_SEEDS` says, from `PORTICO_FIRST_SEED` on.
pub(super) fn play_all() {
    if let Some(seed) = number("PORTICO_SEED") {
        let outcome = play(seed, Trace::wordy());
        print(&outcome);
        if !outcome.breaches.is_empty() {
            let shortest = shorten(seed, &outcome.history);
            let breaches = play_history(seed, Some(&shortest), Trace::default()).breaches;
            panic!("seed {seed} breaks a promise; the shortest way to it: {shortest:#?}\n{breaches:#?}");
        }
        return;
    }
    let (first, seeds) = (number("PORTICO_FIRST_SEED").unwrap_or(0), number("PORTICO_SEEDS").unwrap_or(SEEDS));
    let (next, begun) = (AtomicU64::new(first), Instant::now());
    let tally = Mutex::new(Tally::default());
    std::thread::scope(|scope| {
        for _ in 0..std::thread::available_parallelism().map_or(1, usize::from) {
            scope.spawn(|| {
                loop {
                    let seed = next.fetch_add(1, Ordering::Relaxed);
                    if seed >= first + seeds {
                        return;
                    }
                    let played = catch_unwind(|| play(seed, Trace::default())).map_err(|_| seed);
                    tally.lock().unwrap().take(played);
                }
            });
        }
    });
    let tally = tally.into_inner().unwrap();
    println!("{} in {:.1} s\n{:?}", tally.words(), begun.elapsed().as_secs_f64(), tally.counts);
    assert!(tally.broken.is_empty(), "seeds that break a promise: {:?}", tally.broken);
}

/// What all of them came to.
#[derive(Debug, Default)]
struct Tally {
    runs: u64,
    steps: usize,
    requests: u64,
    faults: u64,
    crashes: u64,
    counts: BTreeMap<String, u64>,
    broken: Vec<u64>,
}

impl Tally {
    fn take(&mut self, played: Result<Outcome, u64>) {
        self.runs += 1;
        match played {
            Ok(outcome) => {
                self.steps += outcome.history.len();
                self.requests += outcome.requests;
                self.faults += outcome.faults;
                self.crashes += outcome.crashes;
                for (what, count) in &outcome.counts {
                    *self.counts.entry(what.clone()).or_default() += count;
                }
                if !outcome.breaches.is_empty() {
                    self.broken.push(outcome.seed);
                    if self.broken.len() <= PRINTED_MAX {
                        print(&outcome);
                    }
                }
            }
            Err(seed) => {
                println!("seed {seed} panicked");
                self.broken.push(seed);
            }
        }
        if self.runs.is_multiple_of(500) {
            println!("{}", self.words());
        }
    }

    fn words(&self) -> String {
        let Self { runs, steps, requests, faults, crashes, broken, counts: _ } = self;
        let broken = broken.len();
        format!(
            "{runs} seeds, {broken} broken: {steps} steps, {requests} requests to the table, {faults} faults, {crashes} crashes"
        )
    }
}

fn print(outcome: &Outcome) {
    for (number, step) in outcome.history.iter().enumerate() {
        println!("  {number:>2} {step:?}");
    }
    for line in &outcome.lines {
        println!("{line}");
    }
    for breach in &outcome.breaches {
        println!("BREACH of seed {}: {breach}", outcome.seed);
    }
}
