//! Enrollments as those who run a course see them. Its seats are counted in `seats`.

use std::collections::HashMap;

use authorization::{Act, CourseTarget, EnrollmentTarget, Granted, act};
use domain::{AccountId, Course, Enrollment, EnrollmentState, Ground, PersonName, TermId};

use crate::item::{Attributes, Item};
use crate::keys::IndexKey;
use crate::page::{Cursor, Page};
use crate::patterns::audit::Record;
use crate::patterns::certificates::{with_certificate, without_certificate};
use crate::patterns::milestones::with_newcomer_to;
use crate::patterns::outbox::{OutboxEntry, Task};
use crate::patterns::seats::{NO_SEAT, with_seat};
use crate::table::Question;
use crate::transaction::{Failure, Transaction};
use crate::{Store, StoreError, keys};

pub(crate) fn enrollment_item(enrollment: &Enrollment) -> Result<Item, StoreError> {
    let by_age = format!("{:.3}#{}", enrollment.created_at, enrollment.course);
    Ok(Item::new(keys::enrollment(enrollment.course, enrollment.account), enrollment)?
        .gsi1(IndexKey { pk: keys::learner(enrollment.account), sk: by_age }))
}

pub(crate) fn object(enrollment: &Enrollment) -> String {
    format!("enrollment:{}:{}", enrollment.course, enrollment.account)
}

/// What somebody is told who waited, and whom staff has let in.
fn let_in(course: &Course, before: &Enrollment, after: &Enrollment) -> Option<Task> {
    let (account, course_title) = (after.account, course.title.to_string());
    match (before.state, after.state) {
        (EnrollmentState::Waiting | EnrollmentState::Overbooked, EnrollmentState::Enrolled) => {
            Some(Task::SeatFree { account, course_title })
        }
        (EnrollmentState::ToConfirm, EnrollmentState::Enrolled) => Some(Task::CourseAdded { account, course_title }),
        _ => None,
    }
}

impl Store {
    /// Who is in a course.
    pub async fn enrollments(
        &self,
        grant: &Granted<act::ListEnrollments>,
        cursor: Option<&Cursor>,
        limit: usize,
    ) -> Result<Page<Enrollment>, StoreError> {
        let question = Question::of(keys::course_partition(grant.target().course.id), keys::ENROLLMENT);
        self.table.page(&question, cursor, limit).await
    }

    /// What those are called who are in a course; nothing for an account that is gone.
    pub async fn names_of_enrolled(
        &self,
        _: &Granted<act::ListEnrollments>,
        enrolled: &[Enrollment],
    ) -> Result<HashMap<AccountId, PersonName>, StoreError> {
        let ids: Vec<_> = enrolled.iter().map(|enrollment| enrollment.account).collect();
        let accounts = self.names_of(&ids).await?;
        Ok(accounts.into_iter().map(|account| (account.id, account.name)).collect())
    }

    /// Puts an account into a course, and into a run of it; in line where no seat is free.
    pub async fn enroll_account(
        &self,
        grant: Granted<act::EnrollAccount>,
        term: Option<TermId>,
    ) -> Result<Enrollment, StoreError> {
        let now = self.now();
        let EnrollmentTarget { course, account, enrollment } = grant.target();
        let Some(account) = account else { return Err(StoreError::Missing("the account")) };
        if enrollment.is_some() {
            return Err(StoreError::Taken("the enrollment"));
        }
        let ground = grant.account().map_or(Ground::Own, Ground::Staff);
        let fresh = |state| Enrollment::new(account.id, course.id, state, ground, now).in_term(term);
        match self.write_new(&grant, course, fresh(EnrollmentState::Enrolled)).await {
            Err(StoreError::Taken(NO_SEAT)) => self.write_new(&grant, course, fresh(EnrollmentState::Waiting)).await,
            other => other,
        }
    }

    async fn write_new<A: Act>(
        &self,
        grant: &Granted<A>,
        course: &Course,
        enrollment: Enrollment,
    ) -> Result<Enrollment, StoreError> {
        let record = Record::of(object(&enrollment), None, Some(&enrollment));
        let transaction = self.audited(grant, None, record)?;
        // Whoever enrolls themselves as staff is there: the audit line holds to their account already.
        let themselves = grant.judged_account().is_some_and(|(own, _)| own == enrollment.account);
        let transaction = if themselves { transaction } else { transaction.still_there(enrollment.account) };
        let transaction = transaction.create(enrollment_item(&enrollment)?, "the enrollment");
        let transaction = with_newcomer_to(transaction, course, None, &enrollment)?;
        with_seat(transaction, course, None, Some(&enrollment)).commit().await?;
        Ok(enrollment)
    }

    /// Stores an enrollment that staff moved to another state or run; a seat is taken or given back with it.
    pub async fn change_enrollment(
        &self,
        grant: Granted<act::ChangeEnrollment>,
        after: Enrollment,
    ) -> Result<Enrollment, StoreError> {
        let EnrollmentTarget { course, enrollment, .. } = grant.target();
        let Some(before) = enrollment else { return Err(StoreError::Missing("the enrollment")) };
        let after = self.certified(course, after);
        let record = Record::of(object(before), Some(before), Some(&after));
        let transaction =
            self.audited(&grant, None, record)?.replace(enrollment_item(&after)?, before.version, "the enrollment");
        let transaction = with_certificate(transaction, course, before, &after)?;
        let transaction = with_newcomer_to(transaction, course, Some(before), &after)?;
        let transaction = match let_in(course, before, &after) {
            Some(task) => {
                let mail = OutboxEntry::new(task, self.now(), &*self.entropy);
                transaction.create(mail.item()?, "the mail")
            }
            None => transaction,
        };
        with_seat(transaction, course, Some(before), Some(&after)).commit().await?;
        Ok(after)
    }

    /// Takes an account out of a course.
    pub async fn remove_enrollment(&self, grant: Granted<act::RemoveEnrollment>) -> Result<(), StoreError> {
        let EnrollmentTarget { course, enrollment, .. } = grant.target();
        let Some(before) = enrollment else { return Err(StoreError::Missing("the enrollment")) };
        let key = keys::enrollment(before.course, before.account);
        let record = Record::of(object(before), Some(before), None);
        let transaction = self.audited(&grant, None, record)?.delete(&key, before.version, "the enrollment");
        let transaction = without_certificate(transaction, before);
        with_seat(transaction, course, Some(before), None).commit().await
    }

    /// Enrolls the account that asks, in a run where the course has any, as the course allows: at once, on request, or in
    /// line.
    pub async fn enroll_self(
        &self,
        grant: Granted<act::EnrollSelf>,
        state: EnrollmentState,
        term: Option<TermId>,
    ) -> Result<Enrollment, StoreError> {
        let now = self.now();
        let Some(account) = grant.account() else { return Err(StoreError::Missing("the account")) };
        let CourseTarget { course, own_enrollment } = grant.target();
        if own_enrollment.is_some() {
            return Err(StoreError::Taken("the enrollment"));
        }
        let write = async |state| {
            let enrollment = Enrollment::new(account, course.id, state, Ground::Own, now).in_term(term);
            let record = || Record::of(object(&enrollment), None, Some(&enrollment));
            let transaction = self.own(&grant, record)?.still_there(account);
            let transaction = transaction.create(enrollment_item(&enrollment)?, "the enrollment");
            let transaction = with_newcomer_to(transaction, course, None, &enrollment)?;
            with_seat(transaction, course, None, Some(&enrollment)).commit().await?;
            Ok(enrollment)
        };
        match write(state).await {
            Err(StoreError::Taken(NO_SEAT)) => write(EnrollmentState::Waiting).await,
            other => other,
        }
    }
}

impl Transaction<'_> {
    /// Fails if the account has been deleted meanwhile: nothing of it may be left behind.
    pub(crate) fn still_there(self, account: AccountId) -> Self {
        let gone = Failure::Missing("the account");
        self.holds(&keys::account(account), "attribute_exists(pk)", Attributes::new(), gone)
    }
}
