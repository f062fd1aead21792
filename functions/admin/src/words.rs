//! The closed lists of words in the description of this API, made from the types themselves so that they cannot
//! drift apart.

use domain::{
    AccountStatus, CourseMode, Level, OrderState, PlaceKind, Publication, RegistrationMode, RegistrationState,
    ReviewReason, SelfEnrollment, Tier, TypeName,
};
use serde::Serialize;
use store::SetKind;
use utoipa::openapi::schema::{Object, ObjectBuilder, SchemaType, Type};

fn one_of<T: Serialize>(values: &[T]) -> ObjectBuilder {
    let words = values.iter().filter_map(|value| serde_json::to_value(value).ok());
    ObjectBuilder::new().schema_type(Type::String).enum_values(Some(words))
}

fn one_of_or_null<T: Serialize>(values: &[T]) -> Object {
    let words = values.iter().filter_map(|value| serde_json::to_value(value).ok());
    let words = words.chain([serde_json::Value::Null]);
    let types = SchemaType::from_iter([Type::String, Type::Null]);
    ObjectBuilder::new().schema_type(types).enum_values(Some(words)).build()
}

pub(crate) fn tier() -> Object {
    one_of(&[Tier::Administrator, Tier::Learner]).build()
}

pub(crate) fn type_name() -> Object {
    one_of(&[TypeName::Internal, TypeName::Partner, TypeName::Public]).build()
}

pub(crate) fn account_status() -> Object {
    one_of(&[AccountStatus::Activated, AccountStatus::Deactivated, AccountStatus::Expired]).build()
}

pub(crate) fn publication() -> Object {
    use Publication::{Archived, Draft, Published, Unpublished};
    one_of(&[Draft, Published, Unpublished, Archived]).build()
}

pub(crate) fn place_kind() -> Object {
    one_of(&PlaceKind::ALL).build()
}

pub(crate) fn set_kind() -> Object {
    one_of(&SetKind::ALL).build()
}

pub(crate) fn level() -> Object {
    one_of_or_null(&[Level::Beginner, Level::Intermediate, Level::Advanced])
}

pub(crate) fn mode() -> Object {
    one_of(&[CourseMode::SelfPaced, CourseMode::Live, CourseMode::OnSite, CourseMode::Blended]).build()
}

pub(crate) fn self_enrollment() -> Object {
    one_of(&[SelfEnrollment::Closed, SelfEnrollment::OnRequest, SelfEnrollment::Open]).build()
}

pub(crate) fn order_state() -> Object {
    use OrderState as S;
    let before_access = [S::Created, S::Open, S::Paid, S::Expired, S::Failed, S::InReview];
    let after = [S::Fulfilled, S::PartiallyRefunded, S::Refunded, S::Disputed];
    one_of(&[&before_access[..], &after[..]].concat()).build()
}

pub(crate) fn registration_mode() -> Object {
    use RegistrationMode::{AdministratorOnly, Moderated, Open};
    one_of(&[AdministratorOnly, Moderated, Open]).build()
}

pub(crate) fn registration_state() -> Object {
    one_of(&[RegistrationState::Requested, RegistrationState::Confirmed, RegistrationState::Completed]).build()
}

pub(crate) fn review() -> Object {
    use ReviewReason::{AccountUnavailable, CourseUnavailable, MoneyMismatch, PaidTwice, SuspendedByStaff};
    one_of_or_null(&[MoneyMismatch, AccountUnavailable, CourseUnavailable, PaidTwice, SuspendedByStaff])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_are_those_of_the_types() {
        let json = serde_json::to_value(level()).unwrap();
        assert_eq!(json["enum"], serde_json::json!(["beginner", "intermediate", "advanced", null]));
        assert_eq!(serde_json::to_value(order_state()).unwrap()["enum"].as_array().unwrap().len(), 10);
    }
}
