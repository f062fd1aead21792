//! One line of a table: from cells to a row.

use std::collections::{BTreeMap, BTreeSet};

use csv::StringRecord;
use domain::{CourseMode, Currency, HttpUrl, Money, Price, Publisher, Summary, Title};

use super::cells::{disarmed, items, slots};
use super::header::Header;
use crate::audience::audience;
use crate::course_entry::{self, CourseEntry};
use crate::dates::{self, DateFields};
use crate::error::{FieldError, shortened};
use crate::feed::Row;
use crate::findings::Findings;
use crate::options::Options;
use crate::{identity, words};

/// Longer keys are shortened in reports.
const KEY_CHARS_MAX: usize = 80;

pub(crate) fn row(record: &StringRecord, line: usize, header: &Header, options: &Options<'_>) -> Row {
    let cells: Cells<'_> = Cells(header.pairs(record).map(|(name, cell)| (name, disarmed(cell.trim()))).collect());
    let key = match cells.get("code") {
        "" => format!("line {line}"),
        code => shortened(code, KEY_CHARS_MAX),
    };
    let refused = |field: &str, reason: String| Err(vec![FieldError::new(field, "", reason)]);
    if record.len() != header.len() {
        let reason = format!("has {} cells, the header has {}", record.len(), header.len());
        return Row { line, key, outcome: refused("line", reason), warnings: Vec::new() };
    }
    if record.iter().all(|cell| cell.trim().is_empty()) {
        return Row { line, key, outcome: refused("line", "is empty".into()), warnings: Vec::new() };
    }
    let mut findings = Findings::default();
    let outcome = entry(&cells, options, &mut findings).into_draft(&mut findings);
    Row { line, key, outcome, warnings: findings.warnings }
}

/// Cells by column, without the space around them. An absent column is an empty cell.
struct Cells<'a>(BTreeMap<&'static str, &'a str>);

impl<'a> Cells<'a> {
    fn get(&self, column: &str) -> &'a str {
        self.0.get(column).copied().unwrap_or_default()
    }

    /// The cell, or nothing where it is empty.
    fn given(&self, column: &str) -> Option<&'a str> {
        Some(self.get(column)).filter(|cell| !cell.is_empty())
    }

    /// The cell, or an error where it is empty.
    fn needed(&self, column: &str, findings: &mut Findings) -> Option<&'a str> {
        let cell = self.given(column);
        if cell.is_none() {
            findings.error(column, "", "is missing");
        }
        cell
    }
}

fn entry(cells: &Cells<'_>, options: &Options<'_>, findings: &mut Findings) -> CourseEntry {
    let code = cells.needed("code", findings);
    let title = cells.needed("title", findings);
    let title = title.and_then(|title| findings.need("title", title, Title::new(title)));
    let places = slots(cells.get("place"));
    let (starts, ends) = (items(cells.get("starts")), slots(cells.get("ends")));
    // One place is that of every run; otherwise each run names its own.
    let place = |run: usize| if places.len() == 1 { places.first() } else { places.get(run) };
    let fields = DateFields { starts: "starts", ends: "ends" };
    let place_titles = |run: usize| place(run).and_then(|place| Title::new(place).ok());
    let mut terms = dates::terms(&starts, &ends, &fields, place_titles, findings);
    for place in places.iter().filter(|place| !place.is_empty()) {
        findings.like("place", place, Title::new(place));
    }
    let default_mode = if terms.is_empty() { CourseMode::SelfPaced } else { CourseMode::Live };
    let mode = cells.given("mode").map_or(Some(default_mode), |word| {
        findings.need("mode", word, words::mode(word).ok_or("must be `self-paced`, `live`, `on-site` or `blended`"))
    });
    if mode == Some(CourseMode::SelfPaced) && !terms.is_empty() {
        findings.warn("starts", cells.get("starts"), "left out: a self-paced course has no dates");
        terms.clear();
    }
    let level = cells.given("level").and_then(|word| {
        findings.need("level", word, words::level(word).ok_or("must be `beginner`, `intermediate` or `advanced`"))
    });
    let description = cells.given("description").map(prose::markdown_to_html).unwrap_or_default();
    let origin = format!("{}\n{}", options.origin.unwrap_or_default(), cells.get("publisher"));
    CourseEntry {
        id: identity::course_id(&origin, code.unwrap_or_default()),
        code: code.map(str::to_owned),
        code_field: "code",
        title,
        summary: cells.given("summary").and_then(|text| findings.need("summary", text, Summary::new(text))),
        description_html: course_entry::description("description", description, findings),
        languages: course_entry::languages("language", &items(cells.get("language")), findings),
        subjects: course_entry::subjects("subjects", &items(cells.get("subjects")), findings),
        level,
        mode: mode.unwrap_or(default_mode),
        audience: findings.need("audience", cells.get("audience"), audience(cells.get("audience"), options.audience)),
        price: price(cells, findings),
        seats: None,
        publisher: publisher(cells, findings),
        source_url: web_address("url", cells, findings),
        licence: None,
        workload_minutes: None,
        terms,
        outline: Vec::new(),
        lessons: Vec::new(),
        silent: silent(cells),
    }
}

/// Fields of a course, and the column that says them. A table without the column keeps what a course has; an empty
/// cell clears it. Only a price is not given away by an empty cell.
const SAID_BY: [(&str, &str); 9] = [
    ("summary", "summary"),
    ("description_html", "description"),
    ("subjects", "subjects"),
    ("level", "level"),
    ("mode", "mode"),
    ("price", "price"),
    ("publisher_url", "publisher_url"),
    ("source_url", "url"),
    ("terms", "starts"),
];
/// What a table has no column for.
const NEVER_SAID: [&str; 4] = ["seats", "licence", "workload_minutes", "outline"];

fn silent(cells: &Cells<'_>) -> BTreeSet<&'static str> {
    let absent = |(_, column): &(&str, &str)| !cells.0.contains_key(*column);
    let mut silent: BTreeSet<_> = SAID_BY.into_iter().filter(absent).map(|(field, _)| field).collect();
    silent.extend(NEVER_SAID);
    if cells.given("price").is_none() {
        silent.insert("price");
    }
    silent
}

fn web_address(column: &str, cells: &Cells<'_>, findings: &mut Findings) -> Option<HttpUrl> {
    cells.given(column).and_then(|url| findings.need(column, url, HttpUrl::new(url)))
}

fn publisher(cells: &Cells<'_>, findings: &mut Findings) -> Option<Publisher> {
    let url = web_address("publisher_url", cells, findings);
    let name = cells.needed("publisher", findings)?;
    Some(Publisher { name: findings.need("publisher", name, Title::new(name))?, url })
}

fn price(cells: &Cells<'_>, findings: &mut Findings) -> Option<Price> {
    match (cells.given("price"), cells.given("currency")) {
        (None, None) => {
            findings.warn("price", "", "is missing: taken as free");
            Some(Price::Free)
        }
        (None, Some(_)) => {
            findings.error("price", "", "is missing; write 0 for a free course");
            None
        }
        (Some(amount), None) if is_zero(amount) => Some(Price::Free),
        (Some(_), None) => {
            findings.error("currency", "", "is missing");
            None
        }
        (Some(amount), Some(code)) => {
            let currency = findings.need("currency", code, Currency::new(code))?;
            findings.need("price", amount, Money::from_major(amount, currency).and_then(Price::of))
        }
    }
}

/// `0`, `0.00`: an amount that is nothing in every currency.
fn is_zero(amount: &str) -> bool {
    amount.contains('0') && amount.bytes().all(|byte| matches!(byte, b'0' | b'.'))
}
