//! What was judged cannot be exchanged afterwards: the target is only lent, never lent for change.

use authorization::{Granted, act};
use domain::Account;

fn handler(grant: Granted<act::RemoveEnrollment>, other: Option<Account>) {
    grant.target().account = other;
}

fn main() {}
