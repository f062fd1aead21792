//! The plan of an import: every row with what would become of it.

use std::collections::{HashMap, HashSet};

use domain::{CourseId, Publication, Slug};
use feeds::{Change, CourseDraft, Feed, FieldError, Row};
use jiff::Timestamp;
use store::{CourseWrite, Store, StoreError};

use super::judge::Known;
use super::permits::Permits;

/// What becomes of a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// A new course.
    Create,
    /// These fields of a course change.
    Change(Vec<Change>),
    /// The course is as the row says.
    Skip,
    /// No course comes of it, and why.
    Error(Vec<FieldError>),
}

/// A row with what becomes of it.
#[derive(Debug)]
pub struct RowPlan {
    /// The line of the file it begins in, from 1.
    pub line: usize,
    /// What people call it.
    pub key: String,
    /// What becomes of it.
    pub outcome: Outcome,
    /// What is odd about it, or was left out.
    pub warnings: Vec<FieldError>,
    pub(super) write: Option<CourseWrite>,
}

/// How many rows there are of each outcome.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// New courses.
    pub create: usize,
    /// Changes.
    pub change: usize,
    /// Nothing to do.
    pub skip: usize,
    /// Errors.
    pub error: usize,
}

/// What an import would do, or has done.
#[derive(Debug)]
pub struct Plan {
    /// Every row, in the order of the file.
    pub rows: Vec<RowPlan>,
    pub(super) cut_off: bool,
}

impl Plan {
    /// Whether the table went away before everything was written. Importing the same file again goes on from there.
    pub fn was_cut_off(&self) -> bool {
        self.cut_off
    }

    /// How many rows there are of each outcome.
    pub fn counts(&self) -> Counts {
        self.rows.iter().fold(Counts::default(), |mut counts, row| {
            match row.outcome {
                Outcome::Create => counts.create += 1,
                Outcome::Change(_) => counts.change += 1,
                Outcome::Skip => counts.skip += 1,
                Outcome::Error(_) => counts.error += 1,
            }
            counts
        })
    }
}

/// Compares a feed with what is stored. New courses begin as `new_as`: a draft, unless somebody decided that the
/// whole feed is to be published.
pub async fn plan(
    store: &Store,
    permits: &Permits,
    feed: Feed,
    new_as: Publication,
    now: Timestamp,
) -> Result<Plan, StoreError> {
    let known = look_up(store, permits, &feed, new_as, now).await?;
    let judged = feed.rows.into_iter().map(|row| {
        let Row { line, key, outcome, warnings } = row;
        let (outcome, write) = match outcome {
            Err(errors) => (Outcome::Error(errors), None),
            Ok(draft) => known.judge(draft),
        };
        RowPlan { line, key, outcome, warnings, write }
    });
    Ok(Plan { rows: judged.collect(), cut_off: false })
}

async fn look_up(
    store: &Store,
    permits: &Permits,
    feed: &Feed,
    new_as: Publication,
    now: Timestamp,
) -> Result<Known, StoreError> {
    let grant = permits.main().ok_or(StoreError::Missing("the permission"))?;
    let ids: Vec<CourseId> = feed.drafts().map(|draft| draft.id).collect();
    let courses = store.courses_to_import(grant, &ids).await?;
    let (old, new): (Vec<&CourseDraft>, Vec<_>) = feed.drafts().partition(|draft| courses.contains_key(&draft.id));
    let wanted: HashSet<Slug> = new.iter().map(|draft| draft.slug.clone()).collect();
    let slugs = store.courses_of_slugs(grant, &wanted.into_iter().collect::<Vec<_>>()).await?;
    let (mut lessons, mut left_behind) = (HashMap::new(), HashMap::new());
    for draft in &old {
        let Some(course) = courses.get(&draft.id) else { continue };
        let (after, _) = CourseDraft::clone(draft).apply_to(course.clone(), now);
        let gone = after.terms_gone_since(course, now);
        let people = store.people_in_terms_to_import(grant, course, &gone).await?;
        left_behind.extend((people > 0).then_some((course.id, people)));
    }
    for draft in old.iter().filter(|draft| !draft.lessons.is_empty()) {
        if let Some(course) = courses.get(&draft.id) {
            lessons.insert(course.id, store.lessons_to_import(grant, course).await?);
        }
    }
    Ok(Known { courses, lessons, left_behind, slugs, new_as, now })
}
