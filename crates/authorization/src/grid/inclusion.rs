//! Which role includes which: what the one may, the other may too, as far as it is held.

use crate::role::Role;

/// The roles whose cells a role has beside its own, one step down.
pub const fn included(role: Role) -> &'static [Role] {
    match role {
        // S002-45, S003-09, S004-05
        Role::Owner => &[Role::InternalAdministrator],
        // S002-38
        Role::InternalAdministrator => &[Role::Author],
        // S002-34
        Role::Author => &[Role::InternalLearner],
        // S003-69, S004-113
        Role::ContentAdministrator => &[Role::InternalLearner],
        // S001-58
        Role::CourseTutor => &[Role::CourseLearner],
        // S004-353
        Role::GroupOwner => &[Role::GroupAdministrator],
        // S004-354: every right in the group
        Role::GroupAdministrator => &[Role::GroupMember],
        // S004-364
        Role::TeamOwner => &[Role::TeamAdministrator],
        // S004-365: every right in the team
        Role::TeamAdministrator => &[Role::TeamMember],
        _ => &[],
    }
}

/// Whether the one is the other, or includes it, at any depth.
#[expect(clippy::indexing_slicing, reason = "const code; the index is bounded by the loop")]
pub(super) const fn includes(role: Role, other: Role) -> bool {
    if role as u8 == other as u8 {
        return true;
    }
    let below = included(role);
    let mut index = 0;
    while index < below.len() {
        if includes(below[index], other) {
            return true;
        }
        index += 1;
    }
    false
}
