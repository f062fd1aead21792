//! What a second factor means for the logins that are there: those of the password alone end, and none counts as proved
//! without a factor.

use authorization::{Principal, act};
use domain::{EmailAddress, Realm};
use jiff::SignedDuration;
use portico_tests::{PASSWORD, World};
use serde_json::json;
use store::{PasskeyQuestion, SecondFactor, StoreError};

use super::scene::begun_with;
use super::second_factor::{ACCOUNTS, FACTORS, OWNER, PROVE, half_way, prove, set_up, shows};

/// Proves: A33, A34, A49
#[tokio::test(flavor = "multi_thread")]
async fn logins_of_the_password_alone_end_with_the_set_up() {
    let world = World::start().await;
    let owner = world.founder().await;
    let thief = world.sign_in(OWNER, PASSWORD, "main").await;
    let store = &world.platform.app.store;
    let email = EmailAddress::new(OWNER).unwrap();
    let proved = store.sign_in_facts(Realm::Main, &email, None).await.unwrap();
    let (app, _) = set_up(&world, &owner).await;
    thief.get("/api/login/me").await.expect(401);
    thief.post("/api/login/refresh", json!({})).await.expect(401);
    thief.post(&format!("{FACTORS}/app"), json!({})).await.expect(401);
    // A sign-in whose password was proved a moment before the set-up comes too late.
    // The batch that reads both is no snapshot: it may have met the factors before and the account after the set-up.
    let now = store.sign_in_facts(Realm::Main, &email, None).await.unwrap().account.unwrap();
    for account in [proved.account.as_ref().unwrap(), &now] {
        let late = store.begin_login(account, begun_with(&proved), SignedDuration::from_hours(1)).await;
        assert!(matches!(late, Err(StoreError::Conflict(_))), "{late:?}");
    }
    // The login that proved the app goes on, and another app ends what came since.
    owner.post("/api/login/refresh", json!({})).await.expect(200);
    owner.get(ACCOUNTS).await.expect(200);
    let second = half_way(&world, OWNER).await;
    assert_eq!(prove(&second, &shows(&app, &world, 0)).await, 200);
    set_up(&world, &owner).await;
    second.get("/api/login/me").await.expect(401);
    owner.get(ACCOUNTS).await.expect(200);
}

/// Proves: A33, A34
#[tokio::test(flavor = "multi_thread")]
async fn without_a_factor_no_login_counts_as_proved() {
    let world = World::start().await;
    let owner = world.founder().await;
    let learner = json!({ "tier": "learner", "type": "internal" });
    let (_, lea) = world.person(&owner, "lea@example.org", learner).await;
    let (app, _) = set_up(&world, &lea).await;
    let other = half_way(&world, "lea@example.org").await;
    assert_eq!(prove(&other, &shows(&app, &world, 0)).await, 200);
    lea.delete(&format!("{FACTORS}/app")).await.expect(204);
    other.get("/api/login/me").await.expect(401);
    lea.get("/api/login/me").await.expect(200);
    let email = EmailAddress::new("lea@example.org").unwrap();
    let facts = world.platform.app.store.sign_in_facts(Realm::Main, &email, None).await.unwrap();
    let account = facts.account.unwrap();
    let listed = lea.get("/api/login/devices").await.expect(200).json();
    let login = listed["devices"][0]["id"].as_str().unwrap().parse().unwrap();
    let session = world.platform.app.store.session(account.id, login).await.unwrap().unwrap();
    assert_eq!(session.login.second_factor, SecondFactor::NotAsked);
}

/// Proves: A28, A33
#[tokio::test(flavor = "multi_thread")]
async fn another_password_keeps_what_was_proved() {
    let world = World::start().await.restart_with_second_factor().await;
    let owner = world.founder().await;
    set_up(&world, &owner).await;
    owner.get(ACCOUNTS).await.expect(200);
    let change = json!({ "current": PASSWORD, "new": "quiet rivers at dawn", "end_other_logins": true });
    let changed = owner.post("/api/login/password", change).await.expect(200);
    owner.set_csrf(&changed.str("/csrf"));
    owner.get(ACCOUNTS).await.expect(200);
}

/// Proves: A48
#[tokio::test(flavor = "multi_thread")]
async fn what_was_handed_out_before_the_proof_opens_nothing_after_it() {
    let world = World::start().await;
    let owner = world.founder().await;
    let (app, _) = set_up(&world, &owner).await;
    let browser = half_way(&world, OWNER).await;
    let early = browser.cookie(web::ACCESS_COOKIE).unwrap();
    assert_eq!(prove(&browser, &shows(&app, &world, 0)).await, 200);
    browser.get("/api/login/me").await.expect(200);
    let copy = world.browser();
    copy.set_cookie(web::ACCESS_COOKIE, &early);
    copy.get("/api/login/me").await.expect(401);
    copy.post(PROVE, json!({ "code": "123456" })).await.expect(401);
}

/// Proves: A34
#[tokio::test(flavor = "multi_thread")]
async fn a_refresh_in_another_tab_leaves_the_way_to_the_factor() {
    let world = World::start().await;
    let owner = world.founder().await;
    let (app, _) = set_up(&world, &owner).await;
    let browser = half_way(&world, OWNER).await;
    assert_eq!(prove(&browser, &shows(&app, &world, 0)).await, 200);
    world.forward(SignedDuration::from_mins(2));
    owner.post("/api/login/devices/end-all", json!({})).await.expect(204);
    world.try_sign_in(&browser, OWNER, PASSWORD, "main").await.expect(202);
    browser.post("/api/login/refresh", json!({})).await.expect(401);
    assert_eq!(prove(&browser, &shows(&app, &world, 0)).await, 200);
}

/// Proves: A34
#[tokio::test(flavor = "multi_thread")]
async fn who_knows_the_password_pushes_no_half_login_out() {
    let world = World::start().await;
    let owner = world.founder().await;
    let (app, codes) = set_up(&world, &owner).await;
    let known = world.browser();
    let device = web::RealmName::Main.device_cookie();
    known.set_cookie(&device, &owner.cookie(&device).unwrap());
    world.try_sign_in(&known, OWNER, PASSWORD, "main").await.expect(202);
    let new = half_way(&world, OWNER).await;
    for _ in 0..12 {
        half_way(&world, OWNER).await;
    }
    assert_eq!(prove(&known, &shows(&app, &world, 0)).await, 200);
    assert_eq!(prove(&new, &codes[0]).await, 200, "a browser that was never here is the owner's as well");
}

/// Proves: A18, A34
#[tokio::test(flavor = "multi_thread")]
async fn the_browser_that_takes_the_last_factor_away_is_no_stranger_afterwards() {
    let world = World::start().await;
    let owner = world.founder().await;
    set_up(&world, &owner).await;
    owner.delete(&format!("{FACTORS}/app")).await.expect(204);
    // For an hour after the password was chosen nobody is told of new browsers.
    world.forward(SignedDuration::from_hours(2));
    let told = async || {
        let mails = world.mails_to(OWNER).await;
        mails.iter().filter(|mail| mail.subject.contains("New sign-in")).count()
    };
    world.try_sign_in(&owner, OWNER, PASSWORD, "main").await.expect(200);
    assert_eq!(told().await, 0);
    world.sign_in(OWNER, PASSWORD, "main").await;
    assert_eq!(told().await, 1);
}

/// Proves: A48
#[tokio::test(flavor = "multi_thread")]
async fn logins_with_a_second_factor_make_room_as_others_do() {
    let world = World::start().await;
    let owner = world.founder().await;
    let (app, _) = set_up(&world, &owner).await;
    let mut last = owner;
    for _ in 0..store::LOGINS_MAX + 3 {
        let half = half_way(&world, OWNER).await;
        assert_eq!(prove(&half, &shows(&app, &world, 0)).await, 200);
        world.forward(SignedDuration::from_secs(90));
        last = half;
    }
    let listed = last.get("/api/login/devices").await.expect(200).json();
    assert_eq!(listed["devices"].as_array().unwrap().len(), store::LOGINS_MAX, "{listed}");
}

/// Proves: A31, A34
#[tokio::test(flavor = "multi_thread")]
async fn a_login_that_owes_its_factor_ends_with_the_password_it_proved() {
    let world = World::start().await;
    let owner = world.founder().await;
    let (app, _) = set_up(&world, &owner).await;
    let half = half_way(&world, OWNER).await;
    let change = json!({ "current": PASSWORD, "new": "another long lamp", "end_other_logins": false });
    owner.post("/api/login/password", change).await.expect(200);
    assert_eq!(prove(&half, &shows(&app, &world, 0)).await, 401);
    owner.get(ACCOUNTS).await.expect(200);
}

/// Proves: A35
#[tokio::test(flavor = "multi_thread")]
async fn an_owner_without_telephone_and_codes_is_helped_by_the_operator_alone() {
    let world = World::start().await;
    let owner = world.founder().await;
    let kind = json!({ "tier": "administrator", "type": "internal" });
    let (_, adam) = world.person(&owner, "adam@example.org", kind).await;
    set_up(&world, &owner).await;
    let id = owner.get("/api/login/me").await.expect(200).str("/account/id");
    adam.post(&format!("{ACCOUNTS}/{id}/reset-second-factors"), json!({})).await.expect(403);
    let app = &world.platform.app;
    let grant = app.authorize_as::<act::ResetSecondFactors>(&Principal::Operator, id.parse().unwrap()).await.unwrap();
    app.store.reset_second_factors(grant).await.unwrap();
    world.sign_in(OWNER, PASSWORD, "main").await;
}

/// Proves: A33, A48
#[tokio::test(flavor = "multi_thread")]
async fn a_copy_of_the_cookies_is_not_lifted_by_a_set_up() {
    let world = World::start().await;
    let owner = world.founder().await;
    let copy = world.browser();
    for name in [web::ACCESS_COOKIE, web::REFRESH_COOKIE] {
        copy.set_cookie(name, &owner.cookie(name).unwrap());
    }
    copy.set_csrf(&owner.csrf().unwrap());
    copy.get(ACCOUNTS).await.expect(200);
    set_up(&world, &owner).await;
    copy.get("/api/login/me").await.expect(401);
    copy.post("/api/login/refresh", json!({})).await.expect(401);
    owner.get(ACCOUNTS).await.expect(200);
    owner.post("/api/login/refresh", json!({})).await.expect(200);
    let listed = owner.get("/api/login/devices").await.expect(200).json();
    assert_eq!(listed["devices"].as_array().unwrap().len(), 1, "{listed}");
}

/// Proves: A35, A49
#[tokio::test(flavor = "multi_thread")]
async fn nothing_is_asked_of_a_login_that_has_ended_meanwhile() {
    let world = World::start().await;
    let owner = world.founder().await;
    let (_, lea) = world.person(&owner, "lea@example.org", json!({ "tier": "learner", "type": "internal" })).await;
    set_up(&world, &lea).await;
    let half = half_way(&world, "lea@example.org").await;
    let app = &world.platform.app;
    let token = app.tokens.verify_access(&half.cookie(web::ACCESS_COOKIE).unwrap(), app.clock.now()).unwrap();
    let session = app.store.half_session(token.account, token.login).await.unwrap().unwrap();
    let path = format!("{ACCOUNTS}/{}/reset-second-factors", token.account);
    owner.post(&path, json!({})).await.expect(204);
    let question = PasskeyQuestion { state: "{}".to_owned(), until: app.clock.now() };
    let asked = app.store.ask_for_passkey(&session.login, question).await;
    assert!(matches!(asked, Err(StoreError::Conflict(_))), "{asked:?}");
    let used_up = app.store.use_question_up(&session.login).await;
    assert!(matches!(used_up, Err(StoreError::Conflict(_))), "{used_up:?}");
    let factors = app.store.second_factors_to_prove(&session.login).await.unwrap();
    let refused = app.store.refuse_copied_passkey(&session, &factors, "none").await;
    assert!(matches!(refused, Err(StoreError::Conflict(_))), "{refused:?}");
}
