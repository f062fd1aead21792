//! Makes a history that breaks a promise as short as it can be: leaves out what it breaks just as well without.

use super::history::Step;
use super::run::play_history;
use super::trace::Trace;

/// The shortest history that this finds.
pub(super) fn shorten(seed: u64, history: &[Step]) -> Vec<Step> {
    let breaks = |steps: &[Step]| {
        let played = std::panic::catch_unwind(|| play_history(seed, Some(steps), Trace::default()));
        played.map_or(true, |outcome| !outcome.breaches.is_empty())
    };
    let mut kept = history.to_vec();
    let mut left_out = (kept.len() / 2).max(1);
    loop {
        let mut at = 0;
        while at < kept.len() {
            let end = (at + left_out).min(kept.len());
            let shorter = [&kept[..at], &kept[end..]].concat();
            if breaks(&shorter) {
                kept = shorter;
            } else {
                at = end;
            }
        }
        if left_out == 1 {
            return kept;
        }
        left_out /= 2;
    }
}
