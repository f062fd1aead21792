//! Outlines and what becomes of their lessons.

use domain::{Audience, CourseId};
use jiff::Timestamp;
use serde_json::{Value, json};

use super::*;
use crate::courses::draft::draft;

const OLD: LessonId = LessonId::from_bytes([7; 16]);

fn course() -> Course {
    let title = Title::new("A").unwrap();
    let mut course =
        draft(CourseId::from_bytes([1; 16]), Audience::Internal, title.clone(), title.clone(), Timestamp::UNIX_EPOCH)
            .unwrap();
    course.outline =
        vec![Section { title: title.clone(), lessons: vec![LessonOutline { id: OLD, title, minutes: 5, file: None }] }];
    course
}

fn read(lessons: Value) -> Result<OutlineChange, Vec<String>> {
    let sections: Vec<SectionForm> = serde_json::from_value(json!([{ "title": "S", "lessons": lessons }])).unwrap();
    let mut errors = FieldErrors::default();
    let mut next = 0;
    let change = read_outline(
        sections,
        &course(),
        &mut || {
            next += 1;
            LessonId::from_bytes([next; 16])
        },
        &mut errors,
    );
    if errors.list().is_empty() {
        Ok(change.unwrap())
    } else {
        Err(errors.list().iter().map(|field| field.field.clone()).collect())
    }
}

#[test]
fn only_what_changes_is_written() {
    let same = read(json!([{ "id": OLD, "title": "A", "minutes": 5 }])).unwrap();
    assert_eq!((same.written.len(), same.renamed.len()), (0, 0));
    let renamed = read(json!([{ "id": OLD, "title": "B", "minutes": 5 }])).unwrap();
    assert_eq!((renamed.written.len(), renamed.renamed.len()), (0, 1));
    let new = read(json!([{ "title": "B", "minutes": 5 }, { "id": OLD, "title": "A", "minutes": 5, "markdown": "x" }]));
    let new = new.unwrap();
    assert_eq!(new.written.iter().map(|lesson| lesson.markdown.as_str()).collect::<Vec<_>>(), ["", "x"]);
    assert_eq!(new.sections.unwrap()[0].lessons.len(), 2);
}

#[test]
fn foreign_and_doubled_lessons_are_named() {
    let foreign = LessonId::from_bytes([9; 16]);
    let lesson = |id: LessonId| json!({ "id": id, "title": "A", "minutes": 5 });
    assert_eq!(read(json!([lesson(foreign)])).unwrap_err(), ["outline[0].lessons[0].id"]);
    assert_eq!(read(json!([lesson(OLD), lesson(OLD)])).unwrap_err(), ["outline[0].lessons[1].id"]);
    let bad = json!([{ "title": "", "minutes": 200_000, "markdown": "x".repeat(200_001) }]);
    let place = "outline[0].lessons[0]";
    let expected = ["title", "minutes", "markdown"].map(|field| format!("{place}.{field}"));
    assert_eq!(read(bad).unwrap_err(), expected);
    let many: Vec<Value> = (0..501).map(|_| json!({ "title": "A", "minutes": 1 })).collect();
    assert_eq!(read(json!(many)).unwrap_err(), ["outline"]);
}
