//! Tests of whole feeds. What is read is printed and checked in: the snapshots are the dry runs an importer shows.

mod changes;
mod demo_catalog;
mod fuzzed;
mod random_bytes;
mod rows;
mod whole_feed;

use std::fmt::Write;

use crate::{CourseDraft, Feed, Format, Options, read};

pub(crate) const MOOCHUB: &str = include_str!("../../fixtures/moochub.json");
pub(crate) const MOOCHUB_BROKEN: &str = include_str!("../../fixtures/moochub-broken-rows.json");
pub(crate) const CSV: &str = include_str!("../../fixtures/courses.csv");
pub(crate) const CSV_BROKEN: &str = include_str!("../../fixtures/courses-broken-rows.csv");

/// Reads with a folder of lessons that holds everything below `cafe/`.
pub(crate) fn read_all(text: &str) -> Feed {
    let load = |file: &str| file.starts_with("cafe/").then(|| format!("The lesson `{file}`."));
    let format = Format::detect(text.as_bytes(), None).unwrap();
    read(text.as_bytes(), format, &Options { load_lesson: Some(&load), ..Options::default() }).unwrap()
}

/// One paragraph a row, as a dry run shows it.
pub(crate) fn dry_run(feed: &Feed) -> String {
    let mut text = String::new();
    for row in &feed.rows {
        let _ = writeln!(text, "line {} {}", row.line, row.key);
        match &row.outcome {
            Ok(draft) => text.push_str(&course(draft)),
            Err(errors) => errors.iter().for_each(|error| writeln!(text, "  error   {error}").unwrap()),
        }
        row.warnings.iter().for_each(|warning| writeln!(text, "  warning {warning}").unwrap());
    }
    text
}

/// Only what differs from the plainest course.
fn course(draft: &CourseDraft) -> String {
    let mut text = format!("  course  {} \"{}\" {:?}\n", draft.slug, draft.title, draft.mode);
    let (plain, lessons) = draft.clone().into_course(jiff::Timestamp::UNIX_EPOCH);
    let json = serde_json::to_value(&plain).unwrap();
    let silent =
        ["id", "version", "slug", "title", "mode", "publication", "self_enrollment", "created_at", "updated_at"];
    for (name, value) in json.as_object().unwrap() {
        let usual = ["\"free\"", "\"public\"", "\"unlimited\"", "[\"en\"]", "[]", "\"proprietary\""];
        if !silent.contains(&name.as_str()) && !usual.contains(&value.to_string().as_str()) {
            let shown: String = value.to_string().chars().take(300).collect();
            let _ = writeln!(text, "          {name} {shown}");
        }
    }
    for lesson in lessons {
        let _ =
            writeln!(text, "          lesson {} {} {} {:?}", lesson.id, lesson.title, lesson.minutes, lesson.markdown);
    }
    text
}
