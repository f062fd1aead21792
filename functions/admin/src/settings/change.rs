//! One change of the settings: judged, told, and saved unless it was only asked for.

use std::collections::BTreeMap;

use authorization::{Choices, Module, Switch};
use serde::{Deserialize, Serialize};
use store::{LoadTarget, Sets, ShowsSettings};
use utoipa::{IntoParams, ToSchema};
use web::{Cx, Failure};

use super::SettingsView;
use crate::permissions::flips::FlipView;

/// Whether to save.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct SavingQuery {
    /// With `true` nothing is saved: the answer tells what would change.
    #[serde(default)]
    #[param(required = false)]
    pub(crate) dry_run: bool,
}

/// A change, and what it does.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct SettingsChangeView {
    /// Whether it was saved.
    saved: bool,
    /// The settings after it.
    settings: SettingsView,
    /// Which decisions flip, role by role.
    flips: Vec<FlipView>,
    /// Whether there are more people than were counted.
    people_at_least: bool,
}

/// Changes what the version that was looked at says.
pub(super) async fn change<A>(
    cx: &Cx,
    version: u64,
    SavingQuery { dry_run }: SavingQuery,
    changed: impl FnOnce(Choices) -> Result<Choices, Failure>,
) -> Result<SettingsChangeView, Failure>
where
    A: Sets + ShowsSettings,
    A::Target: LoadTarget<Key = ()>,
{
    let grant = cx.authorize_change::<A>((), dry_run).await?;
    let before = cx.store().choices(&grant).await?;
    if before.version != version {
        return Err(Failure::conflict(format!(
            "the settings have changed meanwhile: you looked at version {version}, they are at {}; look again",
            before.version
        )));
    }
    let after = changed(before.clone())?;
    let (old, new) = (cx.grid().reset_to(before.settings()), cx.grid().reset_to(after.settings()));
    let count = cx.store().whole_headcount(&grant).await?;
    let flips = old.flips(&new, None).iter().map(|flip| FlipView::of(flip, &count)).collect();
    let after = match dry_run {
        true => after,
        false => {
            let after = cx.store().choose(grant, &before, after).await?;
            cx.app().grid_changed();
            after
        }
    };
    Ok(SettingsChangeView {
        saved: !dry_run,
        settings: SettingsView::of(&after),
        flips,
        people_at_least: count.at_least,
    })
}

/// Switches by id; an unknown one is a mistake.
pub(super) fn known_switches(switches: &BTreeMap<String, bool>) -> Result<(), String> {
    known(switches, |id| Switch::ALL.iter().any(|switch| switch.id() == id), "a switch")
}

/// Modules by id; an unknown one is a mistake.
pub(super) fn known_modules(modules: &BTreeMap<String, bool>) -> Result<(), String> {
    known(modules, |id| Module::ALL.iter().any(|module| module.id() == id), "a module")
}

fn known(parts: &BTreeMap<String, bool>, is_one: impl Fn(&str) -> bool, what: &str) -> Result<(), String> {
    match parts.keys().find(|id| !is_one(id)) {
        None => Ok(()),
        Some(id) => Err(format!("`{id}` is not the id of {what}")),
    }
}
