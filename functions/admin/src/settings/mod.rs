//! What a deployment is set to: the profile it follows, modules, switches, and which optional types of accounts there
//! are. Three pages over one record, each with a permission of its own.

pub(crate) mod account_types;
pub(crate) mod change;
pub(crate) mod configure;
pub(crate) mod policies;
pub(crate) mod show;

use authorization::{Choices, Module, Profile, Switch};
use serde::Serialize;
use utoipa::ToSchema;

/// What the platform is set to.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct SettingsView {
    /// Raised by every change; zero where nothing was decided yet.
    version: u64,
    /// The id of the profile that is followed.
    profile: String,
    /// Every profile there is.
    profiles: Vec<ProfileView>,
    /// Every module.
    modules: Vec<PartView>,
    /// Every switch.
    switches: Vec<PartView>,
}

/// A profile: whose ways the defaults follow.
#[derive(Debug, Serialize, ToSchema)]
struct ProfileView {
    /// Its id.
    id: String,
    /// What it is, in words.
    words: String,
}

/// A switch or a module.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct PartView {
    /// Its id.
    id: String,
    /// What it is, in words.
    words: String,
    /// Whether it is on.
    on: bool,
    /// What the profile says where nobody decides otherwise.
    on_by_profile: bool,
    /// Whether it was decided by hand.
    by_hand: bool,
}

impl SettingsView {
    /// How the settings look.
    pub(crate) fn of(choices: &Choices) -> Self {
        let profile = |profile: Profile| ProfileView { id: profile.id().to_owned(), words: profile.words().to_owned() };
        Self {
            version: choices.version,
            profile: choices.profile.id().to_owned(),
            profiles: Profile::ALL.into_iter().map(profile).collect(),
            modules: Module::ALL.iter().map(|module| PartView::of_module(choices, *module)).collect(),
            switches: Switch::ALL.iter().map(|switch| PartView::of_switch(choices, *switch)).collect(),
        }
    }
}

impl PartView {
    fn of_module(choices: &Choices, module: Module) -> Self {
        Self {
            id: module.id().to_owned(),
            words: module.words().to_owned(),
            on: choices.settings().modules.contains(module),
            on_by_profile: choices.profile.settings().modules.contains(module),
            by_hand: choices.modules.contains_key(module.id()),
        }
    }

    /// How a switch looks.
    pub(crate) fn of_switch(choices: &Choices, switch: Switch) -> Self {
        Self {
            id: switch.id().to_owned(),
            words: switch.words().to_owned(),
            on: choices.settings().switches.contains(switch),
            on_by_profile: choices.profile.settings().switches.contains(switch),
            by_hand: choices.switches.contains_key(switch.id()),
        }
    }
}
