//! What was judged cannot be exchanged afterwards: the target is only lent, never lent for change.

use authorization::{Granted, act};
use domain::Account;

fn handler(grant: Granted<act::RemoveEnrollment>, other: Option<Account>) {
    // error[E0594]: cannot assign to data in a `&` reference
    grant.target().account = other;
}

fn main() {}
