//! Seats: one count for each place where seats are taken, which is a run of a course, or the course where somebody is in
//! none. Every place is counted, also one without a limit: whoever sets a limit later finds a count that is true. Who
//! waits for a seat stands in `line`.

use authorization::{Granted, act};
use aws_sdk_dynamodb::types::AttributeValue;
use domain::{Course, CourseId, Enrollment, SeatLimit, SeatPlace, TermId};
use serde::Deserialize;

use crate::item::{Attributes, read};
use crate::keys::Key;
use crate::table::Question;
use crate::transaction::{Failure, Transaction};
use crate::{Store, StoreError, keys};

/// What is taken where no seat is free.
pub const NO_SEAT: &str = "a seat";

/// A recount that is overtaken looks again. Sales that never pause for one look keep the count true themselves.
const RECOUNT_ATTEMPTS: usize = 8;

/// How many seats of a place are taken. `turns` rises with every change, so that a recount knows whether the count
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

/// Takes or gives back a seat in the same transaction; whoever moves to another run gives one back and takes one. A
/// count is raised under the condition that it is below the limit, and that the limit still stands: the last seat goes
/// to one, and a limit that was lowered meanwhile is not overtaken.
pub(crate) fn with_seat<'t>(
    transaction: Transaction<'t>,
    course: &Course,
    before: Option<&Enrollment>,
    after: Option<&Enrollment>,
) -> Transaction<'t> {
    let (had, has) = (before.and_then(Enrollment::seat), after.and_then(Enrollment::seat));
    if had == has {
        return transaction;
    }
    let transaction = match had {
        Some(place) => with_seat_given_back(transaction, course, place),
        None => transaction,
    };
    match has {
        Some(place) => with_seat_taken(transaction, course, place),
        None => transaction,
    }
}

fn with_seat_given_back<'t>(transaction: Transaction<'t>, course: &Course, place: SeatPlace) -> Transaction<'t> {
    let Some(SeatLimit::Seats(_)) = course.seats_in(place.term) else {
        return with_paid_seat(transaction, Some(place), None);
    };
    let values = values([(":back", -1), (":one", 1), (":zero", 0)]);
    let failure = Failure::Conflict("the seat count");
    transaction.update(&keys::seats(place), "ADD taken :back, turns :one", "taken > :zero", values, failure)
}

fn with_seat_taken<'t>(transaction: Transaction<'t>, course: &Course, place: SeatPlace) -> Transaction<'t> {
    let (transaction, limit) = match course.seats_in(place.term) {
        Some(SeatLimit::Unlimited) => return with_paid_seat(transaction, None, Some(place)),
        // First the limit: whether a seat is free by another one says nothing.
        Some(SeatLimit::Seats(limit)) => (limited(transaction, course, place.term, limit), limit),
        // Nobody comes into a run that is gone.
        None => (transaction, 0),
    };
    let values = values([(":one", 1), (":limit", i64::from(limit))]);
    let condition = if limit == 0 { "taken < :limit" } else { "attribute_not_exists(taken) OR taken < :limit" };
    let add = "ADD taken :one, turns :one";
    transaction.update(&keys::seats(place), add, condition, values, Failure::Taken(NO_SEAT))
}

/// Fails unless the course, or its run, has this limit.
fn limited<'t>(transaction: Transaction<'t>, course: &Course, term: Option<TermId>, limit: u32) -> Transaction<'t> {
    let mut values = values([(":seats", i64::from(limit))]);
    let at = course.terms.iter().enumerate().find(|(_, run)| Some(run.id) == term);
    let condition = match at {
        None => "seats.seats = :seats".to_owned(),
        Some((at, run)) => {
            values.insert(":term".to_owned(), AttributeValue::S(run.id.to_string()));
            let limit = match run.seats {
                Some(_) => format!("terms[{at}].seats = :seats"),
                None => format!("attribute_not_exists(terms[{at}].seats) AND seats.seats = :seats"),
            };
            // Runs of before they had ids are the same as long as the course is.
            let before_ids = format!("attribute_exists(terms[{at}]) AND attribute_not_exists(terms[{at}].id)");
            format!("(terms[{at}].id = :term OR ({before_ids})) AND {limit}")
        }
    };
    transaction.holds(&keys::course(course.id), &condition, values, Failure::Conflict("the seat limit"))
}

/// Takes or gives back a seat for money. What was paid for is given even beyond the limit: the last seat was offered
/// to several buyers at once, and none of them is sent away after paying. The count stays true, so nobody else gets in
/// until seats are free again.
pub(crate) fn with_paid_seat(
    transaction: Transaction<'_>,
    had: Option<SeatPlace>,
    has: Option<SeatPlace>,
) -> Transaction<'_> {
    if had == has {
        return transaction;
    }
    let steps = [(had, -1), (has, 1)].into_iter().filter_map(|(place, step)| Some((place?, step)));
    steps.fold(transaction, |transaction, (place, step)| {
        let values = values([(":step", step), (":one", 1)]);
        transaction.add(&keys::seats(place), "ADD taken :step, turns :one", values)
    })
}

impl Store {
    /// Whether a run, or the course without one, still has a seat to sell. Only an offer: what counts is decided when
    /// the money is there.
    pub async fn has_free_seat(&self, course: &Course, term: Option<TermId>) -> Result<bool, StoreError> {
        match course.seats_in(term) {
            None => Ok(false),
            Some(SeatLimit::Unlimited) => Ok(true),
            Some(SeatLimit::Seats(limit)) => {
                Ok(self.seats_taken(SeatPlace { course: course.id, term }).await? < i64::from(limit))
            }
        }
    }

    /// How many more a place takes, by its item of seats; nothing where it takes as many as come.
    pub(crate) fn seats_left(limit: SeatLimit, counted: Option<Attributes>) -> Result<Option<u32>, StoreError> {
        let SeatLimit::Seats(limit) = limit else { return Ok(None) };
        let taken = counted.map(read::<SeatCount>).transpose()?.map_or(0, |counted| counted.taken);
        // Seats that were paid for may be beyond the limit.
        let left = u32::try_from(i64::from(limit).saturating_sub(taken).max(0));
        Ok(Some(left.unwrap_or(limit)))
    }

    pub(crate) async fn seats_taken(&self, place: SeatPlace) -> Result<i64, StoreError> {
        let counted: Option<SeatCount> = self.table.entity(&keys::seats(place)).await?;
        Ok(counted.map_or(0, |counted| counted.taken))
    }

    pub(crate) async fn enrollments_of(&self, course: CourseId) -> Result<Vec<Enrollment>, StoreError> {
        let question = Question::of(keys::course_partition(course), keys::ENROLLMENT);
        self.table.all(&question).await?.into_iter().map(read).collect()
    }

    /// Counts the seats of runs, or of the course without one, anew, after another limit was set. A count is written only
    /// if nobody took or gave back a seat of it while the enrollments were counted.
    pub async fn recount_seats(&self, course: CourseId, terms: &[Option<TermId>]) -> Result<(), StoreError> {
        let mut places: Vec<_> = terms.iter().map(|term| SeatPlace { course, term: *term }).collect();
        for _ in 0..RECOUNT_ATTEMPTS {
            if places.is_empty() {
                return Ok(());
            }
            let keys: Vec<Key> = places.iter().map(|place| keys::seats(*place)).collect();
            let seen = self.table.get_all(&keys).await?;
            let enrollments = self.enrollments_of(course).await?;
            let mut overtaken = Vec::new();
            for (place, seen) in places.into_iter().zip(seen) {
                let taken = enrollments.iter().filter(|one| one.seat() == Some(place)).count();
                match self.write_count(place, seen.map(read).transpose()?, taken).await {
                    Err(StoreError::Conflict(_)) => overtaken.push(place),
                    other => other?,
                }
            }
            places = overtaken;
        }
        if places.is_empty() { Ok(()) } else { Err(StoreError::Conflict("the seat count")) }
    }

    async fn write_count(&self, place: SeatPlace, seen: Option<SeatCount>, taken: usize) -> Result<(), StoreError> {
        let counted = i64::try_from(taken).unwrap_or(i64::MAX);
        let changes = seen.and_then(|seen| seen.turns).and_then(|changes| i64::try_from(changes).ok());
        let (condition, values) = match changes {
            Some(changes) => ("turns = :seen", values([(":taken", counted), (":one", 1), (":seen", changes)])),
            None => ("attribute_not_exists(turns)", values([(":taken", counted), (":one", 1)])),
        };
        let (recount, failure) = ("SET taken = :taken ADD turns :one", Failure::Conflict("the seat count"));
        Transaction::on(&self.table).update(&keys::seats(place), recount, condition, values, failure).commit().await
    }

    /// How many are in these runs of a course that is edited, or wait for them.
    pub async fn people_in_terms(
        &self,
        grant: &Granted<act::EditCourse>,
        terms: &[TermId],
    ) -> Result<usize, StoreError> {
        self.people_in(grant.target().course.id, terms).await
    }

    /// The same for a course that an import found.
    pub async fn people_in_terms_to_import(
        &self,
        grant: &Granted<act::ImportCourses>,
        course: &Course,
        terms: &[TermId],
    ) -> Result<usize, StoreError> {
        if course.audience.tenant() != grant.target().audience.tenant() {
            return Err(StoreError::Missing("the course"));
        }
        self.people_in(course.id, terms).await
    }

    async fn people_in(&self, course: CourseId, terms: &[TermId]) -> Result<usize, StoreError> {
        if terms.is_empty() {
            return Ok(0);
        }
        let enrollments = self.enrollments_of(course).await?;
        Ok(enrollments.iter().filter(|one| one.term.is_some_and(|term| terms.contains(&term))).count())
    }
}
