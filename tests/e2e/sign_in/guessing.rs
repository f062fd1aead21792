//! Whoever guesses gets nowhere, and takes nothing from the owner: neither the way in nor the mails.

use jiff::SignedDuration;
use portico_tests::{Browser, PASSWORD};
use serde_json::json;
use web::{REFRESH_COOKIE, RealmName};

use super::scene::{OTHER_PASSWORD, Scene, credentials};

const GRACE: &str = "grace@example.org";

/// What nobody's password is.
const WRONG: &str = "what nobody ever chose";

async fn guess(browser: &Browser) -> u16 {
    browser.post("/api/login", credentials(GRACE, WRONG)).await.code()
}

/// What an hour's window lets through: five times ten guesses, each ten followed by one that is refused, and counted.
const IN_AN_HOUR: u32 = 46;

/// Guesses until it has to wait for longer than a minute; gives how many guesses were evaluated.
async fn guess_for_an_hour(scene: &Scene, browser: &Browser) -> u32 {
    let mut evaluated = 0;
    loop {
        let answer = browser.post("/api/login", credentials(GRACE, WRONG)).await;
        match answer.code() {
            401 => evaluated += 1,
            429 if answer.header("retry-after").parse::<i64>().unwrap() > 60 => return evaluated,
            _ => scene.wait(SignedDuration::from_secs(61)),
        }
    }
}

/// One person, one browser, and an account on each of two platforms.
///
/// Proves: A18
#[tokio::test(flavor = "multi_thread")]
async fn a_browser_is_known_to_an_account_of_each_realm() {
    let scene = Scene::new().await;
    scene.learner(GRACE).await;
    let own = scene.signed_in(GRACE).await;
    let course = scene.world.course_with_lessons(false).await.id.to_string();
    scene.world.learner(&course, GRACE).await;
    scene.wait(SignedDuration::from_hours(2));
    let told = async || {
        let mails = scene.world.mails_to(GRACE).await;
        mails.iter().filter(|mail| mail.subject.contains("New sign-in")).count()
    };
    scene.world.try_sign_in(&own, GRACE, PASSWORD, "public").await.expect(200);
    assert_eq!(told().await, 1, "new to the account of public learners");
    for realm in ["main", "public", "main"] {
        scene.world.try_sign_in(&own, GRACE, PASSWORD, realm).await.expect(200);
    }
    assert_eq!(told().await, 1, "and to neither any more");
}

/// Proves: A18
#[tokio::test(flavor = "multi_thread")]
async fn a_browser_that_proved_the_password_before_is_not_slowed_down_by_others() {
    let scene = Scene::new().await;
    scene.learner(GRACE).await;
    let own = scene.signed_in(GRACE).await;
    own.post("/api/logout", json!({})).await.expect(204);
    assert!(own.cookie(&RealmName::Main.device_cookie()).is_some() && own.cookie(REFRESH_COOKIE).is_none());
    scene.next_hour();
    assert_eq!(guess_for_an_hour(&scene, &scene.browser()).await, IN_AN_HOUR);
    scene.browser().post("/api/login", credentials(GRACE, PASSWORD)).await.expect(429);
    own.post("/api/login", credentials(GRACE, PASSWORD)).await.expect(200);
    // Its own guesses are counted as well, and are no others'.
    scene.next_hour();
    assert_eq!(guess_for_an_hour(&scene, &own).await, IN_AN_HOUR);
    scene.browser().post("/api/login", credentials(GRACE, PASSWORD)).await.expect(200);
    // A browser that knows another account is nobody here.
    scene.learner("eve@example.org").await;
    let eve = scene.signed_in("eve@example.org").await;
    scene.next_hour();
    assert_eq!(guess_for_an_hour(&scene, &scene.browser()).await, IN_AN_HOUR);
    assert_eq!(guess(&eve).await, 429);
}

/// Proves: A18, A20
#[tokio::test(flavor = "multi_thread")]
async fn whoever_learned_the_password_once_is_a_stranger_after_the_end_of_all_logins() {
    for how in ["end-all", "reset"] {
        let scene = Scene::new().await;
        scene.learner(GRACE).await;
        let thief = scene.signed_in(GRACE).await;
        let own = scene.signed_in(GRACE).await;
        let password = match how {
            "end-all" => {
                own.post("/api/login/devices/end-all", json!({})).await.expect(204);
                PASSWORD
            }
            _ => {
                own.post("/api/login/reset", json!({"email": GRACE, "realm": "main"})).await.expect(202);
                let form = json!({"token": scene.mailed_token(GRACE).await, "password": OTHER_PASSWORD});
                own.post("/api/signup/password", form).await.expect(200);
                OTHER_PASSWORD
            }
        };
        scene.wait(SignedDuration::from_hours(2));
        scene.next_hour();
        assert_eq!(guess_for_an_hour(&scene, &scene.browser()).await, IN_AN_HOUR);
        // It has no counter of its own any more.
        assert_eq!(guess(&thief).await, 429, "{how}");
        scene.next_hour();
        let mails = scene.mails(GRACE).await;
        thief.post("/api/login", credentials(GRACE, password)).await.expect(200);
        assert_eq!(scene.mails(GRACE).await, mails + 1, "{how}: the owner is told of it as of any new one");
    }
}

/// Proves: A13, A18
#[tokio::test(flavor = "multi_thread")]
async fn a_link_leads_past_the_guesses_of_strangers() {
    let scene = Scene::new().await;
    scene.learner(GRACE).await;
    scene.wait(SignedDuration::from_hours(2));
    scene.next_hour();
    for _ in 0..60 {
        guess(&scene.browser()).await;
    }
    let own = scene.browser();
    own.post("/api/login", credentials(GRACE, PASSWORD)).await.expect(429);
    own.post("/api/login/reset", json!({"email": GRACE, "realm": "main"})).await.expect(202);
    let form = json!({"token": scene.mailed_token(GRACE).await, "password": OTHER_PASSWORD});
    own.post("/api/signup/password", form).await.expect(200);
    own.get("/api/login/me").await.expect(401);
    let by_mail = own.cookie(&RealmName::Main.device_cookie()).unwrap();
    scene.wait(SignedDuration::from_hours(2));
    for _ in 0..40 {
        guess(&scene.browser()).await;
    }
    // The mailbox is no password: the browser is new to the account until it has proved that.
    let mails = scene.mails(GRACE).await;
    own.post("/api/login", credentials(GRACE, OTHER_PASSWORD)).await.expect(200);
    assert_eq!(scene.mails(GRACE).await, mails + 1);
    assert_ne!(own.cookie(&RealmName::Main.device_cookie()).unwrap(), by_mail);
    own.post("/api/login", credentials(GRACE, OTHER_PASSWORD)).await.expect(200);
    assert_eq!(scene.mails(GRACE).await, mails + 1);
}

/// Proves: A13, A14
#[tokio::test(flavor = "multi_thread")]
async fn a_hundred_failures_in_a_row_switch_the_password_off_and_a_link_switches_it_on() {
    let scene = Scene::new().await;
    scene.learner(GRACE).await;
    scene.learner("nobody-else@example.org").await;
    let live = scene.signed_in(GRACE).await;
    let stranger = scene.browser();
    scene.next_hour();
    let first = guess_for_an_hour(&scene, &stranger).await;
    scene.next_hour();
    // Well under a hundred nothing is lost: an hour later the right password works, and the count begins anew.
    scene.browser().post("/api/login", credentials(GRACE, PASSWORD)).await.expect(200);
    scene.next_hour();
    let mut evaluated = guess_for_an_hour(&scene, &stranger).await;
    scene.next_hour();
    while evaluated < 90 {
        assert_eq!(guess(&stranger).await, 401);
        evaluated += 1;
        scene.wait(SignedDuration::from_secs(10));
    }
    assert_eq!(first, IN_AN_HOUR);
    scene.next_hour();
    scene.browser().post("/api/login", credentials(GRACE, PASSWORD)).await.expect(401);
    let mails: Vec<String> = scene.world.mails_to(GRACE).await.into_iter().map(|mail| mail.text).collect();
    assert!(mails.iter().any(|text| text.contains("switched the password off")), "{mails:?}");
    // Who is signed in stays so, and the owner's own browser still knows the password.
    live.post("/api/login/refresh", json!({})).await.expect(200);
    live.get("/api/login/me").await.expect(200);
    scene.browser().post("/api/login/reset", json!({"email": GRACE, "realm": "main"})).await.expect(202);
    let form = json!({"token": scene.mailed_token(GRACE).await, "password": OTHER_PASSWORD});
    scene.browser().post("/api/signup/password", form).await.expect(200);
    scene.browser().post("/api/login", credentials(GRACE, OTHER_PASSWORD)).await.expect(200);
}

/// Proves: A16
#[tokio::test(flavor = "multi_thread")]
async fn right_passwords_count_against_nobody() {
    let scene = Scene::new().await;
    let people = [GRACE, "ada@example.org", "eve@example.org", "lea@example.org"];
    for person in people {
        scene.learner(person).await;
    }
    scene.next_hour();
    for person in people {
        for _ in 0..18 {
            scene.browser().post("/api/login", credentials(person, PASSWORD)).await.expect(200);
        }
    }
    let browser = scene.signed_in(GRACE).await;
    for (from, to) in [(PASSWORD, OTHER_PASSWORD), (OTHER_PASSWORD, PASSWORD)].repeat(6) {
        browser.post("/api/login/password", json!({"current": from, "new": to})).await.expect(200);
    }
}

/// Proves: A13, A14, A16
#[tokio::test(flavor = "multi_thread")]
async fn a_login_that_guesses_at_the_password_ends_and_its_owner_is_told() {
    let scene = Scene::new().await;
    scene.learner(GRACE).await;
    scene.next_hour();
    let (own, thief) = (scene.signed_in(GRACE).await, scene.signed_in(GRACE).await);
    let mails = scene.mails(GRACE).await;
    let wrong = json!({"password": OTHER_PASSWORD});
    for (path, body) in
        [("confirm", wrong.clone()), ("email", json!({"password": OTHER_PASSWORD, "email": "e@example.org"}))]
    {
        for _ in 0..4 {
            thief.post(&format!("/api/login/{path}"), &body).await.expect(403);
        }
    }
    // A right one begins the count anew.
    own.post("/api/login/confirm", json!({"password": PASSWORD})).await.expect(204);
    thief.post("/api/login/password", json!({"current": OTHER_PASSWORD, "new": "x"})).await.expect(403);
    thief.post("/api/login/confirm", &wrong).await.expect(401);
    thief.get("/api/login/me").await.expect(401);
    thief.post("/api/login/refresh", json!({})).await.expect(401);
    assert_eq!(scene.mails(GRACE).await, mails + 1);
    // The guesses were that login's own: they take nothing from another one.
    for _ in 0..9 {
        own.post("/api/login/confirm", &wrong).await.expect(403);
    }
    own.post("/api/login/password", json!({"current": PASSWORD, "new": OTHER_PASSWORD})).await.expect(200);
    scene.wait(SignedDuration::from_mins(2));
    own.post("/api/login/confirm", &wrong).await.expect(204);
}

/// How many attempts of a kind everybody shares, in this minute.
async fn overall(scene: &Scene, kind: &str) -> u64 {
    let (store, minute) = (&scene.app().store, SignedDuration::from_mins(1));
    let mut attempts = 0;
    for shard in 0..8 {
        attempts += store.count_attempt(kind, &shard.to_string(), minute).await.unwrap().count - 1;
    }
    attempts
}

/// Proves: A16
#[tokio::test(flavor = "multi_thread")]
async fn who_has_an_account_does_not_use_up_with_it_what_everybody_shares() {
    let scene = Scene::new().await;
    scene.learner(GRACE).await;
    scene.learner("ada@example.org").await;
    let own = scene.signed_in(GRACE).await;
    let other = scene.signed_in(GRACE).await;
    scene.next_hour();
    for (kind, browser) in [("sign-in-overall", None), ("sign-in-known", Some(&own))] {
        let mut statuses = Vec::new();
        for _ in 0..24 {
            let fresh = scene.browser();
            let answer = browser.unwrap_or(&fresh).post("/api/login", credentials(GRACE, PASSWORD)).await;
            statuses.push(answer.code());
        }
        assert_eq!(statuses, [[200; 20].as_slice(), &[429; 4]].concat(), "{kind}");
        assert_eq!(overall(&scene, kind).await, 20, "{kind}");
    }
    // Browsers share what their account may begin: each sign-in makes one more of them.
    other.post("/api/login", credentials(GRACE, PASSWORD)).await.expect(429);
    scene.signed_in("ada@example.org").await;
    scene.wait(SignedDuration::from_secs(61));
    scene.signed_in(GRACE).await;
}

/// Proves: A16
#[tokio::test(flavor = "multi_thread")]
async fn who_has_many_accounts_does_not_use_up_what_everybody_shares_either() {
    let scene = Scene::new().await;
    scene.learner(GRACE).await;
    scene.next_hour();
    let (store, minute) = (&scene.app().store, SignedDuration::from_mins(1));
    for _ in 0..300 {
        store.count_attempt("sign-in-begun-network", "127.0.0.0/24", minute).await.unwrap();
    }
    scene.browser().post("/api/login", credentials(GRACE, PASSWORD)).await.expect(429);
    assert_eq!(overall(&scene, "sign-in-overall").await, 0);
    let elsewhere = Browser::from(&scene.world.platform.origin, "127.0.7.1".parse().unwrap());
    elsewhere.post("/api/login", credentials(GRACE, PASSWORD)).await.expect(200);
}

/// Proves: A16
#[tokio::test(flavor = "multi_thread")]
async fn a_flood_of_guesses_does_not_keep_out_browsers_that_were_here_before() {
    let scene = Scene::new().await;
    scene.learner(GRACE).await;
    let own = scene.signed_in(GRACE).await;
    scene.next_hour();
    let (store, minute) = (&scene.app().store, SignedDuration::from_mins(1));
    for shard in 0..8 {
        for _ in 0..150 {
            store.count_attempt("sign-in-overall", &shard.to_string(), minute).await.unwrap();
        }
    }
    scene.browser().post("/api/login", credentials(GRACE, PASSWORD)).await.expect(429);
    own.post("/api/login", credentials(GRACE, PASSWORD)).await.expect(200);
}

/// Proves: A16
#[tokio::test(flavor = "multi_thread")]
async fn attempts_that_an_account_refuses_take_nothing_from_everybody() {
    let scene = Scene::new().await;
    scene.next_hour();
    for _ in 0..30 {
        guess(&scene.browser()).await;
    }
    assert_eq!(overall(&scene, "sign-in-overall").await, 10, "what was refused before was not counted for all");
}

#[tokio::test(flavor = "multi_thread")]
async fn guesses_at_the_sign_in_page_do_not_keep_the_owner_from_changing_the_password() {
    let scene = Scene::new().await;
    scene.learner(GRACE).await;
    scene.next_hour();
    let browser = scene.signed_in(GRACE).await;
    assert_eq!(guess_for_an_hour(&scene, &scene.browser()).await, IN_AN_HOUR);
    browser.post("/api/login/refresh", json!({})).await.expect(200);
    let change = json!({"current": PASSWORD, "new": OTHER_PASSWORD});
    browser.post("/api/login/password", change).await.expect(200);
}

#[tokio::test(flavor = "multi_thread")]
async fn short_names_that_are_no_partners_share_no_counter() {
    let scene = Scene::new().await;
    scene.next_hour();
    for realm in ["no-such-one", "no-such-other"] {
        let mut statuses = Vec::new();
        for _ in 0..11 {
            let body = json!({"email": GRACE, "password": OTHER_PASSWORD, "realm": realm});
            statuses.push(scene.browser().post("/api/login", body).await.code());
        }
        assert_eq!(statuses, [vec![401; 10], vec![429]].concat(), "{realm}");
    }
}

/// Proves: A20
#[tokio::test(flavor = "multi_thread")]
async fn the_owner_is_told_of_new_browsers_and_of_many_failures() {
    let scene = Scene::new().await;
    scene.learner(GRACE).await;
    let own = scene.signed_in(GRACE).await;
    assert_eq!(scene.mails(GRACE).await, 1, "whoever has just chosen a password is expected");
    scene.wait(SignedDuration::from_hours(2));
    own.post("/api/login", credentials(GRACE, PASSWORD)).await.expect(200);
    assert_eq!(scene.mails(GRACE).await, 1, "this browser is known");
    let ask = scene.browser();
    let other = ask.ask(http::Method::POST, "/api/login").header("user-agent", "Netscape/1.0 <b>");
    assert_eq!(other.json(&credentials(GRACE, PASSWORD)).send().await.code(), 200);
    let mails = scene.world.mails_to(GRACE).await;
    assert_eq!(mails.len(), 2);
    assert!(mails[1].text.contains("Netscape/1.0") && mails[1].text.contains("/api/login/forgot?realm=main"));
    scene.next_hour();
    for _ in 0..10 {
        guess(&scene.browser()).await;
    }
    let mails = scene.world.mails_to(GRACE).await;
    assert_eq!(mails.len(), 3);
    assert!(mails[2].subject.contains("tries to sign in") && !mails[2].text.contains("switched the password off"));
}
