//! Courses as those who run them see them: drafts, prices, outlines and the texts of lessons.

pub(crate) mod apply;
pub(crate) mod archive;
pub(crate) mod create;
pub(crate) mod delete_lesson;
pub(crate) mod description;
pub(crate) mod draft;
pub(crate) mod edit;
pub(crate) mod export;
pub(crate) mod form;
pub(crate) mod lesson_version;
pub(crate) mod list;
pub(crate) mod outline;
pub(crate) mod parts;
pub(crate) mod publish;
pub(crate) mod put_lesson;
pub(crate) mod show;
pub(crate) mod show_lesson;
pub(crate) mod unpublish;
pub(crate) mod view;

use authorization::act;
use axum::extract::DefaultBodyLimit;
use domain::{Course, CourseId, PublicationEvent};
use serde::Deserialize;
use utoipa::IntoParams;
use utoipa_axum::router::{UtoipaMethodRouter, UtoipaMethodRouterExt};
use web::{App, Cx, Failure, routes};

use view::CourseView;

/// A lesson has at most 200,000 bytes of text, and JSON writes some of them as six: `\\u00e9`.
const LESSONS_BYTES_MAX: usize = 1_300_000;

/// Changing a course, with the lessons that come along.
pub(crate) fn edit_route() -> UtoipaMethodRouter<App> {
    routes!(edit::edit_course).layer(DefaultBodyLimit::max(LESSONS_BYTES_MAX))
}

/// Writing a lesson.
pub(crate) fn lesson_route() -> UtoipaMethodRouter<App> {
    routes!(put_lesson::put_lesson).layer(DefaultBodyLimit::max(LESSONS_BYTES_MAX))
}

/// Which course was looked at.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct VersionQuery {
    /// The version of the course that was looked at before; another one is refused.
    version: Option<u64>,
}

/// Refuses what was decided from another version of the course.
fn same_version(seen: Option<u64>, course: &Course) -> Result<(), Failure> {
    if seen.is_some_and(|version| version != course.version) {
        return Err(Failure::conflict("the course was changed by somebody else meanwhile: look at it again"));
    }
    Ok(())
}

/// The one way in which publishing, unpublishing and archiving go.
async fn change_publication(
    cx: &Cx,
    course: CourseId,
    VersionQuery { version }: VersionQuery,
    event: PublicationEvent,
) -> Result<CourseView, Failure> {
    let grant = cx.authorize::<act::PublishCourse>(course).await?;
    same_version(version, &grant.target().course)?;
    let publication = grant.target().course.publication.after(event).map_err(Failure::conflict)?;
    let after = cx.store().publish_course(grant, publication).await?;
    Ok(CourseView::of(&after))
}
