//! Seats: the one count of a course. Every course is counted, also one without a limit: whoever sets a limit later finds
//! a count that is true. Who waits for one stands in `line`.

use aws_sdk_dynamodb::types::AttributeValue;
use domain::{Course, CourseId, Enrollment, SeatLimit};
use serde::Deserialize;

use crate::item::{Attributes, read};
use crate::table::Question;
use crate::transaction::{Failure, Transaction};
use crate::{Store, StoreError, keys};

/// What is taken where no seat is free.
pub const NO_SEAT: &str = "a seat";

/// A recount that is overtaken looks again. Sales that never pause for one look keep the count true themselves.
const RECOUNT_ATTEMPTS: usize = 8;

/// How many seats of a course are taken. `turns` rises with every change, so that a recount knows whether the count
/// stood still meanwhile.
#[derive(Debug, Deserialize)]
struct SeatCount {
    taken: i64,
    turns: Option<u64>,
}

fn number(n: i64) -> AttributeValue {
    AttributeValue::N(n.to_string())
}

pub(crate) fn values<const N: usize>(pairs: [(&str, i64); N]) -> Attributes {
    pairs.into_iter().map(|(name, n)| (name.to_owned(), number(n))).collect()
}

/// Takes or gives back a seat in the same transaction. One count, raised under the condition that it is below the
/// limit, and that the limit is still the course's: the last seat goes to one, and a limit that was lowered meanwhile
/// is not overtaken.
pub(crate) fn with_seat<'t>(
    transaction: Transaction<'t>,
    course: &Course,
    before: Option<&Enrollment>,
    after: Option<&Enrollment>,
) -> Transaction<'t> {
    let (had, has) = (before.is_some_and(Enrollment::takes_seat), after.is_some_and(Enrollment::takes_seat));
    with_seat_within(transaction, (course.id, course.seats), had, has)
}

/// The same for whoever knows only the limit.
pub(crate) fn with_seat_within(
    transaction: Transaction<'_>,
    (course, seats): (CourseId, SeatLimit),
    had: bool,
    has: bool,
) -> Transaction<'_> {
    let SeatLimit::Seats(limit) = seats else { return with_paid_seat(transaction, course, had, has) };
    let key = keys::seats(course);
    match (had, has) {
        (false, true) => {
            let values = values([(":one", 1), (":limit", i64::from(limit))]);
            let condition = if limit == 0 { "taken < :limit" } else { "attribute_not_exists(taken) OR taken < :limit" };
            // First the limit: whether a seat is free by another one says nothing.
            limited(transaction, course, limit).update(
                &key,
                "ADD taken :one, turns :one",
                condition,
                values,
                Failure::Taken(NO_SEAT),
            )
        }
        (true, false) => {
            let values = values([(":back", -1), (":one", 1), (":zero", 0)]);
            let failure = Failure::Conflict("the seat count");
            transaction.update(&key, "ADD taken :back, turns :one", "taken > :zero", values, failure)
        }
        _ => transaction,
    }
}

/// Fails unless the course has this limit.
fn limited(transaction: Transaction<'_>, course: CourseId, limit: u32) -> Transaction<'_> {
    let values = values([(":seats", i64::from(limit))]);
    transaction.holds(&keys::course(course), "seats.seats = :seats", values, Failure::Conflict("the seat limit"))
}

/// Takes or gives back a seat for money. What was paid for is given even beyond the limit: the last seat was offered
/// to several buyers at once, and none of them is sent away after paying. The count stays true, so nobody else gets in
/// until seats are free again.
pub(crate) fn with_paid_seat(
    transaction: Transaction<'_>,
    course: CourseId,
    before: bool,
    after: bool,
) -> Transaction<'_> {
    if before == after {
        return transaction;
    }
    let values = values([(":step", if after { 1 } else { -1 }), (":one", 1)]);
    transaction.add(&keys::seats(course), "ADD taken :step, turns :one", values)
}

impl Store {
    /// Whether a course still has a seat to sell. Only an offer: what counts is decided when the money is there.
    pub async fn has_free_seat(&self, course: &Course) -> Result<bool, StoreError> {
        let SeatLimit::Seats(limit) = course.seats else { return Ok(true) };
        Ok(self.seats_taken(course.id).await? < i64::from(limit))
    }

    /// How many more a course takes, by its item of seats; nothing where it takes as many as come.
    pub(crate) fn seats_left(course: &Course, counted: Option<Attributes>) -> Result<Option<u32>, StoreError> {
        let SeatLimit::Seats(limit) = course.seats else { return Ok(None) };
        let taken = counted.map(read::<SeatCount>).transpose()?.map_or(0, |counted| counted.taken);
        // Seats that were paid for may be beyond the limit.
        let left = u32::try_from(i64::from(limit).saturating_sub(taken).max(0));
        Ok(Some(left.unwrap_or(limit)))
    }

    pub(crate) async fn seats_taken(&self, course: CourseId) -> Result<i64, StoreError> {
        let counted: Option<SeatCount> = self.table.entity(&keys::seats(course)).await?;
        Ok(counted.map_or(0, |counted| counted.taken))
    }

    pub(crate) async fn enrollments_of(&self, course: CourseId) -> Result<Vec<Enrollment>, StoreError> {
        let question = Question::of(keys::course_partition(course), keys::ENROLLMENT);
        self.table.all(&question).await?.into_iter().map(read).collect()
    }

    /// Counts the seats anew, for a course whose limit was just set. It is written only if nobody took or gave back a
    /// seat while the enrollments were counted.
    pub async fn recount_seats(&self, course: CourseId) -> Result<u64, StoreError> {
        for _ in 0..RECOUNT_ATTEMPTS {
            let seen: Option<SeatCount> = self.table.entity(&keys::seats(course)).await?;
            let taken = self.enrollments_of(course).await?.iter().filter(|one| one.takes_seat()).count();
            let counted = i64::try_from(taken).unwrap_or(i64::MAX);
            let changes = seen.and_then(|seen| seen.turns).and_then(|changes| i64::try_from(changes).ok());
            let (condition, values) = match changes {
                Some(changes) => ("turns = :seen", values([(":taken", counted), (":one", 1), (":seen", changes)])),
                None => ("attribute_not_exists(turns)", values([(":taken", counted), (":one", 1)])),
            };
            let recount = "SET taken = :taken ADD turns :one";
            let failure = Failure::Conflict("the seat count");
            let transaction = Transaction::on(&self.table);
            match transaction.update(&keys::seats(course), recount, condition, values, failure).commit().await {
                Err(StoreError::Conflict(_)) => {}
                Err(error) => return Err(error),
                Ok(()) => return Ok(u64::try_from(taken).unwrap_or(0)),
            }
        }
        Err(StoreError::Conflict("the seat count"))
    }
}
