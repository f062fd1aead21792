//! Every role of the product, in one list. Roles with equal names and different rights have different ids.

use domain::AccountKind;

macro_rules! roles {
    ($($(#[$doc:meta])* $name:ident $id:literal rank $rank:literal;)*) => {
        /// A role.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Role { $($(#[$doc])* $name),* }

        impl Role {
            /// Every role, the highest first.
            pub const ALL: &[Role] = &[$(Role::$name),*];

            /// The stable id.
            pub const fn id(self) -> &'static str {
                match self { $(Role::$name => $id),* }
            }

            /// Height on the ladder of permission. Nobody acts on an account that stands higher.
            pub const fn rank(self) -> u8 {
                match self { $(Role::$name => $rank),* }
            }
        }
    };
}

roles! {
    /// The one holder of the platform. Everything an internal administrator may, and protected from everybody.
    Owner "owner" rank 100;
    /// Runs the main platform and every partner platform.
    InternalAdministrator "internal_administrator" rank 90;
    /// Runs one partner platform.
    PartnerAdministrator "partner_administrator" rank 50;
    /// Takes the main platform's courses.
    InternalLearner "internal_learner" rank 10;
    /// Takes one partner platform's courses.
    PartnerLearner "partner_learner" rank 10;
    /// Takes the public courses that were bought.
    PublicLearner "public_learner" rank 10;
    /// What every account may with itself.
    Oneself "oneself" rank 0;
    /// Anybody from outside.
    Visitor "visitor" rank 0;
    /// Whoever holds a one-use link that was mailed to an account's owner.
    LinkHolder "link_holder" rank 0;
    /// The payment provider, after its word was verified.
    Payments "payments" rank 0;
    /// The platform's own schedules and streams.
    Platform "platform" rank 0;
    /// Whoever runs the machine, at its command line.
    Operator "operator" rank 95;
}

impl Role {
    /// The role that an account's kind brings with it.
    pub const fn of_kind(kind: AccountKind) -> Self {
        match kind {
            AccountKind::InternalAdministrator => Role::InternalAdministrator,
            AccountKind::PartnerAdministrator(_) => Role::PartnerAdministrator,
            AccountKind::InternalLearner => Role::InternalLearner,
            AccountKind::PartnerLearner(_) => Role::PartnerLearner,
            AccountKind::PublicLearner => Role::PublicLearner,
        }
    }

    /// The role with this id.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|role| role.id() == id)
    }
}

/// A set of roles, one bit each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct RoleSet(u64);

impl RoleSet {
    /// A set with the one role.
    pub const fn of(role: Role) -> Self {
        Self(1 << role as u64)
    }

    /// This set and one role more.
    #[must_use]
    pub const fn with(self, role: Role) -> Self {
        Self(self.0 | 1 << role as u64)
    }

    /// Whether the role is in the set.
    pub const fn contains(self, role: Role) -> bool {
        self.0 & (1 << role as u64) != 0
    }

    /// The roles in the set.
    pub fn iter(self) -> impl Iterator<Item = Role> {
        Role::ALL.iter().copied().filter(move |role| self.contains(*role))
    }

    /// The height of the highest role.
    pub fn rank(self) -> u8 {
        self.iter().map(Role::rank).max().unwrap_or(0)
    }
}

const _: () = assert!(Role::ALL.len() <= 64, "the set has a bit for every role");
