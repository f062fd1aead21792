//! The catalog of one's own platform: the courses that its people may enroll in by themselves. The public catalog is no part
//! of it.

use std::collections::HashMap;

use authorization::{Granted, act};
use domain::{
    AccountId, Audience, Course, CourseId, Enrollment, Publication, SeatLimit, SeatPlace, SelfEnrollment, Tenant, Term,
    TermId,
};
use jiff::Timestamp;

use crate::item::{Attributes, read};
use crate::keys::Key;
use crate::page::{Cursor, Page};
use crate::patterns::courses::{READ_KEYS_MAX, by_title};
use crate::{Store, StoreError, keys};

/// Beside each course, its seats and one's own enrollment are read: one batch of at most 100 keys, as long as few courses
/// have several dates with limits.
pub const CATALOG_PAGE_MAX: usize = 50;

/// So many pages of titles are looked through for one page of the catalog, where drafts and closed courses are many.
const LOOKED_THROUGH_MAX: usize = 10;

/// A course that one may enroll in, and where one stands with it.
#[derive(Debug)]
pub struct Offered {
    /// The course.
    pub course: Course,
    /// How many more it takes; nothing where it takes as many as come, or has dates.
    pub seats_left: Option<u32>,
    /// Its runs that are not over, each with how many more it takes; nothing where it takes as many as come.
    pub terms: Vec<(Term, Option<u32>)>,
    /// One's own enrollment in it.
    pub own_enrollment: Option<Enrollment>,
}

/// Whether people of the course's audience find it in their catalog: not where all of its dates are over.
fn is_offered(course: &Course, now: Timestamp) -> bool {
    let may_come = course.publication == Publication::Published && course.self_enrollment != SelfEnrollment::Closed;
    may_come && (course.terms.is_empty() || course.open_terms(now).next().is_some())
}

/// The places of a course that people come into by themselves.
fn open_places(course: &Course, now: Timestamp) -> Vec<Option<TermId>> {
    if course.terms.is_empty() { vec![None] } else { course.open_terms(now).map(|term| Some(term.id)).collect() }
}

fn count_key(course: CourseId, term: Option<TermId>) -> Key {
    keys::seats(SeatPlace { course, term })
}

impl Store {
    /// The courses by title that the people of the tenant granted may enroll in by themselves. A page may hold fewer than
    /// `limit` courses, and none, while `next` names another; it never holds more than [`CATALOG_PAGE_MAX`].
    pub async fn own_catalog(
        &self,
        grant: &Granted<act::AccessCatalog>,
        starting_with: Option<&str>,
        cursor: Option<&Cursor>,
        limit: usize,
    ) -> Result<Page<Offered>, StoreError> {
        let Some(account) = grant.account() else { return Err(StoreError::Missing("the account")) };
        let audience = match grant.target().tenant {
            Some(Tenant::Main) => Audience::Internal,
            Some(Tenant::Partner(partner)) => Audience::Partner(partner),
            // A catalog is one platform's.
            None => return Err(StoreError::Missing("the platform")),
        };
        let question = by_title(audience, starting_with);
        let mut next = cursor.cloned();
        for _ in 0..LOOKED_THROUGH_MAX {
            let page: Page<Course> = self.table.page(&question, next.as_ref(), limit.min(CATALOG_PAGE_MAX)).await?;
            let courses: Vec<_> = page.items.into_iter().filter(|course| is_offered(course, self.now())).collect();
            next = page.next;
            if !courses.is_empty() {
                return Ok(Page { items: self.offered(account, courses).await?, next });
            }
            if next.is_none() {
                break;
            }
        }
        Ok(Page { items: Vec::new(), next })
    }

    /// What stands beside these courses for this account.
    async fn offered(&self, account: AccountId, courses: Vec<Course>) -> Result<Vec<Offered>, StoreError> {
        let now = self.now();
        let mut wanted: Vec<Key> = courses.iter().map(|course| keys::enrollment(course.id, account)).collect();
        for course in &courses {
            let places = open_places(course, now).into_iter();
            let limited = places.filter(|term| matches!(course.seats_in(*term), Some(SeatLimit::Seats(_))));
            wanted.extend(limited.map(|term| count_key(course.id, term)));
        }
        let mut found: HashMap<Key, Attributes> = HashMap::new();
        for keys in wanted.chunks(READ_KEYS_MAX) {
            let items = self.table.get_all(keys).await?;
            found.extend(keys.iter().zip(items).filter_map(|(key, item)| Some((key.clone(), item?))));
        }
        let with_what_is_beside = courses.into_iter().map(|course| {
            let own_enrollment = found.remove(&keys::enrollment(course.id, account)).map(read).transpose()?;
            let mut left = |term| {
                let limit = course.seats_in(term).unwrap_or(SeatLimit::Unlimited);
                Self::seats_left(limit, found.remove(&count_key(course.id, term)))
            };
            let seats_left = if course.terms.is_empty() { left(None)? } else { None };
            let terms = course.open_terms(now).map(|term| Ok((term.clone(), left(Some(term.id))?)));
            let terms = terms.collect::<Result<_, StoreError>>()?;
            Ok(Offered { course, seats_left, terms, own_enrollment })
        });
        with_what_is_beside.collect()
    }
}
