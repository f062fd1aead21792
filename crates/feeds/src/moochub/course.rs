//! One entry of `data`: from raw JSON to a row.

use domain::{Audience, HttpUrl, LanguageTag, Level, SeatLimit, Summary, Term, Title};
use serde_json::value::RawValue;

use super::object::Object;
use super::{duration, outline, parts, price};
use crate::audience::audience;
use crate::course_entry::{self, CourseEntry};
use crate::dates::{self, DateFields};
use crate::error::shortened;
use crate::feed::Row;
use crate::findings::Findings;
use crate::identity;
use crate::options::Options;
use crate::words::{self, Dates};

/// Ids of feeds are UUIDs; a longer text is not meant as one.
const OWN_ID_BYTES_MAX: usize = 200;

/// Judges one entry. `number` is its place in `data`, from 1.
pub(crate) fn row(raw: &RawValue, line: usize, number: usize, origin: &str, options: &Options<'_>) -> Row {
    let mut findings = Findings::default();
    let mut key = format!("course {number}");
    let entry = Object::root(raw, "course", &mut findings)
        .and_then(|object| entry(&object, &mut key, origin, options, &mut findings));
    let outcome = match entry {
        Some(entry) => entry.into_draft(&mut findings),
        None => Err(std::mem::take(&mut findings.errors)),
    };
    Row { line, key, outcome, warnings: findings.warnings }
}

/// What the entry says; `None` where it cannot even be told which course it is.
fn entry(
    object: &Object<'_>,
    key: &mut String,
    origin: &str,
    options: &Options<'_>,
    findings: &mut Findings,
) -> Option<CourseEntry> {
    let own_id = object.needed_text("id", findings).filter(|id| own_id_fits(id, findings));
    if let Some(own_id) = &own_id {
        *key = shortened(own_id, OWN_ID_BYTES_MAX);
    }
    if let Some(kind) = object.needed_text("type", findings).filter(|kind| kind != "Course") {
        findings.error("type", &kind, "must be `Course`");
    }
    if object.raw("attributes").is_none() {
        findings.error("attributes", "", "is missing");
    }
    let attributes = Object::root(object.raw("attributes")?, "attributes", findings)?;
    let code = attributes.text("courseCode", findings);
    if let Some(code) = code.as_deref().map(str::trim).filter(|code| !code.is_empty()) {
        *key = shortened(code, OWN_ID_BYTES_MAX);
    }
    // Without an id of its own the row is refused in the end; until then its other mistakes are worth telling too.
    let id = identity::course_id(origin, own_id.as_deref().unwrap_or_default());
    let meta = object.object("meta", findings);
    let meta = meta.as_ref();

    let title = attributes.needed_text("name", findings);
    let title = title.and_then(|title| findings.need("name", &title, Title::new(&title)));
    let description = attributes.text("description", findings).map(|html| prose::clean_html(&html));
    let terms = terms(&attributes, findings);
    let mode_words = attributes.texts("courseMode", findings);
    let (mode, unknown) = words::moochub_mode(&mode_words, dates_of(&terms));
    for word in unknown {
        findings.warn("courseMode", word, "is not a word of MOOChub and was passed over");
    }
    let (outline, lessons) = meta.map(|meta| outline::read(meta, id, options, findings)).unwrap_or_default();
    let url = attributes.needed_text("url", findings);
    let url = url.and_then(|url| findings.need("url", &url, HttpUrl::new(&url)));

    let summary = summary(meta, findings);
    let level = level(meta, &attributes, findings);
    let seats = seats(meta, findings);
    let licence = parts::licence(&attributes, findings);
    let workload_minutes = duration::workload_minutes(&attributes, findings);
    // Many feeds have nothing to say of these, and do not mean that there is none.
    let silent = [
        ("summary", summary.is_none()),
        ("level", level.is_none()),
        ("seats", seats.is_none()),
        ("licence", licence.is_none()),
        ("workload_minutes", workload_minutes.is_none()),
        ("outline", outline.is_empty()),
    ];
    Some(CourseEntry {
        id,
        code,
        code_field: "courseCode",
        title,
        summary,
        description_html: description
            .map(|html| course_entry::description("description", html, findings))
            .unwrap_or_default(),
        languages: languages(&attributes, findings),
        subjects: course_entry::subjects("keywords", &attributes.texts("keywords", findings), findings),
        level,
        mode,
        audience: asked_audience(meta, options, findings),
        price: price::read(&attributes, meta, findings),
        seats,
        publisher: parts::publisher(&attributes, findings),
        source_url: url.filter(|_| lessons.is_empty()),
        licence,
        workload_minutes,
        terms: parts::placed(terms, mode, &attributes, findings),
        outline,
        lessons,
        silent: silent.into_iter().filter_map(|(field, silent)| silent.then_some(field)).collect(),
    })
}

fn own_id_fits(own_id: &str, findings: &mut Findings) -> bool {
    let fits = !own_id.trim().is_empty() && own_id.len() <= OWN_ID_BYTES_MAX;
    if !fits {
        findings.error("id", own_id, format!("must have 1 to {OWN_ID_BYTES_MAX} bytes"));
    }
    fits
}

fn terms(attributes: &Object<'_>, findings: &mut Findings) -> Vec<Term> {
    let (starts, ends) = (attributes.texts("startDate", findings), attributes.texts("endDate", findings));
    dates::terms(&starts, &ends, &DateFields { starts: "startDate", ends: "endDate" }, |_| None, findings)
}

fn dates_of(terms: &[Term]) -> Dates {
    match terms {
        [] => Dates::None,
        terms if terms.iter().any(|term| term.ends_at.is_some()) => Dates::Runs,
        _ => Dates::Starts,
    }
}

fn languages(attributes: &Object<'_>, findings: &mut Findings) -> Vec<LanguageTag> {
    course_entry::languages("inLanguage", &attributes.texts("inLanguage", findings), findings)
}

fn summary(meta: Option<&Object<'_>>, findings: &mut Findings) -> Option<Summary> {
    let text = meta?.text("summary", findings).filter(|text| !text.trim().is_empty())?;
    findings.need("meta.summary", &text, Summary::new(&text))
}

fn seats(meta: Option<&Object<'_>>, findings: &mut Findings) -> Option<SeatLimit> {
    let seats = meta?.number("seats", findings)?;
    findings.need("meta.seats", seats, seats.parse().map(SeatLimit::Seats).map_err(|_| "must be a whole number"))
}

fn asked_audience(meta: Option<&Object<'_>>, options: &Options<'_>, findings: &mut Findings) -> Option<Audience> {
    let word = meta.and_then(|meta| meta.text("audience", findings)).unwrap_or_default();
    findings.need("meta.audience", &word, audience(&word, options.audience))
}

/// `meta.level`, else the lowest of `meta.levels`, else that of a framework that uses one of our names.
fn level(meta: Option<&Object<'_>>, attributes: &Object<'_>, findings: &mut Findings) -> Option<Level> {
    // Other platforms keep numbers here, of scales of their own; those say nothing and are no mistake.
    let quiet = &mut Findings::default();
    if let Some(word) = meta.and_then(|meta| meta.text("level", quiet)) {
        let known = words::level(&word);
        if known.is_none() {
            findings.warn("meta.level", &word, "is not `beginner`, `intermediate` or `advanced` and was passed over");
        }
        return known;
    }
    let mut names = meta.map(|meta| meta.texts("levels", quiet)).unwrap_or_default();
    for level in attributes.objects("educationalLevel", quiet) {
        for name in level.objects("name", quiet) {
            names.extend(name.text("name", quiet));
        }
    }
    names.iter().filter_map(|name| words::level(name)).min()
}
