//! Where pages are reached from: the menu of the caller, made from the same decision that opens them.

use serde_json::{Value, json};

use super::scene::{Person, Scene, internal};
use super::shared::Shared;

static STAGE: Shared<Scene> = Shared::new();

async fn entries(person: &portico_tests::Browser) -> Vec<Value> {
    let menu = person.get("/api/me/menu").await.expect(200).json();
    menu["entries"].as_array().unwrap().clone()
}

/// Where the entry of an action stands; nothing where it is not there.
async fn stands(person: &portico_tests::Browser, action: &str) -> Option<Value> {
    entries(person).await.into_iter().find(|entry| entry["action"] == action).map(|entry| entry["within"].clone())
}

async fn of_role(scene: &Scene, role: &str, object: &str) -> Person {
    let person = scene.person(internal("learner")).await;
    let form = match role {
        "power_user" => {
            json!({ "role": role, "object": object, "actions": ["user.details.view", "admin_area.access"] })
        }
        _ => json!({ "role": role, "object": object }),
    };
    scene.owner.post(&format!("/api/admin/accounts/{}/roles", person.id), form).await.expect(201);
    person
}

#[test]
fn s001_37_the_administration_stands_at_the_top() {
    STAGE.play(async |scene| {
        assert_eq!(stands(&scene.owner, "admin_area.access").await, Some(json!([])));
        let learner = scene.person(internal("learner")).await;
        assert_eq!(stands(&learner.browser, "admin_area.access").await, None);
        scene.world.browser().get("/api/me/menu").await.expect(401);
    });
}

#[test]
fn s001_44_the_administration_stands_at_the_top_for_power_users_too() {
    STAGE.play(async |scene| {
        let paul = of_role(scene, "power_user", "platform").await;
        assert_eq!(stands(&paul.browser, "admin_area.access").await, Some(json!([])));
        assert_eq!(stands(&paul.browser, "user.directory.view_by_type").await, None, "what was not chosen");
    });
}

#[test]
fn the_menu_names_every_action_that_a_page_may_offer() {
    STAGE.play(async |scene| {
        let learner = scene.person(internal("learner")).await;
        for (person, opens) in [(&scene.owner, true), (&learner.browser, false)] {
            let menu = person.get("/api/me/menu").await.expect(200).json();
            let actions: Vec<&str> = menu["actions"].as_array().unwrap().iter().filter_map(Value::as_str).collect();
            assert!(actions.contains(&"self.view"), "{actions:?}");
            for action in ["user.create", "order.list", "promotion.list", "audit.view"] {
                assert_eq!(actions.contains(&action), opens, "{action}");
            }
            for entry in menu["entries"].as_array().unwrap() {
                assert!(actions.contains(&entry["action"].as_str().unwrap()), "{entry}");
            }
        }
    });
}

#[test]
fn s002_37_authors_reach_statistics_through_the_dashboard() {
    STAGE.play(async |scene| {
        let ana = of_role(scene, "author", "platform").await;
        let form = json!({ "audience": "internal", "title": scene.word(), "languages": ["en"] });
        ana.browser.post("/api/admin/courses", form).await.expect(201);
        assert_eq!(stands(&ana.browser, "course.report.view").await, Some(json!(["Dashboard"])));
    });
}

#[test]
fn s002_49_the_export_of_courses_stands_in_the_advanced_settings() {
    STAGE.play(async |scene| {
        assert_eq!(stands(&scene.owner, "course.export_json").await, Some(json!(["Advanced settings"])));
        let learner = scene.person(internal("learner")).await;
        assert_eq!(stands(&learner.browser, "course.export_json").await, None);
    });
}

#[test]
fn s002_76_managers_reach_statistics_of_programs_from_the_dashboard() {
    STAGE.play(async |scene| {
        let member = scene.make(internal("learner")).await.expect(201).str("/id");
        let mara = of_role(scene, "supervising_manager", &format!("person:{member}")).await;
        assert_eq!(stands(&mara.browser, "program.report.view").await, Some(json!(["Dashboard"])));
        let learner = scene.person(internal("learner")).await;
        assert_eq!(stands(&learner.browser, "program.report.view").await, None);
    });
}

/// The import of resources stands under Admin for those who import, and is not there for others.
async fn imports_under_admin(scene: &Scene) {
    let import = entries(&scene.owner).await.into_iter().find(|entry| entry["action"] == "resource.bulk_import");
    let import = import.unwrap();
    assert_eq!((&import["within"], &import["name"]), (&json!(["Admin"]), &json!("Import")));
    let mentor = of_role(scene, "mentor", "platform").await;
    assert_eq!(stands(&mentor.browser, "resource.bulk_import").await, None);
}

#[test]
fn s003_75_resources_are_imported_under_admin() {
    STAGE.play(async |scene| imports_under_admin(scene).await);
}

#[test]
fn s004_119_the_import_of_resources_stands_under_admin() {
    STAGE.play(async |scene| imports_under_admin(scene).await);
}
