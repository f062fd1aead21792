//! Sets of actions: a few machine words, one bit each.

use super::Action;

const WORDS: usize = Action::ALL.len().div_ceil(64);

/// A set of actions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct ActionSet([u64; WORDS]);

#[expect(clippy::indexing_slicing, reason = "const code; an action's number is below the number of actions")]
impl ActionSet {
    /// No action.
    pub const NONE: Self = Self([0; WORDS]);
    /// Every action, present and future.
    pub const ALL: Self = Self([u64::MAX; WORDS]);

    /// These actions.
    pub const fn of(actions: &[Action]) -> Self {
        let mut words = [0; WORDS];
        let mut index = 0;
        while index < actions.len() {
            words[actions[index] as usize / 64] |= 1 << (actions[index] as usize % 64);
            index += 1;
        }
        Self(words)
    }

    /// This set and one action more.
    #[must_use]
    pub const fn with(mut self, action: Action) -> Self {
        self.0[action as usize / 64] |= 1 << (action as usize % 64);
        self
    }

    /// This set without one action.
    #[must_use]
    pub const fn without(mut self, action: Action) -> Self {
        self.0[action as usize / 64] &= !(1 << (action as usize % 64));
        self
    }

    /// Whether the action is in the set.
    #[inline]
    pub const fn contains(&self, action: Action) -> bool {
        self.0[action as usize / 64] & (1 << (action as usize % 64)) != 0
    }

    /// What is in this set or in the other.
    #[must_use]
    pub const fn union(mut self, other: Self) -> Self {
        let mut word = 0;
        while word < WORDS {
            self.0[word] |= other.0[word];
            word += 1;
        }
        self
    }

    /// What is in both sets.
    #[must_use]
    pub const fn intersection(mut self, other: Self) -> Self {
        let mut word = 0;
        while word < WORDS {
            self.0[word] &= other.0[word];
            word += 1;
        }
        self
    }

    /// What is in this set and not in the other.
    #[must_use]
    pub const fn minus(mut self, other: Self) -> Self {
        let mut word = 0;
        while word < WORDS {
            self.0[word] &= !other.0[word];
            word += 1;
        }
        self
    }

    /// Whether no action is in the set.
    pub fn is_empty(self) -> bool {
        self == Self::NONE
    }

    /// The actions in the set, in the order of the list.
    pub fn iter(self) -> impl Iterator<Item = Action> {
        Action::ALL.iter().copied().filter(move |action| self.contains(*action))
    }

    /// Whether nothing is in this set that is not in the other.
    pub fn is_within(self, other: Self) -> bool {
        self.iter().all(|action| other.contains(action))
    }
}

impl FromIterator<Action> for ActionSet {
    fn from_iter<I: IntoIterator<Item = Action>>(actions: I) -> Self {
        actions.into_iter().fold(Self::NONE, Self::with)
    }
}
