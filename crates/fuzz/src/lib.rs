//! Tests only: valid inputs, damaged step by step in the ways that readers are known to trip over. Plain loops on
//! stable Rust. It must not know what it damages.
//!
//! `PORTICO_FUZZ_CASES` says how many inputs each loop tries (each has a number of its own that takes about a
//! second), `PORTICO_FUZZ_SEED` where it begins. A loop that fails prints both, and the input.

mod damage;
mod dice;

use std::env::var;
use std::str::FromStr;

pub use damage::BYTES_MAX;
pub use dice::Dice;

const CASES: &str = "PORTICO_FUZZ_CASES";
const SEED: &str = "PORTICO_FUZZ_SEED";
const SEED_DEFAULT: u64 = 2026;

fn wish<T: FromStr>(name: &str) -> Option<T> {
    var(name).ok()?.parse().ok()
}

/// Calls `check` with `cases` damaged versions of what is in `corpus`, the undamaged ones first.
pub fn each_bytes(corpus: &[&[u8]], cases: usize, check: impl Fn(&[u8])) {
    let seed = wish(SEED).unwrap_or(SEED_DEFAULT);
    let cases = wish(CASES).unwrap_or(cases);
    let mut dice = Dice::new(seed);
    for case in 0..cases {
        let input = match corpus.get(case) {
            Some(valid) => valid.to_vec(),
            None => damage::damaged(corpus, &mut dice),
        };
        let _witness = Witness { seed, case, input: &input };
        check(&input);
    }
}

/// The same for readers of text: what is no UTF-8 any more is made so.
pub fn each_text(corpus: &[&str], cases: usize, check: impl Fn(&str)) {
    let bytes: Vec<&[u8]> = corpus.iter().map(|text| text.as_bytes()).collect();
    each_bytes(&bytes, cases, |input| check(&String::from_utf8_lossy(input)));
}

/// Says what was being tried when a check failed.
struct Witness<'a> {
    seed: u64,
    case: usize,
    input: &'a [u8],
}

impl Drop for Witness<'_> {
    #[expect(clippy::print_stderr, reason = "a failing test tells how to see it again")]
    fn drop(&mut self) {
        if std::thread::panicking() {
            let Self { seed, case, input } = self;
            eprintln!("{SEED}={seed} {CASES}={}: {:?}", *case + 1, String::from_utf8_lossy(input));
        }
    }
}

#[cfg(test)]
mod tests {
    use std::cell::RefCell;

    use super::*;

    fn tried(cases: usize) -> Vec<Vec<u8>> {
        let seen = RefCell::new(Vec::new());
        each_bytes(&[b"alpha", b"{\"a\":[1,2]}"], cases, |input| seen.borrow_mut().push(input.to_vec()));
        seen.into_inner()
    }

    #[test]
    fn the_corpus_comes_first_and_the_same_seed_gives_the_same() {
        let once = tried(500);
        assert_eq!(once[..2], [b"alpha".to_vec(), b"{\"a\":[1,2]}".to_vec()]);
        assert_eq!(once, tried(500));
        let different: std::collections::BTreeSet<_> = once.iter().collect();
        assert!(different.len() > 400, "{}", different.len());
        assert!(once.iter().all(|input| input.len() <= BYTES_MAX));
    }

    #[test]
    fn text_stays_text() {
        each_text(&["größe"], 200, |text| assert!(text.len() <= BYTES_MAX * 3));
    }
}
