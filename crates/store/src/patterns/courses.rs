//! Courses as those who run them see them: make, list, change, publish, import.

use std::collections::HashSet;

use authorization::{GrantObject, Granted, Role, RoleGrant, act};
use domain::{AccountId, Audience, Course, CourseId, Lesson, LessonId, Publication};
use serde::{Deserialize, Serialize};

use crate::item::{Item, read};
use crate::keys::IndexKey;
use crate::page::{Cursor, Page};
use crate::patterns::audit::Record;
use crate::patterns::standing::StoredGrant;
use crate::table::{Index, Question};
use crate::transaction::Transaction;
use crate::{Store, StoreError, keys};

/// How many lessons' texts change together with their course, beside those who move up in its line.
pub const LESSONS_TOGETHER: usize = 50;
const LESSON_BYTES_TOGETHER: usize = 3_000_000;
/// Fifteen of the longest lessons are 3 MB.
const LONGEST_LESSONS_TOGETHER: usize = 15;
/// One batch read takes at most 100 keys.
pub(crate) const READ_KEYS_MAX: usize = 100;

/// Names the course that a slug belongs to.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct SlugGuard {
    pub(super) course: CourseId,
}

/// An index takes sort keys of at most 1,024 bytes; a title in Chinese may have 1,200.
const SORT_TEXT_BYTES_MAX: usize = 900;

/// A title as lists are sorted by it.
pub(crate) fn sort_text(title: &str) -> String {
    let mut text = title.to_lowercase();
    text.truncate(text.floor_char_boundary(SORT_TEXT_BYTES_MAX));
    text
}

pub(crate) fn course_item(course: &Course) -> Result<Item, StoreError> {
    let by_title = format!("{}#{}", sort_text(course.title.as_str()), course.id);
    let item =
        Item::new(keys::course(course.id), course)?.gsi1(IndexKey { pk: keys::courses(course.audience), sk: by_title });
    Ok(if course.in_public_catalog() { item.gsi2(keys::catalog(course.id)) } else { item })
}

/// The courses of an audience by title, drafts included, whose title begins so.
pub(crate) fn by_title(audience: Audience, starting_with: Option<&str>) -> Question {
    let prefix = starting_with.unwrap_or_default().trim().to_lowercase();
    Question::of(keys::courses(audience), prefix).through(Index::Gsi1)
}

pub(super) fn object(id: CourseId) -> String {
    format!("course:{id}")
}

/// Whether these texts fit one transaction beside their course.
pub(super) fn fit_together(lessons: &[Lesson]) -> bool {
    let bytes: usize = lessons.iter().map(|lesson| lesson.markdown.len()).sum();
    lessons.len() <= LESSONS_TOGETHER && bytes <= LESSON_BYTES_TOGETHER
}

pub(super) fn with_lessons<'t>(
    mut transaction: Transaction<'t>,
    course: CourseId,
    lessons: &[Lesson],
) -> Result<Transaction<'t>, StoreError> {
    for lesson in lessons {
        transaction = transaction.put(Item::new(keys::lesson(course, lesson.id), lesson)?);
    }
    Ok(transaction)
}

impl Store {
    /// Makes a course, and its maker what `maker` says of it. The role is held on what nobody was judged by yet, so it
    /// does not raise the maker's version: courses are made side by side.
    pub async fn create_course(
        &self,
        grant: Granted<act::CreateCourse>,
        course: Course,
        maker: impl FnOnce(GrantObject) -> Option<Role>,
    ) -> Result<Course, StoreError> {
        if course.audience != grant.target().audience {
            return Err(StoreError::Missing("the audience"));
        }
        let on = GrantObject::Course(course.id);
        let becomes = grant.judged_account().zip(maker(on));
        let mut transaction = self.audited(&grant, None, Record::of(object(course.id), None, Some(&course)))?;
        if let Some(((account, _), role)) = becomes {
            let stored = StoredGrant::of(account, &RoleGrant::new(role, on));
            transaction = transaction.create(stored.item(course.audience.tenant())?, "the role");
        }
        self.with_course(transaction, &course, None)?.commit().await?;
        Ok(course)
    }

    /// The courses of an audience by title, drafts included. The audience must belong to the tenant granted.
    pub async fn courses(
        &self,
        grant: &Granted<act::ListCourses>,
        audience: Audience,
        starting_with: Option<&str>,
        cursor: Option<&Cursor>,
        limit: usize,
    ) -> Result<Page<Course>, StoreError> {
        if grant.target().tenant.is_some_and(|tenant| tenant != audience.tenant()) {
            return Err(StoreError::Missing("the audience"));
        }
        self.table.page(&by_title(audience, starting_with), cursor, limit).await
    }

    /// Changes what a course says of itself: texts, price, terms, outline. Audience and publication stay.
    pub async fn edit_course(
        &self,
        grant: Granted<act::EditCourse>,
        after: Course,
        lessons: Vec<Lesson>,
    ) -> Result<Course, StoreError> {
        let before = &grant.target().course;
        let after = Course {
            id: before.id,
            version: before.version + 1,
            audience: before.audience,
            publication: before.publication,
            created_at: before.created_at,
            updated_at: self.now(),
            ..after
        };
        let record = Record::of(object(before.id), Some(before), Some(&after)).with_lessons(&lessons);
        let transaction = self.audited(&grant, None, record)?;
        let transaction = self.with_course(transaction, &after, Some(before))?;
        let judged = grant.judged_account().into_iter().map(|(account, _)| account);
        let held: Vec<AccountId> = judged.chain(grant.behind().map(|behind| behind.account)).collect();
        let transaction = self.with_lines_moved(transaction, before, &after, &held).await?;
        let transaction = match fit_together(&lessons) {
            true => with_lessons(transaction, after.id, &lessons)?,
            false => {
                // Nothing shows a new lesson before the course lists it. Texts that are shown change with the course.
                let (known, new): (Vec<Lesson>, Vec<Lesson>) = lessons.into_iter().partition(|l| before.lists(l.id));
                if !fit_together(&known) {
                    return Err(StoreError::TooLarge);
                }
                self.write_lessons(after.id, &new, None).await?;
                with_lessons(transaction, after.id, &known)?
            }
        };
        transaction.commit().await?;
        self.drop_unlisted_lessons(before, &after).await?;
        Ok(after)
    }

    /// Stores another publication of the course.
    pub async fn publish_course(
        &self,
        grant: Granted<act::PublishCourse>,
        publication: Publication,
    ) -> Result<Course, StoreError> {
        let before = &grant.target().course;
        let after = Course { version: before.version + 1, publication, updated_at: self.now(), ..before.clone() };
        let transaction = self.audited(&grant, None, Record::of(object(before.id), Some(before), Some(&after)))?;
        self.with_course(transaction, &after, Some(before))?.commit().await?;
        Ok(after)
    }

    /// One lesson's text, for whoever edits the course; nothing where the outline does not list it.
    pub async fn lesson_to_edit(
        &self,
        grant: &Granted<act::EditCourse>,
        lesson: LessonId,
    ) -> Result<Option<Lesson>, StoreError> {
        let course = &grant.target().course;
        if !course.lessons().any(|listed| listed.id == lesson) {
            return Ok(None);
        }
        self.table.entity(&keys::lesson(course.id, lesson)).await
    }

    /// A lesson's text, for whoever edits the course.
    pub async fn lessons_of_course(&self, grant: &Granted<act::EditCourse>) -> Result<Vec<Lesson>, StoreError> {
        self.lessons(grant.target().course.id).await
    }

    /// The texts of a course's lessons, for whoever takes the course along.
    pub async fn lessons_to_export(&self, grant: &Granted<act::ExportJsonCourse>) -> Result<Vec<Lesson>, StoreError> {
        self.lessons(grant.target().course.id).await
    }

    async fn lessons(&self, course: CourseId) -> Result<Vec<Lesson>, StoreError> {
        let items = self.table.all(&Question::of(keys::course_partition(course), "LESSON#")).await?;
        items.into_iter().map(read).collect()
    }

    /// Writes lessons, several to a transaction: those that nobody is shown yet, or those of a course for as long as
    /// it stands at `version`.
    pub(super) async fn write_lessons(
        &self,
        course: CourseId,
        lessons: &[Lesson],
        version: Option<u64>,
    ) -> Result<(), StoreError> {
        for together in lessons.chunks(LONGEST_LESSONS_TOGETHER) {
            let transaction = Transaction::on(&self.table);
            let transaction = match version {
                None => transaction,
                Some(version) => transaction.unmoved(&keys::course(course), version, "the course"),
            };
            with_lessons(transaction, course, together)?.commit().await?;
        }
        Ok(())
    }

    /// Texts of lessons that left the outline go after it: nobody finds them any more, so a crash in between leaves
    /// nothing but dust.
    async fn drop_unlisted_lessons(&self, before: &Course, after: &Course) -> Result<(), StoreError> {
        let listed: HashSet<LessonId> = after.lessons().map(|lesson| lesson.id).collect();
        let gone: Vec<LessonId> = before.lessons().map(|lesson| lesson.id).filter(|id| !listed.contains(id)).collect();
        for together in gone.chunks(READ_KEYS_MAX) {
            let mut transaction = Transaction::on(&self.table);
            for lesson in together {
                transaction = transaction.drop(&keys::lesson(after.id, *lesson));
            }
            transaction.commit().await?;
        }
        Ok(())
    }

    /// The course and its slug guard: a new slug must be free, an old one is given back.
    pub(super) fn with_course<'t>(
        &self,
        mut transaction: Transaction<'t>,
        after: &Course,
        before: Option<&Course>,
    ) -> Result<Transaction<'t>, StoreError> {
        let guarded = |course: &Course| keys::slug(course.audience.tenant(), &course.slug);
        let (old, new) = (before.map(guarded), guarded(after));
        if old.as_ref() != Some(&new) {
            transaction = transaction.create(Item::new(new, &SlugGuard { course: after.id })?, "the slug");
            if let Some(old) = old {
                transaction = transaction.drop(&old);
            }
        }
        let item = course_item(after)?;
        Ok(match before {
            None => transaction.create(item, "the course"),
            Some(before) => transaction.replace(item, before.version, "the course"),
        })
    }
}
