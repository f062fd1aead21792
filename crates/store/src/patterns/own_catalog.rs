//! The catalog of one's own platform: the courses that its people may enroll in by themselves. The public catalog is no part
//! of it.

use authorization::{Granted, act};
use domain::{AccountId, Audience, Course, Enrollment, Publication, SeatLimit, SelfEnrollment, Tenant};

use crate::item::{Attributes, read};
use crate::keys::Key;
use crate::page::{Cursor, Page};
use crate::patterns::courses::by_title;
use crate::{Store, StoreError, keys};

/// Beside each course, its seats and one's own enrollment are read, all in one batch of at most 100 keys.
pub const CATALOG_PAGE_MAX: usize = 50;

/// So many pages of titles are looked through for one page of the catalog, where drafts and closed courses are many.
const LOOKED_THROUGH_MAX: usize = 10;

/// A course that one may enroll in, and where one stands with it.
#[derive(Debug)]
pub struct Offered {
    /// The course.
    pub course: Course,
    /// How many more it takes; nothing where it takes as many as come.
    pub seats_left: Option<u32>,
    /// One's own enrollment in it.
    pub own_enrollment: Option<Enrollment>,
}

/// Whether people of the course's audience find it in their catalog.
fn is_offered(course: &Course) -> bool {
    course.publication == Publication::Published && course.self_enrollment != SelfEnrollment::Closed
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
            let courses: Vec<_> = page.items.into_iter().filter(is_offered).collect();
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

    /// What stands beside these courses for this account, in one round trip.
    async fn offered(&self, account: AccountId, courses: Vec<Course>) -> Result<Vec<Offered>, StoreError> {
        let own = courses.iter().map(|course| keys::enrollment(course.id, account));
        let limited = courses.iter().filter(|course| course.seats != SeatLimit::Unlimited);
        let wanted: Vec<Key> = own.chain(limited.map(|course| keys::seats(course.id))).collect();
        let mut found = self.table.get_all(&wanted).await?;
        let mut counts = found.split_off(courses.len()).into_iter();
        let with_own = courses.into_iter().zip(found);
        with_own
            .map(|(course, own): (Course, Option<Attributes>)| {
                let limited = course.seats != SeatLimit::Unlimited;
                let counted = if limited { counts.next().flatten() } else { None };
                let seats_left = Self::seats_left(&course, counted)?;
                Ok(Offered { course, seats_left, own_enrollment: own.map(read).transpose()? })
            })
            .collect()
    }
}
