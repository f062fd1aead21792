//! A permission has no copies.

use authorization::{Granted, act};
use store::Store;

async fn handler(store: &Store, grant: Granted<act::EnrollAccount>) {
    // error[E0599]: no method named `clone` found for struct `Granted<A>` in the current scope
    let _ = store.enroll_account(grant.clone(), None).await;
    let _ = store.enroll_account(grant, None).await;
}

fn main() {}
