//! The outline of a course as it is sent: sections, lessons, and the texts of those that are new or changed.

use std::collections::HashSet;

use authorization::{Granted, act};
use domain::{Course, Lesson, LessonFile, LessonId, LessonOutline, OUTLINE_LESSONS_MAX, Section, Title};
use serde::Deserialize;
use store::{Store, StoreError};
use utoipa::ToSchema;
use web::FieldErrors;

use super::apply::minutes_within;

/// As many as lessons would give every lesson a section of its own; an outline is read at a glance.
const SECTIONS_MAX: usize = 100;

/// A section of the outline.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct SectionForm {
    /// Its title.
    title: String,
    /// Its lessons in order.
    lessons: Vec<LessonForm>,
}

/// A lesson of the outline.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct LessonForm {
    /// Its id, where it exists; a lesson without one is new.
    #[schema(value_type = Option<String>)]
    id: Option<LessonId>,
    /// Its title.
    title: String,
    /// How long it takes.
    minutes: u32,
    /// Its text; what is left out stays.
    markdown: Option<String>,
    /// The name by which other lessons of the course link to it (`02-next.md`); what is left out stays.
    file: Option<String>,
}

/// What becomes of a course's lessons.
#[derive(Debug, Default)]
pub(crate) struct OutlineChange {
    /// The new outline; nothing where none was sent.
    pub(crate) sections: Option<Vec<Section>>,
    /// Lessons whose text was sent, or that are new.
    written: Vec<Lesson>,
    /// Lessons that got another title or length and keep their text.
    renamed: Vec<LessonOutline>,
}

impl OutlineChange {
    /// Every lesson to be written. Texts that stay are read only where a record must be written around them.
    pub(crate) async fn lessons(
        self,
        store: &Store,
        grant: &Granted<act::EditCourse>,
    ) -> Result<Vec<Lesson>, StoreError> {
        let mut lessons = self.written;
        if self.renamed.is_empty() {
            return Ok(lessons);
        }
        let stored = store.lessons_of_course(grant).await?;
        for LessonOutline { id, title, minutes, .. } in self.renamed {
            let text = stored.iter().find(|lesson| lesson.id == id).map(|lesson| lesson.markdown.clone());
            lessons.push(Lesson { id, title, minutes, markdown: text.unwrap_or_default() });
        }
        Ok(lessons)
    }
}

/// Reads an outline. Ids must be those of lessons that the course has, each once.
pub(crate) fn read_outline(
    sections: Vec<SectionForm>,
    before: &Course,
    fresh: &mut dyn FnMut() -> LessonId,
    errors: &mut FieldErrors,
) -> Option<OutlineChange> {
    let count: usize = sections.iter().map(|section| section.lessons.len()).sum();
    let few = match (sections.len() > SECTIONS_MAX, count > OUTLINE_LESSONS_MAX) {
        (true, _) => Err(format!("must have at most {SECTIONS_MAX} sections")),
        (_, true) => Err(format!("must have at most {OUTLINE_LESSONS_MAX} lessons")),
        _ => Ok(()),
    };
    errors.take("outline", few)?;
    let mut change = OutlineChange::default();
    let mut seen = HashSet::new();
    let mut read = Vec::with_capacity(sections.len());
    for (at, section) in sections.into_iter().enumerate() {
        let title = errors.take(&format!("outline[{at}].title"), Title::new(&section.title));
        let mut lessons = Vec::with_capacity(section.lessons.len());
        for (lesson_at, form) in section.lessons.into_iter().enumerate() {
            let place = format!("outline[{at}].lessons[{lesson_at}]");
            let new = form.id.is_none();
            let id = form.id.unwrap_or_else(&mut *fresh);
            let old = before.lessons().find(|lesson| lesson.id == id);
            let known = match (seen.insert(id), new || old.is_some()) {
                (false, _) => Err("is listed twice"),
                (_, false) => Err("is no lesson of this course: leave it out to add one"),
                _ => Ok(()),
            };
            errors.take(&format!("{place}.id"), known);
            let Some(outline) = listed(id, &form, old, &place, errors) else { continue };
            match form.markdown {
                Some(markdown) => change.written.push(with_text(&outline, markdown)),
                None if new => change.written.push(with_text(&outline, String::new())),
                None if !old.is_some_and(|old| old.reads_like(&outline)) => change.renamed.push(outline.clone()),
                None => {}
            }
            lessons.push(outline);
        }
        read.extend(title.map(|title| Section { title, lessons }));
    }
    change.sections = Some(read);
    Some(change)
}

fn listed(
    id: LessonId,
    form: &LessonForm,
    old: Option<&LessonOutline>,
    place: &str,
    errors: &mut FieldErrors,
) -> Option<LessonOutline> {
    let title = errors.take(&format!("{place}.title"), Title::new(&form.title));
    let minutes = errors.take(&format!("{place}.minutes"), minutes_within(form.minutes));
    errors.take(&format!("{place}.markdown"), text_fits(form.markdown.as_deref().unwrap_or_default()));
    let file = match &form.file {
        Some(file) => Some(errors.take(&format!("{place}.file"), LessonFile::new(file))?),
        None => old.and_then(|old| old.file.clone()),
    };
    Some(LessonOutline { id, title: title?, minutes: minutes?, file })
}

fn with_text(outline: &LessonOutline, markdown: String) -> Lesson {
    Lesson { id: outline.id, title: outline.title.clone(), minutes: outline.minutes, markdown }
}

/// Whether a lesson's text fits a record.
pub(crate) fn text_fits(markdown: &str) -> Result<(), String> {
    let max = Lesson::MARKDOWN_BYTES_MAX;
    if markdown.len() > max { Err(format!("must have at most {max} bytes")) } else { Ok(()) }
}

#[cfg(test)]
mod tests;
