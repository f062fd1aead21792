//! Which permitted deeds ask for more than being signed in: the password once more for those that give power to others,
//! one by one or to all who hold a role, for those that give money away, and for those that nobody can undo, since a
//! browser that was left open does none of them; and a second factor for whatever administrators do.

use domain::Tier;

use crate::action::Action;
use crate::explanation::Basis;
use crate::object::{Object, Reach};
use crate::principal::Principal;

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
        | Action::ImpersonateUser
        | Action::ManageSecondFactors
        | Action::ResetSecondFactors
        | Action::CustomizePermission
        | Action::OverrideOrganizationPermission
        | Action::SetPolicy
        | Action::EnableAccountType
        | Action::RefundOrder
        | Action::EditPromotion
        | Action::ConfigurePlatform => true,
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

/// Whether what is permitted on this basis asks for a second factor, where the deployment asks administrators for one.
/// What is one's own does not: otherwise nobody could set one up.
pub fn asks_for_second_factor(basis: &Basis) -> bool {
    basis.role.rank() >= POWER && basis.reach != Reach::Own
}

/// Whether the one who asks holds a role whose deeds ask for a second factor, where the deployment asks administrators for
/// one.
pub fn needs_second_factor(principal: &Principal) -> bool {
    let Principal::Account(standing) = principal else { return false };
    let highest = standing.grants.iter().map(|grant| grant.role.rank()).fold(standing.roles().rank(), u8::max);
    highest >= POWER
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
        assert!(asks_for_confirmation(Action::RefundOrder, &Object::new(ObjectKind::Order)));
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
