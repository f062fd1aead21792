//! Seats: the one count of a course, and the line that waits for them. Every course is counted, also one without a
//! limit: whoever sets a limit later finds a count that is true.

use aws_sdk_dynamodb::types::AttributeValue;
use domain::{AccountId, Cause, Course, CourseId, Enrollment, EnrollmentEvent, EnrollmentState, SeatLimit, is_raised};
use serde::Deserialize;

use crate::item::{Attributes, read};
use crate::patterns::enrollments::enrollment_item;
use crate::table::Question;
use crate::transaction::{Failure, Transaction};
use crate::{Store, StoreError, keys};

/// What is taken where no seat is free.
pub const NO_SEAT: &str = "a seat";

/// Each attempt that is overtaken means that another seat was passed on; eight given back at once are plenty.
const PROMOTE_ATTEMPTS: usize = 8;

/// A recount that is overtaken looks again. Sales that never pause for one look keep the count true themselves.
const RECOUNT_ATTEMPTS: usize = 8;

/// How many in line move with the very write that raises the limit; a transaction takes a hundred items. Whoever
/// stands further back follows right after it.
const LINE_TOGETHER: usize = 40;

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

fn values<const N: usize>(pairs: [(&str, i64); N]) -> Attributes {
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

    async fn seats_taken(&self, course: CourseId) -> Result<i64, StoreError> {
        let counted: Option<SeatCount> = self.table.entity(&keys::seats(course)).await?;
        Ok(counted.map_or(0, |counted| counted.taken))
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
        let (id, mut seats) = (course.id, course.seats);
        // Two seats given back at once look at the same line; who comes second looks again, and so does who knows
        // another limit than the present one.
        for _ in 0..PROMOTE_ATTEMPTS {
            match self.promote_once((id, seats), left).await {
                Err(StoreError::Conflict(_)) => match self.table.entity::<Course>(&keys::course(id)).await? {
                    Some(present) => seats = present.seats,
                    None => return Ok(None),
                },
                Err(StoreError::Taken(_)) => return Ok(None),
                other => return other,
            }
        }
        Err(StoreError::Conflict("the line"))
    }

    async fn promote_once(
        &self,
        course: (CourseId, SeatLimit),
        left: Option<AccountId>,
    ) -> Result<Option<Enrollment>, StoreError> {
        let line = self.line(course.0).await?;
        let Some(next) = line.into_iter().find(|waiting| Some(waiting.account) != left) else { return Ok(None) };
        let Some(after) = self.promoted(&next) else { return Ok(None) };
        let transaction =
            Transaction::on(&self.table).replace(enrollment_item(&after)?, next.version, "the enrollment");
        with_seat_within(transaction, course, next.takes_seat(), after.takes_seat()).commit().await?;
        Ok(Some(after))
    }

    /// Who waits for a seat, the longest first.
    async fn line(&self, course: CourseId) -> Result<Vec<Enrollment>, StoreError> {
        let mut line = self.enrollments_of(course).await?;
        line.retain(|one| matches!(one.state, EnrollmentState::Waiting | EnrollmentState::Overbooked));
        line.sort_by_key(|waiting| waiting.created_at);
        Ok(line)
    }

    fn promoted(&self, waiting: &Enrollment) -> Option<Enrollment> {
        waiting.clone().after(EnrollmentEvent::Promote, Cause::Platform, self.now()).ok()
    }

    async fn enrollments_of(&self, course: CourseId) -> Result<Vec<Enrollment>, StoreError> {
        let question = Question::of(keys::course_partition(course), keys::ENROLLMENT);
        self.table.all(&question).await?.into_iter().map(read).collect()
    }

    /// Adds the line's move to the write that raises a course's limit: no newcomer comes in between.
    pub(crate) async fn with_line_moved<'t>(
        &'t self,
        mut transaction: Transaction<'t>,
        before: &Course,
        after: &Course,
    ) -> Result<Transaction<'t>, StoreError> {
        if !is_raised(before.seats, after.seats) {
            return Ok(transaction);
        }
        let mut line = self.line(before.id).await?;
        let free = match after.seats {
            SeatLimit::Unlimited => line.len(),
            SeatLimit::Seats(limit) => {
                let free = i64::from(limit) - self.seats_taken(before.id).await?;
                usize::try_from(free).unwrap_or(0)
            }
        };
        line.truncate(free.min(LINE_TOGETHER));
        let moved = i64::try_from(line.len()).unwrap_or(0);
        if moved == 0 {
            return Ok(transaction);
        }
        for waiting in &line {
            let Some(promoted) = self.promoted(waiting) else { continue };
            transaction = transaction.replace(enrollment_item(&promoted)?, waiting.version, "the line");
        }
        let key = keys::seats(before.id);
        let add = "ADD taken :moved, turns :one";
        Ok(match after.seats {
            SeatLimit::Unlimited => transaction.add(&key, add, values([(":moved", moved), (":one", 1)])),
            SeatLimit::Seats(limit) => {
                let values = values([(":moved", moved), (":one", 1), (":most", i64::from(limit) - moved)]);
                let condition = "attribute_not_exists(taken) OR taken <= :most";
                transaction.update(&key, add, condition, values, Failure::Conflict("the line"))
            }
        })
    }

    /// The same for a course of which only the name is known.
    pub async fn fill_free_seat(&self, course: CourseId) -> Result<(), StoreError> {
        let Some(course) = self.table.entity::<Course>(&keys::course(course)).await? else { return Ok(()) };
        if course.seats != SeatLimit::Unlimited {
            self.promote_next(&course).await?;
        }
        Ok(())
    }

    /// Moves the line into every seat that is free.
    pub async fn move_line(&self, course: &Course) -> Result<usize, StoreError> {
        let mut moved = 0;
        while self.promote_next(course).await?.is_some() {
            moved += 1;
        }
        Ok(moved)
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
