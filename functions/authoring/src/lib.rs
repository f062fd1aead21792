//! Writing courses: their descriptions, prices and lessons, their publication, and whole feeds of them.
//!
//! A handler reads what was sent, asks once for the permission, does one thing with it, and shows the outcome. It must
//! not know who holds which role, how anything is stored, or how a refusal becomes a status.

mod audience;
mod courses;
pub mod import;
mod words;

use utoipa_axum::router::OpenApiRouter;
use web::{App, Routes, routes};

/// Every endpoint, with its description.
pub fn routes(app: App) -> Routes {
    OpenApiRouter::new()
        .routes(routes!(courses::create::create_course, courses::list::list_courses))
        .routes(routes!(courses::show::show_course))
        .routes(routes!(courses::export::export_course))
        .routes(courses::edit_route())
        .routes(routes!(courses::publish::publish_course))
        .routes(routes!(courses::unpublish::unpublish_course))
        .routes(routes!(courses::archive::archive_course))
        .routes(routes!(courses::show_lesson::show_lesson, courses::delete_lesson::delete_lesson))
        .routes(courses::lesson_route())
        .routes(import::endpoint::route())
        .with_state(app)
}
