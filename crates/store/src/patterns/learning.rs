//! Learning: one's own courses, and the progress in them.

use std::collections::BTreeMap;

use authorization::{GrantObject, Granted, Role, RoleGrant, act, course_part};
use domain::{Course, CourseId, Enrollment};

use crate::item::read;
use crate::page::{Cursor, Page};
use crate::patterns::audit::Record;
use crate::patterns::certificates::with_certificate;
use crate::patterns::enrollments::{enrollment_item, object};
use crate::patterns::standing::StoredGrant;
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

    /// The courses that the account that asks runs or helps to run, each with the word for its part in it.
    pub async fn courses_in_care(
        &self,
        grant: &Granted<act::ListOwnCourses>,
    ) -> Result<Vec<(Course, &'static str)>, StoreError> {
        let account = grant.target().account.id;
        let items = self.table.all(&Question::of(keys::account_partition(account), keys::ROLE)).await?;
        let stored = items.into_iter().map(read::<StoredGrant>).collect::<Result<Vec<_>, _>>()?;
        let sets = self.sets_of(&stored).await?;
        let mut held: BTreeMap<CourseId, Vec<Role>> = BTreeMap::new();
        for one in &stored {
            let RoleGrant { role, object, .. } = one.as_given(&sets)?;
            if let GrantObject::Course(course) = object {
                held.entry(course).or_default().push(role);
            }
        }
        let parts: BTreeMap<_, _> =
            held.iter().filter_map(|(course, roles)| Some((*course, course_part(roles)?))).collect();
        let ids: Vec<CourseId> = parts.keys().copied().collect();
        let courses = self.courses_by_id(&ids).await?.into_iter();
        Ok(courses.filter_map(|course| parts.get(&course.id).map(|part| (course, *part))).collect())
    }

    /// Stores the progress of the account that asks.
    pub async fn keep_progress(
        &self,
        grant: Granted<act::KeepProgress>,
        after: Enrollment,
    ) -> Result<(Course, Enrollment), StoreError> {
        let Some(before) = &grant.target().own_enrollment else { return Err(StoreError::Missing("the enrollment")) };
        let after = Enrollment { course: before.course, account: before.account, ..after };
        let after = self.certified(&grant.target().course, after);
        let item = enrollment_item(&after)?;
        if after.certificate == before.certificate && grant.behind().is_none() {
            self.table.replace(item, before.version, "your progress").await?;
        } else {
            let transaction = self.own(&grant, || Record::of(object(before), Some(before), Some(&after)))?;
            let transaction = transaction.replace(item, before.version, "your progress");
            with_certificate(transaction, &grant.target().course, before, &after)?.commit().await?;
        }
        Ok((grant.into_target().course, after))
    }
}
