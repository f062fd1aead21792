//! The notebook that is kept while a row is read: what makes it impossible to take, and what its sender should know.

use std::fmt::Display;

use crate::error::FieldError;

/// A row with more findings than this is not of this format; the rest tells nothing new.
const FINDINGS_MAX: usize = 50;

#[derive(Debug, Default)]
pub(crate) struct Findings {
    pub(crate) errors: Vec<FieldError>,
    pub(crate) warnings: Vec<FieldError>,
}

impl Findings {
    /// Notes what makes the row impossible to take.
    pub(crate) fn error(&mut self, field: impl Into<String>, value: &str, reason: impl Display) {
        if self.errors.len() < FINDINGS_MAX {
            self.errors.push(FieldError::new(field, value, reason.to_string()));
        }
    }

    /// Notes what the row was taken in spite of.
    pub(crate) fn warn(&mut self, field: impl Into<String>, value: &str, reason: impl Display) {
        if self.warnings.len() < FINDINGS_MAX {
            self.warnings.push(FieldError::new(field, value, reason.to_string()));
        }
    }

    /// The value, or its refusal as an error.
    pub(crate) fn need<T, E: Display>(&mut self, field: &str, value: &str, found: Result<T, E>) -> Option<T> {
        found.map_err(|refused| self.error(field, value, refused)).ok()
    }

    /// The value, or its refusal as a warning.
    pub(crate) fn like<T, E: Display>(&mut self, field: &str, value: &str, found: Result<T, E>) -> Option<T> {
        found.map_err(|refused| self.warn(field, value, format!("left out: {refused}"))).ok()
    }
}
