//! `GET` and `PUT /api/admin/policies`: the switches, for those who set policies and nothing else.

use std::collections::BTreeMap;

use authorization::{Choices, Switch, act};
use axum::Json;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use web::{Body, Cx, Failure, Problem, Query};

use super::PartView;
use super::change::{SavingQuery, SettingsChangeView, change, known_switches};

/// The policies of the platform.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct PoliciesView {
    /// The version of the settings.
    version: u64,
    /// Every switch: what learners, instructors, managers and administrators may beyond what is always so.
    policies: Vec<PartView>,
}

/// See the policies.
#[utoipa::path(
    get, path = "/api/admin/policies", tag = "settings",
    responses(
        (status = 200, description = "Every policy, and whether it is on", body = PoliciesView),
        (status = "4XX", description = "Refused", body = Problem),
    )
)]
pub(crate) async fn show_policies(cx: Cx) -> Result<Json<PoliciesView>, Failure> {
    let grant = cx.authorize::<act::ViewPolicy>(()).await?;
    let choices = cx.store().choices(&grant).await?;
    let policies = Switch::ALL.iter().map(|switch| PartView::of_switch(&choices, *switch)).collect();
    Ok(Json(PoliciesView { version: choices.version, policies }))
}

/// Policies that are to be set.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct PoliciesForm {
    /// The version of the settings that was looked at.
    version: u64,
    /// Policies by id; those that are not named stay as they are.
    policies: BTreeMap<String, bool>,
}

/// Set policies.
#[utoipa::path(
    put, path = "/api/admin/policies", tag = "settings", request_body = PoliciesForm, params(SavingQuery),
    responses(
        (status = 200, description = "The settings as they are now, or would be", body = SettingsChangeView),
        (status = 409, description = "The settings have changed meanwhile", body = Problem),
        (status = 422, description = "Some fields need another value", body = Problem),
        (status = "4XX", description = "Refused", body = Problem),
    )
)]
pub(crate) async fn set_policies(
    cx: Cx,
    Query(saving): Query<SavingQuery>,
    Body(form): Body<PoliciesForm>,
) -> Result<Json<SettingsChangeView>, Failure> {
    known_switches(&form.policies).map_err(|sentence| Failure::field("policies", sentence))?;
    let set = |mut choices: Choices| {
        choices.switches.extend(form.policies);
        Ok(choices)
    };
    Ok(Json(change::<act::SetPolicy>(&cx, form.version, saving, set).await?))
}
