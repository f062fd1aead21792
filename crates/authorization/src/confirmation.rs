//! Which permitted deeds still ask for the password once more: those that give power to others, and those that nobody
//! can undo. A browser that was left open does neither.

use domain::Tier;

use crate::action::Action;
use crate::object::Object;

/// Roles from this height on give power over others' work: the administrators' family.
const POWER: u8 = 30;

/// Whether doing this to that asks for a password proved within the last minutes.
pub fn asks_for_confirmation(action: Action, object: &Object) -> bool {
    let of_administrator = object.account_kind.is_some_and(|kind| kind.tier() == Tier::Administrator);
    match action {
        Action::DeleteAccount
        | Action::DeleteSelf
        | Action::EndLogins
        | Action::TransferSuperStatus
        | Action::ImpersonateUser => true,
        Action::CreateAccount
        | Action::ImportUser
        | Action::EditAccount
        | Action::SetAccountStatus
        | Action::InviteAccount => of_administrator,
        Action::AssignRole
        | Action::GrantSubsetPermission
        | Action::DefinePermissionSet
        | Action::AssignBillingContact => object.role.is_some_and(|role| role.rank() >= POWER),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use domain::AccountKind;

    use super::*;
    use crate::object::ObjectKind;

    #[test]
    fn power_and_what_is_gone_for_good_are_confirmed() {
        let of = |kind| Object { account_kind: Some(kind), ..Object::new(ObjectKind::Account) };
        let (learner, administrator) = (of(AccountKind::InternalLearner), of(AccountKind::InternalAdministrator));
        assert!(asks_for_confirmation(Action::DeleteAccount, &learner));
        assert!(asks_for_confirmation(Action::EndLogins, &learner));
        for action in [
            Action::CreateAccount,
            Action::ImportUser,
            Action::EditAccount,
            Action::SetAccountStatus,
            Action::InviteAccount,
        ] {
            assert!(asks_for_confirmation(action, &administrator), "{}", action.id());
            assert!(!asks_for_confirmation(action, &learner), "{}", action.id());
        }
        assert!(!asks_for_confirmation(Action::ViewAccount, &administrator));
    }
}
