//! `POST /api/courses/{course}/enrollments/bulk`: the same for many accounts of one course, each judged by itself.

use authorization::{Action, act};
use axum::Json;
use domain::{AccountId, CourseId, EnrollmentEvent};
use serde::Deserialize;
use utoipa::ToSchema;
use web::fields::present;
use web::{Body, Cx, Deed, Failure, FieldErrors, ManyAccounts, Outcomes, Path, Problem, one_by_one};

use crate::staff::change::change;
use crate::staff::enroll::enroll;
use crate::staff::remove::remove;
use crate::staff::term::{Wish, relocate};

/// What is done with each account.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
enum EnrollmentDeed {
    /// Put it into the course; in line where no seat is free.
    Enroll,
    /// Take it out of the course, and its progress with it.
    Remove,
    /// Move it to another dated run of the course.
    Move,
    /// Confirm what its learner asked for.
    Confirm,
    /// Put it in line.
    Queue,
    /// Give it a free seat.
    Promote,
    /// Keep it beyond the seats.
    Overbook,
    /// Call it completed.
    Complete,
    /// Go on with what was completed.
    Reopen,
    /// Shut it out; progress is kept.
    Suspend,
    /// Let it in again.
    Reinstate,
}

/// The same for many accounts.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct EnrollmentsForm {
    /// The accounts' ids, at most 100; one that is named twice is one.
    #[serde(default)]
    #[schema(required = true, max_items = 100)]
    accounts: Vec<String>,
    /// What is done with each.
    action: Option<EnrollmentDeed>,
    /// The dated run, for `enroll` and `move`; `null` for none.
    #[serde(default, deserialize_with = "present")]
    #[schema(value_type = Option<String>)]
    term: Wish,
}

impl EnrollmentsForm {
    fn read(self) -> Result<(ManyAccounts, EnrollmentDeed, Wish), Failure> {
        let mut errors = FieldErrors::default();
        let fits = match self.action {
            Some(EnrollmentDeed::Move) => self.term.map(drop).ok_or("is required"),
            Some(EnrollmentDeed::Enroll) | None => Ok(()),
            Some(_) => self.term.map_or(Ok(()), |_| Err("goes with `enroll` and `move` only")),
        };
        let fits = errors.take("term", fits);
        let accounts = ManyAccounts::read(&self.accounts, &mut errors);
        let action = errors.take("action", self.action.ok_or("is required"));
        match (accounts, action, fits) {
            (Some(accounts), Some(action), Some(())) => Ok((accounts, action, self.term)),
            _ => Err(errors.into_failure()),
        }
    }
}

impl EnrollmentDeed {
    fn event(self) -> Option<EnrollmentEvent> {
        Some(match self {
            Self::Enroll | Self::Remove | Self::Move => return None,
            Self::Confirm => EnrollmentEvent::Confirm,
            Self::Queue => EnrollmentEvent::Queue,
            Self::Promote => EnrollmentEvent::Promote,
            Self::Overbook => EnrollmentEvent::Overbook,
            Self::Complete => EnrollmentEvent::Complete,
            Self::Reopen => EnrollmentEvent::Reopen,
            Self::Suspend => EnrollmentEvent::Suspend,
            Self::Reinstate => EnrollmentEvent::Reinstate,
        })
    }

    fn action(self) -> Action {
        match self {
            Self::Enroll => Action::EnrollAccount,
            Self::Remove => Action::RemoveEnrollment,
            _ => Action::ChangeEnrollment,
        }
    }

    async fn done(self, cx: &Cx, course: CourseId, account: AccountId, term: Wish) -> Result<Deed, Failure> {
        match (self.event(), self) {
            (Some(event), _) => moved(cx, course, account, event).await,
            (None, Self::Enroll) => enrolled(cx, course, account, term).await,
            (None, Self::Move) => relocated(cx, course, account, term).await,
            (None, _) => removed(cx, course, account).await,
        }
    }
}

/// Whoever is in the course already stays as they are.
async fn enrolled(cx: &Cx, course: CourseId, account: AccountId, term: Wish) -> Result<Deed, Failure> {
    let refused = match enroll(cx, course, account, term).await {
        Ok((_, enrollment)) => return Ok(Deed::DONE.in_state(enrollment.state)),
        Err(failure) => failure,
    };
    if !matches!(refused, Failure::Conflict(_)) {
        return Err(refused);
    }
    let there = cx.authorize::<act::EnrollAccount>((course, account)).await?.into_target().enrollment;
    there.map(|there| Deed::UNCHANGED.in_state(there.state)).ok_or(refused)
}

async fn moved(cx: &Cx, course: CourseId, account: AccountId, event: EnrollmentEvent) -> Result<Deed, Failure> {
    let refused = match change(cx, course, account, event).await {
        Ok((_, after)) => return Ok(Deed::DONE.in_state(after.state)),
        Err(failure) => failure,
    };
    if !matches!(refused, Failure::Conflict(_)) {
        return Err(refused);
    }
    let there = cx.authorize::<act::ChangeEnrollment>((course, account)).await?.into_target().enrollment;
    let there = there.filter(|there| there.is_already(event));
    there.map(|there| Deed::UNCHANGED.in_state(there.state)).ok_or(refused)
}

async fn relocated(cx: &Cx, course: CourseId, account: AccountId, term: Wish) -> Result<Deed, Failure> {
    let (_, after, moved) = relocate(cx, course, account, term).await?;
    Ok(if moved { Deed::DONE } else { Deed::UNCHANGED }.in_state(after.state))
}

/// Whoever is not in the course is out of it already.
async fn removed(cx: &Cx, course: CourseId, account: AccountId) -> Result<Deed, Failure> {
    match remove(cx, course, account).await {
        Ok(()) => Ok(Deed::DONE),
        // What may be done to an enrollment of this account, and there is none.
        Err(Failure::NotFound) => {
            cx.authorize::<act::RemoveEnrollment>((course, account)).await.map(|_| Deed::UNCHANGED)
        }
        Err(failure) => Err(failure),
    }
}

/// Does the same for many accounts of a course: puts them into it, moves their enrollments, also to
/// another dated run, or takes them out.
///
/// Each account is judged by itself and has an outcome of its own; one that is refused keeps no other back. What is so
/// already stays as it is, so that the same request can be sent again.
#[utoipa::path(
    post, path = "/api/courses/{course}/enrollments/bulk", tag = "enrollments",
    params(("course" = String, Path)), request_body = EnrollmentsForm,
    responses(
        (status = 200, body = Outcomes, description = "what became of each account"),
        (status = 401, body = Problem),
        (status = 403, body = Problem),
        (status = 422, body = Problem),
    )
)]
pub(crate) async fn change_enrollments(
    cx: Cx,
    Path(course): Path<CourseId>,
    Body(form): Body<EnrollmentsForm>,
) -> Result<Json<Outcomes>, Failure> {
    let (accounts, deed, term) = form.read()?;
    cx.refuse_inconceivable(deed.action())?;
    Ok(Json(one_by_one(&cx, accounts, |account| deed.done(&cx, course, account, term)).await?))
}
