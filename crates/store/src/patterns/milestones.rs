//! Milestones: that somebody came into a course, and that somebody completed it. Reports count them. Each is written in the
//! transaction that makes it so, once for each person and course, never changes, and outlives enrollment and account.

use authorization::{Granted, act};
use aws_sdk_dynamodb::types::AttributeValue;
use domain::{AccountId, Certificate, Course, CourseId, Enrollment, EnrollmentState, Tenant, Title};
use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::item::Attributes;
use crate::page::{Cursor, Page};
use crate::table::{Index, Question};
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

/// A milestone as stored: in one attribute, which is written where there is none.
#[derive(Debug, Serialize, Deserialize)]
struct Reached {
    milestone: Milestone,
}

/// Whoever leaves and comes again, or completes again what was reopened, stays the one who was counted.
const ONCE: &str = "SET milestone = if_not_exists(milestone, :milestone), \
     gsi1pk = if_not_exists(gsi1pk, :month), gsi1sk = if_not_exists(gsi1sk, :moment)";

impl Milestone {
    fn reached<'t>(
        &self,
        transaction: Transaction<'t>,
        kind: MilestoneKind,
        tenant: Tenant,
        account: AccountId,
    ) -> Result<Transaction<'t>, StoreError> {
        let listed = keys::milestone_of_month(kind.word(), tenant, self.at, (self.course, account));
        let values = Attributes::from([
            (":milestone".to_owned(), serde_dynamo::to_attribute_value(self)?),
            (":month".to_owned(), AttributeValue::S(listed.pk)),
            (":moment".to_owned(), AttributeValue::S(listed.sk)),
        ]);
        Ok(transaction.add(&keys::milestone(kind.word(), self.course, account), ONCE, values))
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
    milestone.reached(transaction, MilestoneKind::Enrolled, tenant, after.account)
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

/// The transaction with what the reports count once a certificate is issued.
pub(crate) fn with_completion<'t>(
    transaction: Transaction<'t>,
    tenant: Tenant,
    certificate: &Certificate,
    enrollment: &Enrollment,
) -> Result<Transaction<'t>, StoreError> {
    let Certificate { issued_at: at, course_title, .. } = certificate.clone();
    let milestone = Milestone { at, course: enrollment.course, course_title };
    milestone.reached(transaction, MilestoneKind::Completed, tenant, enrollment.account)
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
        let page: Page<Reached> = self.table.page(&question.through(Index::Gsi1), cursor, limit).await?;
        Ok(Page { items: page.items.into_iter().map(|reached| reached.milestone).collect(), next: page.next })
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
