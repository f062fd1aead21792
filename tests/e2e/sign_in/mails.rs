//! Mails that do not go out at the first attempt.

use std::sync::Arc;

use background::{Background, Schedule, ScheduleReport};
use jiff::SignedDuration;
use mail::{Letter, MailError, Mailer, Sent};
use serde_json::json;

use super::scene::{OTHER_PASSWORD, Scene};

const GRACE: &str = "grace@example.org";

/// A mail server that takes nothing.
struct Broken(fn(String) -> MailError);

impl Mailer for Broken {
    fn send<'a>(&'a self, letter: &'a Letter) -> Sent<'a> {
        Box::pin(async move { Err((self.0)(letter.id.clone())) })
    }
}

/// The platform's background work, with this mail server.
fn with(scene: &Scene, mailer: Broken) -> Background {
    Background { mailer: Arc::new(mailer), ..scene.world.platform.background().clone() }
}

async fn swept(background: &Background) -> usize {
    match Schedule::SweepOutbox.run(background).await.unwrap() {
        ScheduleReport::Swept { sent } => sent,
        ScheduleReport::Reconciled { .. } | ScheduleReport::Refreshed { .. } => 0,
    }
}

/// Proves: A22, A24
#[tokio::test(flavor = "multi_thread")]
async fn a_mail_that_comes_late_carries_a_link_that_works() {
    let scene = Scene::new().await;
    scene.learner(GRACE).await;
    scene.world.catch_up().await;
    scene.browser().post("/api/login/reset", json!({"email": GRACE, "realm": "main"})).await.expect(202);
    assert_eq!(swept(&with(&scene, Broken(MailError::Server))).await, 0);
    scene.wait(SignedDuration::from_mins(25));
    assert_eq!(swept(scene.world.platform.background()).await, 1);
    let token = scene.mailed_token(GRACE).await;
    scene.wait(SignedDuration::from_mins(9));
    scene.browser().get(&format!("/api/signup/password?token={token}")).await.expect(200);
    let form = json!({"token": token, "password": OTHER_PASSWORD});
    scene.browser().post("/api/signup/password", form.clone()).await.expect(200);
    scene.browser().post("/api/signup/password", form).await.expect(410);
}

/// Proves: A23
#[tokio::test(flavor = "multi_thread")]
async fn a_link_that_was_replaced_does_not_come_back_with_its_late_mail() {
    let scene = Scene::new().await;
    scene.learner(GRACE).await;
    scene.world.catch_up().await;
    let ask = json!({"email": GRACE, "realm": "main"});
    scene.browser().post("/api/login/reset", ask.clone()).await.expect(202);
    assert_eq!(swept(&with(&scene, Broken(MailError::Server))).await, 0);
    scene.browser().post("/api/login/reset", ask).await.expect(202);
    let newest = scene.mailed_token(GRACE).await;
    let mails = scene.mails(GRACE).await;
    scene.wait(SignedDuration::from_mins(2));
    assert_eq!(swept(scene.world.platform.background()).await, 0, "a mail whose link is gone says nothing");
    assert_eq!(scene.mails(GRACE).await, mails);
    scene.browser().get(&format!("/api/signup/password?token={newest}")).await.expect(200);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_mail_that_cannot_be_written_is_given_up_at_once() {
    let scene = Scene::new().await;
    scene.learner(GRACE).await;
    scene.world.catch_up().await;
    scene.browser().post("/api/login/reset", json!({"email": GRACE, "realm": "main"})).await.expect(202);
    assert_eq!(swept(&with(&scene, Broken(MailError::Content))).await, 0);
    let due = || async { scene.app().store.due_entries(10).await.unwrap().len() };
    scene.wait(SignedDuration::from_hours(48));
    assert_eq!(due().await, 0, "nothing is left to try");
}
