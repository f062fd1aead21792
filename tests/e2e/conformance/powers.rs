//! Power users: a part of what a full administrator may, on chosen groups and courses, held as profiles.

use serde_json::{Value, json};

use super::scene::{Person, Scene, internal};
use super::shared::Shared;

static STAGE: Shared<Scene> = Shared::new();

const SETS: &str = "/api/admin/permission-sets/main";

/// Somebody who holds a profile of these actions on these objects.
async fn power_user(scene: &Scene, actions: &[&str], on: &[String]) -> Person {
    let person = scene.person(internal("learner")).await;
    let form = json!({ "kind": "power_profile", "name": scene.word(), "actions": actions, "on": on });
    let set = scene.owner.post(SETS, form).await.expect(201).str("/set/id");
    let form = json!({ "role": format!("power_profile:{set}") });
    scene.owner.post(&format!("/api/admin/accounts/{}/roles", person.id), form).await.expect(201);
    person
}

#[test]
fn s001_40_a_power_user_of_chosen_groups_oversees_the_people_in_them() {
    STAGE.play(async |scene| {
        // Whoever makes a group becomes its owner: an account of its own, since those of the other tests hold to theirs.
        let maker = scene.person(internal("administrator")).await.browser;
        let group = async || {
            let form = json!({ "name": scene.word() });
            maker.post("/api/admin/places/group", form).await.expect(201).str("/id")
        };
        let (chosen, other) = (group().await, group().await);
        let mut people = Vec::new();
        for group in [&chosen, &other] {
            let person = scene.make(internal("learner")).await.expect(201).str("/id");
            let members = format!("/api/admin/places/group/{group}/members");
            scene.owner.post(&members, json!({ "account": person })).await.expect(201);
            people.push(person);
        }
        let paul = power_user(scene, &["user.details.view", "user.edit"], &[format!("group:{chosen}")]).await;
        for (person, status) in people.iter().zip([200, 403]) {
            let path = format!("/api/admin/accounts/{person}");
            paul.browser.get(&path).await.expect(status);
            paul.browser.patch(&path, json!({ "name": "Another" })).await.expect(status);
            paul.browser.post(&format!("{path}/deactivate"), json!({})).await.expect(403);
        }
    });
}

#[test]
fn s001_41_a_power_user_of_chosen_courses_oversees_those_and_no_others() {
    STAGE.play(async |scene| {
        let (chosen, other) = (scene.draft("internal").await.id, scene.draft("internal").await.id);
        let paul = power_user(scene, &["course.view", "course.edit"], &[format!("course:{chosen}")]).await;
        for (course, status) in [(chosen, 200), (other, 404)] {
            let path = format!("/api/admin/courses/{course}");
            paul.browser.patch(&path, json!({ "summary": "Changed." })).await.expect(status);
        }
    });
}

#[test]
fn s001_42_a_power_user_has_what_was_configured_and_never_more() {
    STAGE.play(async |scene| {
        let paul = power_user(scene, &["permission_set.define", "user.details.view"], &["platform".to_owned()]).await;
        paul.browser.get(&format!("/api/admin/accounts/{}", paul.id)).await.expect(200);
        paul.browser.get("/api/admin/accounts").await.expect(403);
        // Nor is a profile made of more than its maker has, though making profiles was configured.
        let form = |action: &str| {
            json!({ "kind": "power_profile", "name": scene.word(), "actions": [action], "on": ["platform"] })
        };
        let refused = paul.browser.post(SETS, form("user.delete")).await.expect(422);
        assert!(refused.text().contains("guard.above_own_rights"), "{}", refused.text());
        paul.browser.post(SETS, form("user.details.view")).await.expect(201);
    });
}

#[test]
fn s001_43_the_menu_of_a_power_user_shows_what_was_granted_alone() {
    STAGE.play(async |scene| {
        let paul = power_user(scene, &["admin_area.access", "course.report.view"], &["courses:main".to_owned()]).await;
        let entries = async |person: &Person| {
            let menu = person.browser.get("/api/me/menu").await.expect(200).json();
            let entries = menu["entries"].as_array().unwrap().clone();
            entries.into_iter().map(|entry| entry["action"].clone()).collect::<Vec<Value>>()
        };
        let shown = entries(&paul).await;
        for action in ["admin_area.access", "course.report.view"] {
            assert!(shown.contains(&json!(action)), "{shown:?}");
        }
        for action in ["user.directory.view_full", "user.directory.view_by_type", "program.report.view"] {
            assert!(!shown.contains(&json!(action)), "{shown:?}");
        }
        let learner = scene.person(internal("learner")).await;
        assert!(!entries(&learner).await.contains(&json!("admin_area.access")));
    });
}
