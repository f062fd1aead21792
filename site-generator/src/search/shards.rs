//! Words of promises, descriptions and lesson titles, with the rows they stand in.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use domain::Course;
use rayon::prelude::*;

use super::words::{SHARDS, shard_of, words};
use crate::text::plain_text;

/// A word in more than one text of eight says nothing about a course; queries pass over it.
const COMMON_SHARE: usize = 8;
/// Small catalogs have no common words: with few texts, one in eight is one or two.
const COMMON_ROWS_MIN: usize = 40;

/// Word to rows. Each row is written as its distance from the one before.
pub(super) type Shard = BTreeMap<String, Vec<usize>>;

/// The shards and what the table has to say about them.
pub(super) struct Shards {
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
        (0..SHARDS / 4).map(digit).collect()
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
    let mut found = Shards { shards: BTreeMap::new(), common: Vec::new() };
    for (word, rows) in rows_of {
        if rows.len() > common_from {
            found.common.push(word);
        } else if let Some(number) = shard_of(&word) {
            let mut before = 0;
            let distances = rows.into_iter().map(|row| row - std::mem::replace(&mut before, row)).collect();
            found.shards.entry(number).or_default().insert(word, distances);
        }
    }
    found.common.sort();
    found
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
