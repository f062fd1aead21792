//! Those who are in a course to teach. Being enrolled as a tutor or instructor is a role on the course: it is given and
//! taken away under the rules of that role, and takes no learner's seat.

use authorization::{GrantObject, Granted, RoleGrant, TeachingPart, act};
use domain::{AccountId, CourseId};
use serde::Serialize;
use store::{Holder, RoleWish};
use utoipa::ToSchema;
use web::{Cx, Failure};

use crate::again::again_on_conflict;

/// More people than these run no course: its owner, authors and assistants among them.
const HOLDERS_MAX: usize = 100;

/// Somebody who teaches a course.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct TeacherLine {
    #[schema(value_type = String)]
    account: AccountId,
    /// What the person is called; `null` where only the enrollment itself is told.
    name: Option<String>,
    /// `tutor` or `instructor`.
    #[serde(rename = "as")]
    #[schema(example = "tutor")]
    part: &'static str,
}

/// The part of a word; nothing for a learner's.
pub(super) fn part(word: &str) -> Result<Option<TeachingPart>, Failure> {
    match TeachingPart::ALL.into_iter().find(|part| part.word() == word) {
        None if word == "learner" => Ok(None),
        None => Err(Failure::field("as", "must be `learner`, `tutor` or `instructor`")),
        part => Ok(part),
    }
}

fn wish(course: CourseId, account: AccountId, part: TeachingPart) -> RoleWish {
    RoleWish { account, grant: RoleGrant::new(part.role(), GrantObject::Course(course)), set: None }
}

/// Puts an account into a course as one who teaches.
pub(super) async fn enroll_teacher(
    cx: &Cx,
    course: CourseId,
    account: AccountId,
    part: TeachingPart,
) -> Result<TeacherLine, Failure> {
    let given = again_on_conflict(|| async {
        let grant = cx.authorize_giving::<act::AssignRole>(wish(course, account, part)).await?;
        let name = grant.target().account.name.to_string();
        Ok(cx.store().give_role(grant).await.map(|_| name))
    });
    Ok(TeacherLine { account, name: Some(given.await?), part: part.word() })
}

/// Takes one who teaches out of a course.
pub(super) async fn remove_teacher(
    cx: &Cx,
    course: CourseId,
    account: AccountId,
    part: TeachingPart,
) -> Result<(), Failure> {
    let taken = again_on_conflict(|| async {
        let grant = cx.authorize_taking::<act::AssignRole>(wish(course, account, part)).await?;
        Ok(cx.store().take_role(grant, &[]).await)
    });
    taken.await
}

/// Those who teach a course.
pub(super) async fn teachers(cx: &Cx, grant: &Granted<act::ListEnrollments>) -> Result<Vec<TeacherLine>, Failure> {
    let holders = cx.store().holders(grant, None, None, HOLDERS_MAX).await?;
    let line = |holder: Holder| {
        let part = TeachingPart::of(holder.grant.role)?;
        Some(TeacherLine { account: holder.account, name: holder.name, part: part.word() })
    };
    Ok(holders.items.into_iter().filter_map(line).collect())
}
