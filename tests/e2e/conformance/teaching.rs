//! Being enrolled in a course as a tutor or instructor: the role arises from it, and goes with it.

use serde_json::{Value, json};

use super::scene::{Scene, internal, of_partner};
use super::shared::Shared;

static STAGE: Shared<Scene> = Shared::new();

fn enrollments(course: &str) -> String {
    format!("/api/courses/{course}/enrollments")
}

/// Enrolled in this part, somebody holds the role on the course, and no more once taken out.
async fn the_role_arises(scene: &Scene, part: &str) {
    let (course, person) = (scene.course("internal").await, scene.person(internal("learner")).await);
    // Its one seat stays free for a learner.
    let path = format!("/api/admin/courses/{}", course.id);
    scene.owner.patch(&path, json!({ "seats": 1 })).await.expect(200);
    let all = enrollments(&course.id);
    person.browser.get(&all).await.expect(403);
    let form = json!({ "account": person.id, "as": part });
    let made = scene.owner.post(&all, form.clone()).await.expect(201).json();
    assert_eq!((&made["account"], &made["as"]), (&json!(person.id), &json!(part)));
    scene.owner.post(&all, form).await.expect(409);

    let roles = format!("/api/admin/accounts/{}/roles", person.id);
    let held = scene.owner.get(&roles).await.expect(200).json();
    assert_eq!(held["roles"][0]["role"], format!("course_{part}"));
    assert_eq!(held["roles"][0]["object"], format!("course:{}", course.id));
    let listed = scene.owner.get(&all).await.expect(200).json();
    assert_eq!(listed["teachers"], json!([{ "account": person.id, "name": "Somebody", "as": part }]));
    assert_eq!(listed["enrollments"], json!([]));
    let own = person.browser.get("/api/my/courses").await.expect(200).json();
    assert_eq!((&own["courses"], &own["teaching"][0]["as"]), (&json!([]), &json!(part)));
    assert_eq!(own["teaching"][0]["course"]["id"], course.id);
    person.browser.get(&course.own_lesson()).await.expect(200);
    let learner = scene.person(internal("learner")).await;
    let seat = scene.owner.post(&all, json!({ "account": learner.id })).await.expect(201).json();
    assert_eq!(seat["state"], "enrolled", "no seat was taken");

    let one = format!("{all}/{}", person.id);
    scene.owner.delete(&one).await.expect(404);
    scene.owner.delete(&format!("{one}?as={part}")).await.expect(204);
    scene.owner.delete(&format!("{one}?as={part}")).await.expect(404);
    person.browser.get(&all).await.expect(403);
    person.browser.get(&course.own()).await.expect(200);
    assert_eq!(person.browser.get("/api/my/courses").await.expect(200).json()["teaching"], json!([]));
    assert_eq!(scene.owner.get(&roles).await.expect(200).json()["roles"], json!([]));
}

#[test]
fn s001_60_a_tutor_is_who_is_enrolled_as_one() {
    STAGE.play(async |scene| the_role_arises(scene, "tutor").await);
}

#[test]
fn s001_75_an_instructor_is_who_is_enrolled_as_one() {
    STAGE.play(async |scene| the_role_arises(scene, "instructor").await);
}

#[test]
fn whoever_may_not_give_the_role_enrolls_nobody_to_teach() {
    STAGE.play(async |scene| {
        let (course, person) = (scene.course("internal").await, scene.person(internal("learner")).await);
        let all = enrollments(&course.id);
        let form = json!({ "account": person.id, "as": "instructor" });
        scene.world.browser().post(&all, form.clone()).await.expect(401);
        person.browser.post(&all, form.clone()).await.expect(403);
        let partner = scene.partner().await;
        let paula = scene.person(of_partner("administrator", &partner)).await;
        paula.browser.post(&all, form).await.expect(404);
        // Neither does anybody of another platform teach here, nor a course that is not.
        let pia = scene.person(of_partner("learner", &partner)).await;
        scene.owner.post(&all, json!({ "account": pia.id, "as": "tutor" })).await.expect(404);
        let nowhere = enrollments("00000000000000000000000001");
        scene.owner.post(&nowhere, json!({ "account": person.id, "as": "tutor" })).await.expect(404);
        let wrong = scene.owner.post(&all, json!({ "account": person.id, "as": "teacher" })).await.expect(422);
        assert!(wrong.names_field("as"));
        scene.owner.delete(&format!("{all}/{}?as=teacher", person.id)).await.expect(422);
        let listed: Value = scene.owner.get(&all).await.expect(200).json();
        assert_eq!((&listed["teachers"], &listed["enrollments"]), (&json!([]), &json!([])));
    });
}
