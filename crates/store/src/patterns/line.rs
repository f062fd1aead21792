//! The line that waits for the seats of a run, or of a course where people are in no run. A seat that is free goes to whoever waited longest and can use it: not to
//! an account that is switched off, has expired or is gone. Whoever gets one is told with the same write.

use domain::{
    Account, AccountId, AccountStatus, Cause, Course, Enrollment, EnrollmentEvent, EnrollmentState, SeatLimit,
    SeatPlace, TermId,
};

use crate::item::read;
use crate::patterns::enrollments::enrollment_item;
use crate::patterns::milestones::with_newcomer_to;
use crate::patterns::outbox::{OutboxEntry, Task};
use crate::patterns::seats::{values, with_seat};
use crate::transaction::{Failure, Transaction};
use crate::{Store, StoreError, keys};

/// Each attempt that is overtaken means that another seat was passed on; eight given back at once are plenty.
const PROMOTE_ATTEMPTS: usize = 8;

/// How many in line move with the very write that raises the limit, each with its account, its mail and what the reports
/// count, and a count of seats for each run; a transaction takes a hundred items, of which lessons may be fifty. Whoever
/// stands further back follows right after it.
const LINE_TOGETHER: usize = 8;

/// How many accounts are looked at together.
const ACCOUNTS_TOGETHER: usize = 50;

/// Somebody in line, with the account that the seat is for.
struct Waiting {
    enrollment: Enrollment,
    account: Account,
}

impl Store {
    /// Moves the next in line into a free seat of a run, or of the course without one; does nothing where nobody waits or
    /// no seat is free.
    pub async fn promote_next(&self, course: &Course, term: Option<TermId>) -> Result<Option<Enrollment>, StoreError> {
        self.promote(course, term, None).await
    }

    /// The same for the seat that somebody gave back. Whoever was just put back in line is not the next.
    pub async fn promote_next_after(
        &self,
        course: &Course,
        left: &Enrollment,
    ) -> Result<Option<Enrollment>, StoreError> {
        self.promote(course, left.term, Some(left.account)).await
    }

    async fn promote(
        &self,
        course: &Course,
        term: Option<TermId>,
        left: Option<AccountId>,
    ) -> Result<Option<Enrollment>, StoreError> {
        let mut course = course.clone();
        // Two seats given back at once look at the same line; who comes second looks again, and so does who knows
        // another limit than the present one.
        for _ in 0..PROMOTE_ATTEMPTS {
            match self.promote_once(&course, term, left).await {
                Err(StoreError::Conflict(_)) => match self.table.entity::<Course>(&keys::course(course.id)).await? {
                    Some(present) => course = present,
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
        course: &Course,
        term: Option<TermId>,
        left: Option<AccountId>,
    ) -> Result<Option<Enrollment>, StoreError> {
        // Nobody comes into a run that is gone.
        if course.seats_in(term).is_none() {
            return Ok(None);
        }
        let mut enrollments = self.enrollments_of(course.id).await?;
        enrollments.retain(|one| Some(one.account) != left);
        let Some(next) = self.first_in_line(&enrollments, term, 1).await?.pop() else { return Ok(None) };
        let Some(after) = self.promoted(&next.enrollment) else { return Ok(None) };
        let account = keys::account(next.account.id);
        let transaction = Transaction::on(&self.table).unmoved(&account, next.account.version, "the account");
        let transaction = self.with_promoted(transaction, course, &next.enrollment, &after)?;
        with_seat(transaction, course, Some(&next.enrollment), Some(&after)).commit().await?;
        Ok(Some(after))
    }

    /// The first so many of a course's enrollments that wait for a seat of this run and can use it, the longest first.
    async fn first_in_line(
        &self,
        enrollments: &[Enrollment],
        term: Option<TermId>,
        most: usize,
    ) -> Result<Vec<Waiting>, StoreError> {
        let waits = |one: &&Enrollment| {
            one.term == term && matches!(one.state, EnrollmentState::Waiting | EnrollmentState::Overbooked)
        };
        let mut line: Vec<&Enrollment> = enrollments.iter().filter(waits).collect();
        line.sort_by_key(|waiting| waiting.created_at);
        let (now, mut first) = (self.now(), Vec::new());
        for together in line.chunks(ACCOUNTS_TOGETHER) {
            let keys: Vec<_> = together.iter().map(|waiting| keys::account(waiting.account)).collect();
            for (enrollment, account) in together.iter().zip(self.table.get_all(&keys).await?) {
                let account = account.map(read::<Account>).transpose()?;
                let active = account.filter(|account| account.status(now) == AccountStatus::Activated);
                first.extend(active.map(|account| Waiting { enrollment: (*enrollment).clone(), account }));
            }
            if first.len() >= most {
                break;
            }
        }
        first.truncate(most);
        Ok(first)
    }

    fn promoted(&self, waiting: &Enrollment) -> Option<Enrollment> {
        waiting.clone().after(EnrollmentEvent::Promote, Cause::Platform, self.now()).ok()
    }

    fn with_promoted<'t>(
        &self,
        transaction: Transaction<'t>,
        course: &Course,
        before: &Enrollment,
        after: &Enrollment,
    ) -> Result<Transaction<'t>, StoreError> {
        let task = Task::SeatFree { account: after.account, course_title: course.title.to_string() };
        let mail = OutboxEntry::new(task, self.now(), &*self.entropy);
        let transaction = transaction.replace(enrollment_item(after)?, before.version, "the line");
        let transaction = with_newcomer_to(transaction, course, Some(before), after)?;
        Ok(transaction.create(mail.item()?, "the mail"))
    }

    /// Adds the moves of lines to the write that raises limits of a course or its runs: no newcomer comes in between. The
    /// accounts that the write holds already are named by `held`: a transaction takes each item once.
    pub(crate) async fn with_lines_moved<'t>(
        &'t self,
        mut transaction: Transaction<'t>,
        before: &Course,
        after: &Course,
        held: &[AccountId],
    ) -> Result<Transaction<'t>, StoreError> {
        let raised = after.raised_since(before);
        let enrollments = if raised.is_empty() { Vec::new() } else { self.enrollments_of(before.id).await? };
        let mut left = LINE_TOGETHER;
        for term in raised {
            let Some(limit) = after.seats_in(term) else { continue };
            let place = SeatPlace { course: before.id, term };
            let free = match limit {
                SeatLimit::Unlimited => left,
                SeatLimit::Seats(limit) => {
                    let free = i64::from(limit) - self.seats_taken(place).await?;
                    usize::try_from(free).unwrap_or(0).min(left)
                }
            };
            let mut moved: i64 = 0;
            for waiting in self.first_in_line(&enrollments, term, free).await? {
                let Some(promoted) = self.promoted(&waiting.enrollment) else { continue };
                let Account { id, version, .. } = waiting.account;
                if !held.contains(&id) {
                    transaction = transaction.unmoved(&keys::account(id), version, "the line");
                }
                transaction = self.with_promoted(transaction, after, &waiting.enrollment, &promoted)?;
                moved += 1;
                left = left.saturating_sub(1);
            }
            transaction = with_seats_moved(transaction, place, limit, moved);
        }
        Ok(transaction)
    }

    /// Passes on the seat that somebody gave back, where only the place is known.
    pub async fn fill_free_seat(&self, place: SeatPlace) -> Result<(), StoreError> {
        let Some(course) = self.table.entity::<Course>(&keys::course(place.course)).await? else { return Ok(()) };
        if matches!(course.seats_in(place.term), Some(SeatLimit::Seats(_))) {
            self.promote_next(&course, place.term).await?;
        }
        Ok(())
    }

    /// Moves the lines of these runs, or of the course without one, into every seat that is free.
    pub async fn move_lines(&self, course: &Course, terms: &[Option<TermId>]) -> Result<(), StoreError> {
        for term in terms {
            while self.promote_next(course, *term).await?.is_some() {}
        }
        Ok(())
    }
}

fn with_seats_moved(transaction: Transaction<'_>, place: SeatPlace, limit: SeatLimit, moved: i64) -> Transaction<'_> {
    if moved == 0 {
        return transaction;
    }
    let (key, add) = (keys::seats(place), "ADD taken :moved, turns :one");
    match limit {
        SeatLimit::Unlimited => transaction.add(&key, add, values([(":moved", moved), (":one", 1)])),
        SeatLimit::Seats(limit) => {
            let values = values([(":moved", moved), (":one", 1), (":most", i64::from(limit) - moved)]);
            let condition = "attribute_not_exists(taken) OR taken <= :most";
            transaction.update(&key, add, condition, values, Failure::Conflict("the line"))
        }
    }
}
