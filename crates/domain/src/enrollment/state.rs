//! Where an enrollment stands, what may happen to it, and who may cause that: the same for courses and paths.

use std::fmt;

use serde::{Deserialize, Serialize};
use thiserror::Error;

/// Where an enrollment stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EnrollmentState {
    /// In line for a seat.
    Waiting,
    /// Asked for; an administrator must say yes.
    ToConfirm,
    /// In, not begun.
    Enrolled,
    /// Begun.
    InProgress,
    /// Every lesson done.
    Completed,
    /// Shut out, progress kept.
    Suspended,
    /// Let in beyond the seats of a dated course; in line until a seat is free.
    Overbooked,
}

impl fmt::Display for EnrollmentState {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Waiting => "in line for a seat",
            Self::ToConfirm => "to be confirmed",
            Self::Enrolled => "not begun",
            Self::InProgress => "in progress",
            Self::Completed => "completed",
            Self::Suspended => "suspended",
            Self::Overbooked => "overbooked",
        })
    }
}

/// Who causes a transition.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Cause {
    /// The learner.
    Learner,
    /// Somebody who administers the course.
    Staff,
    /// Money that came or went.
    Payment,
    /// The platform itself: a seat became free.
    Platform,
}

impl fmt::Display for Cause {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Learner => "its learner",
            Self::Staff => "staff",
            Self::Payment => "a payment",
            Self::Platform => "the platform itself",
        })
    }
}

/// What may happen to an enrollment. Being removed is no event: the record goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EnrollmentEvent {
    /// A request is granted.
    Confirm,
    /// The next in line gets a seat.
    Promote,
    /// Put back in line, for want of seats.
    Queue,
    /// Let in beyond the seats.
    Overbook,
    /// The first lesson is opened.
    Start,
    /// The last lesson is done, or staff says so.
    Complete,
    /// Begun again after completion.
    Reopen,
    /// Shut out.
    Suspend,
    /// Let in again, at the point that was reached.
    Reinstate,
}

impl EnrollmentEvent {
    /// Every event, for lists and tests.
    pub const ALL: [EnrollmentEvent; 9] = [
        Self::Confirm,
        Self::Promote,
        Self::Queue,
        Self::Overbook,
        Self::Start,
        Self::Complete,
        Self::Reopen,
        Self::Suspend,
        Self::Reinstate,
    ];
}

impl fmt::Display for EnrollmentEvent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Confirm => "confirmed",
            Self::Promote => "given a seat",
            Self::Queue => "put in line",
            Self::Overbook => "overbooked",
            Self::Start => "begun",
            Self::Complete => "completed",
            Self::Reopen => "reopened",
            Self::Suspend => "suspended",
            Self::Reinstate => "reinstated",
        })
    }
}

/// A transition that is not possible, or not for this cause.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum EnrollmentRefused {
    /// The state does not allow it.
    #[error("an enrollment that is {from} cannot be {event}")]
    State {
        /// Where it stands.
        from: EnrollmentState,
        /// What was asked.
        event: EnrollmentEvent,
    },
    /// Somebody else may do that.
    #[error("an enrollment is not {event} by {cause}")]
    Cause {
        /// What was asked.
        event: EnrollmentEvent,
        /// Who asked.
        cause: Cause,
    },
}

impl EnrollmentEvent {
    /// The closed list of who may cause what.
    pub fn may_be_caused_by(self, cause: Cause) -> bool {
        match self {
            Self::Confirm | Self::Queue | Self::Overbook => cause == Cause::Staff,
            Self::Promote => matches!(cause, Cause::Staff | Cause::Platform),
            Self::Start => cause == Cause::Learner,
            Self::Complete | Self::Reopen => matches!(cause, Cause::Learner | Cause::Staff),
            Self::Suspend | Self::Reinstate => matches!(cause, Cause::Staff | Cause::Payment),
        }
    }
}

impl EnrollmentState {
    /// Whether what somebody is enrolled in is open to them.
    pub fn is_in(self) -> bool {
        matches!(self, Self::Enrolled | Self::InProgress | Self::Completed)
    }

    /// The one table of transitions: where an event leads, and where a suspended enrollment will return to.
    pub fn after(
        self,
        suspended_from: Option<Self>,
        event: EnrollmentEvent,
        cause: Cause,
    ) -> Result<(Self, Option<Self>), EnrollmentRefused> {
        use EnrollmentEvent as E;
        use EnrollmentState as S;
        if !event.may_be_caused_by(cause) {
            return Err(EnrollmentRefused::Cause { event, cause });
        }
        let to = match (self, event) {
            (S::ToConfirm, E::Confirm) => S::Enrolled,
            (S::Waiting | S::Overbooked, E::Promote) => S::Enrolled,
            (S::ToConfirm | S::Enrolled | S::Overbooked | S::Suspended, E::Queue) => S::Waiting,
            (S::ToConfirm | S::Waiting | S::Enrolled | S::Suspended, E::Overbook) => S::Overbooked,
            (S::Enrolled, E::Start) => S::InProgress,
            (S::Enrolled | S::InProgress, E::Complete) => S::Completed,
            (S::Completed, E::Reopen) => S::InProgress,
            (S::Suspended, E::Reinstate) => return Ok((suspended_from.unwrap_or(S::Enrolled), None)),
            (S::Suspended, E::Suspend) => return Err(EnrollmentRefused::State { from: S::Suspended, event }),
            (from, E::Suspend) => return Ok((S::Suspended, Some(from))),
            (from, event) => return Err(EnrollmentRefused::State { from, event }),
        };
        Ok((to, suspended_from))
    }
}
