//! MOOChub v3: the document around the courses. See <https://github.com/MOOChub/schema>.
//!
//! Every course is cut out of the document first and read by itself, so one broken course costs only its own row.

mod course;
mod depth;
mod duration;
mod object;
mod outline;
mod parts;
mod price;

use serde_json::value::RawValue;

use crate::encoding::newlines;
use crate::error::{FeedError, shortened};
use crate::feed::{Feed, ROWS_MAX};
use crate::findings::Findings;
use crate::options::Options;
use object::Object;

/// Titles and attributions are one line on a page.
const LINE_CHARS_MAX: usize = 1_000;

pub(crate) fn read(text: &str, options: &Options<'_>) -> Result<Feed, FeedError> {
    depth::refuse_deep(text)?;
    let raw: &RawValue = serde_json::from_str(text).map_err(|error| broken(&error))?;
    let mut findings = Findings::default();
    let document = Object::root(raw, "document", &mut findings).ok_or_else(|| shape(&findings, raw))?;
    let data = document.raw("data").ok_or_else(|| FeedError::Shape("it has no `data`".into()))?;
    let courses: Vec<&RawValue> =
        serde_json::from_str(data.get()).map_err(|_| FeedError::Shape("`data` must be a list of courses".into()))?;
    if courses.len() > ROWS_MAX {
        return Err(FeedError::TooManyRows);
    }
    let origin = options.origin.map_or_else(|| own_address(&document), str::to_owned);
    let meta = document.object("meta", &mut Findings::default());
    let line_of_meta = |name: &str| {
        let found = meta.as_ref().and_then(|meta| meta.text(name, &mut Findings::default()));
        found.map(|text| shortened(text.trim(), LINE_CHARS_MAX)).filter(|text| !text.is_empty())
    };
    let mut lines = Lines { text, seen: 0, line: 1 };
    let rows = courses.iter().enumerate();
    let rows = rows.map(|(index, raw)| course::row(raw, lines.of(raw), index + 1, &origin, options)).collect();
    Ok(Feed {
        title: line_of_meta("title"),
        licence: line_of_meta("license"),
        attribution: line_of_meta("attribution"),
        rows,
    })
}

/// Where the feed says it lives, without what differs from page to page.
fn own_address(document: &Object<'_>) -> String {
    let quiet = &mut Findings::default();
    let links = document.object("links", quiet);
    let address = links.and_then(|links| links.text("first", quiet).or_else(|| links.text("self", quiet)));
    address.unwrap_or_default().split(['?', '#']).next().unwrap_or_default().to_owned()
}

fn shape(findings: &Findings, raw: &RawValue) -> FeedError {
    let list = raw.get().starts_with('[');
    let reason = if list { "it is a list; the courses belong into `data`" } else { "it must be an object with `data`" };
    match findings.errors.first() {
        Some(error) if raw.get().starts_with('{') => FeedError::Shape(error.to_string()),
        _ => FeedError::Shape(reason.to_owned()),
    }
}

fn broken(error: &serde_json::Error) -> FeedError {
    let (line, column) = (error.line(), error.column());
    if error.is_eof() {
        return FeedError::Truncated { line, column };
    }
    let sentence = error.to_string();
    let reason = sentence.split(" at line ").next().unwrap_or_default().to_owned();
    FeedError::Json { line, column, reason }
}

/// Counts lines from one course to the next.
struct Lines<'a> {
    text: &'a str,
    seen: usize,
    line: usize,
}

impl Lines<'_> {
    /// The line in which this part of the text begins. Parts have to come in their order.
    fn of(&mut self, part: &RawValue) -> usize {
        // Raw values borrow from the text, so the distance of the addresses is the place in it.
        let at = part.get().as_ptr().addr().saturating_sub(self.text.as_ptr().addr());
        self.line += newlines(self.text.as_bytes().get(self.seen..at).unwrap_or_default());
        self.seen = at;
        self.line
    }
}
