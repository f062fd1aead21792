//! Guessing codes with a password that is right: slow guessing is told and comes to an end, and shuts out nobody else.

use jiff::SignedDuration;
use portico_tests::{Browser, PASSWORD, World};
use serde_json::json;

use super::second_factor::{OWNER, PROVE, half_way, prove, set_up, shows};

/// Proves: A34
#[tokio::test(flavor = "multi_thread")]
async fn slow_guesses_are_told_and_switch_the_codes_off_but_nothing_else() {
    let world = World::start().await;
    let owner = world.founder().await;
    let (app, codes) = set_up(&world, &owner).await;
    let warnings = async || {
        let told = world.mails_to(OWNER).await;
        told.into_iter().filter(|mail| mail.subject.contains("knows your password")).collect::<Vec<_>>()
    };
    for guess in 1..=50 {
        let thief = half_way(&world, OWNER).await;
        assert_eq!(prove(&thief, "000000").await, 401);
        if guess % 4 == 0 {
            world.forward(SignedDuration::from_mins(16));
        }
        assert_eq!(warnings().await.len(), [3, 10, 50].iter().filter(|told| **told <= guess).count(), "{guess}");
    }
    world.forward(SignedDuration::from_mins(16));
    let browser = half_way(&world, OWNER).await;
    assert_eq!(prove(&browser, &shows(&app, &world, 0)).await, 401, "codes are taken no more");
    assert!(warnings().await.last().unwrap().text.contains("taken no more"));
    assert_eq!(prove(&browser, &codes[0]).await, 200);
    // A right one begins the count anew, and the app is still there.
    let browser = half_way(&world, OWNER).await;
    assert_eq!(prove(&browser, &shows(&app, &world, 0)).await, 200);
}

/// Proves: A18, A34
#[tokio::test(flavor = "multi_thread")]
async fn guesses_elsewhere_do_not_make_the_owners_browser_wait() {
    let world = World::start().await;
    let owner = world.founder().await;
    let (app, _) = set_up(&world, &owner).await;
    // The owner is told of no new browser within the hour after the password was chosen: they are strangers all the same.
    let thief = half_way(&world, OWNER).await;
    for _ in 0..5 {
        assert_eq!(prove(&thief, "000000").await, 401);
    }
    assert_eq!(prove(&thief, "000000").await, 429);
    let known = world.browser();
    let device = web::RealmName::Main.device_cookie();
    known.set_cookie(&device, &owner.cookie(&device).unwrap());
    world.try_sign_in(&known, OWNER, PASSWORD, "main").await.expect(202);
    let code = shows(&app, &world, 0);
    let (first, last) = code.split_at(3);
    assert_eq!(prove(&known, &format!(" {first} {last} ")).await, 200, "as apps show it: {PROVE}");
}

/// Proves: A18, A34
#[tokio::test(flavor = "multi_thread")]
async fn a_browser_that_was_here_before_the_factor_is_a_strangers() {
    let world = World::start().await;
    let owner = world.founder().await;
    let thief = world.sign_in(OWNER, PASSWORD, "main").await;
    let (app, _) = set_up(&world, &owner).await;
    world.try_sign_in(&thief, OWNER, PASSWORD, "main").await.expect(202);
    for _ in 0..5 {
        assert_eq!(prove(&thief, "000000").await, 401);
    }
    assert_eq!(prove(&half_way(&world, OWNER).await, "000000").await, 429, "it is counted among the new ones");
    world.try_sign_in(&owner, OWNER, PASSWORD, "main").await.expect(202);
    assert_eq!(prove(&owner, &shows(&app, &world, 0)).await, 200);
}

/// Proves: A18, A34
#[tokio::test(flavor = "multi_thread")]
async fn browsers_that_were_here_before_do_not_make_each_other_wait() {
    let world = World::start().await;
    let owner = world.founder().await;
    let (app, codes) = set_up(&world, &owner).await;
    let stolen = half_way(&world, OWNER).await;
    assert_eq!(prove(&stolen, &codes[0]).await, 200);
    for browser in [&stolen, &owner] {
        world.try_sign_in(browser, OWNER, PASSWORD, "main").await.expect(202);
    }
    for _ in 0..5 {
        assert_eq!(prove(&stolen, "000000").await, 401);
    }
    assert_eq!(prove(&stolen, "000000").await, 429);
    assert_eq!(prove(&owner, &shows(&app, &world, 0)).await, 200);
}

/// Chooses another password with a link from the mailbox.
async fn choose_password(world: &World, password: &str) {
    let reset = json!({ "email": "lea@example.org", "realm": "main" });
    world.browser().post("/api/login/reset", reset).await;
    let link = world.link_mailed_to("lea@example.org").await.unwrap();
    let form = json!({ "token": link.split_once("token=").unwrap().1, "password": password });
    world.browser().post("/api/signup/password", form).await.expect(200);
}

/// A browser that has typed this password and nothing more.
async fn half_way_with(world: &World, password: &str) -> Browser {
    let browser = world.browser();
    world.try_sign_in(&browser, "lea@example.org", password, "main").await.expect(202);
    browser
}

/// Proves: A34
#[tokio::test(flavor = "multi_thread")]
async fn another_password_by_mail_gives_no_fresh_guesses_for_ever() {
    let world = World::start().await;
    let owner = world.founder().await;
    let (_, lea) = world.person(&owner, "lea@example.org", json!({ "tier": "learner", "type": "internal" })).await;
    let (app, codes) = set_up(&world, &lea).await;
    let passwords = ["quiet rivers at dawn", "loud hills at noon", "still lakes at dusk"];
    for password in &passwords[..2] {
        choose_password(&world, password).await;
        for _ in 0..10 {
            let thief = half_way_with(&world, password).await;
            for _ in 0..5 {
                assert_eq!(prove(&thief, "000000").await, 401);
            }
            world.forward(SignedDuration::from_mins(16));
        }
    }
    let told = world.mails_to("lea@example.org").await;
    assert!(told.iter().any(|mail| mail.text.contains("another password does not change that")), "{told:?}");
    choose_password(&world, passwords[2]).await;
    let browser = half_way_with(&world, passwords[2]).await;
    assert_eq!(prove(&browser, &shows(&app, &world, 0)).await, 401, "a hundred are enough");
    assert_eq!(prove(&browser, &codes[0]).await, 200);
    let browser = half_way_with(&world, passwords[2]).await;
    assert_eq!(prove(&browser, &shows(&app, &world, 0)).await, 200, "a proof begins both counts anew");
}
