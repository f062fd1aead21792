//! The catalog that ships with the project reads without a single complaint and shows what a catalog can hold.

use std::collections::HashSet;
use std::path::PathBuf;

use domain::{CourseMode, Direction, Price};

use crate::{CourseDraft, Feed, Format, Options, read};

fn demo() -> Feed {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../demo");
    let bytes = std::fs::read(folder.join("catalog.json")).unwrap();
    let load = |file: &str| std::fs::read_to_string(folder.join(file)).ok();
    let format = Format::detect(&bytes, Some("catalog.json")).unwrap();
    read(&bytes, format, &Options { load_lesson: Some(&load), ..Options::default() }).unwrap()
}

fn count(feed: &Feed, wanted: impl Fn(&CourseDraft) -> bool) -> usize {
    feed.drafts().filter(|draft| wanted(draft)).count()
}

#[test]
fn the_demo_catalog_has_no_mistakes() {
    for row in demo().rows {
        assert_eq!(row.outcome.err(), None, "{}", row.key);
        assert_eq!(row.warnings, [], "{}", row.key);
    }
}

#[test]
fn the_demo_catalog_shows_every_kind_of_course() {
    let feed = demo();
    assert!(count(&feed, |_| true) >= 28);
    assert!(count(&feed, |draft| draft.languages[0].direction() == Direction::Rtl) >= 2);
    for mode in [CourseMode::SelfPaced, CourseMode::Live, CourseMode::OnSite, CourseMode::Blended] {
        let held_so =
            count(&feed, |draft| draft.mode == mode && draft.terms.is_empty() == (mode == CourseMode::SelfPaced));
        assert!(held_so >= 1, "{mode:?}");
    }
    assert!(count(&feed, |draft| draft.terms.iter().any(|term| term.place.is_some())) >= 3);
    let distinct = |names: &mut dyn Iterator<Item = String>| names.collect::<HashSet<_>>().len();
    assert!(distinct(&mut feed.drafts().map(|draft| draft.languages[0].to_string())) >= 6);
    assert!(distinct(&mut feed.drafts().map(|draft| draft.publisher.name.to_string())) >= 2);
    let currency = |draft: &CourseDraft| draft.price.money().map(|money| money.currency.to_string());
    assert!(distinct(&mut feed.drafts().filter_map(currency)) >= 4);
    let subjects = distinct(&mut feed.drafts().flat_map(|draft| &draft.subjects).map(ToString::to_string));
    assert!((8..=10).contains(&subjects), "{subjects}");
    assert!(count(&feed, |draft| draft.price == Price::Free) >= 8);
    assert!(count(&feed, |draft| draft.summary.is_some() && draft.description_html.len() > 300) == feed.rows.len());
}

#[test]
fn the_demo_lessons_are_whole() {
    let feed = demo();
    let with_lessons: Vec<&CourseDraft> = feed.drafts().filter(|draft| !draft.lessons.is_empty()).collect();
    assert!(with_lessons.len() >= 4);
    for (language, paid) in [("en", false), ("en", true), ("de", true), ("ar", false)] {
        let found =
            with_lessons.iter().any(|d| d.languages[0].as_str() == language && (d.price != Price::Free) == paid);
        assert!(found, "{language} {paid}");
    }
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../demo/lessons");
    for draft in with_lessons {
        assert!((4..=7).contains(&draft.lessons.len()), "{}", draft.title);
        let exists = |file: &str| folder.join(draft.slug.as_str()).join(file).exists().then(|| format!("/{file}"));
        for lesson in &draft.lessons {
            let html = prose::markdown_to_html_with(&lesson.markdown, &exists).into_string();
            assert!(!html.contains("<a>"), "a link in `{}` leads nowhere", lesson.title);
            let words = prose::to_plain_text(&html).split_whitespace().count();
            assert!((250..=600).contains(&words), "`{}` has {words} words", lesson.title);
        }
    }
}
