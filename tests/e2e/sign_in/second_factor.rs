//! The second factor: codes of an app and recovery codes, and who needs one.

use http::Method;
use jiff::SignedDuration;
use portico_tests::{Authenticator, Browser, PASSWORD, World};
use serde_json::{Value, json};
use totp_rs::Secret;

pub(super) const FACTORS: &str = "/api/login/second-factors";
pub(super) const PROVE: &str = "/api/login/second-factor";
pub(super) const ACCOUNTS: &str = "/api/admin/accounts";
pub(super) const OWNER: &str = "olga@portico.example";
/// Longer than a code counts, drift included.
const NEXT_CODE: SignedDuration = SignedDuration::from_secs(90);

/// What the app shows so many seconds from now.
pub(super) fn shows(app: &Authenticator, world: &World, later_s: i64) -> String {
    let now = world.platform.app.clock.now();
    app.shows(now.saturating_add(SignedDuration::from_secs(later_s)).unwrap())
}

/// Sets an app up, and gives it with the recovery codes.
pub(super) async fn set_up(world: &World, browser: &Browser) -> (Authenticator, Vec<String>) {
    let offered = browser.post(&format!("{FACTORS}/app"), json!({})).await.expect(200);
    let app = Authenticator::with(&offered.str("/secret"));
    let code = json!({ "code": shows(&app, world, 0) });
    let added = browser.post(&format!("{FACTORS}/app/confirm"), code).await.expect(200);
    browser.set_csrf(&added.str("/csrf"));
    let codes = added.json();
    let codes = codes["recovery_codes"].as_array().unwrap().iter().map(|code| code.as_str().unwrap().to_owned());
    let codes = codes.collect();
    world.forward(NEXT_CODE);
    (app, codes)
}

/// A browser that has typed the password and nothing more.
pub(super) async fn half_way(world: &World, email: &str) -> Browser {
    let browser = world.browser();
    let owed = world.try_sign_in(&browser, email, PASSWORD, "main").await.expect(202);
    assert_eq!(owed.str("/page"), PROVE);
    browser
}

pub(super) async fn prove(browser: &Browser, code: &str) -> u16 {
    let proved = browser.post(PROVE, json!({ "code": code })).await;
    if proved.code() == 200 {
        browser.set_csrf(&proved.str("/csrf"));
    }
    proved.code()
}

/// Proves: A34
#[tokio::test(flavor = "multi_thread")]
async fn the_password_alone_opens_nothing_and_each_code_counts_once() {
    let world = World::start().await;
    let owner = world.founder().await;
    assert_eq!(owner.get(FACTORS).await.expect(200).json()["asked_for"], false);
    let (app, _) = set_up(&world, &owner).await;
    let shown = owner.get(FACTORS).await.expect(200);
    assert_eq!(shown.json()["asked_for"], true);
    assert!(!shown.text().contains("sealed") && !shown.text().contains("secret"), "{}", shown.text());
    // The login that set it up has proved it, and goes on.
    owner.get(ACCOUNTS).await.expect(200);

    let browser = half_way(&world, OWNER).await;
    for path in ["/api/login/me", ACCOUNTS, FACTORS, "/api/my/courses", "/api/login/devices"] {
        browser.get(path).await.expect(401);
    }
    browser.post("/api/login/refresh", json!({})).await.expect(401);
    assert!(browser.cookie(web::REFRESH_COOKIE).is_none_or(|value| value.is_empty()));
    let listed = owner.get("/api/login/devices").await.expect(200).json();
    assert_eq!(listed["devices"].as_array().unwrap().len(), 1, "half a login is none: {listed}");

    assert_eq!(prove(&browser, "000000").await, 401);
    assert_eq!(prove(&browser, &shows(&app, &world, -90)).await, 401, "three steps old");
    assert_eq!(prove(&browser, &shows(&app, &world, 90)).await, 401, "three steps ahead");
    let ahead = shows(&app, &world, 30);
    assert_eq!(prove(&browser, &ahead).await, 200, "one step of drift");
    browser.get(ACCOUNTS).await.expect(200);
    assert_eq!(prove(&browser, &shows(&app, &world, 0)).await, 401, "nothing is owed any more");

    let thief = half_way(&world, OWNER).await;
    assert_eq!(prove(&thief, &ahead).await, 401, "used up");
    assert_eq!(prove(&thief, &shows(&app, &world, 0)).await, 401, "older than what was used");
    world.forward(SignedDuration::from_mins(16));
    let again = half_way(&world, OWNER).await;
    assert_eq!(prove(&again, &shows(&app, &world, 0)).await, 200);
}

/// Proves: A34
#[tokio::test(flavor = "multi_thread")]
async fn the_sixth_guess_waits_and_the_owner_is_told() {
    let world = World::start().await;
    let owner = world.founder().await;
    let (app, codes) = set_up(&world, &owner).await;
    let browser = half_way(&world, OWNER).await;
    for _ in 0..5 {
        assert_eq!(prove(&browser, "123456").await, 401);
    }
    let refused = browser.post(PROVE, json!({ "code": shows(&app, &world, 0) })).await.expect(429);
    assert!(!refused.header("retry-after").is_empty());
    // Another browser with the password waits as well, and so do recovery codes.
    let other = half_way(&world, OWNER).await;
    assert_eq!(prove(&other, &codes[0]).await, 429);
    let told = world.mails_to(OWNER).await;
    assert!(told.iter().any(|mail| mail.subject.contains("knows your password")), "{told:?}");
    world.forward(SignedDuration::from_mins(16));
    let again = half_way(&world, OWNER).await;
    assert_eq!(prove(&again, &shows(&app, &world, 0)).await, 200);
}

/// Proves: A35
#[tokio::test(flavor = "multi_thread")]
async fn a_recovery_code_signs_in_once() {
    let world = World::start().await;
    let owner = world.founder().await;
    let (_, codes) = set_up(&world, &owner).await;
    assert_eq!(codes.len(), 10);
    assert_eq!(codes.iter().collect::<std::collections::BTreeSet<_>>().len(), 10);
    let browser = half_way(&world, OWNER).await;
    assert_eq!(prove(&browser, &codes[3].to_lowercase().replace('-', " ")).await, 200, "as people type it");
    assert_eq!(browser.get(FACTORS).await.expect(200).json()["recovery_codes_left"], 9);
    let thief = half_way(&world, OWNER).await;
    assert_eq!(prove(&thief, &codes[3]).await, 401);
    let told = world.mails_to(OWNER).await;
    assert!(told.iter().any(|mail| mail.text.contains("recovery codes. It is used up")), "{told:?}");

    let fresh = browser.post(&format!("{FACTORS}/recovery-codes"), json!({})).await.expect(200).json();
    assert_eq!(prove(&thief, &codes[4]).await, 401, "void");
    assert_eq!(prove(&thief, fresh["recovery_codes"][0].as_str().unwrap()).await, 200);
}

/// Proves: A34, A35
#[tokio::test(flavor = "multi_thread")]
async fn of_many_proofs_by_one_code_at_once_one_succeeds() {
    let world = World::start().await;
    let owner = world.founder().await;
    let (app, codes) = set_up(&world, &owner).await;
    for code in [shows(&app, &world, 0), codes[0].clone()] {
        let browsers = [half_way(&world, OWNER).await, half_way(&world, OWNER).await, half_way(&world, OWNER).await];
        let [first, second, third] = &browsers;
        let (first, second, third) = tokio::join!(prove(first, &code), prove(second, &code), prove(third, &code));
        let mut statuses = [first, second, third];
        statuses.sort_unstable();
        assert_eq!(statuses, [200, 401, 401]);
        world.forward(SignedDuration::from_mins(16));
    }
}

/// Proves: A34, A35
#[tokio::test(flavor = "multi_thread")]
async fn setting_up_asks_for_the_password_and_for_a_code_that_fits() {
    let world = World::start().await;
    let owner = world.founder().await;
    owner.post(&format!("{FACTORS}/app/confirm"), json!({ "code": "123456" })).await.expect(409);
    owner.post(&format!("{FACTORS}/recovery-codes"), json!({})).await.expect(409);
    owner.delete(&format!("{FACTORS}/app")).await.expect(404);
    owner.post(&format!("{FACTORS}/app"), json!({})).await.expect(200);
    let wrong = owner.post(&format!("{FACTORS}/app/confirm"), json!({ "code": "123456" })).await.expect(422);
    assert_eq!(wrong.str("/fields/0/field"), "code");
    // Nothing counts yet: somebody who closes the page is not shut out.
    assert_eq!(owner.get(FACTORS).await.expect(200).json()["asked_for"], false);
    world.sign_in(OWNER, PASSWORD, "main").await;

    let (app, _) = set_up(&world, &owner).await;
    world.forward(SignedDuration::from_mins(11));
    owner.post("/api/login/refresh", json!({})).await.expect(200);
    for (method, path) in [
        (Method::POST, format!("{FACTORS}/app")),
        (Method::POST, format!("{FACTORS}/recovery-codes")),
        (Method::DELETE, format!("{FACTORS}/app")),
    ] {
        let refused = owner.ask(method, &path).json(&json!({})).send().await.expect(403);
        assert_eq!(refused.str("/code"), "confirm_first", "{path}");
    }
    let proof = json!({ "password": PASSWORD, "code": shows(&app, &world, 0) });
    owner.post("/api/login/confirm", proof).await.expect(204);
    owner.delete(&format!("{FACTORS}/app")).await.expect(204);
    let shown = owner.get(FACTORS).await.expect(200).json();
    assert_eq!((&shown["asked_for"], &shown["recovery_codes_left"]), (&json!(false), &json!(0)));
    world.sign_in(OWNER, PASSWORD, "main").await;
    drop(app);
}

/// Proves: A33
#[tokio::test(flavor = "multi_thread")]
async fn administrators_do_nothing_as_such_without_one_where_it_is_asked_for() {
    let world = World::start().await;
    let owner = world.founder().await;
    let partner = owner.post("/api/admin/partners", json!({ "name": "North" })).await.expect(201).str("/id");
    let kind = json!({ "tier": "administrator", "type": "partner", "partner": partner });
    world.person(&owner, "paula@example.org", kind).await;
    world.person(&owner, "lea@example.org", json!({ "tier": "learner", "type": "internal" })).await;
    let world = world.restart_with_second_factor().await;

    let owner = world.sign_in(OWNER, PASSWORD, "main").await;
    let paula = world.sign_in("paula@example.org", PASSWORD, &partner).await;
    let lea = world.sign_in("lea@example.org", PASSWORD, "main").await;
    for administrator in [&owner, &paula] {
        for path in [ACCOUNTS, "/api/admin/courses"] {
            let refused = administrator.get(path).await.expect(403);
            assert_eq!(refused.str("/code"), "second_factor_first", "{path}");
        }
        // What is one's own stays open, or nobody could set one up.
        administrator.get("/api/login/me").await.expect(200);
        administrator.get("/api/my/courses").await.expect(200);
    }
    let form = json!({ "tier": "learner", "type": "internal", "name": "Eve", "email": "eve@example.org" });
    let refused = owner.post(ACCOUNTS, form).await.expect(403);
    assert_eq!(refused.str("/code"), "second_factor_first");
    lea.get("/api/my/courses").await.expect(200);
    set_up(&world, &owner).await;
    owner.get(ACCOUNTS).await.expect(200);
    set_up(&world, &paula).await;
    paula.get(ACCOUNTS).await.expect(200);
    // What was set up counts with every login from then on.
    half_way(&world, OWNER).await.get(ACCOUNTS).await.expect(401);
}

/// Proves: A33, A34
#[tokio::test(flavor = "multi_thread")]
async fn the_pages_work_without_scripts() {
    let world = World::start().await;
    let owner = world.founder().await;
    let (app, _) = set_up(&world, &owner).await;
    let browser = world.browser();
    browser.get(PROVE).await.expect(303);
    let form = [("email", OWNER), ("password", PASSWORD), ("realm", "main"), ("next", "/learn/?a=1&b=2")];
    let page = browser.submit("/api/login", &form).await.expect(303).header("location");
    assert_eq!(page, "/api/login/second-factor?next=%2Flearn%2F%3Fa%3D1%26b%3D2");
    let asked = browser.get(&page).await.expect(200);
    assert!(asked.text().contains("value=\"/learn/?a=1&amp;b=2\""), "{}", asked.text());
    let wrong = [("code", "000000"), ("next", "/learn/?a=1&b=2")];
    let again = browser.submit(PROVE, &wrong).await.expect(303).header("location");
    assert!(browser.get(&again).await.expect(200).text().contains("That code did not work"));
    let code = shows(&app, &world, 0);
    let right = [("code", &*code), ("next", "/learn/?a=1&b=2")];
    let on = browser.submit(PROVE, &right).await.expect(303);
    assert_eq!(on.header("location"), "/learn/?a=1&b=2");
    browser.get("/api/login/me").await.expect(200);
    // Half an hour later the way is the password's again.
    let late = half_way(&world, OWNER).await;
    world.forward(SignedDuration::from_mins(11));
    assert_eq!(prove(&late, &shows(&app, &world, 0)).await, 401);
    late.get(PROVE).await.expect(303);
}

/// Proves: A33, A35
#[tokio::test(flavor = "multi_thread")]
async fn an_administrator_helps_whoever_lost_everything() {
    let world = World::start().await;
    let owner = world.founder().await;
    let learner = json!({ "tier": "learner", "type": "internal" });
    let (lea, browser) = world.person(&owner, "lea@example.org", learner.clone()).await;
    let (_, eve) = world.person(&owner, "eve@example.org", learner).await;
    let (app, codes) = set_up(&world, &browser).await;
    let path = format!("{ACCOUNTS}/{lea}/reset-second-factors");
    eve.post(&path, json!({})).await.expect(403);
    owner.post(&path, json!({})).await.expect(204);
    browser.get("/api/login/me").await.expect(401);
    let back = world.sign_in("lea@example.org", PASSWORD, "main").await;
    assert_eq!(back.get(FACTORS).await.expect(200).json()["recovery_codes_left"], 0);
    back.post(PROVE, json!({ "code": shows(&app, &world, 0) })).await.expect(401);
    back.post(PROVE, json!({ "code": codes[0] })).await.expect(401);
    let told = world.mails_to("lea@example.org").await;
    assert!(told.iter().any(|mail| mail.text.contains("an administrator took your second factors away")), "{told:?}");
    let lines = owner.get("/api/admin/audit").await.expect(200).text().to_owned();
    assert!(lines.contains("user.reset_second_factors"), "{lines}");
}

/// Proves: A34, A35
#[tokio::test(flavor = "multi_thread")]
async fn a_copy_of_the_table_shows_no_secret() {
    let world = World::start().await;
    let owner = world.founder().await;
    let offered = owner.post(&format!("{FACTORS}/app"), json!({})).await.expect(200);
    let secret = offered.str("/secret");
    assert!(offered.str("/address").starts_with("otpauth://totp/Portico:olga%40portico.example?secret="));
    assert!(offered.json()["drawing"]["path"].as_str().unwrap().starts_with('M'));
    let app = Authenticator::with(&secret);
    let code = json!({ "code": shows(&app, &world, 0) });
    let codes: Value = owner.post(&format!("{FACTORS}/app/confirm"), code).await.expect(200).json();
    let raw = Secret::try_from_base32(&secret).unwrap();
    let mut secrets = vec![secret.into_bytes(), raw.as_ref().to_vec()];
    secrets.extend(codes["recovery_codes"].as_array().unwrap().iter().flat_map(|code| {
        let code = code.as_str().unwrap();
        [code.as_bytes().to_vec(), code.replace('-', "").into_bytes()]
    }));
    for entry in std::fs::read_dir(world.folder().join("data")).unwrap() {
        let path = entry.unwrap().path();
        let bytes = if path.is_file() { std::fs::read(&path).unwrap() } else { continue };
        for secret in &secrets {
            assert!(!bytes.windows(secret.len()).any(|part| part == secret), "{}", path.display());
        }
    }
}

/// Proves: A28
#[tokio::test(flavor = "multi_thread")]
async fn another_password_keeps_the_second_factor() {
    let world = World::start().await;
    let owner = world.founder().await;
    let learner = json!({ "tier": "learner", "type": "internal" });
    let (_, browser) = world.person(&owner, "lea@example.org", learner).await;
    let (app, _) = set_up(&world, &browser).await;
    world.browser().post("/api/login/reset", json!({ "email": "lea@example.org", "realm": "main" })).await;
    let link = world.link_mailed_to("lea@example.org").await.unwrap();
    let token = link.split_once("token=").unwrap().1;
    let form = json!({ "token": token, "password": "quiet rivers at dawn" });
    world.browser().post("/api/signup/password", form).await.expect(200);
    let browser = world.browser();
    world.try_sign_in(&browser, "lea@example.org", "quiet rivers at dawn", "main").await.expect(202);
    browser.get("/api/login/me").await.expect(401);
    assert_eq!(prove(&browser, &shows(&app, &world, 0)).await, 200);
}
