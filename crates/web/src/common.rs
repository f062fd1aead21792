//! Passwords that everybody who guesses tries first: a list of the commonest ones, looked up without any network, and
//! the few ways in which people make a long one of a short one. It must not know whose password is asked about.

use crate::secrets::sha256;

/// Made by `cargo xtask common-passwords`; where it comes from stands beside it.
static TABLE: &[u8] = include_bytes!("../assets/common-passwords.bin");

/// Whether a password is on the list, repeats itself, runs along the keyboard or the alphabet, or is two words of the
/// list in a row.
pub(crate) fn is_common(password: &str) -> bool {
    let lower = password.to_lowercase();
    let compact: Vec<char> = lower.chars().filter(|c| c.is_alphanumeric()).collect();
    let all: Vec<char> = lower.chars().collect();
    // A year or a counter at the end makes nothing new.
    let digits = compact.iter().rev().take_while(|c| c.is_ascii_digit()).count();
    let stem = compact.get(..compact.len() - digits.min(TAIL_DIGITS_MAX)).unwrap_or_default();
    [&*all, &*compact, stem].into_iter().any(|text| !text.is_empty() && is_easy(text)) || distinct(&all) < DISTINCT_MIN
}

const TAIL_DIGITS_MAX: usize = 4;
/// A password of fewer different characters is a pattern, not a phrase.
const DISTINCT_MIN: usize = 5;
/// Shorter parts are on the list by chance.
const PART_CHARS_MIN: usize = 4;

fn is_easy(text: &[char]) -> bool {
    listed(text) || is_run(text) || repeats(text) || is_two_words(text)
}

fn listed(text: &[char]) -> bool {
    let word: String = text.iter().collect();
    let [a, b, c, d, ..] = sha256(word.as_bytes());
    let (entries, _) = TABLE.as_chunks::<4>();
    entries.binary_search(&[a, b, c, d]).is_ok()
}

fn distinct(text: &[char]) -> usize {
    let mut sorted = text.to_vec();
    sorted.sort_unstable();
    sorted.dedup();
    sorted.len()
}

/// Whether nearly every character follows from the one before: `abcdefg…`, `9876543…`, `12345678901…`.
fn is_run(text: &[char]) -> bool {
    let follows = |pair: &[char]| match pair {
        [a, b] => a == b || (u32::from(*a)).abs_diff(u32::from(*b)) == 1 || matches!((a, b), ('9', '0') | ('0', '9')),
        _ => false,
    };
    let steps = text.windows(2).filter(|pair| follows(pair)).count();
    steps * 10 > text.len() * 8
}

/// Whether it is one short or common part over and over, the last time perhaps cut off.
fn repeats(text: &[char]) -> bool {
    let period =
        (1..=text.len() / 2).find(|period| text.iter().zip(text.iter().skip(*period)).all(|(one, later)| one == later));
    let Some(part) = period.and_then(|period| text.get(..period)) else { return false };
    // Twice anything that could be guessed alone is as good as once.
    part.len() < REPEATED_CHARS_MIN || listed(part) || is_run(part) || is_two_words(part)
}

/// A part that is longer than this and no common one may well be said twice.
const REPEATED_CHARS_MIN: usize = 8;

fn is_two_words(text: &[char]) -> bool {
    let last = text.len().saturating_sub(PART_CHARS_MIN);
    (PART_CHARS_MIN..=last)
        .any(|at| text.split_at_checked(at).is_some_and(|(first, second)| listed(first) && listed(second)))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Proves: A05
    #[test]
    fn what_everybody_tries_first_is_common() {
        for common in [
            "1q2w3e4r5t6y7u8i9o",
            "1qaz2wsx3edc4rfv",
            "manchesterunited",
            "ManchesterUnited",
            "manchesterunited2026",
            "iloveyouiloveyou",
            "qwertyuiopasdfgh",
            "passwordpassword",
            "password password",
            "Password-Password-1",
            "123456789012345",
            "123123123123123",
            "987654321098765",
            "abcdefghijklmnop",
            "aaaaaaaaaaaaaaaaaaaa",
            "abababababababab",
            "footballbaseball",
        ] {
            assert!(is_common(common), "{common}");
        }
    }

    #[test]
    fn phrases_are_not_common() {
        for phrase in [
            "correct horse battery staple",
            "correct horse battery",
            "quiet rivers at dawn",
            "fifteen letters",
            "caf\u{e9} au lait, deux",
            "\u{1f40e}\u{1f50b}\u{1f9f7}\u{1f34e}\u{1f327}\u{1f41f}\u{1f388}\u{1f3b2}\u{1f35e}\u{1f422}\u{1f335}\u{1f3bb}\u{1f9ca}\u{1f6f6}\u{1f9f6}",
            "Xk9 vellum otter rain",
        ] {
            assert!(!is_common(phrase), "{phrase}");
        }
    }
}
