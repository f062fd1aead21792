//! `/api/admin/places/{kind}/{place}/enrollments`: who is enrolled in a path or program, and where each of them stands.

pub(crate) mod change;
pub(crate) mod enroll;
pub(crate) mod list;
pub(crate) mod remove;

use domain::{AccountId, EnrollmentState, PathEnrollment, PlaceId, PlaceKind};
use jiff::Timestamp;
use serde::Serialize;
use utoipa::ToSchema;
use web::Failure;

/// An enrollment in a path or program.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct PathEnrollmentLine {
    #[schema(value_type = String)]
    account: AccountId,
    /// What the person is called; `null` where only the enrollment itself is told.
    name: Option<String>,
    /// The one state in which it is.
    #[schema(value_type = String, example = "in_progress")]
    state: EnrollmentState,
    #[schema(value_type = String, format = DateTime)]
    created_at: Timestamp,
    #[schema(value_type = String, format = DateTime)]
    updated_at: Timestamp,
    /// When it was first completed; `null` before.
    #[schema(value_type = Option<String>, format = DateTime)]
    completed_at: Option<Timestamp>,
}

impl PathEnrollmentLine {
    fn of(enrollment: &PathEnrollment, name: Option<String>) -> Self {
        Self {
            account: enrollment.account,
            name,
            state: enrollment.state,
            created_at: enrollment.created_at,
            updated_at: enrollment.updated_at,
            completed_at: enrollment.completed_at,
        }
    }
}

/// What is learnt of the words of an address; other places have members and no enrollments.
enum Learnt {
    Path(PlaceId),
    Program(PlaceId),
}

fn learnt(kind: &str, place: &str) -> Result<Learnt, Failure> {
    let kind: PlaceKind = kind.parse().map_err(|_| Failure::NotFound)?;
    match (kind, kind.parse_id(place).ok_or(Failure::NotFound)?) {
        (PlaceKind::Path, id) => Ok(Learnt::Path(id)),
        (PlaceKind::Program, id) => Ok(Learnt::Program(id)),
        _ => Err(Failure::NotFound),
    }
}
