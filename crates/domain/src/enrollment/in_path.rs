//! One account in one path or program.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::state::{Cause, EnrollmentEvent, EnrollmentRefused, EnrollmentState};
use crate::id::{AccountId, PathId};

/// One account in one path or program. There is one for each of the two at most, and it has one state.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PathEnrollment {
    /// The path or program.
    pub path: PathId,
    /// The account.
    pub account: AccountId,
    /// Raised by every change.
    pub version: u64,
    /// Where it stands.
    pub state: EnrollmentState,
    /// Where it stood when it was suspended, to return to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub suspended_from: Option<EnrollmentState>,
    /// When it was made.
    pub created_at: Timestamp,
    /// When it last changed.
    pub updated_at: Timestamp,
    /// When it was completed for the first time.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub completed_at: Option<Timestamp>,
}

impl PathEnrollment {
    /// A fresh enrollment, in from the beginning: paths count no seats.
    pub fn new(account: AccountId, path: PathId, now: Timestamp) -> Self {
        Self {
            path,
            account,
            version: 1,
            state: EnrollmentState::Enrolled,
            suspended_from: None,
            created_at: now,
            updated_at: now,
            completed_at: None,
        }
    }

    /// Moves it along one arrow of the table of transitions.
    pub fn after(mut self, event: EnrollmentEvent, cause: Cause, now: Timestamp) -> Result<Self, EnrollmentRefused> {
        (self.state, self.suspended_from) = self.state.after(self.suspended_from, event, cause)?;
        if self.state == EnrollmentState::Completed && self.completed_at.is_none() {
            self.completed_at = Some(now);
        }
        self.version += 1;
        self.updated_at = now;
        Ok(self)
    }
}
