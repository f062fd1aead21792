//! `POST /api/admin/courses`

use authorization::act;
use axum::Json;
use axum::http::StatusCode;
use domain::{Audience, Course, CourseId, LessonId, Title};
use web::fields::required;
use web::{Body, Cx, Failure, FieldErrors, Problem};

use super::draft::draft;
use super::form::CourseForm;
use super::view::CourseView;

impl CourseForm {
    /// Whom the new course is for, and its title; what cannot be left out.
    fn beginning(&self) -> Result<(Audience, Title), Failure> {
        let mut errors = FieldErrors::default();
        let audience = errors.take("audience", required(self.audience));
        let audience = audience.and_then(|name| errors.take("partner", name.with(self.partner)));
        let title = errors.take("title", Title::new(self.title.as_deref().unwrap_or_default()));
        let bare = if self.outline.is_some() { Err("is added with a change, once the course is made") } else { Ok(()) };
        let bare = errors.take("outline", bare);
        match (audience, title, bare) {
            (Some(audience), Some(title), Some(())) => Ok((audience, title)),
            _ => Err(errors.into_failure()),
        }
    }

    /// The whole course, as a draft. Offered by the platform itself where nobody else is named.
    fn into_draft(self, cx: &Cx) -> Result<Course, Failure> {
        let (audience, title) = self.beginning()?;
        let platform = Title::new(&cx.app().settings.platform_name);
        let platform = platform.map_err(|error| Failure::Internal(format!("the platform's name {error}")))?;
        let id = CourseId::new(cx.now(), &*cx.app().entropy);
        let draft = draft(id, audience, title, platform, cx.now());
        let draft = draft.ok_or_else(|| Failure::field("slug", "must be given: the title makes none"))?;
        let mut fresh = || LessonId::new(cx.now(), &*cx.app().entropy);
        Ok(self.apply(&draft, &mut fresh)?.course)
    }
}

/// Make a course, as a draft.
///
/// Whoever makes it becomes its owner, where accounts of that type own courses.
#[utoipa::path(
    post, path = "/api/admin/courses", tag = "courses", request_body = CourseForm,
    responses(
        (status = 201, description = "Made", body = CourseView),
        (status = 409, description = "The slug is taken", body = Problem),
        (status = 422, description = "Some fields need another value", body = Problem),
        (status = "4XX", description = "Refused", body = Problem),
    )
)]
pub(crate) async fn create_course(
    cx: Cx,
    Body(form): Body<CourseForm>,
) -> Result<(StatusCode, Json<CourseView>), Failure> {
    let course = form.into_draft(&cx)?;
    let grant = cx.authorize::<act::CreateCourse>(course.audience).await?;
    let course = cx.store().create_course(grant, course, cx.course_maker()).await?;
    Ok((StatusCode::CREATED, Json(CourseView::of(&course))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_course_begins_with_an_audience_and_a_title() {
        let named = |json: &str| {
            let problem = serde_json::from_str::<CourseForm>(json).unwrap().beginning().unwrap_err().problem();
            problem.fields.into_iter().map(|field| field.field).collect::<Vec<_>>()
        };
        assert_eq!(named("{}"), ["audience", "title"]);
        assert_eq!(named(r#"{"audience":"partner","title":"A"}"#), ["partner"]);
        assert_eq!(named(r#"{"audience":"public","title":"A","outline":[]}"#), ["outline"]);
    }
}
