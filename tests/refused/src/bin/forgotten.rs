//! A write without a permission, or with the bare target in its place.

use authorization::EnrollmentTarget;
use store::Store;

async fn without_one(store: &Store) {
    // error[E0061]: this method takes 1 argument but 0 arguments were supplied
    let _ = store.remove_enrollment().await;
}

async fn with_the_target_instead(store: &Store, target: EnrollmentTarget) {
    // error[E0308]: mismatched types
    let _ = store.remove_enrollment(target).await;
}

fn main() {}
