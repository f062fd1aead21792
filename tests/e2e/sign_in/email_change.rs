//! Another address: asked for with the password, taken over with a link, and both mailboxes know.

use authorization::act;
use domain::{AccountKind, EmailAddress, Realm};
use jiff::SignedDuration;
use portico_tests::{Browser, PASSWORD, Reply};
use serde_json::json;
use store::StoreError;

use super::scene::{OTHER_PASSWORD, Scene, all_at_once, begun_with, credentials};
use super::second_factor::{FACTORS, set_up};

const ASK: &str = "/api/login/email";
const TAKE: &str = "/api/signup/email";
const OLD: &str = "grace@example.org";
const NEW: &str = "grace@navy.example";

async fn ask(browser: &Browser, email: &str) -> Reply {
    browser.post(ASK, json!({"password": PASSWORD, "email": email})).await
}

/// Proves: A30
#[tokio::test(flavor = "multi_thread")]
async fn an_address_changes_with_the_password_and_a_link_and_the_old_one_is_warned() {
    let scene = Scene::new().await;
    scene.learner(OLD).await;
    let browser = scene.signed_in(OLD).await;
    browser.post(ASK, json!({"email": NEW})).await.expect(403);
    browser.post(ASK, json!({"password": "not the password", "email": NEW})).await.expect(403);
    ask(&browser, "no address").await.expect(422);
    scene.browser().post(ASK, json!({"password": PASSWORD, "email": NEW})).await.expect(401);
    assert_eq!(scene.mails(NEW).await, 0);
    ask(&browser, NEW).await.expect(202);
    let warned = scene.world.mails_to(OLD).await.pop().unwrap();
    assert!(warned.subject.contains("Another address") && warned.text.contains(NEW), "{}", warned.text);
    assert!(!warned.text.contains("token="));
    let token = scene.mailed_token(NEW).await;
    let page = scene.browser().get(&format!("{TAKE}?token={token}")).await.expect(200);
    assert!(page.text().contains(NEW) && page.header("referrer-policy") == "no-referrer");
    scene.browser().post("/api/login", credentials(OLD, PASSWORD)).await.expect(200);
    let taken = scene.browser().submit(TAKE, &[("token", &token)]).await.expect(200);
    assert!(taken.text().contains(NEW));
    let told = scene.world.mails_to(OLD).await.pop().unwrap();
    assert!(told.subject.contains("was changed") && told.text.contains(NEW));
    assert_eq!(browser.get("/api/login/me").await.expect(200).str("/account/email"), NEW);
    scene.browser().post("/api/login", credentials(OLD, PASSWORD)).await.expect(401);
    scene.browser().post("/api/login", credentials(NEW, PASSWORD)).await.expect(200);
    scene.browser().post(TAKE, json!({"token": token})).await.expect(410);
    // The former address is free, and opens nothing of this account.
    scene.invited(OLD, AccountKind::InternalLearner).await;
}

/// Proves: A22, A23, A30
#[tokio::test(flavor = "multi_thread")]
async fn such_a_link_opens_nothing_else_and_once() {
    let scene = Scene::new().await;
    scene.learner(OLD).await;
    scene.learner("eve@example.org").await;
    let browser = scene.signed_in(OLD).await;
    ask(&browser, NEW).await.expect(202);
    let token = scene.mailed_token(NEW).await;
    scene.browser().post("/api/login/reset", json!({"email": OLD, "realm": "main"})).await.expect(202);
    let of_password = scene.mailed_token(OLD).await;
    let form = json!({"token": token, "password": OTHER_PASSWORD});
    scene.browser().post("/api/signup/password", form).await.expect(410);
    scene.browser().post(TAKE, json!({"token": of_password})).await.expect(410);
    scene.browser().post(TAKE, json!({"token": "x"})).await.expect(410);
    let uses = (0..20).map(|_| {
        let (browser, body) = (scene.browser(), json!({"token": token}));
        async move { browser.post(TAKE, body).await.code() }
    });
    let mut statuses = all_at_once(uses).await;
    statuses.sort_unstable();
    assert_eq!(statuses[0], 200, "{statuses:?}");
    assert!(statuses[1..].iter().all(|status| matches!(status, 409 | 410)), "{statuses:?}");
    // The link that had gone to the former mailbox is dead.
    let form = json!({"token": of_password, "password": OTHER_PASSWORD});
    scene.browser().post("/api/signup/password", form).await.expect(410);
}

/// Proves: A30
#[tokio::test(flavor = "multi_thread")]
async fn an_address_belongs_to_one_account_and_a_wish_ends_with_the_password_it_was_made_with() {
    let scene = Scene::new().await;
    scene.learner(OLD).await;
    scene.learner("eve@example.org").await;
    let browser = scene.signed_in(OLD).await;
    ask(&browser, "eve@example.org").await.expect(202);
    let taken = scene.mailed_token("eve@example.org").await;
    scene.browser().post(TAKE, json!({"token": taken})).await.expect(409);
    ask(&browser, NEW).await.expect(202);
    let token = scene.mailed_token(NEW).await;
    browser.post("/api/login/password", json!({"current": PASSWORD, "new": OTHER_PASSWORD})).await.expect(200);
    scene.browser().post(TAKE, json!({"token": token})).await.expect(410);
    scene.wait(SignedDuration::from_hours(1));
    browser.post("/api/login/refresh", json!({})).await.expect(200);
    let spelled = "Grace@Example.org";
    browser.post(ASK, json!({"password": OTHER_PASSWORD, "email": spelled})).await.expect(202);
    let token = scene.mailed_token(OLD).await;
    scene.browser().post(TAKE, json!({"token": token})).await.expect(200);
    assert_eq!(scene.account("main", OLD).await.email.typed(), EmailAddress::new(spelled).unwrap().typed());
    scene.browser().post("/api/login", credentials(OLD, OTHER_PASSWORD)).await.expect(200);
}

/// Proves: A30
#[tokio::test(flavor = "multi_thread")]
async fn a_wish_that_was_not_mailed_yet_ends_with_the_password_too() {
    let scene = Scene::new().await;
    scene.learner(OLD).await;
    let browser = scene.signed_in(OLD).await;
    ask(&browser, NEW).await.expect(202);
    browser.post("/api/login/password", json!({"current": PASSWORD, "new": OTHER_PASSWORD})).await.expect(200);
    scene.world.catch_up().await;
    assert_eq!(scene.mails(NEW).await, 0, "its link would open somebody else's account");
    browser.post(ASK, json!({"password": OTHER_PASSWORD, "email": NEW})).await.expect(202);
    let token = scene.mailed_token(NEW).await;
    scene.browser().post(TAKE, json!({"token": token})).await.expect(200);
}

/// Proves: A30, A34
#[tokio::test(flavor = "multi_thread")]
async fn a_wish_ends_with_the_logins_that_it_was_made_with() {
    for mailed in [true, false] {
        let scene = Scene::new().await;
        scene.learner(OLD).await;
        for by_a_factor in [true, false] {
            let browser = scene.signed_in(OLD).await;
            ask(&browser, NEW).await.expect(202);
            let token = if mailed { Some(scene.mailed_token(NEW).await) } else { None };
            let before = if mailed { scene.mails(NEW).await } else { 0 };
            if by_a_factor {
                set_up(&scene.world, &browser).await;
                browser.delete(&format!("{FACTORS}/app")).await.expect(204);
            } else {
                browser.post("/api/login/devices/end-all", json!({})).await.expect(204);
            }
            if let Some(token) = token {
                scene.browser().get(&format!("{TAKE}?token={token}")).await.expect(410);
                scene.browser().post(TAKE, json!({"token": token})).await.expect(410);
            }
            assert_eq!(scene.mails(NEW).await, before, "its link would open nothing");
            scene.wait(SignedDuration::from_hours(73));
        }
        assert_eq!(scene.account("main", OLD).await.email, EmailAddress::new(OLD).unwrap());
    }
}

/// Proves: A30
#[tokio::test(flavor = "multi_thread")]
async fn a_wish_whose_password_was_proved_a_moment_before_it_changed_comes_too_late() {
    let scene = Scene::new().await;
    scene.learner(OLD).await;
    let (app, old) = (scene.app(), EmailAddress::new(OLD).unwrap());
    let facts = app.store.sign_in_facts(Realm::Main, &old, None).await.unwrap();
    let begun = begun_with(&facts);
    let (account, proved) = (facts.account.unwrap(), facts.credential.unwrap());
    let login = app.store.begin_login(&account, begun, SignedDuration::from_hours(1)).await.unwrap();
    let session = app.store.session(account.id, login.id).await.unwrap().unwrap();
    let grant = app.authorize_login::<act::ChangeOwnEmail>(&session, ()).await.unwrap();
    scene.wait(SignedDuration::from_secs(1));
    let browser = scene.signed_in(OLD).await;
    browser.post("/api/login/password", json!({"current": PASSWORD, "new": OTHER_PASSWORD})).await.expect(200);
    let late = app.store.ask_for_email(grant, EmailAddress::new(NEW).unwrap(), &proved).await;
    assert!(matches!(late, Err(StoreError::Conflict(_))), "{late:?}");
}
