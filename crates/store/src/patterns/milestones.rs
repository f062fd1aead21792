//! Milestones: that somebody came into a course, and that somebody completed it. Reports count them. Each is written in the
//! transaction that makes it so, never changes, and outlives enrollment and account.

use authorization::{Granted, act};
use domain::{AccountId, Certificate, Course, CourseId, Enrollment, EnrollmentState, Tenant, Title};
use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::item::Item;
use crate::page::{Cursor, Page};
use crate::table::Question;
use crate::transaction::Transaction;
use crate::{Store, StoreError, keys};

/// What was reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MilestoneKind {
    /// Somebody's lessons opened for the first time.
    Enrolled,
    /// Somebody has done every lesson for the first time, or staff said so.
    Completed,
}

impl MilestoneKind {
    pub(crate) const fn word(self) -> &'static str {
        match self {
            MilestoneKind::Enrolled => "enrolled",
            MilestoneKind::Completed => "completed",
        }
    }
}

/// One of them. Who reached it stands in its key alone: reports count people and name none.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Milestone {
    /// When.
    pub at: Timestamp,
    /// The course.
    pub course: CourseId,
    /// What the course was called then.
    pub course_title: Title,
}

impl Milestone {
    fn item(&self, kind: MilestoneKind, tenant: Tenant, account: AccountId) -> Result<Item, StoreError> {
        Item::new(keys::milestone(kind.word(), tenant, self.at, self.course, account), self)
    }
}

/// Whether somebody comes in who was not in before. Whom a suspension had shut out has been counted already.
fn comes_in(before: Option<&Enrollment>, after: &Enrollment) -> bool {
    use EnrollmentState::{Overbooked, ToConfirm, Waiting};
    let was_outside = before.is_none_or(|before| matches!(before.state, Waiting | ToConfirm | Overbooked));
    was_outside && after.opens_lessons()
}

/// The transaction with what the reports count, where somebody comes into a course of the tenant.
pub(crate) fn with_newcomer<'t>(
    transaction: Transaction<'t>,
    (tenant, title): (Tenant, &Title),
    before: Option<&Enrollment>,
    after: &Enrollment,
) -> Result<Transaction<'t>, StoreError> {
    if !comes_in(before, after) {
        return Ok(transaction);
    }
    let milestone = Milestone { at: after.updated_at, course: after.course, course_title: title.clone() };
    Ok(transaction.put(milestone.item(MilestoneKind::Enrolled, tenant, after.account)?))
}

/// The same, where the tenant and the title are those of a course at hand.
pub(crate) fn with_newcomer_to<'t>(
    transaction: Transaction<'t>,
    course: &Course,
    before: Option<&Enrollment>,
    after: &Enrollment,
) -> Result<Transaction<'t>, StoreError> {
    with_newcomer(transaction, (course.audience.tenant(), &course.title), before, after)
}

/// What the reports count once a certificate is issued.
pub(crate) fn completion(
    tenant: Tenant,
    certificate: &Certificate,
    enrollment: &Enrollment,
) -> Result<Item, StoreError> {
    let Certificate { issued_at: at, course_title, .. } = certificate.clone();
    let milestone = Milestone { at, course: enrollment.course, course_title };
    milestone.item(MilestoneKind::Completed, tenant, enrollment.account)
}

impl Store {
    /// What was reached in one month of UTC on one platform, in order of time.
    pub async fn milestones(
        &self,
        grant: &Granted<act::RunReport>,
        kind: MilestoneKind,
        month: Date,
        cursor: Option<&Cursor>,
        limit: usize,
    ) -> Result<Page<Milestone>, StoreError> {
        let tenant = grant.target().tenant.unwrap_or(Tenant::Main);
        let question = Question::of(keys::milestones(kind.word(), tenant, &keys::month(month)), "");
        self.table.page(&question, cursor, limit).await
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::{Cause, EnrollmentEvent, Ground};

    fn enrollment(state: EnrollmentState) -> Enrollment {
        let (account, course) = (AccountId::from_bytes([1; 16]), CourseId::from_bytes([2; 16]));
        Enrollment::new(account, course, state, Ground::Own, Timestamp::UNIX_EPOCH)
    }

    #[test]
    fn whoever_comes_in_is_counted_once() {
        let inside = enrollment(EnrollmentState::Enrolled);
        assert!(comes_in(None, &inside));
        for outside in [EnrollmentState::Waiting, EnrollmentState::ToConfirm, EnrollmentState::Overbooked] {
            let outside = enrollment(outside);
            assert!(!comes_in(None, &outside));
            assert!(comes_in(Some(&outside), &inside));
        }
        let shut_out = inside.clone().after(EnrollmentEvent::Suspend, Cause::Staff, Timestamp::UNIX_EPOCH).unwrap();
        assert!(!comes_in(Some(&inside), &shut_out));
        assert!(!comes_in(Some(&shut_out), &inside));
    }
}
