//! What a draft means for the courses that are stored: a new one, a change, nothing, or a clash. Pure.

use std::collections::HashMap;

use domain::{Course, CourseId, Lesson, Publication, Slug};
use feeds::{Change, CourseDraft, FieldError};
use jiff::Timestamp;
use store::CourseWrite;

use super::plan::Outcome;
use crate::courses::parts::people_in_gone_terms;

/// What is stored, as far as an import needs to know.
pub(super) struct Known {
    /// The courses of the drafts, where they exist.
    pub(super) courses: HashMap<CourseId, Course>,
    /// The texts of those courses whose drafts bring lessons.
    pub(super) lessons: HashMap<CourseId, Vec<Lesson>>,
    /// How many are in runs that drafts leave out, where anybody is.
    pub(super) left_behind: HashMap<CourseId, usize>,
    /// Whose the slugs are that new courses ask for.
    pub(super) slugs: HashMap<Slug, CourseId>,
    /// What new courses begin as.
    pub(super) new_as: Publication,
    /// The present moment.
    pub(super) now: Timestamp,
}

fn clash(field: &str, value: &str, reason: &str) -> (Outcome, Option<CourseWrite>) {
    let error = FieldError { field: field.to_owned(), value: value.to_owned(), reason: reason.to_owned() };
    (Outcome::Error(vec![error]), None)
}

impl Known {
    /// What becomes of a draft, and the write that makes it so.
    pub(super) fn judge(&self, draft: CourseDraft) -> (Outcome, Option<CourseWrite>) {
        match self.courses.get(&draft.id) {
            None => self.judge_new(draft),
            Some(existing) if existing.audience != draft.audience => {
                clash("audience", "", "differs from that of the course that is there: courses do not change audience")
            }
            Some(existing) => self.judge_existing(draft, existing),
        }
    }

    fn judge_new(&self, draft: CourseDraft) -> (Outcome, Option<CourseWrite>) {
        if self.slugs.contains_key(&draft.slug) {
            return clash("code", draft.slug.as_str(), "is the address of another course already");
        }
        let (mut course, lessons) = draft.into_course(self.now);
        course.publication = self.new_as;
        (Outcome::Create, Some(CourseWrite { course, lessons, before: None }))
    }

    fn judge_existing(&self, draft: CourseDraft, existing: &Course) -> (Outcome, Option<CourseWrite>) {
        let mut changes = draft.differs_from(existing);
        let stored = self.lessons.get(&existing.id).map(Vec::as_slice).unwrap_or_default();
        let lessons: Vec<Lesson> = draft.changed_lessons(stored).into_iter().cloned().collect();
        if !lessons.is_empty() {
            let titles: Vec<&str> = lessons.iter().map(|lesson| lesson.title.as_str()).collect();
            changes.push(Change { field: "lessons", before: String::new(), after: titles.join(", ") });
        }
        if changes.is_empty() {
            return (Outcome::Skip, None);
        }
        if let Some(people) = self.left_behind.get(&existing.id) {
            return clash("starts", "", &people_in_gone_terms(*people));
        }
        let (mut course, _) = draft.apply_to(existing.clone(), self.now);
        course.version = existing.version + 1;
        (Outcome::Change(changes), Some(CourseWrite { course, lessons, before: Some(existing.clone()) }))
    }
}

#[cfg(test)]
mod tests {
    use domain::{Audience, Title};
    use feeds::{Format, Options};

    use super::*;

    const CSV: &str = "code,title,language,publisher,price,currency\nrust,Rust,en,Us,,\n";

    fn draft() -> CourseDraft {
        let feed = feeds::read(CSV.as_bytes(), Format::Csv, &Options::default()).unwrap();
        feed.drafts().next().unwrap_or_else(|| panic!("{:?}", feed.rows)).clone()
    }

    fn known() -> Known {
        Known {
            courses: HashMap::new(),
            lessons: HashMap::new(),
            left_behind: HashMap::new(),
            slugs: HashMap::new(),
            new_as: Publication::Draft,
            now: Timestamp::UNIX_EPOCH,
        }
    }

    fn stored() -> Known {
        let (course, _) = draft().into_course(Timestamp::UNIX_EPOCH);
        Known { courses: HashMap::from([(course.id, course)]), ..known() }
    }

    #[test]
    fn the_same_again_is_nothing_and_a_difference_is_named() {
        assert!(matches!(known().judge(draft()), (Outcome::Create, Some(_))));
        assert!(matches!(stored().judge(draft()), (Outcome::Skip, None)));
        let retitled = CourseDraft { title: Title::new("Rust again").unwrap(), ..draft() };
        let (Outcome::Change(changes), Some(write)) = stored().judge(retitled) else { panic!("a change") };
        assert_eq!(changes.iter().map(|change| change.field).collect::<Vec<_>>(), ["title"]);
        assert_eq!((write.course.version, write.before.unwrap().version), (2, 1));
    }

    #[test]
    fn clashes_are_told_before_anything_is_written() {
        let slugs = HashMap::from([(draft().slug, CourseId::from_bytes([9; 16]))]);
        let taken = Known { slugs, ..known() }.judge(draft());
        assert!(matches!(&taken, (Outcome::Error(errors), None) if errors[0].field == "code"));
        let moved = CourseDraft { audience: Audience::Internal, ..draft() };
        assert!(matches!(stored().judge(moved), (Outcome::Error(errors), None) if errors[0].field == "audience"));
    }

    #[test]
    fn new_courses_begin_as_the_import_says() {
        let (_, write) = Known { new_as: Publication::Published, ..known() }.judge(draft());
        assert_eq!(write.unwrap().course.publication, Publication::Published);
    }
}
