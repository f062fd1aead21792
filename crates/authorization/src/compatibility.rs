//! Who may hold which role: closed lists (S004, S001 to S003: the `role.*.hold` rows), and what else has to be so before
//! somebody becomes a holder. A pair that stands in no list is refused.

use domain::AccountKind;

use crate::condition::Condition;
use crate::grid::{Grid, offered};
use crate::principal::{GrantObject, RoleGrant, Standing};
use crate::role::Role::{self, *};
use crate::role::{RoleSet, Seat};

/// Why somebody cannot hold a role.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotHeld {
    /// No type of the account stands in the role's list.
    NotListed,
    /// The deployment has no such role.
    NotOffered(Condition),
    /// The role is held by somebody already, and by one at most.
    OneHolder,
    /// The role is not held on this kind of object.
    WrongObject,
    /// Affiliates live outside organizations and partner platforms.
    NotInOrganization,
}

impl NotHeld {
    /// The stable id.
    pub const fn id(self) -> &'static str {
        match self {
            NotHeld::NotListed => "hold.not_listed",
            NotHeld::NotOffered(_) => "hold.not_offered",
            NotHeld::OneHolder => "hold.one_holder",
            NotHeld::WrongObject => "hold.wrong_object",
            NotHeld::NotInOrganization => "hold.not_in_organization",
        }
    }

    /// The reason in words.
    pub const fn words(self) -> &'static str {
        match self {
            NotHeld::NotListed => "accounts of this type do not hold this role",
            NotHeld::NotOffered(_) => "this platform does not have this role switched on",
            NotHeld::OneHolder => "the role has one holder: it is handed over, not given",
            NotHeld::WrongObject => "the role is not held on this",
            NotHeld::NotInOrganization => "affiliates do not belong to organizations",
        }
    }
}

/// Every type that an account of the main platform, a partner platform or an organization can have.
const ANY: &[Role] = &[
    Owner,
    InternalAdministrator,
    PartialAdministrator,
    PowerUser,
    PartnerAdministrator,
    OrganizationAdministrator,
    ContentAdministrator,
    Monitor,
    Author,
    Instructor,
    TeachingAssistant,
    Manager,
    Parent,
    Mentor,
    InternalLearner,
    PartnerLearner,
];

/// Those who may become something else: further types of accounts are grants (S003-05, S004-01).
const TYPED: &[Role] = &[
    PartialAdministrator,
    PowerUser,
    OrganizationAdministrator,
    ContentAdministrator,
    Monitor,
    Author,
    Instructor,
    TeachingAssistant,
    Manager,
    Parent,
    Mentor,
    Affiliate,
    InternalLearner,
    PartnerLearner,
];

/// The closed list of each role: the types of accounts that may hold it. What the sources name stands with its
/// statements; a partner administrator is read as an organization's, a partner learner as an organization's learner.
pub const fn holders(role: Role) -> &'static [Role] {
    match role {
        // S004-32
        Owner => &[InternalAdministrator],
        // S004-31, S004-316: full rights only
        NetworkAdministrator => &[InternalAdministrator],
        // S003-84, S004-42, S004-338, S004-339
        BillingContact => &[InternalAdministrator, OrganizationAdministrator, PartnerAdministrator],
        // S004-33, S004-57, S004-95
        OrganizationAdministrator => {
            &[InternalAdministrator, OrganizationAdministrator, PartialAdministrator, PartnerLearner]
        }
        // S004-34, -58, -96, -134, -166, -189, -221, -238, -256, -273, -296
        OrganizationMember => ANY,
        // S004-35, -59, -97, -128, -157, -185, -215, -308
        GroupOwner => &[
            InternalAdministrator,
            OrganizationAdministrator,
            PartnerAdministrator,
            PartialAdministrator,
            ContentAdministrator,
            Instructor,
            TeachingAssistant,
            InternalLearner,
            PartnerLearner,
            Affiliate,
        ],
        // S004-36, -60, -98, -129, -158, -186, -216, -271, -294, -310
        GroupAdministrator => &[
            InternalAdministrator,
            OrganizationAdministrator,
            PartnerAdministrator,
            PartialAdministrator,
            ContentAdministrator,
            Instructor,
            TeachingAssistant,
            InternalLearner,
            PartnerLearner,
            Mentor,
            Monitor,
            Affiliate,
        ],
        // S004-37, -61, -99, -130, -159, -187, -217, -236, -254, -270, -293, -295, -309
        GroupMember => &[
            InternalAdministrator,
            OrganizationAdministrator,
            PartnerAdministrator,
            PartialAdministrator,
            ContentAdministrator,
            Author,
            Instructor,
            TeachingAssistant,
            InternalLearner,
            PartnerLearner,
            Parent,
            Manager,
            Mentor,
            Monitor,
            Affiliate,
        ],
        // S004-38, -62, -100, -160
        TeamOwner => {
            &[InternalAdministrator, OrganizationAdministrator, PartnerAdministrator, PartialAdministrator, Instructor]
        }
        // S004-39 and -40, -63, -64, -101, -102, -131, -132, -161, -162, -218, -219
        TeamAdministrator | TeamLeader => &[
            InternalAdministrator,
            OrganizationAdministrator,
            PartnerAdministrator,
            PartialAdministrator,
            ContentAdministrator,
            Instructor,
            InternalLearner,
            PartnerLearner,
        ],
        // S004-41, -65, -103, -133, -163, -220, -237, -255, -272, -311; the monitor's doubled line is read as this one
        TeamMember => &[
            InternalAdministrator,
            OrganizationAdministrator,
            PartnerAdministrator,
            PartialAdministrator,
            ContentAdministrator,
            Instructor,
            InternalLearner,
            PartnerLearner,
            Parent,
            Manager,
            Mentor,
            Monitor,
            Affiliate,
        ],
        // S004-43 and -44, -66, -67, -104, -105, -155, -156; authors own what they make (S002-36)
        CourseOwner => &[
            InternalAdministrator,
            OrganizationAdministrator,
            PartnerAdministrator,
            PartialAdministrator,
            Author,
            Instructor,
        ],
        CourseCoInstructor => {
            &[InternalAdministrator, OrganizationAdministrator, PartnerAdministrator, PartialAdministrator, Instructor]
        }
        // S002-84 to S002-86, closed (S002-87)
        CourseCoAuthor => &[Author, InternalAdministrator, Owner],
        // S004-45, -68, -106, -164; teaching assistants can be made one (S003-111, S004-172)
        PathAdministrator => &[
            InternalAdministrator,
            OrganizationAdministrator,
            PartnerAdministrator,
            PartialAdministrator,
            Instructor,
            TeachingAssistant,
        ],
        // S004-184
        CourseAssistant => &[TeachingAssistant],
        PathAssistant => &[TeachingAssistant],
        // S001-54 to -56, S004-46, -69, -107, -127, -165, -188, -214, -235, -253, -269, -292
        CourseLearner => &[
            Owner,
            InternalAdministrator,
            PowerUser,
            OrganizationAdministrator,
            PartnerAdministrator,
            PartialAdministrator,
            ContentAdministrator,
            Author,
            Instructor,
            TeachingAssistant,
            InternalLearner,
            PartnerLearner,
            PublicLearner,
            Parent,
            Manager,
            Mentor,
            Monitor,
        ],
        // S002-51 to S002-54
        ProgramTutor => &[InternalLearner, PartnerLearner, Author, InternalAdministrator, Owner],
        // S001-05 to -07, S002-66 to -69, S003-06: the relation, which also makes the type
        SupervisingManager | Manager => {
            &[InternalLearner, PartnerLearner, PowerUser, InternalAdministrator, Owner, Author, Instructor, Manager]
        }
        // S003-180, S004-258: no need to teach
        SupervisingMentor => &[Mentor, Instructor],
        SupervisingParent => &[Parent],
        // S001-47: roles in courses do not depend on the level
        CourseInstructor | CourseTutor | IltInstructor | ChannelExpert | PathLearner | ProgramLearner | GroupCoach => {
            ANY
        }
        PowerUser => &[InternalLearner, PartnerLearner, PowerUser],
        PartialAdministrator | ContentAdministrator | Monitor | Author | Instructor | TeachingAssistant | Parent
        | Mentor | Affiliate => TYPED,
        // They come with the kind of an account, and are given only to a learner who is something else as well.
        InternalLearner | PartnerLearner => TYPED,
        InternalAdministrator | PartnerAdministrator | PublicLearner => &[],
        Oneself | Visitor | LinkHolder | Payments | Role::Platform | Role::Operator => &[],
    }
}

/// Whether holding the role is to be an account of a type.
pub const fn makes_a_type(role: Role) -> bool {
    matches!(role.seat(), Seat::Type | Seat::Kind | Seat::Chosen) || matches!(role, Owner | OrganizationAdministrator)
}

/// The types of an account: what decides which further roles it may hold.
pub fn types(holder: &Standing) -> RoleSet {
    let given = holder.grants.iter().map(|grant| grant.role).filter(|role| makes_a_type(*role));
    holder.role_of_kind().into_iter().chain(given).collect()
}

/// Of what an account holds, what neither a type of it may hold nor the plain account of its kind: what is left of a type
/// that it has no longer. It brings nothing.
pub fn beyond_its_types(holder: &Standing) -> Vec<RoleGrant> {
    let types = types(holder).with(Role::of_kind(holder.kind));
    holder.grants.iter().filter(|held| !is_held_by(held.role, types)).copied().collect()
}

/// Whether one of the types stands in the role's list.
pub(crate) fn is_held_by(role: Role, types: RoleSet) -> bool {
    holders(role).iter().any(|of| types.contains(*of))
}

/// Whether an account may hold a role on an object, where so many hold it already.
pub fn may_hold(
    grid: &Grid,
    holder: &Standing,
    role: Role,
    object: GrantObject,
    present_holders: usize,
) -> Result<(), NotHeld> {
    if !sits_on(role, object) {
        return Err(NotHeld::WrongObject);
    }
    if !grid.offers(role) {
        return Err(NotHeld::NotOffered(offered(role)));
    }
    if role == Affiliate && holder.kind != AccountKind::InternalLearner {
        return Err(NotHeld::NotInOrganization);
    }
    let types = types(&holder.clone().offered_by(grid));
    if !is_held_by(role, types) {
        return Err(NotHeld::NotListed);
    }
    if role == Owner && present_holders > 0 {
        return Err(NotHeld::OneHolder);
    }
    Ok(())
}

fn sits_on(role: Role, object: GrantObject) -> bool {
    match role.seat() {
        Seat::Kind | Seat::Type | Seat::Mark => object == GrantObject::Platform,
        Seat::Organization => matches!(object, GrantObject::Organization(_)),
        Seat::Course => matches!(object, GrantObject::Course(_)),
        Seat::IltSession => matches!(object, GrantObject::IltSession(_)),
        Seat::Path => matches!(object, GrantObject::Path(_)),
        Seat::Group => matches!(object, GrantObject::Group(_)),
        Seat::Team => matches!(object, GrantObject::Team(_)),
        Seat::Channel => matches!(object, GrantObject::Channel(_)),
        Seat::Person => matches!(object, GrantObject::Person(_)),
        Seat::Chosen => true,
        Seat::Outside => false,
    }
}
