//! Acting as somebody else: what stays with the person themselves while another one is logged in as them.

use crate::action::{Action, ActionSet};

/// The keys to somebody's account and its end, the way from their account into the next one, everything at once that is
/// kept of them, what they show of themselves, and whom they are friends with.
const NOT_WHILE_ACTING: ActionSet = ActionSet::of(&[
    Action::ImpersonateUser,
    Action::ManageOwnLogins,
    Action::ManageSecondFactors,
    Action::ChangePassword,
    Action::ChangeOwnEmail,
    Action::ExportSelf,
    Action::DeleteSelf,
    Action::EditProfile,
    Action::AskFriend,
    Action::ManageFriends,
    Action::TransferSuperStatus,
    Action::DeletePlatform,
]);

/// Whether whoever acts as somebody else may do this there, if that person may.
pub fn open_while_acting(action: Action) -> bool {
    !NOT_WHILE_ACTING.contains(action)
}
