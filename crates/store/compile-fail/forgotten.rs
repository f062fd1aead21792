//! A write without a permission, or with the bare target in its place.

use authorization::EnrollmentTarget;
use store::Store;

async fn without_one(store: &Store) {
    let _ = store.remove_enrollment().await;
}

async fn with_the_target_instead(store: &Store, target: EnrollmentTarget) {
    let _ = store.remove_enrollment(target).await;
}

fn main() {}
