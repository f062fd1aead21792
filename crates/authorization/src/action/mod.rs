//! What can be done: actions as values, as types that a handler asks for, and sets of them.

mod list;
mod set;

pub use list::{Action, act};
pub use set::ActionSet;

use crate::target::Target;

/// An action as a type. Implemented by the markers in [`act`] and by nothing else.
pub trait Act: sealed::Sealed {
    /// What it is done to.
    type Target: Target;
    /// Its value in the list.
    const ACTION: Action;
}

mod sealed {
    /// Keeps `Act` closed: an action outside the grid cannot exist.
    pub trait Sealed {}
}

/// What an action does to the world.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Effect {
    /// Nothing changes.
    Reads,
    /// Something changes that is one's own: an enrollment of oneself, a post, an answer.
    Joins,
    /// Something changes that others rely on.
    Writes,
}

macro_rules! actions {
    ($($name:ident $(($target:ident))? $effect:ident $id:literal $words:literal;)*) => {
        /// An action, as a value. Its number is dense, so that a set of actions is a few machine words.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Action { $(#[doc = $words] $name),* }

        impl Action {
            /// Every action.
            pub const ALL: &[Action] = &[$(Action::$name),*];

            /// The stable id, as logs, the audit and explanations show it.
            pub const fn id(self) -> &'static str {
                match self { $(Action::$name => $id),* }
            }

            /// What it is, in words.
            pub const fn words(self) -> &'static str {
                match self { $(Action::$name => $words),* }
            }

            /// What it does to the world.
            pub const fn effect(self) -> $crate::action::Effect {
                match self { $(Action::$name => actions!(@effect $effect)),* }
            }

            /// Whether some endpoint can ask for it.
            pub const fn has_target(self) -> bool {
                match self { $(Action::$name => actions!(@targeted $($target)?)),* }
            }
        }

        /// Every action that has a target as a type, to ask for with [`authorize`](crate::authorize).
        pub mod act {
            use super::*;
            $($(actions!(@act $name $target $words);)?)*
        }
    };
    (@act $name:ident $target:ident $words:literal) => {
        #[doc = $words]
        #[derive(Debug)]
        pub enum $name {}
        impl $crate::action::sealed::Sealed for $name {}
        impl $crate::action::Act for $name {
            type Target = $target;
            const ACTION: Action = Action::$name;
        }
    };
    (@effect reads) => { $crate::action::Effect::Reads };
    (@effect joins) => { $crate::action::Effect::Joins };
    (@effect writes) => { $crate::action::Effect::Writes };
    (@targeted) => { false };
    (@targeted $target:ident) => { true };
}
use actions;

impl Action {
    /// The action with this id.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|action| action.id() == id)
    }
}
