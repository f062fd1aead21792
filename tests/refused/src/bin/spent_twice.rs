//! One permission, one write.

use authorization::{Granted, act};
use domain::Enrollment;
use store::Store;

async fn handler(store: &Store, grant: Granted<act::ChangeEnrollment>, once: Enrollment, twice: Enrollment) {
    let _ = store.change_enrollment(grant, once).await;
    // error[E0382]: use of moved value: `grant`
    let _ = store.change_enrollment(grant, twice).await;
}

fn main() {}
