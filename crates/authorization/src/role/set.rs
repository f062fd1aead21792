//! Sets of roles, one bit each.

use super::Role;

/// A set of roles.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct RoleSet(u128);

impl RoleSet {
    /// No role.
    pub const NONE: Self = Self(0);

    /// A set with the one role.
    pub const fn of(role: Role) -> Self {
        Self(1 << role as u128)
    }

    /// This set and one role more.
    #[must_use]
    pub const fn with(self, role: Role) -> Self {
        Self(self.0 | 1 << role as u128)
    }

    /// Whether the role is in the set.
    #[inline]
    pub const fn contains(self, role: Role) -> bool {
        self.0 & (1 << role as u128) != 0
    }

    /// The roles in the set, the highest first.
    #[inline]
    pub fn iter(self) -> impl Iterator<Item = Role> {
        let mut left = self.0;
        std::iter::from_fn(move || {
            let role = Role::ALL.get(left.trailing_zeros() as usize).copied()?;
            left &= left - 1;
            Some(role)
        })
    }

    /// The height of the highest role.
    pub fn rank(self) -> u8 {
        self.iter().map(Role::rank).max().unwrap_or(0)
    }
}

impl FromIterator<Role> for RoleSet {
    fn from_iter<I: IntoIterator<Item = Role>>(roles: I) -> Self {
        roles.into_iter().fold(Self::NONE, Self::with)
    }
}

const _: () = assert!(Role::ALL.len() <= 128, "the set has a bit for every role");
