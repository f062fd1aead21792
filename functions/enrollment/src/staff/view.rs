//! `GET /api/courses/{course}/enrollments/{account}`: one enrollment as those who run the course see it.

use authorization::act;
use axum::Json;
use domain::{AccountId, Course, CourseId, Enrollment, EnrollmentState, Ground, OrderId};
use jiff::Timestamp;
use serde::Serialize;
use utoipa::ToSchema;
use web::{Cx, Failure, Path, Problem, TermLine};

use crate::progress::LessonCount;

/// By what right an enrollment exists.
#[derive(Debug, Serialize, ToSchema)]
#[serde(tag = "kind", rename_all = "snake_case")]
enum GroundLine {
    /// A paid (or free) order.
    Order {
        #[schema(value_type = String)]
        order: OrderId,
    },
    /// The decision of an account that runs the course.
    Staff {
        #[schema(value_type = String)]
        account: AccountId,
    },
    /// The learner's own decision.
    Own,
}

impl From<Ground> for GroundLine {
    fn from(ground: Ground) -> Self {
        match ground {
            Ground::Order(order) => Self::Order { order },
            Ground::Staff(account) => Self::Staff { account },
            Ground::Own => Self::Own,
        }
    }
}

/// An enrollment as those who run the course see it.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct EnrollmentLine {
    #[schema(value_type = String)]
    account: AccountId,
    /// The dated run that it is for; `null` for the course as such.
    term: Option<TermLine>,
    #[schema(value_type = String, example = "in_progress")]
    state: EnrollmentState,
    /// Whether somebody of staff, rather than the lack of a paid order, shut the account out.
    suspended_by_staff: bool,
    grounds: Vec<GroundLine>,
    #[serde(flatten)]
    count: LessonCount,
    #[schema(value_type = String, format = DateTime)]
    created_at: Timestamp,
    #[schema(value_type = String, format = DateTime)]
    updated_at: Timestamp,
    /// When it was first completed; `null` before.
    #[schema(value_type = Option<String>, format = DateTime)]
    completed_at: Option<Timestamp>,
}

impl EnrollmentLine {
    pub(crate) fn of(course: &Course, enrollment: &Enrollment) -> Self {
        Self {
            account: enrollment.account,
            term: enrollment.term.map(|term| TermLine::in_course(course, term)),
            state: enrollment.state,
            suspended_by_staff: enrollment.suspended_by_staff,
            grounds: enrollment.grounds.iter().copied().map(GroundLine::from).collect(),
            count: LessonCount::of(course, enrollment),
            created_at: enrollment.created_at,
            updated_at: enrollment.updated_at,
            completed_at: enrollment.completed_at,
        }
    }
}

/// Shows one enrollment. It is what staff looks at before changing it, and asks for no less: the list shows the same
/// to whoever may only see.
#[utoipa::path(
    get, path = "/api/courses/{course}/enrollments/{account}", tag = "enrollments",
    params(("course" = String, Path), ("account" = String, Path)),
    responses(
        (status = 200, body = EnrollmentLine),
        (status = 401, body = Problem),
        (status = 403, body = Problem),
        (status = 404, body = Problem),
    )
)]
pub(crate) async fn view_enrollment(
    cx: Cx,
    Path((course, account)): Path<(CourseId, AccountId)>,
) -> Result<Json<EnrollmentLine>, Failure> {
    let target = cx.authorize::<act::ChangeEnrollment>((course, account)).await?.into_target();
    let enrollment = target.enrollment.as_ref().ok_or(Failure::NotFound)?;
    Ok(Json(EnrollmentLine::of(&target.course, enrollment)))
}
