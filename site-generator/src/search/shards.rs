//! Words of promises, descriptions and lesson titles, with the rows they stand in.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use domain::Course;
use rayon::prelude::*;

use super::words::{shard_of, words};
use crate::text::plain_text;

/// A word in more than one text of eight says nothing about a course; queries pass over it.
const COMMON_SHARE: usize = 8;
/// Small catalogs have no common words: with few texts, one in eight is one or two.
const COMMON_ROWS_MIN: usize = 40;

/// What one file holds about; a small catalog needs few files.
const WORDS_PER_SHARD: usize = 100;
/// With the table they stay under the 600 files of the budget.
const SHARDS_MAX: usize = 512;
/// A digit of the table stands for four.
const SHARDS_MIN: usize = 4;

/// Word to rows. Each row is written as its distance from the one before.
pub(super) type Shard = BTreeMap<String, Vec<usize>>;

/// The shards and what the table has to say about them.
pub(super) struct Shards {
    /// Into how many the words are parted, whether or not one holds any: a power of two.
    pub(super) of: u32,
    pub(super) shards: BTreeMap<u32, Shard>,
    /// Words left out because they stand nearly everywhere.
    pub(super) common: Vec<String>,
}

impl Shards {
    /// One hexadecimal digit for four shards: which exist, so that none is asked for in vain.
    pub(super) fn present(&self) -> String {
        let digit = |four: u32| {
            let bit = |at: u32| u32::from(self.shards.contains_key(&(four * 4 + at))) << at;
            char::from_digit((0..4).map(bit).sum(), 16).unwrap_or('0')
        };
        (0..self.of / 4).map(digit).collect()
    }
}

pub(super) fn shards(courses: &[&Course]) -> Shards {
    let texts: Vec<BTreeSet<String>> = courses.par_iter().map(|course| words_of(course)).collect();
    let with_text = texts.iter().filter(|words| !words.is_empty()).count();
    let mut rows_of: HashMap<String, Vec<usize>> = HashMap::new();
    for (row, words) in texts.into_iter().enumerate() {
        for word in words {
            rows_of.entry(word).or_default().push(row);
        }
    }
    let common_from = (with_text / COMMON_SHARE).max(COMMON_ROWS_MIN);
    let of = shards_for(rows_of.len());
    let mut found = Shards { of, shards: BTreeMap::new(), common: Vec::new() };
    for (word, rows) in rows_of {
        if rows.len() > common_from {
            found.common.push(word);
        } else if let Some(number) = shard_of(&word, of) {
            let mut before = 0;
            let distances = rows.into_iter().map(|row| row - std::mem::replace(&mut before, row)).collect();
            found.shards.entry(number).or_default().insert(word, distances);
        }
    }
    found.common.sort();
    found
}

/// A power of two: a growing catalog is parted anew only where it has doubled.
fn shards_for(words: usize) -> u32 {
    let shards = (words / WORDS_PER_SHARD).next_power_of_two().clamp(SHARDS_MIN, SHARDS_MAX);
    u32::try_from(shards).unwrap_or(u32::MAX)
}

/// What the texts say beyond the title, which the table holds.
fn words_of(course: &Course) -> BTreeSet<String> {
    let mut found: BTreeSet<String> = words(&plain_text(&course.description_html)).into_iter().collect();
    if let Some(summary) = &course.summary {
        found.extend(words(summary.as_str()));
    }
    for section in &course.outline {
        found.extend(words(section.title.as_str()));
        found.extend(section.lessons.iter().flat_map(|lesson| words(lesson.title.as_str())));
    }
    for word in words(course.title.as_str()) {
        found.remove(&word);
    }
    found
}
