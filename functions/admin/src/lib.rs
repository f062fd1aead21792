//! The administration API: accounts and their roles, places, partner platforms, orders, settings, permissions and the
//! audit log of one platform.
//!
//! A handler reads what was sent, asks once for the permission, does one thing with it, and shows the outcome. It must
//! not know who holds which role, how anything is stored, or how a refusal becomes a status.

mod accounts;
mod audit;
mod orders;
mod own;
mod partners;
pub mod people_import;
mod permission_sets;
mod permissions;
mod places;
mod realm;
mod reports;
mod requests;
mod roles;
mod settings;
mod words;

use permissions::overrides;
use utoipa_axum::router::OpenApiRouter;
use web::{App, Routes, routes};

/// Every endpoint, with its description.
pub fn routes(app: App) -> Routes {
    OpenApiRouter::new()
        .routes(routes!(accounts::create::create_account, accounts::list::list_accounts))
        .routes(routes!(accounts::show::show_account, accounts::edit::edit_account, accounts::delete::delete_account))
        .routes(routes!(accounts::deactivate::deactivate_account))
        .routes(routes!(accounts::reactivate::reactivate_account))
        .routes(routes!(accounts::end_logins::end_logins))
        .routes(routes!(accounts::reset_second_factors::reset_second_factors))
        .routes(routes!(accounts::invite::invite_account))
        .routes(people_import::endpoint::route())
        .routes(routes!(accounts::bulk::change_accounts))
        .routes(routes!(accounts::log_in_as::log_in_as))
        .routes(routes!(own::data::download_own_data))
        .routes(routes!(own::delete::delete_oneself))
        .routes(routes!(accounts::directory::show_directory))
        .routes(routes!(requests::list::list_requests))
        .routes(routes!(requests::approve::approve_request))
        .routes(routes!(requests::refuse::refuse_request))
        .routes(routes!(requests::rules::show_registration, requests::rules::set_registration))
        .routes(routes!(roles::list::list_roles, roles::give::give_role))
        .routes(routes!(roles::take::take_role))
        .routes(routes!(roles::holders::list_holders))
        .routes(routes!(roles::looked_after::list_people))
        .routes(routes!(roles::owner::hand_over))
        .routes(routes!(places::create::create_place, places::list::list_places))
        .routes(routes!(places::show::show_place, places::edit::edit_place, places::delete::delete_place))
        .routes(routes!(places::members::list_members, places::members::add_member))
        .routes(routes!(places::members::remove_member))
        .routes(routes!(partners::create::create_partner, partners::list::list_partners))
        .routes(routes!(partners::show::show_partner, partners::edit::edit_partner))
        .routes(routes!(orders::list::list_orders))
        .routes(routes!(orders::show::show_order))
        .routes(routes!(audit::list::list_audit))
        .routes(routes!(reports::list::list_report))
        .routes(routes!(settings::show::show_settings, settings::configure::configure_platform))
        .routes(routes!(settings::policies::show_policies, settings::policies::set_policies))
        .routes(routes!(settings::account_types::list_account_types, settings::account_types::enable_account_types))
        .routes(routes!(overrides::show::show_overrides, overrides::change::change_overrides))
        .routes(routes!(overrides::versions::list_versions))
        .routes(routes!(overrides::restore::restore_overrides))
        .routes(routes!(permission_sets::list::list_sets, permission_sets::create::create_set))
        .routes(routes!(
            permission_sets::show::show_set,
            permission_sets::edit::edit_set,
            permission_sets::delete::delete_set
        ))
        .routes(routes!(permission_sets::versions::list_set_versions))
        .routes(routes!(permission_sets::restore::restore_set))
        .routes(routes!(permission_sets::holders::list_set_holders))
        .routes(routes!(permissions::grid::show_grid))
        .routes(routes!(permissions::choices::show_choices))
        .routes(routes!(permissions::diff::show_difference))
        .routes(routes!(permissions::explain::explain_permissions))
        .routes(routes!(permissions::who::who_can))
        .routes(routes!(permissions::can::what_can))
        .with_state(app)
}
