//! What a mailed link leads to: choosing a password, asking for another link, and founding a fresh platform.
//!
//! Whoever comes here is not signed in, and does not leave signed in: a link proves who reads the mailbox, once. This
//! function must not know orders or courses; a purchase makes its account elsewhere.

mod administrator;
mod ask_again;
mod ask_for_account;
mod email;
mod founder;
mod health;
mod opened_link;
mod password;

use utoipa_axum::router::OpenApiRouter;
use web::routes;

pub use founder::founder_link;

/// Every endpoint of this function.
pub fn routes(app: web::App) -> web::Routes {
    OpenApiRouter::new()
        .routes(routes!(password::show::show_password_form))
        .routes(routes!(password::set::set_password))
        .routes(routes!(email::show::show_email_form))
        .routes(routes!(email::set::take_email))
        .routes(routes!(ask_again::ask_again))
        .routes(routes!(ask_for_account::ask_for_account))
        .routes(routes!(administrator::show::show_administrator_form))
        .routes(routes!(administrator::found::found_platform))
        .routes(routes!(health::health))
        .with_state(app)
}
