//! What is asked for, judged and spent once compiles; the other programs here are refused for what they do differently.

use authorization::{Denied, EnrollmentTarget, Grid, Principal, act, authorize};
use store::Store;

async fn handler(store: &Store, principal: &Principal, target: EnrollmentTarget) -> Result<(), Denied> {
    let grant = authorize::<act::RemoveEnrollment>(&Grid::DEFAULT, principal, target)?;
    let _ = store.remove_enrollment(grant).await;
    Ok(())
}

fn main() {}
