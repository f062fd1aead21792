//! What a deployment is set to, as data: the product whose ways it follows, and what was decided otherwise.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::condition::{Condition, Module, ModuleSet, Settings, Switch};
use crate::grid::offered;
use crate::role::Role;

/// Whose ways the defaults follow. All roles exist in any of them; a profile decides the defaults of the switches, and
/// with the modules which roles are offered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Default)]
#[serde(rename_all = "snake_case")]
pub enum Profile {
    /// Levels, channels and power users (S001).
    Levels,
    /// Groups, programs and coaches (S002).
    Groups,
    /// Organizations, types of accounts and networks (S003, S004).
    Organizations,
    /// All of them together.
    #[default]
    All,
}

impl Profile {
    /// Every profile.
    pub const ALL: [Profile; 4] = [Profile::Levels, Profile::Groups, Profile::Organizations, Profile::All];

    /// The stable id.
    pub const fn id(self) -> &'static str {
        match self {
            Profile::Levels => "levels",
            Profile::Groups => "groups",
            Profile::Organizations => "organizations",
            Profile::All => "all",
        }
    }

    /// The profile with this id.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|profile| profile.id() == id)
    }

    /// What it is, in words.
    pub const fn words(self) -> &'static str {
        match self {
            Profile::Levels => "Levels, channels with experts and power users; managers build teams and enroll.",
            Profile::Groups => "Groups, programs and coaches.",
            Profile::Organizations => "Organizations, optional types of accounts and networks.",
            Profile::All => "All of them together, each optional part off until it is switched on.",
        }
    }

    /// The settings where nothing was decided.
    pub const fn settings(self) -> Settings {
        let (flipped, modules): (&[Switch], ModuleSet) = match self {
            Profile::Levels => (
                // S001-80, S001-82, S001-83
                &[Switch::ManagersBuildTeams, Switch::ManagersEnroll],
                ModuleSet::NONE.with(Module::ECommerce).with(Module::DiscoverCoachShare),
            ),
            Profile::Groups => (&[], ModuleSet::NONE.with(Module::ECommerce)),
            Profile::Organizations => (
                // S003-162, S003-163, S003-165; S004-110
                &[Switch::ContentAdministrators],
                ModuleSet::NONE.with(Module::ECommerce).with(Module::WhiteLabel).with(Module::Organizations),
            ),
            Profile::All => (&[], Settings::DEFAULT.modules),
        };
        Settings { modules, ..Settings::flipped(flipped) }
    }
}

/// What a deployment chose.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Default)]
pub struct Choices {
    /// Raised by every change; zero where nothing was chosen yet.
    #[serde(default)]
    pub version: u64,
    /// Whose ways are followed.
    #[serde(default)]
    pub profile: Profile,
    /// Switches by id, where they were moved by hand.
    #[serde(default)]
    pub switches: BTreeMap<String, bool>,
    /// Modules by id, where they were added or left out by hand.
    #[serde(default)]
    pub modules: BTreeMap<String, bool>,
}

impl Choices {
    /// The same choices with a role offered or not: by the switch or module that it hangs on. Nothing where it hangs on
    /// none.
    pub fn offering(mut self, role: Role, there: bool) -> Option<Self> {
        match offered(role) {
            Condition::While(switch) => self.switches.insert(switch.id().to_owned(), there),
            Condition::Module(module) => self.modules.insert(module.id().to_owned(), there),
            Condition::Always | Condition::Unless(_) | Condition::Widget(_) => return None,
        };
        Some(self)
    }

    /// What follows from it. A switch or module that the product no longer has changes nothing.
    pub fn settings(&self) -> Settings {
        let mut settings = self.profile.settings();
        for switch in Switch::ALL {
            if let Some(on) = self.switches.get(switch.id()) {
                let switches = settings.switches;
                settings.switches = if *on { switches.with(*switch) } else { switches.without(*switch) };
            }
        }
        for module in Module::ALL {
            if let Some(there) = self.modules.get(module.id()) {
                let modules = settings.modules;
                settings.modules = if *there { modules.with(*module) } else { modules.without(*module) };
            }
        }
        settings
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_chosen_is_the_default_and_every_choice_counts() {
        assert_eq!(Choices::default().settings(), Settings::DEFAULT);
        for profile in Profile::ALL {
            for switch in Switch::ALL {
                for on in [true, false] {
                    let switches = BTreeMap::from([(switch.id().to_owned(), on)]);
                    let chosen = Choices { profile, switches, ..Choices::default() }.settings();
                    assert_eq!(chosen.switches.contains(*switch), on);
                    assert_eq!(chosen.modules, profile.settings().modules);
                }
            }
            for module in Module::ALL {
                let modules = BTreeMap::from([(module.id().to_owned(), false), ("module.gone".to_owned(), true)]);
                let chosen = Choices { profile, modules, ..Choices::default() }.settings();
                assert!(!chosen.modules.contains(*module));
            }
        }
    }
}
