//! Enrollments in paths and programs: one for each account, each with one status.

use serde_json::{Value, json};

use super::scene::{Person, Scene, internal, of_partner};
use super::shared::Shared;

static STAGE: Shared<Scene> = Shared::new();

/// A path or program, made by somebody else than the owner, whom other tests ask at the same time; its enrollments.
async fn made(scene: &Scene, kind: &str) -> (String, String) {
    let ada = scene.person(internal("administrator")).await;
    let form = json!({ "name": scene.word() });
    let id = ada.browser.post(&format!("/api/admin/places/{kind}"), form).await.expect(201).str("/id");
    let all = format!("/api/admin/places/{kind}/{id}/enrollments");
    (id, all)
}

/// Where somebody stands, as staff sees it and as they see it themselves.
async fn states(scene: &Scene, all: &str, person: &Person) -> (Vec<Value>, Vec<Value>) {
    let listed = scene.owner.get(all).await.expect(200).json();
    let own = person.browser.get("/api/my/paths").await.expect(200).json();
    let of = |list: &Value| list.as_array().unwrap().iter().map(|one| one["state"].clone()).collect();
    (of(&listed["items"]), of(&own["paths"]))
}

#[test]
fn s001_236_an_enrollment_in_a_path_has_one_status() {
    STAGE.play(async |scene| {
        for kind in ["path", "program"] {
            let ((id, all), lea) = (made(scene, kind).await, scene.person(internal("learner")).await);
            let place = format!("/api/admin/places/{kind}/{id}");
            lea.browser.get(&place).await.expect(403);
            let form = json!({ "account": lea.id });
            let enrolled = scene.owner.post(&all, form.clone()).await.expect(201).json();
            assert_eq!((&enrolled["account"], &enrolled["state"]), (&json!(lea.id), &json!("enrolled")));
            scene.owner.post(&all, form).await.expect(409);
            lea.browser.get(&place).await.expect(200);
            for (verb, state, open) in [
                ("complete", "completed", 200),
                ("reopen", "in_progress", 200),
                ("suspend", "suspended", 403),
                ("reinstate", "in_progress", 200),
                ("suspend", "suspended", 403),
                ("queue", "waiting", 403),
                ("promote", "enrolled", 200),
            ] {
                let one = format!("{all}/{}/{verb}", lea.id);
                assert_eq!(scene.owner.post(&one, json!({})).await.expect(200).str("/state"), state, "{verb}");
                let stands = vec![json!(state)];
                assert_eq!(states(scene, &all, &lea).await, (stands.clone(), stands), "one, and the same to both");
                lea.browser.get(&place).await.expect(open);
            }
            scene.owner.post(&format!("{all}/{}/promote", lea.id), json!({})).await.expect(409);
            scene.owner.post(&format!("{all}/{}/shine", lea.id), json!({})).await.expect(404);
            scene.owner.delete(&format!("{all}/{}", lea.id)).await.expect(204);
            scene.owner.delete(&format!("{all}/{}", lea.id)).await.expect(404);
            lea.browser.get(&place).await.expect(403);
            assert_eq!(states(scene, &all, &lea).await, (Vec::new(), Vec::new()));
        }
    });
}

#[test]
fn whoever_becomes_a_member_is_enrolled_and_whoever_goes_leaves_no_enrollment() {
    STAGE.play(async |scene| {
        let ((id, all), lea) = (made(scene, "path").await, scene.person(internal("learner")).await);
        let members = format!("/api/admin/places/path/{id}/members");
        scene.owner.post(&members, json!({ "account": lea.id })).await.expect(201);
        let enrolled = vec![json!("enrolled")];
        assert_eq!(states(scene, &all, &lea).await, (enrolled.clone(), enrolled));
        scene.owner.delete(&format!("{members}/{}", lea.id)).await.expect(204);
        assert_eq!(states(scene, &all, &lea).await, (Vec::new(), Vec::new()));
        scene.owner.post(&all, json!({ "account": lea.id })).await.expect(201);
        scene.owner.delete(&format!("/api/admin/accounts/{}", lea.id)).await.expect(204);
        assert_eq!(scene.owner.get(&all).await.expect(200).json()["items"], json!([]));
        let max = scene.person(internal("learner")).await;
        scene.owner.post(&all, json!({ "account": max.id })).await.expect(201);
        scene.owner.delete(&format!("/api/admin/places/path/{id}")).await.expect(204);
        assert_eq!(max.browser.get("/api/my/paths").await.expect(200).json()["paths"], json!([]));
    });
}

#[test]
fn learners_enroll_in_paths_of_their_own_platform_and_those_who_run_one_decide() {
    STAGE.play(async |scene| {
        let ((id, all), lea) = (made(scene, "path").await, scene.person(internal("learner")).await);
        let enroll = format!("/api/my/paths/{id}/enroll");
        let own = lea.browser.post(&enroll, json!({})).await.expect(201).json();
        assert_eq!((&own["id"], &own["state"]), (&json!(id), &json!("enrolled")));
        lea.browser.post(&enroll, json!({})).await.expect(409);
        scene.world.browser().post(&enroll, json!({})).await.expect(401);
        let partner = scene.partner().await;
        let pia = scene.person(of_partner("learner", &partner)).await;
        pia.browser.post(&enroll, json!({})).await.expect(404);
        scene.owner.post(&all, json!({ "account": pia.id })).await.expect(404);
        let (program, _) = made(scene, "program").await;
        lea.browser.post(&format!("/api/my/paths/{program}/enroll"), json!({})).await.expect(404);
        // A learner decides for nobody else; whoever administers the path does.
        let max = scene.person(internal("learner")).await;
        lea.browser.post(&all, json!({ "account": max.id })).await.expect(403);
        lea.browser.get(&all).await.expect(403);
        lea.browser.post(&format!("{all}/{}/complete", lea.id), json!({})).await.expect(403);
        lea.browser.delete(&format!("{all}/{}", lea.id)).await.expect(403);
        let ina = scene.person(internal("learner")).await;
        for (role, object) in [("instructor", "platform".to_owned()), ("path_administrator", format!("path:{id}"))] {
            let form = json!({ "role": role, "object": object });
            scene.owner.post(&format!("/api/admin/accounts/{}/roles", ina.id), form).await.expect(201);
        }
        ina.browser.post(&all, json!({ "account": max.id })).await.expect(201);
        ina.browser.post(&format!("{all}/{}/suspend", lea.id), json!({})).await.expect(200);
        lea.browser.post(&enroll, json!({})).await.expect(409);
        ina.browser.delete(&format!("{all}/{}", max.id)).await.expect(204);
    });
}
