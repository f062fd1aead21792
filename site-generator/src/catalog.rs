//! The public catalog in the order that pages and search rely on.

use std::collections::BTreeSet;

use domain::{Course, Slug, Term};
use jiff::Timestamp;
use jiff::tz::TimeZone;

use crate::lists::{List, Lists, lists_of};
use crate::slugs::digest;

/// The published public courses and every list they stand in.
#[derive(Debug, Clone)]
pub struct Catalog {
    /// The oldest first. A new course goes to the end, so the rows of the others stay (search refers to rows).
    pub(crate) courses: Vec<Course>,
    pub(crate) lists: Lists,
    /// The numbers of the lists that each course stands in, by row.
    memberships: Vec<Vec<usize>>,
}

impl Catalog {
    /// Takes what stands in the public catalog and leaves the rest.
    pub fn new(courses: Vec<Course>) -> Self {
        let mut courses: Vec<Course> = courses.into_iter().filter(Course::in_public_catalog).collect();
        courses.sort_by_key(|course| (course.created_at, course.id));
        courses.dedup_by_key(|course| course.id);
        part_equal_slugs(&mut courses);
        let lists = lists_of(&courses);
        let mut memberships = vec![Vec::new(); courses.len()];
        for (number, list) in lists.lists.iter().enumerate() {
            for row in &list.rows {
                if let Some(numbers) = memberships.get_mut(*row) {
                    numbers.push(number);
                }
            }
        }
        Self { courses, lists, memberships }
    }

    /// How many courses there are.
    pub fn len(&self) -> usize {
        self.courses.len()
    }

    /// Every list that holds the course of this row.
    pub(crate) fn memberships(&self, row: usize) -> impl Iterator<Item = &List> {
        let numbers = self.memberships.get(row).map(Vec::as_slice).unwrap_or_default();
        numbers.iter().filter_map(|number| self.lists.lists.get(*number))
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.courses.is_empty()
    }
}

/// Slugs are unique in the table; a feed may break that, and two pages must not share a file.
fn part_equal_slugs(courses: &mut [Course]) {
    let mut taken: BTreeSet<Slug> = BTreeSet::new();
    for course in courses {
        if taken.contains(&course.slug)
            && let Ok(own) = course.slug.with_suffix(&digest(&course.id.to_string()))
        {
            course.slug = own;
        }
        taken.insert(course.slug.clone());
    }
}

/// The first moment of the day (UTC) that pages are made for.
pub(crate) fn day_of(now: Timestamp) -> Timestamp {
    let start = now.to_zoned(TimeZone::UTC).start_of_day();
    start.map_or(now, |day| day.timestamp())
}

/// The terms that begin on this day or later, the soonest first.
pub(crate) fn coming_terms(course: &Course, today: Timestamp) -> Vec<&Term> {
    let mut coming: Vec<&Term> = course.terms.iter().filter(|term| term.starts_at >= today).collect();
    coming.sort_by_key(|term| term.starts_at);
    coming
}
