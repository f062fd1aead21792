//! Requests for accounts: no accounts until somebody approves them. And the rules by which they are asked.

use jiff::SignedDuration;
use portico_tests::{Browser, PASSWORD};
use serde_json::{Value, json};

use super::scene::{Scene, internal, of_partner};

const ASK: &str = "/api/signup/request";
const RULES: &str = "/api/admin/registration";
const WAITING: &str = "/api/admin/requests";

/// A platform with these rules of registration.
async fn with_rules(rules: Value) -> Scene {
    let scene = Scene::new().await;
    set(&scene, rules).await;
    scene
}

async fn set(scene: &Scene, mut rules: Value) {
    rules["version"] = scene.owner.get(RULES).await.expect(200).json()["version"].clone();
    scene.owner.put(RULES, rules).await.expect(200);
}

async fn moderated() -> Scene {
    with_rules(json!({ "mode": "moderated" })).await
}

async fn ask(scene: &Scene, email: &str) -> u16 {
    scene.world.browser().post(ASK, json!({ "name": "Wanda", "email": email })).await.code()
}

/// The addresses on the page of those who wait.
async fn waiting(browser: &Browser) -> Vec<Value> {
    browser.get(WAITING).await.expect(200).json()["items"].as_array().unwrap().clone()
}

/// Asks, and gives the request's id.
async fn wanda(scene: &Scene) -> String {
    assert_eq!(ask(scene, "wanda@example.org").await, 202);
    waiting(&scene.owner).await[0]["id"].as_str().unwrap().to_owned()
}

#[tokio::test]
async fn s001_230_who_waits_for_an_account_has_no_status() {
    let scene = moderated().await;
    let id = wanda(&scene).await;
    assert_eq!(waiting(&scene.owner).await[0].get("status"), None);
    let account = format!("/api/admin/accounts/{id}");
    scene.owner.get(&account).await.expect(404);
    for verb in ["deactivate", "reactivate", "invite"] {
        scene.owner.post(&format!("{account}/{verb}"), json!({})).await.expect(404);
    }
}

#[tokio::test]
async fn s001_231_who_waits_for_an_account_is_not_in_the_directory() {
    let scene = moderated().await;
    let id = wanda(&scene).await;
    for list in ["directory", "directory?section=learners", "accounts?q=wanda@", "accounts?q=Wanda"] {
        let found = scene.owner.get(&format!("/api/admin/{list}")).await.expect(200).text();
        assert!(!found.contains(&id) && !found.contains("Wanda"), "{found}");
    }
    scene.owner.post(&format!("{WAITING}/{id}/approve"), json!({})).await.expect(201);
    assert!(scene.owner.get("/api/admin/directory?section=learners").await.expect(200).text().contains(&id));
}

#[tokio::test]
async fn s001_232_who_waits_stands_on_a_page_of_its_own() {
    let scene = moderated().await;
    wanda(&scene).await;
    let line = waiting(&scene.owner).await.remove(0);
    assert_eq!((&line["name"], &line["email"]), (&json!("Wanda"), &json!("wanda@example.org")));
    scene.world.browser().get(WAITING).await.expect(401);
    let learner = scene.person(internal("learner")).await;
    learner.browser.get(WAITING).await.expect(403);
    // Behind the wall of their platform they are nobody's business.
    let partner = scene.partner().await;
    let paula = scene.person(of_partner("administrator", &partner)).await;
    assert_eq!(waiting(&paula.browser).await, Vec::<Value>::new());
    paula.browser.get(&format!("{WAITING}?realm=main")).await.expect(404);
    let form = json!({ "name": "Petra", "email": "petra@example.org", "realm": partner });
    scene.world.browser().post(ASK, form).await.expect(202);
    let theirs = waiting(&paula.browser).await;
    assert_eq!(theirs[0]["partner"], json!(partner));
    let id = theirs[0]["id"].as_str().unwrap();
    paula.browser.post(&format!("{WAITING}/{id}/approve"), json!({})).await.expect(201);
    let main = waiting(&scene.owner).await[0]["id"].as_str().unwrap().to_owned();
    paula.browser.post(&format!("{WAITING}/{main}/approve"), json!({})).await.expect(404);
    paula.browser.delete(&format!("{WAITING}/{main}")).await.expect(404);
}

#[tokio::test]
async fn s001_233_the_account_comes_into_being_with_the_approval() {
    let scene = moderated().await;
    let id = wanda(&scene).await;
    let learner = scene.person(internal("learner")).await;
    let approve = format!("{WAITING}/{id}/approve");
    learner.browser.post(&approve, json!({})).await.expect(403);
    scene.owner.get(&format!("/api/admin/accounts/{id}")).await.expect(404);
    let made = scene.owner.post(&approve, json!({})).await.expect(201).json();
    assert_eq!((&made["id"], &made["status"], &made["type"]), (&json!(id), &json!("activated"), &json!("internal")));
    assert_eq!(waiting(&scene.owner).await, Vec::<Value>::new());
    scene.owner.post(&approve, json!({})).await.expect(404);
    // The mailed link is the way in.
    let link = scene.world.link_mailed_to("wanda@example.org").await.unwrap();
    let form = json!({ "token": link.split_once("token=").unwrap().1, "password": PASSWORD });
    scene.world.browser().post("/api/signup/password", form).await.expect(200);
    scene.world.sign_in("wanda@example.org", PASSWORD, "main").await;
}

#[tokio::test]
async fn a_refused_request_is_gone_and_a_second_decision_finds_nothing() {
    let scene = moderated().await;
    let path = format!("{WAITING}/{}", wanda(&scene).await);
    scene.owner.delete(&path).await.expect(204);
    scene.owner.delete(&path).await.expect(404);
    scene.owner.post(&format!("{path}/approve"), json!({})).await.expect(404);
    assert!(scene.accounts("main", "wanda@").await.is_empty());
    let audit = scene.owner.get("/api/admin/audit?limit=1").await.expect(200).json();
    assert_eq!(audit["items"][0]["action"], "pending_user.approve");
}

#[tokio::test]
async fn nobody_learns_from_the_answer_whether_an_address_is_known() {
    for mode in ["moderated", "open"] {
        let scene = with_rules(json!({ "mode": mode })).await;
        let known = scene.person(internal("learner")).await;
        let stranger = scene.world.browser();
        let answers = [&*known.email, "nobody@example.org"].map(|email| {
            let form = json!({ "name": "Wanda", "email": email });
            stranger.post(ASK, form)
        });
        let [known_answer, unknown_answer] = answers;
        let (one, other) = (known_answer.await, unknown_answer.await);
        assert_eq!((one.code(), one.text()), (other.code(), other.text()), "{mode}");
        assert_eq!(one.code(), 202);
        let there = scene.accounts("main", &known.email).await;
        assert_eq!((there.len(), &there[0]["id"]), (1, &json!(known.id)), "the account stays as it was");
    }
}

#[tokio::test]
async fn an_address_that_has_an_account_by_now_is_not_approved() {
    let scene = moderated().await;
    let known = scene.person(internal("learner")).await;
    assert_eq!(ask(&scene, &known.email).await, 202);
    let id = waiting(&scene.owner).await[0]["id"].as_str().unwrap().to_owned();
    scene.owner.post(&format!("{WAITING}/{id}/approve"), json!({})).await.expect(409);
    assert_eq!(waiting(&scene.owner).await.len(), 1, "nothing is lost");
}

#[tokio::test]
async fn a_request_that_nobody_decides_lapses() {
    let scene = with_rules(json!({ "mode": "moderated", "lapse_days": 3 })).await;
    let id = wanda(&scene).await;
    scene.world.forward(SignedDuration::from_hours(3 * 24));
    let olga = scene.world.sign_in("olga@portico.example", PASSWORD, "main").await;
    assert_eq!(waiting(&olga).await, Vec::<Value>::new());
    olga.post(&format!("{WAITING}/{id}/approve"), json!({})).await.expect(404);
}

#[tokio::test]
async fn where_registration_is_open_the_account_is_there_at_once() {
    let scene = with_rules(json!({ "mode": "open" })).await;
    assert_eq!(ask(&scene, "wanda@example.org").await, 202);
    assert_eq!(waiting(&scene.owner).await, Vec::<Value>::new());
    assert_eq!(scene.accounts("main", "wanda@").await[0]["tier"], "learner");
    assert!(scene.world.link_mailed_to("wanda@example.org").await.is_some());
}

#[tokio::test]
async fn administrators_alone_make_accounts_until_something_else_is_decided() {
    let scene = Scene::new().await;
    assert_eq!(ask(&scene, "wanda@example.org").await, 403);
    set(&scene, json!({ "mode": "moderated" })).await;
    assert_eq!(ask(&scene, "wanda@example.org").await, 202);
    set(&scene, json!({ "mode": "administrator_only" })).await;
    assert_eq!(ask(&scene, "wim@example.org").await, 403);
    assert_eq!(waiting(&scene.owner).await.len(), 1, "who asked in time still waits");
}

#[tokio::test]
async fn only_addresses_of_allowed_domains_ask() {
    let scene = with_rules(json!({ "mode": "moderated", "domains": ["Example.org"] })).await;
    for (email, code) in [("a@example.org", 202), ("b@sub.example.org", 422), ("c@example.net", 422), ("x", 422)] {
        assert_eq!(ask(&scene, email).await, code, "{email}");
    }
    assert_eq!(waiting(&scene.owner).await.len(), 1);
    let public = json!({ "name": "Wanda", "email": "d@example.org", "realm": "public" });
    assert!(scene.world.browser().post(ASK, public).await.expect(422).names_field("realm"));
}

#[tokio::test]
async fn wrong_rules_are_named_and_old_ones_are_not_overwritten() {
    let scene = moderated().await;
    for (wrong, field) in [
        (json!({ "mode": "moderated" }), "version"),
        (json!({ "version": 1 }), "mode"),
        (json!({ "version": 1, "mode": "open", "domains": ["nowhere"] }), "domains"),
        (json!({ "version": 1, "mode": "open", "lapse_days": 0 }), "lapse_days"),
        (json!({ "version": 1, "mode": "open", "lapse_days": 91 }), "lapse_days"),
    ] {
        assert!(scene.owner.put(RULES, wrong).await.expect(422).names_field(field), "{field}");
    }
    scene.owner.put(RULES, json!({ "version": 0, "mode": "open" })).await.expect(409);
    assert_eq!(scene.owner.get(RULES).await.expect(200).json()["mode"], "moderated");
    let learner = scene.person(internal("learner")).await;
    learner.browser.get(RULES).await.expect(403);
    learner.browser.put(RULES, json!({ "version": 1, "mode": "open" })).await.expect(403);
}
