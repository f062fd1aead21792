//! Signing in and out, refreshing a login, the list of one's own logins, changing the password, and asking for the
//! link that resets it.
//!
//! This function hashes passwords and makes the two cookies. It must not know orders, courses or mail servers: a
//! mail that it promises is an entry of the outbox.

mod account_view;
mod browser;
mod change_email;
mod change_password;
mod confirm;
mod devices;
mod forgot_page;
mod limits;
mod me;
mod menu;
mod next_path;
mod presented;
mod prove_again;
mod refresh;
mod reset;
mod second_factor;
mod sign_in;
mod sign_in_page;
mod sign_out;
mod signed_in;

use utoipa_axum::router::OpenApiRouter;
use web::routes;

/// Every endpoint of this function.
pub fn routes(app: web::App) -> web::Routes {
    OpenApiRouter::new()
        .routes(routes!(sign_in::sign_in))
        .routes(routes!(sign_in_page::show_sign_in))
        .routes(routes!(forgot_page::show_forgot_password))
        .routes(routes!(refresh::refresh))
        .routes(routes!(sign_out::sign_out))
        .routes(routes!(me::me))
        .routes(routes!(menu::show_menu))
        .routes(routes!(devices::list::list_devices))
        .routes(routes!(devices::end::end_device))
        .routes(routes!(devices::end_all::end_all_devices))
        .routes(routes!(reset::ask_for_reset))
        .routes(routes!(change_password::change_password))
        .routes(routes!(change_email::change_email))
        .routes(routes!(confirm::confirm))
        .routes(routes!(second_factor::page::show_second_factor))
        .routes(routes!(second_factor::prove::prove_second_factor))
        .routes(routes!(second_factor::show::show_second_factors))
        .routes(routes!(second_factor::add_app::add_app))
        .routes(routes!(second_factor::remove_app::remove_app))
        .routes(routes!(second_factor::confirm_app::confirm_app))
        .routes(routes!(second_factor::renew_codes::renew_codes))
        .routes(routes!(second_factor::passkeys::add::add_passkey))
        .routes(routes!(second_factor::passkeys::confirm::confirm_passkey))
        .routes(routes!(second_factor::passkeys::remove::remove_passkey))
        .routes(routes!(second_factor::passkeys::ask::ask_for_passkey))
        .routes(routes!(second_factor::passkeys::prove::prove_passkey))
        .with_state(app)
}
