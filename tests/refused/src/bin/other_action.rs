//! A permission for one action does not pay for another, even where both are done to the same kind of target.

use authorization::{Granted, act};
use domain::Enrollment;
use store::Store;

async fn handler(store: &Store, grant: Granted<act::EnrollSelf>, after: Enrollment) {
    // error[E0308]: mismatched types
    let _ = store.keep_progress(grant, after).await;
}

fn main() {}
