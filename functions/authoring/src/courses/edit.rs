//! `PATCH /api/admin/courses/{course}`

use authorization::{Granted, act};
use axum::Json;
use domain::{Course, CourseId, LessonId};
use store::LESSONS_TOGETHER;
use web::{Body, Cx, Failure, Path, Problem};

use super::form::CourseForm;
use super::parts::people_in_gone_terms;
use super::same_version;
use super::view::CourseView;
use crate::audience::{AudienceName, partner_of};

impl CourseForm {
    /// Refuses a change of what does not change, and one that was made from another version.
    fn fits(&self, course: &Course) -> Result<(), Failure> {
        same_version(self.version, course)?;
        // What is not listed goes: nobody takes out what they have not seen.
        if self.outline.is_some() && self.version.is_none() {
            return Err(Failure::field(
                "version",
                "is required with an outline: lessons that it does not list are gone",
            ));
        }
        if self.audience.is_some_and(|name| name != AudienceName::of(course.audience)) {
            return Err(Failure::field("audience", "does not change: make another course"));
        }
        if self.partner.is_some() && self.partner != partner_of(course.audience) {
            return Err(Failure::field("partner", "does not change: make another course"));
        }
        Ok(())
    }
}

/// Nobody is left behind in a run that is taken away.
async fn nobody_in_gone_terms(cx: &Cx, grant: &Granted<act::EditCourse>, after: &Course) -> Result<(), Failure> {
    let gone = after.terms_gone_since(&grant.target().course, cx.now());
    match cx.store().people_in_terms(grant, &gone).await? {
        0 => Ok(()),
        people => Err(Failure::field("terms", people_in_gone_terms(people))),
    }
}

/// Change a course.
///
/// What is left out stays. An outline is sent with the version of the course that it was made from. Lessons may come along with the outline, as far as they fit one request of 1.3 MB and 50 of
/// them change; more of them go one by one.
#[utoipa::path(
    patch, path = "/api/admin/courses/{course}", tag = "courses", request_body = CourseForm,
    params(("course" = String, Path, description = "The course's id")),
    responses(
        (status = 200, description = "The course as it is now", body = CourseView),
        (status = 409, description = "The slug is taken, or somebody else was first", body = Problem),
        (status = 422, description = "Some fields need another value", body = Problem),
        (status = "4XX", description = "Refused", body = Problem),
    )
)]
pub(crate) async fn edit_course(
    cx: Cx,
    Path(course): Path<CourseId>,
    Body(form): Body<CourseForm>,
) -> Result<Json<CourseView>, Failure> {
    let grant = cx.authorize::<act::EditCourse>(course).await?;
    let before = &grant.target().course;
    form.fits(before)?;
    let had = before.clone();
    let change = form.apply(before, &mut || LessonId::new(cx.now(), &*cx.app().entropy))?;
    let lessons = change.outline.lessons(cx.store(), &grant).await?;
    if lessons.iter().filter(|lesson| before.lists(lesson.id)).count() > LESSONS_TOGETHER {
        let words = format!("changes more than {LESSONS_TOGETHER} lessons at once: send them in several requests");
        return Err(Failure::field("outline", words));
    }
    nobody_in_gone_terms(&cx, &grant, &change.course).await?;
    // A change that changes nothing leaves no trace.
    let same = lessons.is_empty() && change.course == *before;
    let after = if same { change.course } else { cx.store().edit_course(grant, change.course, lessons).await? };
    // A number that is said again counts anew, too.
    let mut counted = after.limited_anew_since(&had);
    if change.counts_seats {
        counted.extend(after.places_of_its_limit());
        counted.sort_unstable();
        counted.dedup();
    }
    // The change itself stands already; both are made up for by the next one.
    if !counted.is_empty()
        && let Err(error) = cx.store().recount_seats(course, &counted).await
    {
        tracing::warn!(%course, %error, "seats were not counted anew");
    }
    // The first of each line moved with the change; whoever stands further back follows.
    if let Err(error) = cx.store().move_lines(&after, &after.raised_since(&had)).await {
        tracing::warn!(%course, %error, "the lines were not moved on");
    }
    Ok(Json(CourseView::of(&after)))
}

#[cfg(test)]
mod tests {
    use domain::{Audience, Title};
    use jiff::Timestamp;

    use super::*;
    use crate::courses::draft::draft;

    #[test]
    fn audience_and_version_are_compared_and_never_changed() {
        let title = Title::new("A").unwrap();
        let id = CourseId::from_bytes([1; 16]);
        let course = draft(id, Audience::Public, title.clone(), title, Timestamp::UNIX_EPOCH).unwrap();
        let status = |json: &str| {
            let fits = serde_json::from_str::<CourseForm>(json).unwrap().fits(&course);
            fits.map_or_else(|failure| failure.problem().status, |()| 200)
        };
        assert_eq!(status(r#"{"audience":"public","version":1}"#), 200);
        assert_eq!(status(r#"{"audience":"internal"}"#), 422);
        assert_eq!(status(r#"{"partner":"00000000000000000000000000"}"#), 422);
        assert_eq!(status(r#"{"version":2}"#), 409);
        assert_eq!(status(r#"{"outline":[]}"#), 422);
        assert_eq!(status(r#"{"outline":[],"version":1}"#), 200);
        assert_eq!(status(r#"{"outline":[],"version":2}"#), 409);
    }
}
