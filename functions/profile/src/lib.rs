//! Profile pages: what people tell of themselves (`page`), the photos on it (`photos`), and their friends (`friends`).
//!
//! Who may see whose page is the grid's to say; a handler here asks once and shows what was permitted. It must not know
//! what else an account is: its roles, its courses, its logins.

mod friends;
mod page;
mod photos;

use utoipa_axum::router::OpenApiRouter;
use web::routes;

/// Every endpoint of this function, with its description.
pub fn routes(app: web::App) -> web::Routes {
    OpenApiRouter::new()
        .routes(routes!(page::own::show_own_profile, page::write::write_profile))
        .routes(routes!(page::of_others::show_profile))
        .routes(photos::route())
        .routes(routes!(photos::show::show_photo))
        .routes(routes!(photos::remove::remove_photo))
        .routes(routes!(friends::list::list_friends, friends::ask::ask_friend))
        .routes(routes!(friends::requests::list_friend_requests))
        .routes(routes!(friends::accept::accept_friend))
        .routes(routes!(friends::part::part_from))
        .with_state(app)
}
