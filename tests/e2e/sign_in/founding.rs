//! The first administrator: made once, by whoever holds the link that the platform prints.

use std::os::unix::fs::PermissionsExt;

use jiff::SignedDuration;
use portico_tests::{PASSWORD, World};
use serde_json::{Value, json};

use super::scene::{OTHER_PASSWORD, Scene, all_at_once, credentials, token_of};

const FOUND: &str = "/api/signup/administrator";
const ADMIN: &str = "ada@example.org";

fn founder(token: &str, email: &str) -> Value {
    json!({"token": token, "name": "Ada", "email": email, "password": PASSWORD})
}

fn page(token: &str) -> String {
    format!("{FOUND}?token={token}")
}

/// The token of the link that was printed at the start.
fn printed_token(world: &World) -> String {
    let link = world.platform.administrator.clone().unwrap();
    assert!(link.starts_with(&format!("{}{FOUND}?token=", world.platform.origin)));
    token_of(&link)
}

/// Proves: A10
#[tokio::test(flavor = "multi_thread")]
async fn nobody_can_sign_in_to_a_fresh_platform() {
    let world = World::start().await;
    for (email, password) in [("admin@example.org", "admin"), ("root@localhost.example", "password")] {
        world.browser().post("/api/login", credentials(email, password)).await.expect(401);
    }
    assert_eq!(world.browser().get("/api/health").await.expect(200).text(), r#"{"status":"ok"}"#);
}

/// Proves: A10
#[tokio::test(flavor = "multi_thread")]
async fn the_platform_is_founded_once() {
    let world = World::start().await;
    let token = printed_token(&world);
    let browser = world.browser();
    let form = browser.get(&page(&token)).await.expect(200).text();
    assert!(form.contains("Become the first administrator") && form.contains(&token));
    let fields = [("token", &*token), ("name", ""), ("email", ADMIN), ("password", "too short")];
    let again = browser.submit(FOUND, &fields).await.expect(422).text();
    assert!(again.contains(ADMIN) && again.contains("Your name must not be empty."));
    assert!(!again.contains("too short"));
    let fields = [("token", &*token), ("name", "Ada"), ("email", ADMIN), ("password", PASSWORD)];
    let saved = browser.submit(FOUND, &fields).await.expect(200);
    assert!(saved.text().contains("/api/login/page?realm=main") && saved.headers_of("set-cookie").is_empty());
    world.sign_in(ADMIN, PASSWORD, "main").await;
    browser.get(&page(&token)).await.expect(410);
    browser.post(FOUND, founder(&token, "eve@example.org")).await.expect(410);
    assert!(browser.submit(FOUND, &fields).await.expect(410).text().contains("No longer valid"));
    let world = world.restart().await;
    assert_eq!(world.platform.administrator, None);
    world.sign_in(ADMIN, PASSWORD, "main").await;
}

/// Proves: A10
#[tokio::test(flavor = "multi_thread")]
async fn of_twenty_founders_at_once_one_succeeds() {
    let world = World::start().await;
    let token = printed_token(&world);
    let tries = (0..20).map(|number| {
        let browser = world.browser();
        let body = founder(&token, &format!("founder{number}@example.org"));
        async move { browser.post(FOUND, body).await.code() }
    });
    let mut statuses = all_at_once(tries).await;
    statuses.sort_unstable();
    assert_eq!(statuses, [vec![201], vec![410; 19]].concat());
}

/// Proves: A10
#[tokio::test(flavor = "multi_thread")]
async fn a_fresh_link_replaces_the_older_and_ends_after_a_day() {
    let world = World::start().await;
    let older = printed_token(&world);
    let world = world.restart().await;
    let newest = printed_token(&world);
    for dead in [&*older, "", "x", &newest[1..]] {
        world.browser().get(&page(dead)).await.expect(410);
        world.browser().post(FOUND, founder(dead, ADMIN)).await.expect(410);
    }
    let mut odd = founder(&newest, ADMIN);
    odd["role"] = json!("owner");
    world.browser().post(FOUND, odd).await.expect(400);
    world.forward(SignedDuration::from_hours(24));
    world.browser().post(FOUND, founder(&newest, ADMIN)).await.expect(410);
    let world = world.restart().await;
    world.browser().post(FOUND, founder(&printed_token(&world), ADMIN)).await.expect(201);
}

/// Proves: A25
#[tokio::test(flavor = "multi_thread")]
async fn a_forged_host_changes_no_link() {
    let scene = Scene::new().await;
    scene.learner("grace@example.org").await;
    let browser = scene.browser();
    let forged = |method: &str, path: &str| {
        let ask = browser.ask(method.parse().unwrap(), path);
        ask.header("host", "evil.example").header("x-forwarded-host", "evil.example")
    };
    let ask = [("email", "grace@example.org"), ("realm", "main")];
    let mut answers = vec![forged("POST", "/api/login/reset").form(&ask).send().await.expect(202)];
    let link = scene.world.link_mailed_to("grace@example.org").await.unwrap();
    assert!(link.starts_with(&format!("{}/api/signup/password?realm=main&token=", scene.world.platform.origin)));
    let token = token_of(&link);
    answers.push(forged("GET", &format!("/api/signup/password?token={token}")).send().await.expect(200));
    let fields = [("token", &*token), ("password", OTHER_PASSWORD)];
    answers.push(forged("POST", "/api/signup/password").form(&fields).send().await.expect(200));
    let wrong = [("email", "grace@example.org"), ("password", PASSWORD), ("realm", "main")];
    answers.push(forged("POST", "/api/login").form(&wrong).send().await.expect(303));
    for answer in answers {
        assert!(!format!("{:?}{}", answer.headers, answer.text()).contains("evil.example"));
    }
}

/// Proves: A10
#[tokio::test(flavor = "multi_thread")]
async fn an_operator_gets_a_fresh_link_until_there_is_an_administrator() {
    let world = World::start().await;
    let data = world.folder().join("data");
    let operator = local::Operator::connect(&data).await.unwrap();
    let link = local::founder_link(&operator.app).await.unwrap().unwrap();
    world.browser().get(&page(&printed_token(&world))).await.expect(410);
    world.browser().post(FOUND, founder(&token_of(&link), ADMIN)).await.expect(201);
    assert_eq!(local::founder_link(&operator.app).await.unwrap(), None);
    let mode = |path: &std::path::Path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
    for name in ["keys.json", "table.db", "mail.jsonl", "running.json"] {
        assert_eq!(mode(&data.join(name)), 0o600, "{name}");
    }
    assert_eq!(mode(&data), 0o700);
}
