//! Courses that an import brings: compared with what is stored, and written several to a transaction.

use std::collections::HashMap;

use authorization::{Granted, act};
use domain::{Course, CourseId, Lesson, Slug, Tenant};

use super::courses::{READ_KEYS_MAX, SlugGuard, fit_together, object, with_lessons};
use crate::item::read;
use crate::patterns::audit::Record;
use crate::table::Question;
use crate::transaction::Transaction;
use crate::{Store, StoreError, keys};

/// A transaction holds at most 100 items and 4 MB: thirty courses with their slugs, audit lines and the longest
/// descriptions are 91 items and 2 MB.
const COURSES_TOGETHER: usize = 30;

/// A course that an import writes.
#[derive(Debug, Clone)]
pub struct CourseWrite {
    /// The course as it shall be.
    pub course: Course,
    /// Lessons to write with it.
    pub lessons: Vec<Lesson>,
    /// The course as it was read, where it exists.
    pub before: Option<Course>,
}

/// What became of a course in an import.
#[derive(Debug)]
pub enum ImportOutcome {
    /// It is stored.
    Written,
    /// It was not, and why.
    Refused(StoreError),
}

impl Store {
    /// Courses by id, to compare an import with. Only those of the audience that the grant is for.
    pub async fn courses_to_import(
        &self,
        grant: &Granted<act::ImportCourses>,
        ids: &[CourseId],
    ) -> Result<HashMap<CourseId, Course>, StoreError> {
        let mut found = HashMap::new();
        for chunk in ids.chunks(READ_KEYS_MAX) {
            let keys: Vec<_> = chunk.iter().map(|id| keys::course(*id)).collect();
            for item in self.table.get_all(&keys).await?.into_iter().flatten() {
                let course: Course = read(item)?;
                found.insert(course.id, course);
            }
        }
        let within = grant.target().audience.tenant();
        if within != Tenant::Main {
            found.retain(|_, course| course.audience.tenant() == within);
        }
        Ok(found)
    }

    /// The lessons of a course that an import found, to compare their texts with.
    pub async fn lessons_to_import(
        &self,
        grant: &Granted<act::ImportCourses>,
        course: &Course,
    ) -> Result<Vec<Lesson>, StoreError> {
        if course.audience.tenant() != grant.target().audience.tenant() {
            return Err(StoreError::Missing("the course"));
        }
        let items = self.table.all(&Question::of(keys::course_partition(course.id), "LESSON#")).await?;
        items.into_iter().map(read).collect()
    }

    /// Which of these slugs belong to a course of the same platform already, and to which; to tell before an import
    /// what would clash.
    pub async fn courses_of_slugs(
        &self,
        grant: &Granted<act::ImportCourses>,
        slugs: &[Slug],
    ) -> Result<HashMap<Slug, CourseId>, StoreError> {
        let of = grant.target().audience.tenant();
        let mut found = HashMap::new();
        for chunk in slugs.chunks(READ_KEYS_MAX) {
            let keys: Vec<_> = chunk.iter().map(|slug| keys::slug(of, slug)).collect();
            for (slug, item) in chunk.iter().zip(self.table.get_all(&keys).await?) {
                if let Some(guard) = item.map(read::<SlugGuard>).transpose()? {
                    found.insert(slug.clone(), guard.course);
                }
            }
        }
        Ok(found)
    }

    /// Writes imported courses, several to a transaction, and says of each what became of it. One that is refused
    /// takes no other with it. Calling again with the same courses changes nothing more.
    pub async fn import_courses(
        &self,
        grant: &Granted<act::ImportCourses>,
        writes: &[CourseWrite],
    ) -> Vec<ImportOutcome> {
        let mut outcomes = Vec::with_capacity(writes.len());
        // A course with lessons goes alone, with their texts in its own transaction.
        let plain = |write: &CourseWrite| write.lessons.is_empty();
        let groups = writes.chunk_by(|a, b| plain(a) && plain(b));
        for chunk in groups.flat_map(|group| group.chunks(COURSES_TOGETHER)) {
            if self.import_together(grant, chunk).await.is_ok() {
                outcomes.extend(chunk.iter().map(|_| ImportOutcome::Written));
                continue;
            }
            for write in chunk {
                outcomes.push(match self.import_together(grant, std::slice::from_ref(write)).await {
                    Ok(()) => ImportOutcome::Written,
                    Err(error) => ImportOutcome::Refused(error),
                });
            }
        }
        outcomes
    }

    async fn import_together(
        &self,
        grant: &Granted<act::ImportCourses>,
        writes: &[CourseWrite],
    ) -> Result<(), StoreError> {
        let mut transaction: Option<Transaction<'_>> = None;
        let mut later = Vec::new();
        for CourseWrite { course, lessons, before } in writes {
            if course.audience != grant.target().audience {
                return Err(StoreError::Missing("the audience"));
            }
            let record = Record::of(object(course.id), before.as_ref(), Some(course));
            let audited = match transaction {
                None => self.audited(grant, None, record)?,
                Some(begun) => self.with_audit_line(begun, grant, record)?,
            };
            let with_course = self.with_course(audited, course, before.as_ref())?;
            transaction = Some(if fit_together(lessons) {
                with_lessons(with_course, course.id, lessons)?
            } else {
                // Nothing shows a new lesson before the course lists it. Texts that are shown change only after the
                // course has moved to the version that this import gave it.
                let is_shown = |lesson: &Lesson| before.as_ref().is_some_and(|before| before.lists(lesson.id));
                let (shown, new): (Vec<Lesson>, Vec<Lesson>) = lessons.iter().cloned().partition(is_shown);
                self.write_unseen_lessons(course.id, &new).await?;
                later.push((course, shown));
                with_course
            });
        }
        if let Some(transaction) = transaction {
            transaction.commit().await?;
        }
        for (course, shown) in later {
            self.write_shown_lessons(course.id, &shown, course.version).await?;
        }
        Ok(())
    }
}
