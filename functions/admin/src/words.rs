//! The closed lists of words in the description of this API.

use domain::{AccountStatus, OrderState, PlaceKind, RegistrationMode, RegistrationState, ReviewReason, Tier, TypeName};
use store::SetKind;
use utoipa::openapi::schema::Object;
use web::words::{one_of, one_of_or_null};

pub(crate) fn tier() -> Object {
    one_of(&[Tier::Administrator, Tier::Learner])
}

pub(crate) fn type_name() -> Object {
    one_of(&[TypeName::Internal, TypeName::Partner, TypeName::Public])
}

pub(crate) fn account_status() -> Object {
    one_of(&[AccountStatus::Activated, AccountStatus::Deactivated, AccountStatus::Expired])
}

pub(crate) fn place_kind() -> Object {
    one_of(&PlaceKind::ALL)
}

pub(crate) fn set_kind() -> Object {
    one_of(&SetKind::ALL)
}

pub(crate) fn order_state() -> Object {
    use OrderState as S;
    let before_access = [S::Created, S::Open, S::Paid, S::Expired, S::Failed, S::InReview];
    let after = [S::Fulfilled, S::PartiallyRefunded, S::Refunded, S::Disputed];
    one_of(&[&before_access[..], &after[..]].concat())
}

pub(crate) fn registration_mode() -> Object {
    use RegistrationMode::{AdministratorOnly, Moderated, Open};
    one_of(&[AdministratorOnly, Moderated, Open])
}

pub(crate) fn registration_state() -> Object {
    one_of(&[RegistrationState::Requested, RegistrationState::Confirmed, RegistrationState::Completed])
}

pub(crate) fn review() -> Object {
    use ReviewReason::{AccountUnavailable, CourseUnavailable, MoneyMismatch, PaidTwice, SuspendedByStaff};
    one_of_or_null(&[MoneyMismatch, AccountUnavailable, CourseUnavailable, PaidTwice, SuspendedByStaff])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_order_has_a_word_for_each_of_its_states() {
        assert_eq!(serde_json::to_value(order_state()).unwrap()["enum"].as_array().unwrap().len(), 10);
    }
}
