//! Feeds that were damaged: every row is a course that keeps its promises, or an error; and what is exported comes
//! back as it was.

use csv::ReaderBuilder;
use domain::Course;
use jiff::Timestamp;

use super::{CSV, CSV_BROKEN, MOOCHUB, MOOCHUB_BROKEN};
use crate::{Feed, Format, Options, read, write_csv};

fn courses(feed: &Feed) -> Vec<Course> {
    feed.drafts().cloned().map(|draft| draft.into_course(Timestamp::UNIX_EPOCH).0).collect()
}

fn keeps_its_promises(course: &Course) {
    let html = &course.description_html;
    assert_eq!(prose::clean_html(html).as_str(), html, "descriptions are clean already");
    let lower = html.to_lowercase();
    assert!(!lower.contains("<script") && !lower.contains("href=\"javascript:"), "{html}");
    assert!(!course.title.as_str().chars().any(char::is_control));
    assert!(domain::Slug::new(course.slug.as_str()).is_ok(), "{}", course.slug);
    assert!(!course.languages.is_empty());
    for url in [&course.source_url, &course.publisher.url].into_iter().flatten() {
        assert!(url.as_str().to_ascii_lowercase().starts_with("http"), "{url:?}");
    }
}

/// What a spreadsheet would calculate.
fn is_formula(cell: &str) -> bool {
    cell.starts_with(['=', '+', '-', '@', '\t', '\r'])
}

fn comes_back(courses: &[Course]) {
    let table = write_csv(courses);
    let mut cells = ReaderBuilder::new().has_headers(false).from_reader(table.as_slice());
    for record in cells.records() {
        let record = record.unwrap();
        assert!(!record.iter().any(is_formula), "{record:?}");
    }
    let again = read(&table, Format::Csv, &Options::default()).unwrap();
    let told =
        |course: &Course| (course.title.clone(), course.price, course.languages.clone(), course.subjects.clone());
    // Two courses of one code are two rows of one course, which is an error of its own.
    let mut slugs: Vec<_> = courses.iter().map(|course| course.slug.as_str()).collect();
    slugs.sort_unstable();
    if slugs.windows(2).all(|pair| pair.first() != pair.last()) {
        let before: Vec<_> = courses.iter().map(told).collect();
        let after: Vec<_> = super::fuzzed::courses(&again).iter().map(told).collect();
        assert_eq!(before, after, "{:?}", again.rows);
    }
}

fn survives(bytes: &[u8], format: Format) {
    let Ok(feed) = read(bytes, format, &Options::default()) else { return };
    let courses = courses(&feed);
    courses.iter().for_each(keeps_its_promises);
    comes_back(&courses);
}

#[test]
fn damaged_moochub_documents() {
    let corpus = [MOOCHUB.as_bytes(), MOOCHUB_BROKEN.as_bytes()];
    fuzz::each_bytes(&corpus, 150, |bytes| survives(bytes, Format::MooChub));
}

#[test]
fn damaged_tables() {
    fuzz::each_bytes(&[CSV.as_bytes(), CSV_BROKEN.as_bytes()], 150, |bytes| survives(bytes, Format::Csv));
}
