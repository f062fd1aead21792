//! Importing again: the same file changes nothing, another file changes what it says.

use domain::{Course, Lesson, SeatLimit};
use jiff::Timestamp;

use super::{CSV, MOOCHUB, read_all};
use crate::{Format, Options, read, write_csv};

fn imported(text: &str) -> Vec<(Course, Vec<Lesson>)> {
    read_all(text).drafts().map(|draft| draft.clone().into_course(Timestamp::UNIX_EPOCH)).collect()
}

#[test]
fn the_same_file_again_changes_nothing() {
    for text in [MOOCHUB, CSV] {
        let later = Timestamp::from_second(1_000).unwrap();
        for (draft, (course, lessons)) in read_all(text).drafts().zip(imported(text)) {
            assert_eq!(draft.differs_from(&course), []);
            assert_eq!(draft.changed_lessons(&lessons), Vec::<&Lesson>::new());
            assert_eq!(draft.clone().apply_to(course.clone(), later), (course, lessons));
        }
    }
}

#[test]
fn a_changed_file_changes_what_it_says_and_keeps_the_rest() {
    let (mut course, _) = imported(MOOCHUB).remove(0);
    course.version = 7;
    let changed = MOOCHUB
        .replace("Knots for sailors", "Knots for all")
        .replace("knots-101", "knots-for-all")
        .replace("19.99", "29.99")
        .replace("\"priceMinor\": 1999, \"level\": \"beginner\", \"seats\": 12, ", "")
        .replace("clove hitch", "reef knot");
    let feed = read_all(&changed);
    let draft = feed.drafts().next().unwrap();
    let shown: Vec<String> = draft
        .differs_from(&course)
        .iter()
        .map(|change| format!("{}: {} -> {}", change.field, change.before, change.after))
        .collect();
    assert_eq!(
        shown,
        [
            "title: Knots for sailors -> Knots for all",
            "description_html: <h2>Knots</h2><p>Bowline &amp; <b>clove hitch</b>.</p> -> \
         <h2>Knots</h2><p>Bowline &amp; <b>reef knot</b>.</p>",
            "price: 19.99 EUR -> 29.99 EUR",
        ]
    );
    let later = Timestamp::from_second(1_000).unwrap();
    let (after, _) = draft.clone().apply_to(course.clone(), later);
    assert_eq!((after.id, after.version, &after.slug), (course.id, 7, &course.slug));
    assert_eq!((after.created_at, after.updated_at), (course.created_at, later));
    assert_eq!((after.level, after.seats), (course.level, SeatLimit::Seats(12)));
}

#[test]
fn a_changed_lesson_is_found() {
    let (course, mut lessons) = imported(MOOCHUB).remove(2);
    lessons[1].markdown = "Something else.".into();
    let feed = read_all(MOOCHUB);
    let draft = feed.drafts().nth(2).unwrap();
    assert_eq!(draft.differs_from(&course), []);
    assert_eq!(draft.changed_lessons(&lessons), [&draft.lessons[1]]);
}

#[test]
fn the_sender_is_part_of_every_id() {
    let of = |origin| {
        let options = Options { origin: Some(origin), ..Options::default() };
        read(MOOCHUB.as_bytes(), Format::MooChub, &options).unwrap().drafts().map(|draft| draft.id).collect::<Vec<_>>()
    };
    assert_ne!(of("a"), of("b"));
    // The address of the first page stands for the feed, so a course keeps its id when it moves to another page.
    let moved = MOOCHUB.replace("page=1", "page=1&size=9");
    assert_eq!(read_all(&moved).rows, read_all(MOOCHUB).rows);
}

/// Proves: F38
#[test]
fn a_written_table_reads_back_as_the_same_courses() {
    let courses: Vec<Course> = [MOOCHUB, CSV].into_iter().flat_map(imported).map(|(course, _)| course).collect();
    // The same code appears in both fixtures; a table is one feed, so it may stand there only once.
    let (_, distinct) = courses.split_first().unwrap();
    let bytes = write_csv(distinct);
    assert!(String::from_utf8_lossy(&bytes).contains("\"'=1+1\""));
    let feed = read(&bytes, Format::detect(&bytes, None).unwrap(), &Options::default()).unwrap();
    assert_eq!(feed.drafts().count(), distinct.len());
    for (draft, course) in feed.drafts().zip(distinct) {
        assert_eq!(draft.differs_from(course), [], "{}", course.title);
        assert_eq!(draft.slug, course.slug);
    }
}

#[test]
fn a_table_keeps_what_it_has_no_column_for_and_clears_what_it_leaves_empty() {
    const WHOLE: &str = "code,title,language,publisher,summary,description,subjects,level,price,currency,url,starts\n\
        rust,Rust,en,Us,Learn it,*Text*,Coding,beginner,49.00,EUR,https://a.example,2027-01-10\n";
    let (course, _) = imported(WHOLE).remove(0);
    let fields = |text: &str| -> Vec<&str> {
        let feed = read_all(text);
        feed.drafts().next().unwrap().differs_from(&course).iter().map(|change| change.field).collect()
    };
    assert_eq!(fields(WHOLE), [""; 0]);
    assert_eq!(fields("code,title,language,publisher\nrust,Rust,en,Us\n"), [""; 0]);
    let emptied = WHOLE.replace("Learn it,*Text*,Coding,beginner,49.00,EUR,https://a.example,2027-01-10", ",,,,,,,");
    // The price stays: nothing is given away by leaving a cell empty.
    let cleared = ["summary", "description_html", "subjects", "level", "source_url", "terms"];
    assert_eq!(fields(&emptied), cleared);
}
