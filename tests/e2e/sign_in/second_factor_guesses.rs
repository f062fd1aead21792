//! Guessing codes with a password that is right: slow guessing is told and comes to an end, and shuts out nobody else.

use jiff::SignedDuration;
use portico_tests::{PASSWORD, World};

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
    known.set_cookie(web::DEVICE_COOKIE, &owner.cookie(web::DEVICE_COOKIE).unwrap());
    world.try_sign_in(&known, OWNER, PASSWORD, "main").await.expect(202);
    let code = shows(&app, &world, 0);
    let (first, last) = code.split_at(3);
    assert_eq!(prove(&known, &format!(" {first} {last} ")).await, 200, "as apps show it: {PROVE}");
}
