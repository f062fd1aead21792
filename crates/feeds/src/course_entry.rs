//! A row half understood: what either format says of a course, before it is known whether that makes one.

use std::collections::BTreeSet;

use domain::{
    Audience, Course, CourseId, CourseMode, HttpUrl, LanguageTag, Lesson, Level, Price, Publisher, SUBJECTS_MAX,
    SeatLimit, Section, Subject, Summary, Term, Title,
};
use prose::SafeHtml;

use crate::draft::CourseDraft;
use crate::error::FieldError;
use crate::findings::Findings;
use crate::identity;

/// What a row says. `None` where it says nothing, or nothing that can be used: then there is an error about it.
pub(crate) struct CourseEntry {
    pub(crate) id: CourseId,
    pub(crate) code: Option<String>,
    /// What the format calls the code, for reports.
    pub(crate) code_field: &'static str,
    pub(crate) title: Option<Title>,
    pub(crate) summary: Option<Summary>,
    pub(crate) description_html: String,
    pub(crate) languages: Vec<LanguageTag>,
    pub(crate) subjects: Vec<Subject>,
    pub(crate) level: Option<Level>,
    pub(crate) mode: CourseMode,
    pub(crate) audience: Option<Audience>,
    pub(crate) price: Option<Price>,
    pub(crate) seats: Option<SeatLimit>,
    pub(crate) publisher: Option<Publisher>,
    pub(crate) source_url: Option<HttpUrl>,
    pub(crate) licence: Option<Title>,
    pub(crate) workload_minutes: Option<u32>,
    pub(crate) terms: Vec<Term>,
    pub(crate) outline: Vec<Section>,
    pub(crate) lessons: Vec<Lesson>,
    /// The fields that the format has a place for, where this row leaves it out.
    pub(crate) silent: BTreeSet<&'static str>,
}

impl CourseEntry {
    /// The draft, where nothing stands against it.
    pub(crate) fn into_draft(self, findings: &mut Findings) -> Result<CourseDraft, Vec<FieldError>> {
        let code = self.code.as_deref();
        let slug = self.title.as_ref().and_then(|title| {
            let found = identity::slug(code, title.as_str(), self.id);
            findings.need(self.code_field, code.unwrap_or_default(), found)
        });
        if let Some((slug, true)) = &slug {
            let reason = format!("cannot be part of an address; the course's page is called `{slug}` instead");
            findings.warn(self.code_field, code.unwrap_or_default(), reason);
        }
        match (slug, self.title, self.audience, self.price, self.publisher) {
            (Some((slug, _)), Some(title), Some(audience), Some(price), Some(publisher))
                if findings.errors.is_empty() =>
            {
                Ok(CourseDraft {
                    id: self.id,
                    slug,
                    title,
                    summary: self.summary,
                    description_html: self.description_html,
                    languages: self.languages,
                    subjects: self.subjects,
                    level: self.level,
                    mode: self.mode,
                    audience,
                    price,
                    seats: self.seats,
                    publisher,
                    source_url: self.source_url,
                    licence: self.licence,
                    workload_minutes: self.workload_minutes,
                    terms: self.terms,
                    outline: self.outline,
                    lessons: self.lessons,
                    silent: self.silent,
                })
            }
            _ => Err(std::mem::take(&mut findings.errors)),
        }
    }
}

/// Every language once. None at all is an error.
pub(crate) fn languages(field: &str, tags: &[String], findings: &mut Findings) -> Vec<LanguageTag> {
    let mut languages = Vec::new();
    for tag in tags {
        if let Some(language) = findings.need(field, tag, LanguageTag::new(tag))
            && !languages.contains(&language)
        {
            languages.push(language);
        }
    }
    if tags.is_empty() {
        findings.error(field, "", "is missing: a course is held in at least one language");
    }
    languages
}

/// Every subject once, the first ones of very many. One that cannot be shown is no reason to refuse a course.
pub(crate) fn subjects(field: &str, words: &[String], findings: &mut Findings) -> Vec<Subject> {
    let mut subjects = Vec::new();
    for word in words {
        if let Some(subject) = findings.like(field, word, Subject::new(word))
            && !subjects.contains(&subject)
        {
            subjects.push(subject);
        }
    }
    if subjects.len() > SUBJECTS_MAX {
        let more = subjects.len() - SUBJECTS_MAX;
        findings.warn(field, "", format!("only the first {SUBJECTS_MAX} are kept, {more} are left out"));
        subjects.truncate(SUBJECTS_MAX);
    }
    subjects
}

/// A description that fits into a course.
pub(crate) fn description(field: &str, html: SafeHtml, findings: &mut Findings) -> String {
    let html = html.as_str().trim().to_owned();
    let max = Course::DESCRIPTION_BYTES_MAX;
    if html.len() > max {
        findings.error(field, &html, format!("must have at most {max} bytes, has {}", html.len()));
    }
    html
}
