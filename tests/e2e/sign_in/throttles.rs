//! Guessing is slowed down, and nobody is locked out for good.

use http::Method;
use jiff::SignedDuration;
use portico_tests::{PASSWORD, Reply};
use serde_json::json;

use super::scene::{OTHER_PASSWORD, Scene, all_at_once, credentials};

const GRACE: &str = "grace@example.org";

fn retry_after_s(answer: &Reply) -> i64 {
    answer.header("retry-after").parse().unwrap()
}

/// Proves: A13
#[tokio::test(flavor = "multi_thread")]
async fn guessing_at_one_account_waits_and_the_right_password_works_afterwards() {
    let scene = Scene::new().await;
    scene.learner(GRACE).await;
    scene.next_hour();
    for email in [GRACE, "nobody@example.org"] {
        let mut statuses = Vec::new();
        for _ in 0..20 {
            statuses.push(scene.browser().post("/api/login", credentials(email, OTHER_PASSWORD)).await.code());
        }
        assert_eq!(statuses, [[401; 10], [429; 10]].concat(), "{email}");
    }
    let shut = scene.browser().post("/api/login", credentials(GRACE, PASSWORD)).await.expect(429);
    assert!((1..=60).contains(&retry_after_s(&shut)));
    scene.wait(SignedDuration::from_secs(retry_after_s(&shut)));
    scene.signed_in(GRACE).await;
}

/// Proves: A13
#[tokio::test(flavor = "multi_thread")]
async fn going_on_guessing_waits_longer_but_an_hour_at_most() {
    let scene = Scene::new().await;
    scene.learner(GRACE).await;
    scene.next_hour();
    let longer_s = loop {
        let answer = scene.browser().post("/api/login", credentials(GRACE, OTHER_PASSWORD)).await;
        if answer.code() == 429 {
            let wait_s = retry_after_s(&answer);
            if wait_s > 60 {
                break wait_s;
            }
            scene.wait(SignedDuration::from_secs(wait_s));
        }
    };
    assert!(longer_s <= 3_600);
    scene.wait(SignedDuration::from_secs(longer_s));
    scene.signed_in(GRACE).await;
}

/// Proves: A15
#[tokio::test(flavor = "multi_thread")]
async fn guesses_in_parallel_share_one_budget() {
    let scene = Scene::new().await;
    scene.learner(GRACE).await;
    scene.next_hour();
    let guesses = (0..40).map(|_| {
        let browser = scene.browser();
        async move { browser.post("/api/login", credentials(GRACE, OTHER_PASSWORD)).await.code() }
    });
    let statuses = all_at_once(guesses).await;
    assert_eq!(statuses.iter().filter(|status| **status == 401).count(), 10);
}

/// Proves: A16, A17
#[tokio::test(flavor = "multi_thread")]
async fn a_network_that_tries_everybody_is_shut_out_whatever_it_says_of_itself() {
    let scene = Scene::new().await;
    scene.learner(GRACE).await;
    scene.next_hour();
    let mut shut = 0;
    for person in 0..70 {
        let browser = scene.browser();
        let body = json!({"email": format!("person{person}@example.org"), "password": PASSWORD});
        let forged = browser.ask(Method::POST, "/api/login").header("x-forwarded-for", &format!("192.0.{person}.1"));
        shut += usize::from(forged.json(&body).send().await.code() == 429);
    }
    assert_eq!(shut, 10);
    let answer = scene.browser().post("/api/login", credentials(GRACE, PASSWORD)).await.expect(429);
    scene.wait(SignedDuration::from_secs(retry_after_s(&answer)));
    scene.signed_in(GRACE).await;
}
