//! What making a thing makes of its maker, and roles that are given on courses and programs.

use serde_json::{Value, json};

use super::scene::{Person, Scene, internal};
use super::shared::Shared;

static STAGE: Shared<Scene> = Shared::new();

/// Somebody who was given a role on the whole platform.
async fn of_role(scene: &Scene, role: &str) -> Person {
    let person = scene.person(internal("learner")).await;
    give(scene, &person.id, role, "platform").await.expect(201);
    person
}

async fn give(scene: &Scene, account: &str, role: &str, object: &str) -> portico_tests::Reply {
    let form = json!({ "role": role, "object": object });
    scene.owner.post(&format!("/api/admin/accounts/{account}/roles"), form).await
}

/// Who holds a role on an object.
async fn holders(scene: &Scene, object: &str, role: &str) -> Vec<Value> {
    let path = format!("/api/admin/holders?object={object}&role={role}");
    let found = scene.owner.get(&path).await.expect(200).json();
    found["items"].as_array().unwrap().iter().map(|holder| holder["account"].clone()).collect()
}

/// Whoever makes a place owns it, and nobody else does.
async fn owns_what_they_make(scene: &Scene, kind: &str) {
    let ada = scene.person(internal("administrator")).await;
    let made = ada.browser.post(&format!("/api/admin/places/{kind}"), json!({ "name": scene.word() })).await;
    let id = made.expect(201).str("/id");
    assert_eq!(holders(scene, &format!("{kind}:{id}"), &format!("{kind}_owner")).await, [json!(ada.id)]);
    let learner = scene.person(internal("learner")).await;
    let path = format!("/api/admin/places/{kind}/{id}");
    learner.browser.patch(&path, json!({ "name": "Mine" })).await.expect(403);
    ada.browser.patch(&path, json!({ "name": "Ours" })).await.expect(200);
}

#[test]
fn s004_340_whoever_makes_a_course_owns_it() {
    STAGE.play(async |scene| {
        let ina = of_role(scene, "instructor").await;
        let form = json!({ "audience": "internal", "title": scene.word(), "languages": ["en"] });
        let course = ina.browser.post("/api/admin/courses", form.clone()).await.expect(201).str("/id");
        assert_eq!(holders(scene, &format!("course:{course}"), "course_owner").await, [json!(ina.id)]);
        let path = format!("/api/admin/courses/{course}");
        ina.browser.patch(&path, json!({ "summary": "Changed." })).await.expect(200);
        // A second course while the first role is fresh: courses are made side by side.
        let two = [form.clone(), form].map(|mut form| {
            form["title"] = json!(scene.word());
            form
        });
        for form in two {
            ina.browser.post("/api/admin/courses", form).await.expect(201);
        }
        // The owner keeps the course without being an instructor any more, as long as owners are of some other type of the
        // account; another instructor never had it.
        let roles = format!("/api/admin/accounts/{}/roles", ina.id);
        scene.owner.post(&roles, json!({ "role": "author" })).await.expect(201);
        scene.owner.delete(&format!("{roles}/instructor/platform")).await.expect(204);
        ina.browser.patch(&path, json!({ "summary": "Once more." })).await.expect(200);
        scene.owner.delete(&format!("{roles}/author/platform")).await.expect(204);
        ina.browser.patch(&path, json!({ "summary": "Never more." })).await.expect(403);
        let other = of_role(scene, "instructor").await;
        other.browser.patch(&path, json!({ "summary": "Mine." })).await.expect(403);
    });
}

#[test]
fn s004_352_whoever_makes_a_group_owns_it() {
    STAGE.play(async |scene| owns_what_they_make(scene, "group").await);
}

#[test]
fn s004_363_whoever_makes_a_team_owns_it() {
    STAGE.play(async |scene| owns_what_they_make(scene, "team").await);
}

#[test]
fn s002_88_a_co_author_is_added_from_the_course() {
    STAGE.play(async |scene| {
        let course = scene.draft("internal").await;
        let path = format!("/api/admin/courses/{}", course.id);
        let ana = of_role(scene, "author").await;
        ana.browser.patch(&path, json!({ "summary": "Mine." })).await.expect(403);
        let object = format!("course:{}", course.id);
        give(scene, &ana.id, "course_co_author", &object).await.expect(201);
        assert_eq!(holders(scene, &object, "course_co_author").await, [json!(ana.id)]);
        ana.browser.patch(&path, json!({ "summary": "Ours." })).await.expect(200);
    });
}

#[test]
fn s002_56_a_tutor_is_added_in_the_program() {
    STAGE.play(async |scene| {
        let form = json!({ "name": scene.word() });
        // Made by somebody else than the owner, whom the other tests ask at the same time: who makes a place gets a role.
        let ada = scene.person(internal("administrator")).await;
        let program = ada.browser.post("/api/admin/places/program", form).await.expect(201).str("/id");
        let (path, object) = (format!("/api/admin/places/program/{program}"), format!("path:{program}"));
        let tom = scene.person(internal("learner")).await;
        tom.browser.patch(&path, json!({ "name": "Mine" })).await.expect(403);
        give(scene, &tom.id, "program_tutor", &object).await.expect(201);
        let members = scene.owner.get(&format!("{path}/members")).await.expect(200).text();
        assert!(members.contains(&tom.id), "{members}");
        tom.browser.get(&format!("{path}/members")).await.expect(200);
    });
}
