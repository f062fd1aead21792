//! `POST /api/courses/{course}/enrollments`: staff puts an account into a course; as a learner, in line where no seat is
//! free, or as one who teaches, which takes no seat.

use authorization::{EnrollmentTarget, act};
use axum::Json;
use axum::http::StatusCode;
use domain::{AccountId, Course, CourseId, Enrollment, Publication};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use web::fields::present;
use web::{Body, Cx, Failure, Path, Problem};

use crate::again::again_on_conflict;
use crate::staff::teachers::{TeacherLine, enroll_teacher, part};
use crate::staff::term::{Wish, wished};
use crate::staff::view::EnrollmentLine;

/// Whom to put into the course.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct NewEnrollment {
    #[schema(value_type = String)]
    account: AccountId,
    /// `learner`, `tutor` or `instructor`; as a learner where nothing is said.
    #[serde(rename = "as")]
    #[schema(example = "tutor")]
    part: Option<String>,
    /// The dated run, over or not; `null` for none. Where nothing is said it is the only one that is not over, if there is
    /// one.
    #[serde(default, deserialize_with = "present")]
    #[schema(value_type = Option<String>)]
    term: Wish,
}

/// Who was put into the course.
#[derive(Debug, Serialize, ToSchema)]
#[serde(untagged)]
pub(crate) enum Enrolled {
    /// As a learner.
    Learner(EnrollmentLine),
    /// As a tutor or instructor.
    Teacher(TeacherLine),
}

/// A draft is for those who write it, and an archived course is a record. What was only taken out of its catalog
/// still takes people in by hand.
fn takes_in(target: &EnrollmentTarget) -> Result<(), Failure> {
    if target.enrollment.is_some() {
        return Err(Failure::conflict("the account has an enrollment in this course already"));
    }
    match target.course.publication {
        Publication::Published | Publication::Unpublished => Ok(()),
        Publication::Draft => Err(Failure::conflict("the course is a draft: publish it first")),
        Publication::Archived => Err(Failure::conflict("the course is archived: nobody enrolls any more")),
    }
}

/// Puts an account into a course, whoever is in the way of it meanwhile.
pub(super) async fn enroll(
    cx: &Cx,
    id: CourseId,
    account: AccountId,
    term: Wish,
) -> Result<(Course, Enrollment), Failure> {
    again_on_conflict(|| async {
        let grant = cx.authorize::<act::EnrollAccount>((id, account)).await?;
        takes_in(grant.target())?;
        let course = grant.target().course.clone();
        let term = match term {
            Some(_) => wished(&course, term)?,
            None => course.term_for(None, cx.now()).unwrap_or(None),
        };
        Ok(cx.store().enroll_account(grant, term).await.map(|enrollment| (course, enrollment)))
    })
    .await
}

/// Puts an account into a course.
///
/// Tutors and instructors hold a role on the course from then on. They are enrolled by whoever may give that role, under
/// the same rules, and take no seat.
#[utoipa::path(
    post, path = "/api/courses/{course}/enrollments", tag = "enrollments",
    params(("course" = String, Path)), request_body = NewEnrollment,
    responses(
        (status = 201, body = Enrolled, description = "As a learner `state` is `enrolled`, or `waiting` for a seat"),
        (status = 401, body = Problem),
        (status = 403, body = Problem, description = "such as an account of another audience"),
        (status = 404, body = Problem),
        (status = 409, body = Problem, description = "enrolled already, or the course takes nobody in"),
        (status = 422, body = Problem, description = "no such part or run, or not a part for accounts of this type"),
    )
)]
pub(crate) async fn enroll_account(
    cx: Cx,
    Path(id): Path<CourseId>,
    Body(form): Body<NewEnrollment>,
) -> Result<(StatusCode, Json<Enrolled>), Failure> {
    if let Some(part) = form.part.as_deref().map(part).transpose()?.flatten() {
        let teacher = enroll_teacher(&cx, id, form.account, part).await?;
        return Ok((StatusCode::CREATED, Json(Enrolled::Teacher(teacher))));
    }
    let (course, enrollment) = enroll(&cx, id, form.account, form.term).await?;
    Ok((StatusCode::CREATED, Json(Enrolled::Learner(EnrollmentLine::of(&course, &enrollment)))))
}
