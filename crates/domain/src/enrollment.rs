//! An enrollment: one account in one course or path, how far it has come, and by what right it is there.

mod certificate;
mod in_path;
mod state;

use std::collections::BTreeSet;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::id::{AccountId, CourseId, LessonId, OrderId, TermId};
use crate::term::SeatPlace;

pub use certificate::Certificate;
pub use in_path::PathEnrollment;
pub use state::{Cause, EnrollmentEvent, EnrollmentRefused, EnrollmentState};

/// By what right an enrollment exists. Access holds while any ground stands: taking one order back never removes
/// what another order or an administrator gave.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Ground {
    /// A paid (or free) order.
    Order(OrderId),
    /// An administrator's decision.
    Staff(AccountId),
    /// The learner's own decision, where the course is open to its audience.
    Own,
}

/// Lessons done.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Progress {
    /// Ids of the lessons that are done. Lessons that left the course do not count, but are kept.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub lessons_done: BTreeSet<LessonId>,
}

/// One account in one course.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Enrollment {
    /// The course.
    pub course: CourseId,
    /// The account.
    pub account: AccountId,
    /// The dated run that it is for; nothing for the course as such.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub term: Option<TermId>,
    /// Raised by every change.
    pub version: u64,
    /// Where it stands.
    pub state: EnrollmentState,
    /// Where it stood when it was suspended, to return to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub suspended_from: Option<EnrollmentState>,
    /// Whether staff, rather than the lack of a paid order, suspended it.
    #[serde(default)]
    pub suspended_by_staff: bool,
    /// By what right it exists.
    pub grounds: BTreeSet<Ground>,
    /// Lessons done.
    #[serde(default)]
    pub progress: Progress,
    /// When it was made.
    pub created_at: Timestamp,
    /// When it last changed.
    pub updated_at: Timestamp,
    /// When every lesson was done for the first time.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub completed_at: Option<Timestamp>,
    /// What says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub certificate: Option<Certificate>,
}

impl Enrollment {
    /// A fresh enrollment.
    pub fn new(account: AccountId, course: CourseId, state: EnrollmentState, ground: Ground, now: Timestamp) -> Self {
        Self {
            course,
            account,
            term: None,
            version: 1,
            state,
            suspended_from: None,
            suspended_by_staff: false,
            grounds: BTreeSet::from([ground]),
            progress: Progress::default(),
            created_at: now,
            updated_at: now,
            completed_at: None,
            certificate: None,
        }
    }

    /// The same in a run, as it is made.
    pub fn in_term(self, term: Option<TermId>) -> Self {
        Self { term, ..self }
    }

    /// The same in another run, or in none.
    pub fn moved_to(self, term: Option<TermId>, now: Timestamp) -> Self {
        self.in_term(term).touched(now)
    }

    /// Where its seat is counted, and where it stands in line for one.
    pub fn seat_place(&self) -> SeatPlace {
        SeatPlace { course: self.course, term: self.term }
    }

    /// The seat that it takes.
    pub fn seat(&self) -> Option<SeatPlace> {
        self.takes_seat().then(|| self.seat_place())
    }

    /// Whether the lessons may be read.
    pub fn opens_lessons(&self) -> bool {
        self.state.is_in()
    }

    /// Whether it takes one of the seats of its course or run.
    pub fn takes_seat(&self) -> bool {
        self.opens_lessons()
    }

    /// Whether it is where the event leads already, by the word of staff: there, once more is nothing.
    pub fn is_already(&self, event: EnrollmentEvent) -> bool {
        use EnrollmentEvent as E;
        use EnrollmentState as S;
        match event {
            E::Confirm | E::Promote => self.state == S::Enrolled,
            E::Queue => self.state == S::Waiting,
            E::Overbook => self.state == S::Overbooked,
            E::Start | E::Reopen => self.state == S::InProgress,
            E::Complete => self.state == S::Completed,
            E::Suspend => self.state == S::Suspended && self.suspended_by_staff,
            E::Reinstate => self.opens_lessons(),
        }
    }

    /// Moves it along one arrow of the table of transitions. Whom the lack of money has shut out, staff may shut out as
    /// well: then money alone does not let in again.
    pub fn after(mut self, event: EnrollmentEvent, cause: Cause, now: Timestamp) -> Result<Self, EnrollmentRefused> {
        let is_shut_out = self.state == EnrollmentState::Suspended && !self.suspended_by_staff;
        if is_shut_out && (event, cause) == (EnrollmentEvent::Suspend, Cause::Staff) {
            self.suspended_by_staff = true;
            return Ok(self.touched(now));
        }
        (self.state, self.suspended_from) = self.state.after(self.suspended_from, event, cause)?;
        self.suspended_by_staff = self.state == EnrollmentState::Suspended && cause == Cause::Staff;
        if self.state == EnrollmentState::Completed && self.completed_at.is_none() {
            self.completed_at = Some(now);
        }
        Ok(self.touched(now))
    }

    /// Adds a ground; lets in again whom the lack of one had shut out. Staff suspensions stay.
    pub fn with_ground(mut self, ground: Ground, now: Timestamp) -> Self {
        self.grounds.insert(ground);
        if self.state == EnrollmentState::Suspended && !self.suspended_by_staff {
            self.state = self.suspended_from.take().unwrap_or(EnrollmentState::Enrolled);
        }
        self.touched(now)
    }

    /// Adds a ground that was paid for: whoever stood in line or waited for a word is in now, and in the run that was bought.
    pub fn with_paid_ground(self, ground: Ground, term: Option<TermId>, now: Timestamp) -> Self {
        use EnrollmentState::{Enrolled, Overbooked, ToConfirm, Waiting};
        let mut after = self.with_ground(ground, now);
        if matches!(after.state, Waiting | Overbooked | ToConfirm) {
            after.state = Enrolled;
        }
        after.term = term.or(after.term);
        after
    }

    /// Moves it by staff's word. Where a suspended one comes back and no ground is left, that word becomes the ground:
    /// nobody is in a course by no right at all.
    pub fn after_word_of(
        self,
        staff: AccountId,
        event: EnrollmentEvent,
        now: Timestamp,
    ) -> Result<Self, EnrollmentRefused> {
        let mut after = self.after(event, Cause::Staff, now)?;
        if after.state != EnrollmentState::Suspended {
            after.suspended_from = None;
            if after.grounds.is_empty() {
                after.grounds.insert(Ground::Staff(staff));
            }
        }
        Ok(after)
    }

    /// Whether money that is with us pays for it.
    pub fn is_paid_for(&self) -> bool {
        self.grounds.iter().any(|ground| matches!(ground, Ground::Order(_)))
    }

    /// Takes a ground away; without any left the enrollment is suspended and its progress kept.
    pub fn without_ground(mut self, ground: Ground, now: Timestamp) -> Self {
        self.grounds.remove(&ground);
        if self.grounds.is_empty() && self.state != EnrollmentState::Suspended {
            self.suspended_from = Some(self.state);
            self.state = EnrollmentState::Suspended;
        }
        self.touched(now)
    }

    /// Marks a lesson as done. The first one starts the course, the last one (`lessons` lists them all) completes it.
    pub fn with_lesson_done(
        mut self,
        lesson: LessonId,
        lessons: &[LessonId],
        now: Timestamp,
    ) -> Result<Self, EnrollmentRefused> {
        if self.state == EnrollmentState::Enrolled {
            self = self.after(EnrollmentEvent::Start, Cause::Learner, now)?;
        }
        self.progress.lessons_done.insert(lesson);
        let all_done = lessons.iter().all(|lesson| self.progress.lessons_done.contains(lesson));
        if all_done && self.state == EnrollmentState::InProgress {
            return self.after(EnrollmentEvent::Complete, Cause::Learner, now);
        }
        Ok(self.touched(now))
    }

    fn touched(mut self, now: Timestamp) -> Self {
        self.version += 1;
        self.updated_at = now;
        self
    }
}

#[cfg(test)]
mod tests;
