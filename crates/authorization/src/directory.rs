//! The directory of accounts by type: which account stands in which section, and what is written beneath a name.

use domain::{AccountKind, PartnerId, Tier};

use crate::principal::{GrantObject, Standing};
use crate::role::{Role, Seat};

/// A section of the directory.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Section {
    /// Everybody who runs the platform, a partner platform or an organization; the one owner among them.
    Administrators,
    /// Those who make courses and teach.
    Instructors,
    /// Those who help instructors.
    TeachingAssistants,
    /// Those who learn and are of no other type.
    Learners,
    /// Parents.
    Parents,
    /// Those with direct reports.
    Managers,
    /// Those who help others in person.
    Mentors,
    /// Administrators who change nothing.
    Monitors,
    /// Those who bring customers.
    Affiliates,
}

impl Section {
    /// Every section.
    pub const ALL: [Section; 9] = [
        Section::Administrators,
        Section::Instructors,
        Section::TeachingAssistants,
        Section::Learners,
        Section::Parents,
        Section::Managers,
        Section::Mentors,
        Section::Monitors,
        Section::Affiliates,
    ];

    /// The word for it.
    pub const fn word(self) -> &'static str {
        match self {
            Section::Administrators => "administrators",
            Section::Instructors => "instructors",
            Section::TeachingAssistants => "teaching_assistants",
            Section::Learners => "learners",
            Section::Parents => "parents",
            Section::Managers => "managers",
            Section::Mentors => "mentors",
            Section::Monitors => "monitors",
            Section::Affiliates => "affiliates",
        }
    }

    /// The section of a word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|section| section.word() == word)
    }

    /// The roles that put an account here when they are given.
    pub const fn given(self) -> &'static [Role] {
        match self {
            Section::Administrators => {
                &[Role::Owner, Role::NetworkAdministrator, Role::PartialAdministrator, Role::OrganizationAdministrator]
            }
            Section::Instructors => &[Role::Instructor],
            Section::TeachingAssistants => &[Role::TeachingAssistant],
            Section::Learners => &[],
            Section::Parents => &[Role::Parent],
            Section::Managers => &[Role::Manager],
            Section::Mentors => &[Role::Mentor],
            Section::Monitors => &[Role::Monitor],
            Section::Affiliates => &[Role::Affiliate],
        }
    }

    /// Whether accounts of this kind may stand here without being given anything.
    pub fn of_kind(self, kind: AccountKind) -> bool {
        match self {
            Section::Administrators => matches!(kind.tier(), Tier::Administrator),
            Section::Learners => matches!(kind.tier(), Tier::Learner),
            _ => false,
        }
    }

    /// Whether an account stands here by its kind: a learner who was given another type is a plain learner no longer.
    pub fn by_kind(self, standing: &Standing) -> bool {
        self.of_kind(standing.kind) && standing.role_of_kind().is_some()
    }
}

/// The level of an account: the highest role that holds for all of it.
pub fn level(standing: &Standing) -> Role {
    let of_level = |role: &Role| matches!(role.seat(), Seat::Kind | Seat::Type | Seat::Chosen) || *role == Role::Owner;
    let held = standing.roles();
    Role::ALL.iter().copied().filter(of_level).find(|role| held.contains(*role)).unwrap_or(Role::of_kind(standing.kind))
}

/// The organization whose name stands beneath that of its administrator: the one, where there is just one.
pub fn sole_organization(standing: &Standing) -> Option<PartnerId> {
    let of_kind = match standing.kind {
        AccountKind::PartnerAdministrator(partner) => Some(partner),
        _ => None,
    };
    let given = standing.grants.iter().filter_map(|grant| match grant.object {
        GrantObject::Organization(organization) if grant.role == Role::OrganizationAdministrator => Some(organization),
        _ => None,
    });
    let mut administered: Vec<PartnerId> = of_kind.into_iter().chain(given).collect();
    administered.sort_unstable();
    administered.dedup();
    match *administered {
        [one] => Some(one),
        _ => None,
    }
}

/// Whether the account is the one owner.
pub fn is_owner(standing: &Standing) -> bool {
    standing.roles().contains(Role::Owner)
}

#[cfg(test)]
mod tests {
    use domain::{AccountId, AccountStatus};

    use super::*;
    use crate::principal::RoleGrant;

    fn standing(kind: AccountKind, grants: Vec<RoleGrant>) -> Standing {
        let id = AccountId::from_bytes([1; 16]);
        Standing { id, version: 1, kind, status: AccountStatus::Activated, grants, behind: None }
    }

    #[test]
    fn a_section_is_its_word() {
        for section in Section::ALL {
            assert_eq!(Section::from_word(section.word()), Some(section));
        }
        assert_eq!(Section::from_word("people"), None);
    }

    #[test]
    fn whoever_was_given_a_type_is_no_plain_learner() {
        let plain = standing(AccountKind::InternalLearner, Vec::new());
        let mentor = RoleGrant::new(Role::Mentor, GrantObject::Platform);
        let typed = standing(AccountKind::InternalLearner, vec![mentor]);
        assert!(Section::Learners.by_kind(&plain) && !Section::Learners.by_kind(&typed));
        assert_eq!((level(&plain), level(&typed)), (Role::InternalLearner, Role::Mentor));
    }

    #[test]
    fn an_organization_is_named_where_it_is_the_only_one() {
        let [one, two] = [1, 2].map(|byte| PartnerId::from_bytes([byte; 16]));
        let runs = |partner| RoleGrant::new(Role::OrganizationAdministrator, GrantObject::Organization(partner));
        let of = |grants| sole_organization(&standing(AccountKind::InternalLearner, grants));
        assert_eq!(of(vec![]), None);
        assert_eq!(of(vec![runs(one)]), Some(one));
        assert_eq!(of(vec![runs(one), runs(two)]), None);
        assert_eq!(sole_organization(&standing(AccountKind::PartnerAdministrator(two), vec![runs(two)])), Some(two));
    }
}
