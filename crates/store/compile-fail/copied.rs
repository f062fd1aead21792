//! A permission has no copies.

use authorization::{Granted, act};
use store::Store;

async fn handler(store: &Store, grant: Granted<act::EnrollAccount>) {
    let _ = store.enroll_account(grant.clone()).await;
    let _ = store.enroll_account(grant).await;
}

fn main() {}
