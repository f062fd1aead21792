//! Courses as a table, for people who open it in a spreadsheet.

use csv::{QuoteStyle, Terminator, WriterBuilder};
use domain::{Course, Price, Term};

use super::cells::{armed, joined};
use super::header::COLUMNS;
use crate::audience::audience_word;
use crate::words::{level_word, mode_word};

/// Courses as a table in UTF-8 with its mark (without it spreadsheets garble accents), CRLF and every cell quoted. A
/// cell that a spreadsheet would calculate has a `'` in front; [`crate::read`] takes it away again. Lessons, seats,
/// licences and publication have no column.
pub fn write_csv<'a>(courses: impl IntoIterator<Item = &'a Course>) -> Vec<u8> {
    let mut out = "\u{feff}".as_bytes().to_vec();
    let mut writer =
        WriterBuilder::new().quote_style(QuoteStyle::Always).terminator(Terminator::CRLF).from_writer(&mut out);
    // Writing into memory does not fail, and every line has as many cells as the header.
    let _ = writer.write_record(COLUMNS);
    for course in courses {
        let _ = writer.write_record(COLUMNS.iter().map(|column| armed(cell(course, column))));
    }
    drop(writer);
    out
}

fn cell(course: &Course, column: &str) -> String {
    let money = course.price.money();
    match column {
        "code" => course.slug.to_string(),
        "title" => course.title.to_string(),
        "language" => joined(&course.languages),
        "summary" => course.summary.as_ref().map_or(String::new(), ToString::to_string),
        // Markdown takes HTML as it is.
        "description" => course.description_html.clone(),
        "subjects" => joined(&course.subjects),
        "level" => course.level.map_or("", level_word).to_owned(),
        "mode" => mode_word(course.mode).to_owned(),
        "price" => match course.price {
            Price::Free => "0".to_owned(),
            Price::Paid(money) => money.major(),
        },
        "currency" => money.map_or("", |money| money.currency.code()).to_owned(),
        "publisher" => course.publisher.name.to_string(),
        "publisher_url" => course.publisher.url.as_ref().map_or("", |url| url.as_str()).to_owned(),
        "url" => course.source_url.as_ref().map_or("", |url| url.as_str()).to_owned(),
        "starts" => joined(course.terms.iter().map(|term| term.starts_at)),
        "ends" => joined(course.terms.iter().map(|term| term.ends_at.map_or(String::new(), |end| end.to_string()))),
        "place" => places(&course.terms),
        "audience" => audience_word(course.audience).to_owned(),
        _ => String::new(),
    }
}

/// One place for all runs, or one for each.
fn places(terms: &[Term]) -> String {
    let mut places: Vec<&str> =
        terms.iter().map(|term| term.place.as_ref().map_or("", |place| place.as_str())).collect();
    if places.iter().all(|place| Some(place) == places.first()) {
        places.truncate(1);
    }
    joined(places)
}
