//! Our own addition to MOOChub: `meta.outline` lists sections and lessons, whose texts are Markdown files beside the
//! feed. A feed and a folder make courses with everything in them.
//!
//! ```json
//! "outline": [{ "title": "First steps", "lessons": [{ "title": "Hello", "minutes": 10, "file": "rust/01-hello.md" }] }]
//! ```

use domain::{CourseId, Lesson, LessonFile, LessonOutline, OUTLINE_LESSONS_MAX, Section, Title};

use super::object::Object;
use crate::findings::Findings;
use crate::identity;
use crate::options::{LoadLesson, Options};

/// A lesson that takes longer than a week is a mistake.
const MINUTES_MAX: u32 = 7 * 24 * 60;

/// The sections, and the lessons in the same order. Both are empty where lessons cannot be loaded.
pub(crate) fn read(
    meta: &Object<'_>,
    course: CourseId,
    options: &Options<'_>,
    findings: &mut Findings,
) -> (Vec<Section>, Vec<Lesson>) {
    if meta.raw("outline").is_none() {
        return Default::default();
    }
    let Some(load) = options.load_lesson else {
        findings.warn("meta.outline", "", "left out: the lessons' files did not come with the feed");
        return Default::default();
    };
    let mut lessons: Vec<Lesson> = Vec::new();
    let mut sections = Vec::new();
    for section in meta.objects("outline", findings) {
        let title = title(&section, findings);
        let mut listed = Vec::new();
        for entry in section.objects("lessons", findings) {
            if lessons.len() == OUTLINE_LESSONS_MAX {
                findings.error(
                    section.field("lessons"),
                    "",
                    format!("a course has at most {OUTLINE_LESSONS_MAX} lessons"),
                );
                return Default::default();
            }
            let Some((file, lesson)) = lesson(&entry, course, load, findings) else { continue };
            if lessons.iter().any(|known| known.id == lesson.id) {
                findings.error(entry.field("file"), lesson.title.as_str(), "is the file of an earlier lesson already");
            }
            let (id, title) = (lesson.id, lesson.title.clone());
            listed.push(LessonOutline { id, title, minutes: lesson.minutes, file: Some(file) });
            lessons.push(lesson);
        }
        sections.extend(title.map(|title| Section { title, lessons: listed }));
    }
    (sections, lessons)
}

fn title(object: &Object<'_>, findings: &mut Findings) -> Option<Title> {
    let title = object.needed_text("title", findings)?;
    findings.need(&object.field("title"), &title, Title::new(&title))
}

fn lesson(
    entry: &Object<'_>,
    course: CourseId,
    load: &LoadLesson<'_>,
    findings: &mut Findings,
) -> Option<(LessonFile, Lesson)> {
    let title = title(entry, findings);
    if entry.raw("minutes").is_none() {
        findings.error(entry.field("minutes"), "", "is missing");
    }
    let minutes = entry.number("minutes", findings).and_then(|text| {
        let minutes = text.parse().ok().filter(|minutes| (1..=MINUTES_MAX).contains(minutes));
        findings.need(&entry.field("minutes"), text, minutes.ok_or(format!("must be from 1 to {MINUTES_MAX}")))
    });
    let file = entry.needed_text("file", findings)?;
    let file = findings.need(&entry.field("file"), &file, LessonFile::new(&file))?;
    let markdown = findings.need(&entry.field("file"), file.as_str(), text_of(file.as_str(), load))?;
    let id = identity::lesson_id(course, file.as_str());
    Some((file, Lesson { id, title: title?, minutes: minutes?, markdown }))
}

fn text_of(file: &str, load: &LoadLesson<'_>) -> Result<String, String> {
    let markdown = load(file).ok_or("there is no such file")?;
    let max = Lesson::MARKDOWN_BYTES_MAX;
    if markdown.len() > max {
        return Err(format!("a lesson has at most {max} bytes, this one has {}", markdown.len()));
    }
    if markdown.trim().is_empty() { Err("the file is empty".into()) } else { Ok(markdown) }
}
