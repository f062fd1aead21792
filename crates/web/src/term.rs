//! A dated run as answers tell of it.

use domain::{Course, Term, TermId, Title};
use jiff::Timestamp;
use serde::Serialize;
use utoipa::ToSchema;

/// A dated run of a course.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct TermLine {
    /// Its id.
    #[schema(value_type = String)]
    id: TermId,
    /// When it begins; `null` where it is none of the course's any more.
    #[schema(value_type = Option<String>, format = DateTime)]
    starts_at: Option<Timestamp>,
    /// When it ends.
    #[schema(value_type = Option<String>, format = DateTime)]
    ends_at: Option<Timestamp>,
    /// Where it is held.
    #[schema(value_type = Option<String>)]
    place: Option<Title>,
}

impl TermLine {
    /// Shows a run.
    pub fn of(term: &Term) -> Self {
        Self { id: term.id, starts_at: Some(term.starts_at), ends_at: term.ends_at, place: term.place.clone() }
    }

    /// Shows the run that somebody is in, also where the course has it no more.
    pub fn in_course(course: &Course, term: TermId) -> Self {
        let gone = Self { id: term, starts_at: None, ends_at: None, place: None };
        course.term(term).map_or(gone, Self::of)
    }
}
