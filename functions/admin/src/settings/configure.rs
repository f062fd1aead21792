//! `PUT /api/admin/settings`

use std::collections::BTreeMap;

use authorization::{Choices, Profile, act};
use axum::Json;
use serde::Deserialize;
use utoipa::ToSchema;
use web::{Body, Cx, Failure, FieldErrors, Problem, Query};

use super::change::{SavingQuery, SettingsChangeView, change, known_modules, known_switches};

/// What the platform is to be set to, as a whole.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct SettingsForm {
    /// The version that was looked at.
    version: u64,
    /// `levels`, `groups`, `organizations` or `all`.
    profile: String,
    /// Modules by id that are there or not, whatever the profile says. Those that are not named follow the profile.
    #[serde(default)]
    modules: BTreeMap<String, bool>,
    /// Switches by id that are on or off, whatever the profile says. Those that are not named follow the profile.
    #[serde(default)]
    switches: BTreeMap<String, bool>,
}

/// Set the platform up.
///
/// The answer tells which decisions flip, and for how many people. Every function of the platform follows within two
/// seconds.
#[utoipa::path(
    put, path = "/api/admin/settings", tag = "settings", request_body = SettingsForm, params(SavingQuery),
    responses(
        (status = 200, description = "The settings as they are now, or would be", body = SettingsChangeView),
        (status = 409, description = "The settings have changed meanwhile", body = Problem),
        (status = 422, description = "Some fields need another value", body = Problem),
        (status = "4XX", description = "Refused", body = Problem),
    )
)]
pub(crate) async fn configure_platform(
    cx: Cx,
    Query(saving): Query<SavingQuery>,
    Body(form): Body<SettingsForm>,
) -> Result<Json<SettingsChangeView>, Failure> {
    let mut errors = FieldErrors::default();
    let words = "must be `levels`, `groups`, `organizations` or `all`";
    let profile = errors.take("profile", Profile::from_id(&form.profile).ok_or(words));
    let parts =
        (errors.take("modules", known_modules(&form.modules)), errors.take("switches", known_switches(&form.switches)));
    let (Some(profile), (Some(()), Some(()))) = (profile, parts) else { return Err(errors.into_failure()) };
    let chosen = Choices { version: form.version, profile, switches: form.switches, modules: form.modules };
    Ok(Json(change::<act::ConfigurePlatform>(&cx, form.version, saving, |_| Ok(chosen)).await?))
}
