//! One process, one seed: a simulation that owns time, chance, the table's faults, the provider's order of events, mail
//! and crashes, plays random histories of buying, refunding, learning and administering through the real routers, the
//! real store and the real SDK, and checks afterwards that nothing was lost, doubled or given away.
//!
//! `tests/README.md` says how to play one seed again, or ten thousand.

mod clock;
mod deeds;
mod dice;
mod dump;
mod faults;
mod history;
mod invariants;
mod kept;
mod known;
mod mail;
mod people;
mod process;
mod provider;
mod replica;
mod run;
mod scene;
mod seeds;
mod settle;
mod shorten;
mod stream;
mod table;
mod trace;
mod world;

use run::play;
use trace::Trace;

/// Plays the first seeds, for whoever watches what they ask; the promises are checked elsewhere.
pub(crate) fn play_some(seeds: u64) {
    for seed in 0..seeds {
        play(seed, Trace::default());
    }
}

#[test]
fn every_seed_keeps_every_promise() {
    seeds::play_all();
}

#[test]
fn a_seed_plays_the_same_history_twice() {
    for seed in [1, 2, 3] {
        let (first, second) = (play(seed, Trace::wordy()), play(seed, Trace::wordy()));
        let parted = first.lines.iter().zip(&second.lines).find(|(first, second)| first != second);
        assert_eq!(parted, None, "seed {seed}");
        assert_eq!(first.sum, second.sum, "seed {seed}");
    }
}
