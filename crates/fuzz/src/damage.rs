//! The ways in which an input is damaged.

use std::ops::Range;

use crate::dice::Dice;

/// Damage makes an input longer than this nowhere; a few readers take time that grows faster than their input.
pub const BYTES_MAX: usize = 16_384;
const STEPS_MAX: usize = 6;
const REPEATS_MAX: usize = 400;

/// What readers, pages, mails, logs and spreadsheets have been tripped with.
const SNIPPETS: &[&str] = &[
    "\0",
    "\r\n",
    "\n\n",
    "\t",
    "\u{feff}",
    "\u{200b}",
    "\u{202e}",
    "\u{2028}",
    "e\u{301}",
    "İ",
    "ß",
    "ﬁ",
    "👩‍👩‍👧",
    "ق",
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "javascript:alert(1)",
    "&#106;avascript&colon;",
    "\" onclick=\"alert(1)",
    "]]>",
    "<!--",
    "</p>",
    "`",
    "[x](",
    "![",
    "> ",
    "- ",
    "{",
    "[",
    "\"",
    "\\",
    "\\u0000",
    "\\ud800",
    "null",
    "-1",
    "1e999",
    "99999999999999999999",
    "0.1",
    "=1+1",
    "@",
    ",",
    ";",
    "|",
    "'",
    "..",
    "../",
    "%2e%2e%2f",
    "//evil.example",
    "v1=",
    "t=",
];

/// Some entry of the corpus, damaged.
pub(crate) fn damaged(corpus: &[&[u8]], dice: &mut Dice) -> Vec<u8> {
    let mut input = dice.one_of(corpus).map(|valid| valid.to_vec()).unwrap_or_default();
    for _ in 0..=dice.below(STEPS_MAX) {
        step(&mut input, corpus, dice);
        input.truncate(BYTES_MAX);
    }
    input
}

fn step(input: &mut Vec<u8>, corpus: &[&[u8]], dice: &mut Dice) {
    let range = range(input.len(), dice);
    let part = input.get(range.clone()).unwrap_or_default().to_vec();
    match dice.below(8) {
        0 => {
            let byte = dice.byte();
            if let Some(hit) = input.get_mut(range.start) {
                *hit = byte;
            }
        }
        1 => drop(input.splice(range, [])),
        2 => {
            let times = 1 + dice.below(4);
            input.splice(range.end..range.end, part.repeat(times));
        }
        3 => {
            let other = dice.below(input.len() + 1);
            input.splice(other..other, part);
        }
        4 => {
            let other = dice.one_of(corpus).copied().unwrap_or_default();
            let tail = other.get(dice.below(other.len() + 1)..).unwrap_or_default();
            input.truncate(range.start);
            input.extend_from_slice(tail);
        }
        5 => drop(input.splice(range, part.to_ascii_uppercase())),
        6 => {
            let times = dice.below(REPEATS_MAX);
            let snippet = dice.one_of(SNIPPETS).copied().unwrap_or_default();
            input.splice(range, snippet.repeat(times).into_bytes());
        }
        _ => {
            let snippet = dice.one_of(SNIPPETS).copied().unwrap_or_default();
            input.splice(range.start..range.start, snippet.bytes());
        }
    }
}

/// A part of the input, mostly a short one.
fn range(length: usize, dice: &mut Dice) -> Range<usize> {
    let start = dice.below(length + 1);
    let most = if dice.below(4) == 0 { length } else { 8 };
    start..(start + dice.below(most + 1)).min(length)
}
