//! Enrollments as those who run a course see them, and the one count of its seats.

use authorization::{Act, CourseTarget, EnrollmentTarget, Granted, act};
use aws_sdk_dynamodb::types::AttributeValue;
use domain::{AccountId, Cause, Course, CourseId, Enrollment, EnrollmentEvent, EnrollmentState, Ground, SeatLimit};

use serde::Deserialize;

use crate::item::{Attributes, Item};
use crate::keys::IndexKey;
use crate::page::{Cursor, Page};
use crate::patterns::audit::Record;
use crate::table::Question;
use crate::transaction::{Failure, Transaction};
use crate::{Store, StoreError, keys};

pub(crate) fn enrollment_item(enrollment: &Enrollment) -> Result<Item, StoreError> {
    let by_age = format!("{:.3}#{}", enrollment.created_at, enrollment.course);
    Ok(Item::new(keys::enrollment(enrollment.course, enrollment.account), enrollment)?
        .gsi1(IndexKey { pk: keys::learner(enrollment.account), sk: by_age }))
}

fn object(enrollment: &Enrollment) -> String {
    format!("enrollment:{}:{}", enrollment.course, enrollment.account)
}

const NO_SEAT: &str = "a seat";

/// Each attempt that is overtaken means that another seat was passed on; eight given back at once are plenty.
const PROMOTE_ATTEMPTS: usize = 8;

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

    /// Puts an account into a course; in line where no seat is free.
    pub async fn enroll_account(&self, grant: Granted<act::EnrollAccount>) -> Result<Enrollment, StoreError> {
        let now = self.now();
        let EnrollmentTarget { course, account, enrollment } = grant.target();
        if enrollment.is_some() {
            return Err(StoreError::Taken("the enrollment"));
        }
        let ground = grant.account().map_or(Ground::Own, Ground::Staff);
        let fresh = |state| Enrollment::new(account.id, course.id, state, ground, now);
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
        let transaction = self.audited(grant, None, record)?.create(enrollment_item(&enrollment)?, "the enrollment");
        with_seat(transaction, course, None, Some(&enrollment)).commit().await?;
        Ok(enrollment)
    }

    /// Stores an enrollment that staff moved; a seat is taken or given back with it.
    pub async fn change_enrollment(
        &self,
        grant: Granted<act::ChangeEnrollment>,
        after: Enrollment,
    ) -> Result<Enrollment, StoreError> {
        let EnrollmentTarget { course, enrollment, .. } = grant.target();
        let Some(before) = enrollment else { return Err(StoreError::Missing("the enrollment")) };
        let record = Record::of(object(before), Some(before), Some(&after));
        let transaction =
            self.audited(&grant, None, record)?.replace(enrollment_item(&after)?, before.version, "the enrollment");
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
        with_seat(transaction, course, Some(before), None).commit().await
    }

    /// Enrolls the account that asks, as the course allows: at once, on request, or in line.
    pub async fn enroll_self(
        &self,
        grant: Granted<act::EnrollSelf>,
        state: EnrollmentState,
    ) -> Result<Enrollment, StoreError> {
        let now = self.now();
        let Some(account) = grant.account() else { return Err(StoreError::Missing("the account")) };
        let CourseTarget { course, own_enrollment } = grant.target();
        if own_enrollment.is_some() {
            return Err(StoreError::Taken("the enrollment"));
        }
        let write = async |state| {
            let enrollment = Enrollment::new(account, course.id, state, Ground::Own, now);
            let transaction = Transaction::on(&self.table).create(enrollment_item(&enrollment)?, "the enrollment");
            with_seat(transaction, course, None, Some(&enrollment)).commit().await?;
            Ok(enrollment)
        };
        match write(state).await {
            Err(StoreError::Taken(NO_SEAT)) => write(EnrollmentState::Waiting).await,
            other => other,
        }
    }

    /// Moves the next in line into a free seat; does nothing where nobody waits or no seat is free.
    pub async fn promote_next(&self, course: &Course) -> Result<Option<Enrollment>, StoreError> {
        self.promote(course, None).await
    }

    /// The same for the seat that an account gave back. Whoever was just put back in line is not the next.
    pub async fn promote_next_after(&self, course: &Course, left: AccountId) -> Result<Option<Enrollment>, StoreError> {
        self.promote(course, Some(left)).await
    }

    async fn promote(&self, course: &Course, left: Option<AccountId>) -> Result<Option<Enrollment>, StoreError> {
        // Two seats given back at once look at the same line; who comes second looks again.
        for _ in 0..PROMOTE_ATTEMPTS {
            match self.promote_once(course, left).await {
                Err(StoreError::Conflict(_)) => {}
                Err(StoreError::Taken(_)) => return Ok(None),
                other => return other,
            }
        }
        Err(StoreError::Conflict("the line"))
    }

    async fn promote_once(&self, course: &Course, left: Option<AccountId>) -> Result<Option<Enrollment>, StoreError> {
        let question = Question::of(keys::course_partition(course.id), keys::ENROLLMENT);
        let items = self.table.all(&question).await?;
        let enrollments: Vec<Enrollment> = items.into_iter().map(crate::item::read).collect::<Result<_, _>>()?;
        let waits = |e: &&Enrollment| matches!(e.state, EnrollmentState::Waiting | EnrollmentState::Overbooked);
        let line = enrollments.iter().filter(waits).filter(|e| Some(e.account) != left);
        let Some(next) = line.min_by_key(|e| e.created_at) else { return Ok(None) };
        let Ok(after) = next.clone().after(EnrollmentEvent::Promote, Cause::Platform, self.now()) else {
            return Ok(None);
        };
        let transaction =
            Transaction::on(&self.table).replace(enrollment_item(&after)?, next.version, "the enrollment");
        with_seat(transaction, course, Some(next), Some(&after)).commit().await?;
        Ok(Some(after))
    }

    /// Counts the seats anew; for a course whose limit was just set.
    pub async fn recount_seats(&self, course: CourseId) -> Result<u64, StoreError> {
        let question = Question::of(keys::course_partition(course), keys::ENROLLMENT);
        let items = self.table.all(&question).await?;
        let mut taken = 0;
        for item in items {
            taken += u64::from(crate::item::read::<Enrollment>(item)?.takes_seat());
        }
        let seats = Item::new(keys::seats(course), &serde_json::json!({ "taken": taken }))?;
        self.table.put(seats).await?;
        Ok(taken)
    }
}

/// Takes or gives back a seat in the same transaction, where the course counts them. One count, raised under the
/// condition that it is below the limit: the last seat goes to one.
pub(crate) fn with_seat<'t>(
    transaction: Transaction<'t>,
    course: &Course,
    before: Option<&Enrollment>,
    after: Option<&Enrollment>,
) -> Transaction<'t> {
    let SeatLimit::Seats(limit) = course.seats else { return transaction };
    let number = |n: i64| AttributeValue::N(n.to_string());
    let key = keys::seats(course.id);
    match (before.is_some_and(Enrollment::takes_seat), after.is_some_and(Enrollment::takes_seat)) {
        (false, true) => {
            let values =
                Attributes::from([(":one".to_owned(), number(1)), (":limit".to_owned(), number(i64::from(limit)))]);
            let condition = if limit == 0 { "taken < :limit" } else { "attribute_not_exists(taken) OR taken < :limit" };
            transaction.update(&key, "ADD taken :one", condition, values, Failure::Taken(NO_SEAT))
        }
        (true, false) => {
            let values = Attributes::from([(":back".to_owned(), number(-1)), (":zero".to_owned(), number(0))]);
            transaction.update(&key, "ADD taken :back", "taken > :zero", values, Failure::Conflict("the seat count"))
        }
        _ => transaction,
    }
}

/// Takes or gives back a seat for money. What was paid for is given even beyond the limit: the last seat was offered
/// to several buyers at once, and none of them is sent away after paying. The count stays true, so nobody else gets in
/// until seats are free again.
pub(crate) fn with_paid_seat<'t>(
    transaction: Transaction<'t>,
    course: CourseId,
    seats: SeatLimit,
    before: bool,
    after: bool,
) -> Transaction<'t> {
    if seats == SeatLimit::Unlimited || before == after {
        return transaction;
    }
    let step = if after { "1" } else { "-1" };
    let values = Attributes::from([(":step".to_owned(), AttributeValue::N(step.to_owned()))]);
    transaction.add(&keys::seats(course), "ADD taken :step", values)
}

impl Store {
    /// Whether a course still has a seat to sell. Only an offer: what counts is decided when the money is there.
    pub async fn has_free_seat(&self, course: &Course) -> Result<bool, StoreError> {
        let SeatLimit::Seats(limit) = course.seats else { return Ok(true) };
        let counted: Option<SeatCount> = self.table.entity(&keys::seats(course.id)).await?;
        Ok(counted.is_none_or(|counted| counted.taken < i64::from(limit)) && limit > 0)
    }
}

/// How many seats of a course are taken.
#[derive(Debug, Deserialize)]
struct SeatCount {
    taken: i64,
}
