//! Refresh values are used once; a copy ends the login for both holders.

use jiff::SignedDuration;
use portico_tests::{Browser, Reply};
use serde_json::json;
use web::REFRESH_COOKIE;

use super::scene::{Scene, all_at_once};

const DAY: SignedDuration = SignedDuration::from_hours(24);

async fn refresh(browser: &Browser) -> Reply {
    browser.post("/api/login/refresh", json!({})).await
}

/// Proves: A45
#[tokio::test(flavor = "multi_thread")]
async fn a_value_comes_back_within_ten_seconds_but_not_later() {
    let scene = Scene::new().await;
    scene.learner("grace@example.org").await;
    let owner = scene.signed_in("grace@example.org").await;
    let (second_tab, thief) = (scene.copy_of(&owner), scene.copy_of(&owner));
    refresh(&owner).await.expect(200);
    assert_ne!(owner.cookie(REFRESH_COOKIE), thief.cookie(REFRESH_COOKIE));
    scene.wait(SignedDuration::from_secs(7));
    refresh(&second_tab).await.expect(200);
    assert_eq!(second_tab.cookie(REFRESH_COOKIE), owner.cookie(REFRESH_COOKIE), "the same successor");
    scene.wait(SignedDuration::from_secs(4));
    refresh(&thief).await.expect(401);
    assert_eq!(thief.cookie(REFRESH_COOKIE), None, "both cookies are taken away");
    second_tab.get("/api/login/me").await.expect(401);
    refresh(&owner).await.expect(401);
}

/// Proves: A45
#[tokio::test(flavor = "multi_thread")]
async fn two_generations_back_is_a_copy_at_once() {
    let scene = Scene::new().await;
    scene.learner("grace@example.org").await;
    let owner = scene.signed_in("grace@example.org").await;
    let thief = scene.copy_of(&owner);
    for _ in 0..2 {
        refresh(&owner).await.expect(200);
    }
    refresh(&thief).await.expect(401);
    owner.get("/api/login/me").await.expect(401);
}

/// Proves: A45
#[tokio::test(flavor = "multi_thread")]
async fn refreshes_in_parallel_end_up_with_one_successor() {
    let scene = Scene::new().await;
    scene.learner("grace@example.org").await;
    let browser = scene.signed_in("grace@example.org").await;
    let tabs = (0..10).map(|_| {
        let tab = scene.copy_of(&browser);
        async move {
            refresh(&tab).await.expect(200);
            tab.cookie(REFRESH_COOKIE).unwrap()
        }
    });
    let mut values = all_at_once(tabs).await;
    values.dedup();
    assert_eq!(values.len(), 1);
    browser.set_cookie(REFRESH_COOKIE, &values[0]);
    refresh(&browser).await.expect(200);
    let devices = browser.get("/api/login/devices").await.expect(200).json();
    assert_eq!(devices["devices"].as_array().unwrap().len(), 1);
}

/// Proves: A44
#[tokio::test(flavor = "multi_thread")]
async fn made_up_values_end_nothing() {
    let scene = Scene::new().await;
    scene.learner("grace@example.org").await;
    let owner = scene.signed_in("grace@example.org").await;
    let value = owner.cookie(REFRESH_COOKIE).unwrap();
    let mut parts: Vec<&str> = value.split('.').collect();
    parts[2] = "7";
    for made_up in ["", "x", &parts.join("."), &value[..value.len() - 2]] {
        let stranger = scene.browser();
        stranger.set_cookie(REFRESH_COOKIE, made_up);
        refresh(&stranger).await.expect(401);
    }
    refresh(&scene.browser()).await.expect(401);
    refresh(&owner).await.expect(200);
}

/// Proves: A44, A50
#[tokio::test(flavor = "multi_thread")]
async fn a_login_ends_a_month_after_it_began_and_two_weeks_after_it_was_used() {
    let scene = Scene::new().await;
    scene.learner("grace@example.org").await;
    let (idle, busy) = (scene.signed_in("grace@example.org").await, scene.signed_in("grace@example.org").await);
    for day in 1..=29 {
        scene.wait(DAY);
        refresh(&busy).await.expect(200);
        if day == 15 {
            refresh(&idle).await.expect(401);
        }
    }
    scene.wait(DAY);
    refresh(&busy).await.expect(401);
}

/// Proves: A43
#[tokio::test(flavor = "multi_thread")]
async fn an_account_that_is_switched_off_or_expired_refreshes_nothing() {
    let scene = Scene::new().await;
    for email in ["off@example.org", "late@example.org"] {
        let account = scene.learner(email).await;
        let browser = scene.signed_in(email).await;
        if email.starts_with("off") {
            scene.deactivate(&account).await;
        } else {
            scene.expire(&account).await;
        }
        refresh(&browser).await.expect(401);
        assert_eq!(browser.cookie(REFRESH_COOKIE), None);
    }
}
