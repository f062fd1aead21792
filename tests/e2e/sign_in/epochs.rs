//! Ending logins ends all of them: those included that are being begun with what was true a moment ago, and the links
//! that are still out.

use authorization::act;
use domain::{EmailAddress, Realm};
use jiff::SignedDuration;
use portico_tests::PASSWORD;
use serde_json::json;
use store::{Login, SignInFacts, StoreError};

use super::scene::{OTHER_PASSWORD, Scene, begun_with, credentials};

const GRACE: &str = "grace@example.org";

/// What was known when the password was proved.
async fn proved(scene: &Scene) -> SignInFacts {
    let email = EmailAddress::new(GRACE).unwrap();
    scene.app().store.sign_in_facts(Realm::Main, &email, None).await.unwrap()
}

async fn begin(scene: &Scene, proved: &SignInFacts) -> Result<Login, StoreError> {
    let begun = begun_with(proved);
    scene.app().store.begin_login(proved.account.as_ref().unwrap(), begun, SignedDuration::from_hours(1)).await
}

/// Proves: A08, A26, A43, A49
#[tokio::test(flavor = "multi_thread")]
async fn a_login_that_was_being_begun_does_not_survive_the_end_of_all() {
    for how in ["end-all", "change", "reset", "deactivate", "staff"] {
        let scene = Scene::new().await;
        let account = scene.learner(GRACE).await;
        let here = scene.signed_in(GRACE).await;
        let before = proved(&scene).await;
        let change = json!({"current": PASSWORD, "new": OTHER_PASSWORD, "end_other_logins": true});
        match how {
            "end-all" => drop(here.post("/api/login/devices/end-all", json!({})).await.expect(204)),
            "change" => drop(here.post("/api/login/password", change).await.expect(200)),
            "deactivate" => scene.deactivate(&account).await,
            "staff" => scene.end_logins(&account).await,
            _ => {
                let ask = json!({"email": GRACE, "realm": "main"});
                scene.browser().post("/api/login/reset", ask).await.expect(202);
                let form = json!({"token": scene.mailed_token(GRACE).await, "password": OTHER_PASSWORD});
                scene.browser().post("/api/signup/password", form).await.expect(200);
            }
        }
        assert!(matches!(begin(&scene, &before).await, Err(StoreError::Conflict(_))), "{how}");
        drop(begin(&scene, &proved(&scene).await).await.unwrap());
        let status = if how == "change" { 200 } else { 401 };
        here.get("/api/login/me").await.expect(status);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_changes_beside_a_sign_in_does_not_refuse_it() {
    let scene = Scene::new().await;
    let account = scene.learner(GRACE).await;
    let before = proved(&scene).await;
    scene.rename(&account, "Grace Hopper").await;
    drop(begin(&scene, &before).await.unwrap());
}

/// Proves: A08, A43
#[tokio::test(flavor = "multi_thread")]
async fn what_a_password_proved_a_moment_before_it_was_changed_comes_too_late() {
    let scene = Scene::new().await;
    scene.learner(GRACE).await;
    let here = scene.signed_in(GRACE).await;
    let before = proved(&scene).await;
    let login = begin(&scene, &before).await.unwrap();
    // The other browsers stay signed in, so that no end of logins refuses what follows.
    here.post("/api/login/password", json!({"current": PASSWORD, "new": OTHER_PASSWORD})).await.expect(200);
    let late = begin(&scene, &before).await;
    assert!(matches!(late, Err(StoreError::Conflict(_))), "{late:?}");
    let (store, former) = (&scene.app().store, before.credential.unwrap());
    let late = store.confirm_login(&login, &former).await;
    assert!(matches!(late, Err(StoreError::Conflict(_))), "{late:?}");
    let factors = store.second_factors_to_prove(&login).await.unwrap();
    let late = store.confirm_with_factor(&login, &former, factors, None).await;
    assert!(matches!(late, Err(StoreError::Missing(_))), "{late:?}");
    drop(begin(&scene, &proved(&scene).await).await.unwrap());
}

/// Proves: A23
#[tokio::test(flavor = "multi_thread")]
async fn a_link_that_is_still_out_opens_nothing_after_the_password_was_changed() {
    let scene = Scene::new().await;
    scene.learner(GRACE).await;
    let browser = scene.signed_in(GRACE).await;
    scene.browser().post("/api/login/reset", json!({"email": GRACE, "realm": "main"})).await.expect(202);
    let token = scene.mailed_token(GRACE).await;
    scene.browser().get(&format!("/api/signup/password?token={token}")).await.expect(200);
    browser.post("/api/login/password", json!({"current": PASSWORD, "new": OTHER_PASSWORD})).await.expect(200);
    let form = json!({"token": token, "password": "somebody else's phrase"});
    scene.browser().post("/api/signup/password", form).await.expect(410);
    scene.browser().post("/api/login", credentials(GRACE, OTHER_PASSWORD)).await.expect(200);
}

/// Proves: A08
#[tokio::test(flavor = "multi_thread")]
async fn the_notice_of_a_change_says_what_became_of_other_browsers() {
    let scene = Scene::new().await;
    scene.learner(GRACE).await;
    let browser = scene.signed_in(GRACE).await;
    browser.post("/api/login/password", json!({"current": PASSWORD, "new": OTHER_PASSWORD})).await.expect(200);
    let kept = scene.world.mails_to(GRACE).await.pop().unwrap();
    assert!(kept.subject.contains("was changed") && !kept.text.contains("signed out"), "{}", kept.text);
    let change = json!({"current": OTHER_PASSWORD, "new": PASSWORD, "end_other_logins": true});
    browser.post("/api/login/password", change).await.expect(200);
    let ended = scene.world.mails_to(GRACE).await.pop().unwrap();
    assert!(ended.text.contains("every other device was signed out"), "{}", ended.text);
}

/// Proves: A24, A32
#[tokio::test(flavor = "multi_thread")]
async fn inviting_somebody_with_a_password_mails_a_way_to_another_one() {
    let scene = Scene::new().await;
    let account = scene.learner(GRACE).await;
    let grant = scene.as_admin::<act::InviteAccount>(account.id).await;
    scene.app().store.invite_account(grant).await.unwrap();
    let mail = scene.world.mails_to(GRACE).await.pop().unwrap();
    assert!(mail.subject.contains("new password") && mail.text.contains("within 10 minutes"), "{}", mail.text);
    let token = scene.mailed_token(GRACE).await;
    let page = format!("/api/signup/password?token={token}");
    assert!(scene.browser().get(&page).await.expect(200).text().contains("Choose a new password"));
    scene.wait(SignedDuration::from_mins(11));
    scene.browser().get(&page).await.expect(410);
}
