//! A certificate of completion. It stands beside the enrollment that it was earned with, and with it or not at all.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::Enrollment;
use crate::id::CertificateId;
use crate::text::Title;

/// What a completed course is certified with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Certificate {
    /// Its id, which whoever shall verify it is told.
    pub id: CertificateId,
    /// The course's title on that day: a course that is renamed renames no certificate.
    pub course_title: Title,
    /// When it was issued.
    pub issued_at: Timestamp,
}

impl Enrollment {
    /// Whether the course is completed and no certificate says so yet.
    pub fn deserves_certificate(&self) -> bool {
        self.completed_at.is_some() && self.certificate.is_none() && self.state.is_in()
    }

    /// The certificate, as long as it counts: whoever is shut out (the money went back, staff decided so) has none to
    /// show. Beginning a course anew takes nothing of what was earned.
    pub fn valid_certificate(&self) -> Option<&Certificate> {
        self.certificate.as_ref().filter(|_| self.state.is_in())
    }
}
