//! Learning: one's own courses, and the progress in them.

use authorization::{Granted, act};
use domain::{Course, Enrollment};

use crate::item::read;
use crate::page::{Cursor, Page};
use crate::patterns::enrollments::enrollment_item;
use crate::table::{Index, Question};
use crate::{Store, StoreError, keys};

impl Store {
    /// The courses of the account that asks, with its enrollments, the newest first.
    pub async fn own_courses(
        &self,
        grant: &Granted<act::ListOwnCourses>,
        cursor: Option<&Cursor>,
        limit: usize,
    ) -> Result<Page<(Course, Enrollment)>, StoreError> {
        let account = grant.target().account.id;
        let question = Question::of(keys::learner(account), "").through(Index::Gsi1).newest_first();
        let page = self.table.page::<Enrollment>(&question, cursor, limit).await?;
        let keys: Vec<_> = page.items.iter().map(|enrollment| keys::course(enrollment.course)).collect();
        let courses = if keys.is_empty() { Vec::new() } else { self.table.get_all(&keys).await? };
        let mut items = Vec::with_capacity(page.items.len());
        for (enrollment, course) in page.items.into_iter().zip(courses) {
            // A deleted course leaves its enrollments as records; there is nothing to open any more.
            if let Some(course) = course {
                items.push((read(course)?, enrollment));
            }
        }
        Ok(Page { items, next: page.next })
    }

    /// Stores the progress of the account that asks.
    pub async fn keep_progress(
        &self,
        grant: Granted<act::KeepProgress>,
        after: Enrollment,
    ) -> Result<(Course, Enrollment), StoreError> {
        let Some(before) = &grant.target().own_enrollment else { return Err(StoreError::Missing("the enrollment")) };
        let after = Enrollment { course: before.course, account: before.account, ..after };
        self.table.replace(enrollment_item(&after)?, before.version, "your progress").await?;
        Ok((grant.into_target().course, after))
    }
}
