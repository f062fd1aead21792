//! What staff was permitted on an account is written on that account as it was judged: whoever has risen meanwhile is judged
//! anew.

use authorization::{Behind, Principal, Source, Standing, act};
use domain::{EnrollmentState, PermissionSetId};
use serde_json::json;
use store::StoreError;

use super::scene::Scene;

fn is_overtaken<T: std::fmt::Debug>(late: Result<T, StoreError>) {
    assert!(matches!(late, Err(StoreError::Conflict(_))), "{late:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_has_risen_meanwhile_is_not_acted_on() {
    let scene = Scene::new().await;
    let app = &scene.world.platform.app;
    let lea = scene.account("learner", "internal", None, "Lea").await;
    let id = lea.parse().unwrap();
    let by = Principal::Operator;
    let end = app.authorize_as::<act::EndLogins>(&by, id).await.unwrap();
    let reset = app.authorize_as::<act::ResetSecondFactors>(&by, id).await.unwrap();
    let invite = app.authorize_as::<act::InviteAccount>(&by, id).await.unwrap();
    scene.give(&lea, "monitor", "platform").await.expect(201);
    let mails = scene.world.mails_to("lea@example.org").await.len();
    is_overtaken(app.store.end_logins_of(end).await);
    is_overtaken(app.store.reset_second_factors(reset).await);
    is_overtaken(app.store.invite_account(invite).await);
    assert_eq!(scene.world.mails_to("lea@example.org").await.len(), mails, "nobody is told of what was not done");
    // As the account is now, it is.
    let invite = app.authorize_as::<act::InviteAccount>(&by, id).await.unwrap();
    app.store.invite_account(invite).await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_acts_by_a_profile_that_was_narrowed_meanwhile_is_overtaken() {
    let scene = Scene::new().await;
    let app = &scene.world.platform.app;
    let (lea, pia) = (
        scene.person("learner", "internal", None, "Lea").await,
        scene.person("learner", "internal", None, "Pia").await,
    );
    let course = scene.course("internal", None, "Knots").await;
    let path = format!("/api/admin/courses/{course}");
    scene.patch(&scene.owner, &path, json!({ "self_enrollment": "open" })).await.expect(200);
    scene.post(&scene.owner, &format!("{path}/publish"), json!({})).await.expect(200);
    let actions = ["user.impersonate", "user.details.view"];
    let form = json!({ "kind": "power_profile", "name": "Help desk", "actions": actions, "on": ["platform"] });
    let sets = "/api/admin/permission-sets/main";
    let made = scene.post(&scene.owner, sets, form).await.expect(201).json();
    let set = made["set"]["id"].as_str().unwrap();
    scene.give(pia.id, &format!("power_profile:{set}"), "platform").await.expect(201);

    let account = async |id| {
        let target = app.authorize_as::<act::ViewAccount>(&Principal::Operator, id).await.unwrap().into_target();
        target.account
    };
    let (learner, helper) = (account(lea.id).await, account(pia.id).await);
    let source = Some(Source { set: set.parse::<PermissionSetId>().unwrap(), version: 1 });
    let behind = Some(Behind { account: helper.id, version: helper.version, source });
    let standing = Standing { behind, ..Standing::of(&learner, Vec::new(), app.clock.now()) };
    let late = app.authorize_as::<act::EnrollSelf>(&Principal::Account(standing), course.parse().unwrap()).await;
    let change = json!({ "version": 1, "name": "Help desk", "actions": ["user.details.view"], "on": ["platform"] });
    scene.put(&scene.owner, &format!("{sets}/{set}"), change).await.expect(200);
    is_overtaken(app.store.enroll_self(late.unwrap(), EnrollmentState::Enrolled, None).await);
}
