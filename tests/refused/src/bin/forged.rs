//! A permission cannot be made by hand: only the decision makes one.

use std::marker::PhantomData;

use authorization::{Actor, Basis, CourseTarget, Granted, act};
use domain::Publication;
use store::Store;

async fn handler(store: &Store, target: CourseTarget, basis: Basis) {
    let grant: Granted<act::PublishCourse> =
        // error: cannot construct `Granted<_>` with struct literal syntax due to private fields
        Granted { actor: Actor::Platform, actor_version: None, target, basis, act: PhantomData };
    let _ = store.publish_course(grant, Publication::Published).await;
}

fn main() {}
