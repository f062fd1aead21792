//! Learning and enrollments: what learners do in their own courses (`own`), what those who run a course do with the
//! enrollments of others (`staff`), and what anybody may verify (`certificate`).
//!
//! Which enrollment may move where is the domain's to say, who may ask is the grid's; a handler here only brings the
//! two together. It must not know who the roles are, nor how the table keeps seats.

mod again;
mod certificate;
mod course_page;
mod nothing;
mod own;
mod paths;
mod progress;
mod staff;

use utoipa_axum::router::OpenApiRouter;
use web::routes;

/// Every endpoint of this function, with its description.
pub fn routes(app: web::App) -> web::Routes {
    OpenApiRouter::new()
        .routes(routes!(own::catalog::list_own_catalog))
        .routes(routes!(own::courses::list_own_courses))
        .routes(routes!(own::course::view_own_course))
        .routes(routes!(own::lesson::read_lesson))
        .routes(routes!(own::start::start_course))
        .routes(routes!(own::lesson_done::finish_lesson))
        .routes(routes!(own::enroll::enroll_self))
        .routes(routes!(own::paths::list_own_paths))
        .routes(routes!(own::paths::enroll_self_in_path))
        .routes(routes!(certificate::show_certificate))
        .routes(routes!(staff::list::list_enrollments, staff::enroll::enroll_account))
        .routes(routes!(staff::bulk::change_enrollments))
        .routes(routes!(
            staff::view::view_enrollment,
            staff::remove::remove_enrollment,
            staff::term::relocate_enrollment
        ))
        .routes(routes!(staff::change::change_enrollment))
        .routes(routes!(paths::list::list_path_enrollments, paths::enroll::enroll_in_path))
        .routes(routes!(paths::change::change_path_enrollment))
        .routes(routes!(paths::remove::remove_path_enrollment))
        .with_state(app)
}
