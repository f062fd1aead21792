//! A private list is not read without a permission, nor with one for something else.

use authorization::{Granted, act};
use store::Store;

async fn handler(store: &Store, grant: Granted<act::AccessCourse>) {
    // error[E0061]: this method takes 3 arguments but 2 arguments were supplied
    let _ = store.enrollments(None, 50).await;
    // error[E0308]: mismatched types
    let _ = store.enrollments(&grant, None, 50).await;
}

fn main() {}
