//! Logging in as somebody else: for a reason, for minutes, never upward, and with both people in every line of the audit.

use authorization::{Behind, Principal, Standing, act};
use domain::{EmailAddress, EnrollmentState, Realm};
use http::Method;
use jiff::SignedDuration;
use portico_tests::{Administrator, Browser, PASSWORD, Reply, World};
use serde_json::{Value, json};
use store::StoreError;
use web::{ACCESS_COOKIE, REFRESH_COOKIE};

const REASON: &str = "Cannot open lesson 3, asked by phone";

fn kind(tier: &str) -> Value {
    json!({ "tier": tier, "type": "internal" })
}

async fn act_as(browser: &Browser, account: &str) -> Reply {
    let path = format!("/api/admin/accounts/{account}/log-in-as");
    let reply = browser.post(&path, json!({ "reason": REASON })).await;
    if reply.code() == 200 {
        browser.set_csrf(&reply.str("/csrf"));
    }
    reply
}

/// Back to oneself, as a page does it.
async fn refresh(browser: &Browser) {
    let own = browser.post("/api/login/refresh", json!({})).await.expect(200);
    browser.set_csrf(&own.str("/csrf"));
}

async fn id_of(browser: &Browser) -> String {
    browser.get("/api/login/me").await.expect(200).str("/account/id")
}

/// Somebody who may, and somebody who is helped.
async fn two(world: &World) -> (Administrator, String, Browser) {
    let owner = world.founder().await;
    let (_, ada) = world.person(&owner, "ada@example.org", kind("administrator")).await;
    let (lea, _) = world.person(&owner, "lea@example.org", kind("learner")).await;
    (owner, lea, ada)
}

#[tokio::test(flavor = "multi_thread")]
async fn an_administrator_logs_in_as_a_learner_and_comes_back() {
    let world = World::start().await;
    let (owner, lea, ada) = two(&world).await;
    let own = [ada.cookie(ACCESS_COOKIE), ada.cookie(REFRESH_COOKIE)];
    let own_id = id_of(&ada).await;
    let path = format!("/api/admin/accounts/{lea}/log-in-as");
    assert_eq!(ada.post(&path, json!({ "reason": " " })).await.expect(422).str("/fields/0/field"), "reason");
    act_as(&ada, &lea).await.expect(200);
    assert_ne!(ada.cookie(ACCESS_COOKIE), own[0]);
    assert_eq!(ada.cookie(REFRESH_COOKIE), own[1]);

    let me = ada.get("/api/login/me").await.expect(200);
    assert_eq!((me.str("/account/id"), me.str("/acting/account")), (lea.clone(), own_id.clone()));
    assert_eq!(me.str("/acting/reason"), REASON);
    // It is the learner who asks: nothing of an administrator is open.
    ada.get("/api/admin/accounts").await.expect(403);
    ada.get("/api/me/menu").await.expect(200);
    // What opens the account stays with its owner.
    for (method, path, body) in [
        (Method::GET, "/api/login/devices", Value::Null),
        (Method::POST, "/api/login/devices/end-all", json!({})),
        (Method::POST, "/api/login/password", json!({ "current": PASSWORD, "new": "another long password" })),
        (Method::POST, "/api/login/email", json!({ "password": PASSWORD, "email": "eve@example.org" })),
        (Method::POST, "/api/login/confirm", json!({ "password": PASSWORD })),
        (Method::POST, "/api/me/friends", json!({ "email": "eve@example.org" })),
    ] {
        let refused = ada.ask(method, path).json(&body).send().await.expect(403);
        assert_eq!(refused.str("/code"), "while_acting", "{path}");
    }
    // The owner of the account sees that somebody was here.
    let lea_herself = world.sign_in("lea@example.org", PASSWORD, "main").await;
    let devices = lea_herself.get("/api/login/devices").await.expect(200).json();
    assert!(devices["devices"].as_array().unwrap().iter().any(|device| device["acting"] == true), "{devices}");

    ada.post("/api/logout", json!({})).await.expect(204);
    assert_eq!((ada.cookie(ACCESS_COOKIE), ada.cookie(REFRESH_COOKIE)), (None, own[1].clone()));
    refresh(&ada).await;
    assert_eq!(ada.get("/api/login/me").await.expect(200).json()["acting"], Value::Null);
    ada.get("/api/admin/accounts").await.expect(200);
    let audit = owner.get(&format!("/api/admin/audit?object=account:{lea}")).await.expect(200).json();
    let lines: Vec<_> =
        audit["items"].as_array().unwrap().iter().filter(|line| line["action"] != "user.create").collect();
    let ended = lines.iter().find(|line| line["logged_in_as_it"] == json!(own_id)).expect("the end");
    assert_eq!(ended["account"], json!(lea));
    let begun = lines.iter().find(|line| line["action"] == "user.impersonate").expect("the beginning");
    assert_eq!((&begun["account"], &begun["after"]["reason"]), (&json!(own_id), &json!(REASON)));
}

#[tokio::test(flavor = "multi_thread")]
async fn it_ends_with_its_time_with_ones_own_login_and_with_the_right() {
    let world = World::start().await;
    let (owner, lea, ada) = two(&world).await;
    act_as(&ada, &lea).await.expect(200);
    world.forward(SignedDuration::from_mins(11));
    ada.get("/api/login/me").await.expect(401);
    refresh(&ada).await;
    let own_id = id_of(&ada).await;
    assert_ne!(own_id, lea);
    assert_eq!(act_as(&ada, &lea).await.expect(403).str("/code"), "confirm_first");
    ada.post("/api/login/confirm", json!({ "password": PASSWORD })).await.expect(204);
    act_as(&ada, &lea).await.expect(200);
    owner.post("/api/login/refresh", json!({})).await.expect(200);
    owner.post("/api/login/confirm", json!({ "password": PASSWORD })).await.expect(204);
    owner.post(&format!("/api/admin/accounts/{own_id}/end-logins"), json!({})).await.expect(204);
    ada.get("/api/login/me").await.expect(401);
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_logs_in_as_whoever_stands_as_high_or_from_one_into_the_next() {
    let world = World::start().await;
    let (owner, lea, ada) = two(&world).await;
    let (bob, _) = world.person(&owner, "bob@example.org", kind("administrator")).await;
    let owner_id = id_of(&owner).await;
    for (target, reason) in [(&bob, "guard.above_own_rank"), (&owner_id, "guard.owner_protected")] {
        let refused = act_as(&ada, target).await.expect(403);
        assert!(refused.text().contains(reason), "{}", refused.text());
    }
    let own_id = id_of(&ada).await;
    act_as(&ada, &own_id).await.expect(403);
    act_as(&ada, "00000000000000000000000001").await.expect(404);
    // The owner may be anybody, and nobody else through them.
    act_as(&owner, &bob).await.expect(200);
    assert_eq!(act_as(&owner, &lea).await.expect(403).str("/code"), "while_acting");
    act_as(&world.browser(), &lea).await.expect(401);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_done_in_somebodys_own_affairs_names_both() {
    let world = World::start().await;
    let (owner, lea, ada) = two(&world).await;
    let own_id = id_of(&ada).await;
    let form = json!({ "title": "Fire drill", "audience": "internal", "languages": ["en"] });
    let course = owner.post("/api/admin/courses", form).await.expect(201).str("/id");
    let lessons = ["Doors", "Stairs"].map(|title| json!({ "title": title, "minutes": 5, "markdown": "Out" }));
    let outline = json!([{ "title": "Start", "lessons": lessons }]);
    let form = json!({ "outline": outline, "self_enrollment": "open" });
    let made = owner.patch(&format!("/api/admin/courses/{course}"), form).await.expect(200);
    owner.post(&format!("/api/admin/courses/{course}/publish"), json!({})).await.expect(200);
    let own = format!("/api/my/courses/{course}");
    let done = |at: usize| format!("{own}/lessons/{}/done", made.str(&format!("/outline/0/lessons/{at}/id")));

    act_as(&ada, &lea).await.expect(200);
    ada.post(&format!("{own}/enroll"), json!({})).await.expect(201);
    ada.post(&format!("{own}/start"), json!({})).await.expect(200);
    ada.post(&done(0), json!({})).await.expect(200);
    // What people do themselves is nobody's business.
    let lea_herself = world.sign_in("lea@example.org", PASSWORD, "main").await;
    lea_herself.post(&done(1), json!({})).await.expect(200);
    let audit = owner.get(&format!("/api/admin/audit?object=enrollment:{course}:{lea}")).await.expect(200).json();
    let lines = audit["items"].as_array().unwrap();
    let text = |line: &Value, field: &str| line[field].as_str().unwrap_or_default().to_owned();
    let seen: Vec<_> =
        lines.iter().map(|line| ["account", "logged_in_as_it", "action"].map(|of| text(line, of))).collect();
    let line = |action: &str| [lea.clone(), own_id.clone(), action.to_owned()];
    let expected = ["course.participate", "course.participate", "course.enroll_self"].map(line);
    assert_eq!(seen, expected, "the newest first: {audit}");
}

/// Proves: A43
#[tokio::test(flavor = "multi_thread")]
async fn who_acted_and_was_switched_off_meanwhile_is_overtaken() {
    let world = World::start().await;
    let (owner, _, ada) = two(&world).await;
    let ada = id_of(&ada).await;
    let form = json!({ "title": "Fire drill", "audience": "internal", "languages": ["en"] });
    let course = owner.post("/api/admin/courses", form).await.expect(201).str("/id");
    let lessons = json!([{ "title": "Doors", "minutes": 5, "markdown": "Out" }]);
    let form = json!({ "outline": [{ "title": "Start", "lessons": lessons }], "self_enrollment": "open" });
    owner.patch(&format!("/api/admin/courses/{course}"), form).await.expect(200);
    owner.post(&format!("/api/admin/courses/{course}/publish"), json!({})).await.expect(200);
    let app = &world.platform.app;
    let email = |text| EmailAddress::new(text).unwrap();
    let found = async |text| app.store.account_by_email(Realm::Main, &email(text)).await.unwrap().unwrap();
    let (lea, behind) = (found("lea@example.org").await, found("ada@example.org").await);
    let standing = Standing::of(&lea, Vec::new(), app.clock.now());
    let behind = Some(Behind { account: behind.id, version: behind.version });
    let principal = Principal::Account(Standing { behind, ..standing });
    let late = app.authorize_as::<act::EnrollSelf>(&principal, course.parse().unwrap()).await.unwrap();
    owner.post(&format!("/api/admin/accounts/{ada}/deactivate"), json!({})).await.expect(200);
    let late = app.store.enroll_self(late, EnrollmentState::Enrolled, None).await;
    assert!(matches!(late, Err(StoreError::Conflict(_))), "{late:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn who_is_switched_off_meanwhile_is_nobody_to_be() {
    let world = World::start().await;
    let (owner, lea, ada) = two(&world).await;
    act_as(&ada, &lea).await.expect(200);
    owner.post(&format!("/api/admin/accounts/{lea}/deactivate"), json!({})).await.expect(200);
    ada.get("/api/login/me").await.expect(401);
    refresh(&ada).await;
    act_as(&ada, &lea).await.expect(409);
    owner.post(&format!("/api/admin/accounts/{lea}/reactivate"), json!({})).await.expect(200);
    act_as(&ada, &lea).await.expect(200);
}

/// How many logins the table keeps that were opened for somebody else.
async fn kept(world: &World) -> usize {
    let whole = json!({ "TableName": world.platform.app.settings.table });
    let all = crate::cloud::shape::ask_table(world, "Scan", &whole).await;
    all["Items"].as_array().unwrap().iter().filter(|item| !item["acting"].is_null() && !item["seed"].is_null()).count()
}

#[tokio::test(flavor = "multi_thread")]
async fn logging_in_as_somebody_again_takes_the_place_of_the_last_time() {
    let world = World::start().await;
    let (owner, lea, ada) = two(&world).await;
    for _ in 0..3 {
        act_as(&ada, &lea).await.expect(200);
        ada.get("/api/me/menu").await.expect(200);
        refresh(&ada).await;
    }
    act_as(&owner, &lea).await.expect(200);
    assert_eq!(kept(&world).await, 2, "one of each administrator");
    refresh(&owner).await;
    world.forward(SignedDuration::from_mins(11));
    refresh(&owner).await;
    owner.post("/api/login/confirm", json!({ "password": PASSWORD })).await.expect(204);
    act_as(&owner, &lea).await.expect(200);
    assert_eq!(kept(&world).await, 1, "what has run out goes, too");
}

#[tokio::test(flavor = "multi_thread")]
async fn who_reaches_somebody_through_a_group_acts_as_them() {
    let world = World::start().await;
    let (owner, lea, _) = two(&world).await;
    let (pol, power) = world.person(&owner, "pol@example.org", kind("learner")).await;
    let group = owner.post("/api/admin/places/group", json!({ "name": "Readers" })).await.expect(201).str("/id");
    let members = format!("/api/admin/places/group/{group}/members");
    owner.post(&members, json!({ "account": lea })).await.expect(201);
    let on = [format!("group:{group}")];
    let form = json!({ "kind": "power_profile", "name": "Helpers", "actions": ["user.impersonate"], "on": on });
    let set = owner.post("/api/admin/permission-sets/main", form).await.expect(201).str("/set/id");
    let role = json!({ "role": format!("power_profile:{set}") });
    owner.post(&format!("/api/admin/accounts/{pol}/roles"), role).await.expect(201);
    act_as(&power, &lea).await.expect(200);
    assert_eq!(id_of(&power).await, lea);
    // Once they are parted, so is this.
    owner.delete(&format!("{members}/{lea}")).await.expect(204);
    power.get("/api/login/me").await.expect(401);
}

#[tokio::test(flavor = "multi_thread")]
async fn acting_pushes_none_of_the_owners_browsers_out() {
    let world = World::start().await;
    let (_, lea, ada) = two(&world).await;
    let own = world.sign_in("lea@example.org", PASSWORD, "main").await;
    for _ in 0..store::LOGINS_MAX {
        act_as(&ada, &lea).await.expect(200);
        refresh(&ada).await;
    }
    world.sign_in("lea@example.org", PASSWORD, "main").await;
    own.get("/api/login/me").await.expect(200);
}
