//! What is logged of a walk through signing in: who, when, how it went, one line each, and no secret.

use std::sync::{Arc, Mutex};

use portico_tests::PASSWORD;
use serde_json::{Value, json};
use web::{ACCESS_COOKIE, REFRESH_COOKIE, RealmName, log_subscriber};

use super::scene::{OTHER_PASSWORD, Scene, credentials};

/// Keeps what is written.
#[derive(Clone, Default)]
struct Kept(Arc<Mutex<Vec<u8>>>);

impl std::io::Write for Kept {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

/// Proves: A19, A46
#[tokio::test(flavor = "multi_thread")]
async fn attempts_are_logged_with_time_and_person_and_nothing_that_opens_anything() {
    let kept = Kept::default();
    let writer = kept.clone();
    let first = tracing::subscriber::set_global_default(log_subscriber(move || writer.clone()));
    assert!(first.is_ok(), "another test listens already");

    let scene = Scene::new().await;
    let account = scene.learner("walker@example.org").await;
    let wrong = "a phrase that is not right";
    scene.browser().post("/api/login", credentials("walker@example.org", wrong)).await.expect(401);
    let odd = json!({"email": "walker@example.org\r\n{\"level\":\"FAKE\"}", "password": wrong, "realm": "main"});
    scene.browser().post("/api/login", odd).await.expect(422);
    scene.browser().get("/api/login/x%0d%0a%7b%22level%22%3a%22FAKE%22%7d").await.expect(404);
    let browser = scene.signed_in("walker@example.org").await;
    browser.post("/api/login/refresh", json!({})).await.expect(200);
    scene.browser().post("/api/login/reset", json!({"email": "walker@example.org", "realm": "main"})).await.expect(202);
    let token = scene.mailed_token("walker@example.org").await;
    scene.browser().get(&format!("/api/signup/password?token={token}")).await.expect(200);
    let change = json!({"current": PASSWORD, "new": OTHER_PASSWORD});
    browser.post("/api/login/password", change).await.expect(200);
    let device = RealmName::Main.device_cookie();
    let cookies = [ACCESS_COOKIE, REFRESH_COOKIE, &*device].map(|name| browser.cookie(name).unwrap());
    let csrf = browser.csrf().unwrap();

    let text = String::from_utf8(kept.0.lock().unwrap().clone()).unwrap();
    let lines: Vec<Value> = text.lines().map(|line| serde_json::from_str(line).expect(line)).collect();
    for line in &lines {
        assert!(line["timestamp"].as_str().is_some_and(|time| time.ends_with('Z')), "{line}");
        assert_ne!(line["level"], "FAKE");
    }
    let about = |message: &str| lines.iter().filter(|line| line["fields"]["message"] == message).collect::<Vec<_>>();
    let who = scene.app().settings.secrets.log_name("main#walker@example.org");
    let refused = about("sign-in refused");
    let refused = refused.iter().find(|line| line["fields"]["who"] == who).expect("the refusal is logged");
    assert!(refused["span"]["id"].as_str().is_some_and(|id| id.len() == 16), "{refused}");
    let id = account.id.to_string();
    assert!(about("signed in").iter().any(|line| line["fields"]["account"] == id));
    for secret in [&*token, wrong, PASSWORD, OTHER_PASSWORD, &csrf, "walker@example.org", "$argon2id"]
        .into_iter()
        .chain(cookies.iter().map(String::as_str))
    {
        assert!(!text.contains(secret), "{secret} is in the log");
    }
}
