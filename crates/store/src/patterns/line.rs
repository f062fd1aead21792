//! The line that waits for the seats of a course. A seat that is free goes to whoever waited longest and can use it: not to
//! an account that is switched off, has expired or is gone. Whoever gets one is told with the same write.

use domain::{
    Account, AccountId, AccountStatus, Cause, Course, CourseId, Enrollment, EnrollmentEvent, EnrollmentState,
    SeatLimit, is_raised,
};

use crate::item::read;
use crate::patterns::enrollments::enrollment_item;
use crate::patterns::milestones::with_newcomer_to;
use crate::patterns::outbox::{OutboxEntry, Task};
use crate::patterns::seats::{values, with_seat_within};
use crate::transaction::{Failure, Transaction};
use crate::{Store, StoreError, keys};

/// Each attempt that is overtaken means that another seat was passed on; eight given back at once are plenty.
const PROMOTE_ATTEMPTS: usize = 8;

/// How many in line move with the very write that raises the limit, each with its account, its mail and what the reports
/// count; a transaction takes a hundred items, of which lessons may be fifty. Whoever stands further back follows right
/// after it.
const LINE_TOGETHER: usize = 9;

/// How many accounts are looked at together.
const ACCOUNTS_TOGETHER: usize = 50;

/// Somebody in line, with the account that the seat is for.
struct Waiting {
    enrollment: Enrollment,
    account: Account,
}

impl Store {
    /// Moves the next in line into a free seat; does nothing where nobody waits or no seat is free.
    pub async fn promote_next(&self, course: &Course) -> Result<Option<Enrollment>, StoreError> {
        self.promote(course, None).await
    }

    /// The same for the seat that an account gave back. Whoever was just put back in line is not the next.
    pub async fn promote_next_after(&self, course: &Course, left: AccountId) -> Result<Option<Enrollment>, StoreError> {
        self.promote(course, Some(left)).await
    }

    async fn promote(&self, course: &Course, left: Option<AccountId>) -> Result<Option<Enrollment>, StoreError> {
        let mut course = course.clone();
        // Two seats given back at once look at the same line; who comes second looks again, and so does who knows
        // another limit than the present one.
        for _ in 0..PROMOTE_ATTEMPTS {
            match self.promote_once(&course, left).await {
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

    async fn promote_once(&self, course: &Course, left: Option<AccountId>) -> Result<Option<Enrollment>, StoreError> {
        let Some(next) = self.first_in_line(course.id, left, 1).await?.pop() else { return Ok(None) };
        let Some(after) = self.promoted(&next.enrollment) else { return Ok(None) };
        let seat = (next.enrollment.takes_seat(), after.takes_seat());
        let account = keys::account(next.account.id);
        let transaction = Transaction::on(&self.table).unmoved(&account, next.account.version, "the account");
        let transaction = self.with_promoted(transaction, course, &next.enrollment, &after)?;
        with_seat_within(transaction, (course.id, course.seats), seat.0, seat.1).commit().await?;
        Ok(Some(after))
    }

    /// The first so many who wait for a seat and can use it, the longest first.
    async fn first_in_line(
        &self,
        course: CourseId,
        left: Option<AccountId>,
        most: usize,
    ) -> Result<Vec<Waiting>, StoreError> {
        let mut line = self.enrollments_of(course).await?;
        line.retain(|one| matches!(one.state, EnrollmentState::Waiting | EnrollmentState::Overbooked));
        line.retain(|one| Some(one.account) != left);
        line.sort_by_key(|waiting| waiting.created_at);
        let (now, mut first) = (self.now(), Vec::new());
        for together in line.chunks(ACCOUNTS_TOGETHER) {
            let keys: Vec<_> = together.iter().map(|waiting| keys::account(waiting.account)).collect();
            for (enrollment, account) in together.iter().zip(self.table.get_all(&keys).await?) {
                let account = account.map(read::<Account>).transpose()?;
                let active = account.filter(|account| account.status(now) == AccountStatus::Activated);
                first.extend(active.map(|account| Waiting { enrollment: enrollment.clone(), account }));
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

    /// Adds the line's move to the write that raises a course's limit: no newcomer comes in between. The accounts that
    /// the write holds already are named by `held`: a transaction takes each item once.
    pub(crate) async fn with_line_moved<'t>(
        &'t self,
        mut transaction: Transaction<'t>,
        before: &Course,
        after: &Course,
        held: &[AccountId],
    ) -> Result<Transaction<'t>, StoreError> {
        if !is_raised(before.seats, after.seats) {
            return Ok(transaction);
        }
        let free = match after.seats {
            SeatLimit::Unlimited => LINE_TOGETHER,
            SeatLimit::Seats(limit) => {
                let free = i64::from(limit) - self.seats_taken(before.id).await?;
                usize::try_from(free).unwrap_or(0)
            }
        };
        let mut moved: i64 = 0;
        for waiting in self.first_in_line(before.id, None, free.min(LINE_TOGETHER)).await? {
            let Some(promoted) = self.promoted(&waiting.enrollment) else { continue };
            let Account { id, version, .. } = waiting.account;
            if !held.contains(&id) {
                transaction = transaction.unmoved(&keys::account(id), version, "the line");
            }
            transaction = self.with_promoted(transaction, after, &waiting.enrollment, &promoted)?;
            moved += 1;
        }
        if moved == 0 {
            return Ok(transaction);
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
}
