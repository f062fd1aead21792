//! What was judged cannot be exchanged afterwards: the target is only lent, never lent for change.

use authorization::{Granted, act};
use domain::AccountId;

fn handler(grant: Granted<act::RemoveEnrollment>, other: AccountId) {
    grant.target().account.id = other;
}

fn main() {}
