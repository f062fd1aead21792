//! A private list is not read without a permission, nor with one for something else.

use authorization::{Granted, act};
use store::Store;

async fn handler(store: &Store, grant: Granted<act::AccessCourse>) {
    let _ = store.enrollments(None, 50).await;
    let _ = store.enrollments(&grant, None, 50).await;
}

fn main() {}
