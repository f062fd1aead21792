//! The directory of accounts by type, and what stands on its lines.

use portico_tests::Browser;
use serde_json::{Value, json};

use super::scene::{Scene, internal, of_partner, with};
use super::shared::Shared;

static STAGE: Shared<Scene> = Shared::new();

/// All lines of a section.
async fn lines(browser: &Browser, query: &str) -> Vec<Value> {
    let (mut lines, mut cursor) = (Vec::new(), String::new());
    loop {
        let page = browser.get(&format!("/api/admin/directory?limit=5&{query}{cursor}")).await.expect(200).json();
        lines.extend(page["items"].as_array().unwrap().iter().cloned());
        match page["next"].as_str() {
            Some(next) => cursor = format!("&cursor={next}"),
            None => return lines,
        }
    }
}

/// The line of an account, if it is there; it never is twice.
async fn line(browser: &Browser, query: &str, account: &str) -> Option<Value> {
    let mut found = lines(browser, query).await;
    found.retain(|line| line["account"] == *account);
    assert!(found.len() <= 1, "{account} stands there twice");
    found.pop()
}

/// An account of this role.
async fn of_role(scene: &Scene, role: &str) -> String {
    let id = scene.make(internal("learner")).await.expect(201).str("/id");
    give(scene, &id, role, "platform").await;
    id
}

async fn give(scene: &Scene, account: &str, role: &str, object: &str) {
    let form = json!({ "role": role, "object": object });
    scene.owner.post(&format!("/api/admin/accounts/{account}/roles"), form).await.expect(201);
}

/// Whoever was given a type stands in its section and in no other, and leaves it with the type; learners have no look.
async fn has_a_section(scene: &Scene, section: &str, role: &str) {
    let id = of_role(scene, role).await;
    let other = if section == "parents" { "mentors" } else { "parents" };
    let shown = line(&scene.owner, &format!("section={section}"), &id).await.unwrap();
    assert_eq!((&shown["level"], &shown["owner"]), (&json!(role), &json!(false)));
    assert_eq!(line(&scene.owner, &format!("section={other}"), &id).await, None);
    assert_eq!(line(&scene.owner, "section=learners", &id).await, None, "a plain learner no longer");
    scene.owner.delete(&format!("/api/admin/accounts/{id}/roles/{role}/platform")).await.expect(204);
    assert_eq!(line(&scene.owner, &format!("section={section}"), &id).await, None);
    let learner = scene.person(internal("learner")).await;
    learner.browser.get(&format!("/api/admin/directory?section={section}")).await.expect(403);
}

#[test]
fn s004_02_the_catalog_of_users_shows_the_accounts_of_the_business() {
    STAGE.play(async |scene| {
        let ours = scene.make(internal("learner")).await.expect(201).str("/id");
        let partner = scene.partner().await;
        let theirs = scene.make(of_partner("learner", &partner)).await.expect(201).str("/id");
        assert!(line(&scene.owner, "", &ours).await.is_some());
        assert!(line(&scene.owner, "", &theirs).await.is_none());
        assert!(line(&scene.owner, &format!("realm={partner}"), &theirs).await.is_some());
        let paula = scene.person(of_partner("administrator", &partner)).await;
        assert!(line(&paula.browser, "", &theirs).await.is_some());
        paula.browser.get("/api/admin/directory?realm=main").await.expect(404);
        for wrong in ["section=people", "realm=x", "limit=0"] {
            scene.owner.get(&format!("/api/admin/directory?{wrong}")).await.expect(422);
        }
    });
}

#[test]
fn s004_08_among_the_administrators_the_one_owner_is_marked() {
    STAGE.play(async |scene| {
        let ada = scene.make(internal("administrator")).await.expect(201).str("/id");
        let all = lines(&scene.owner, "section=administrators").await;
        let owners: Vec<_> = all.iter().filter(|line| line["owner"] == true).collect();
        assert_eq!(owners.len(), 1);
        assert_eq!(owners[0]["level"], "owner");
        let other = line(&scene.owner, "section=administrators", &ada).await.unwrap();
        assert_eq!((&other["owner"], &other["level"]), (&json!(false), &json!("internal_administrator")));
        assert_eq!(line(&scene.owner, "section=learners", &ada).await, None);
    });
}

#[test]
fn s004_50_administrators_of_organizations_stand_among_the_administrators() {
    STAGE.play(async |scene| {
        let partner = scene.partner().await;
        let made = scene.make(of_partner("administrator", &partner)).await.expect(201).str("/id");
        let learner = scene.make(of_partner("learner", &partner)).await.expect(201).str("/id");
        let query = format!("realm={partner}&section=administrators");
        assert_eq!(line(&scene.owner, &query, &made).await.unwrap()["level"], "partner_administrator");
        assert!(line(&scene.owner, &query, &learner).await.is_none());
        assert!(line(&scene.owner, "section=administrators", &made).await.is_none(), "of another business");
    });
}

/// Beneath the name of an administrator of one organization stands its name; of none or two stands none.
async fn names_the_organization(scene: &Scene) {
    let name = scene.word();
    let partner = scene.owner.post("/api/admin/partners", json!({ "name": name })).await.expect(201).str("/id");
    let one = scene.make(of_partner("administrator", &partner)).await.expect(201).str("/id");
    let none = scene.make(of_partner("learner", &partner)).await.expect(201).str("/id");
    let query = format!("realm={partner}");
    assert_eq!(line(&scene.owner, &query, &one).await.unwrap()["organization"], json!(name));
    assert_eq!(line(&scene.owner, &query, &none).await.unwrap()["organization"], Value::Null);
}

#[test]
fn s003_35_an_organization_stands_beneath_the_name_of_its_administrator() {
    STAGE.play(async |scene| names_the_organization(scene).await);
}

#[test]
fn s004_49_an_organization_stands_beneath_the_name_in_the_catalog_of_users() {
    STAGE.play(async |scene| names_the_organization(scene).await);
}

#[test]
fn s004_137_instructors_have_a_section() {
    STAGE.play(async |scene| has_a_section(scene, "instructors", "instructor").await);
}

#[test]
fn s004_169_teaching_assistants_have_a_section() {
    STAGE.play(async |scene| has_a_section(scene, "teaching_assistants", "teaching_assistant").await);
}

#[test]
fn s004_195_learners_have_a_section() {
    STAGE.play(async |scene| {
        let learner = scene.person(internal("learner")).await;
        let shown = line(&scene.owner, "section=learners", &learner.id).await.unwrap();
        assert_eq!(shown["level"], "internal_learner");
        assert_eq!(line(&scene.owner, "section=administrators", &learner.id).await, None);
        learner.browser.get("/api/admin/directory?section=learners").await.expect(403);
    });
}

#[test]
fn s004_225_parents_have_a_section() {
    STAGE.play(async |scene| has_a_section(scene, "parents", "parent").await);
}

#[test]
fn s004_241_managers_have_a_section() {
    STAGE.play(async |scene| has_a_section(scene, "managers", "manager").await);
}

#[test]
fn s004_259_mentors_have_a_section() {
    STAGE.play(async |scene| has_a_section(scene, "mentors", "mentor").await);
}

#[test]
fn s004_277_monitors_have_a_section() {
    STAGE.play(async |scene| has_a_section(scene, "monitors", "monitor").await);
}

#[test]
fn s004_298_affiliates_have_a_section() {
    STAGE.play(async |scene| has_a_section(scene, "affiliates", "affiliate").await);
}

#[test]
fn s001_220_the_status_stands_on_the_line() {
    STAGE.play(async |scene| {
        let id = scene.make(internal("learner")).await.expect(201).str("/id");
        let status = async || line(&scene.owner, "", &id).await.unwrap()["details"]["status"].clone();
        assert_eq!(status().await, "activated");
        scene.owner.post(&format!("/api/admin/accounts/{id}/deactivate"), json!({})).await.expect(200);
        assert_eq!(status().await, "deactivated");
    });
}

#[test]
fn s001_20_a_level_changes_where_people_are_managed() {
    STAGE.play(async |scene| {
        let id = scene.make(internal("learner")).await.expect(201).str("/id");
        let level = async || line(&scene.owner, "", &id).await.unwrap()["level"].clone();
        assert_eq!(level().await, "internal_learner");
        let form = json!({ "role": "power_user", "actions": ["user.details.view"] });
        scene.owner.post(&format!("/api/admin/accounts/{id}/roles"), form).await.expect(201);
        assert_eq!(level().await, "power_user");
        scene.owner.delete(&format!("/api/admin/accounts/{id}/roles/power_user/platform")).await.expect(204);
        assert_eq!(level().await, "internal_learner");
    });
}

#[test]
fn s001_84_managing_a_team_is_ticked_at_the_account() {
    STAGE.play(async |scene| {
        let id = of_role(scene, "manager").await;
        let shown = line(&scene.owner, "section=managers", &id).await.unwrap();
        assert_eq!(shown["details"]["roles"][0]["role"], "manager");
    });
}

#[test]
fn s002_27_the_role_of_a_member_is_changed_at_the_member() {
    STAGE.play(async |scene| {
        let id = of_role(scene, "author").await;
        assert_eq!(line(&scene.owner, "", &id).await.unwrap()["level"], "author");
        scene.owner.delete(&format!("/api/admin/accounts/{id}/roles/author/platform")).await.expect(204);
        assert_eq!(line(&scene.owner, "", &id).await.unwrap()["level"], "internal_learner");
    });
}

/// A manager is designated for a member; the name comes back.
async fn manager_of(scene: &Scene, member: &str) -> String {
    let form = with(internal("learner"), json!({ "name": "Mara Manager", "email": scene.email() }));
    let manager = scene.owner.post("/api/admin/accounts", form).await.expect(201).str("/id");
    give(scene, &manager, "supervising_manager", &format!("person:{member}")).await;
    manager
}

#[test]
fn s002_70_a_manager_is_designated_among_the_members() {
    STAGE.play(async |scene| {
        let member = scene.make(internal("learner")).await.expect(201).str("/id");
        let manager = manager_of(scene, &member).await;
        let shown = line(&scene.owner, "", &member).await.unwrap();
        let managers = &shown["details"]["managers"];
        assert_eq!(managers.as_array().unwrap().len(), 1);
        assert_eq!((&managers[0]["account"], &managers[0]["name"]), (&json!(manager), &json!("Mara Manager")));
    });
}

#[test]
fn s002_71_a_manager_is_designated_at_the_member_and_nobody_manages_themselves() {
    STAGE.play(async |scene| {
        let member = scene.make(internal("learner")).await.expect(201).str("/id");
        let form = json!({ "role": "supervising_manager", "object": format!("person:{member}") });
        let refused = scene.owner.post(&format!("/api/admin/accounts/{member}/roles"), form).await.expect(422);
        assert!(refused.names_field("object"));
        let manager = manager_of(scene, &member).await;
        let taken = format!("/api/admin/accounts/{manager}/roles/supervising_manager/person:{member}");
        scene.owner.delete(&taken).await.expect(204);
        assert_eq!(line(&scene.owner, "", &member).await.unwrap()["details"]["managers"], json!([]));
    });
}

#[test]
fn s002_72_the_present_managers_of_a_member_are_shown() {
    STAGE.play(async |scene| {
        let member = scene.make(internal("learner")).await.expect(201).str("/id");
        let manager = manager_of(scene, &member).await;
        let shown = scene.owner.get(&format!("/api/admin/holders?object=person:{member}")).await.expect(200).json();
        assert_eq!(shown["items"].as_array().unwrap().len(), 1);
        assert_eq!((&shown["items"][0]["account"], &shown["next"]), (&json!(manager), &Value::Null));
    });
}

#[test]
fn customers_are_in_nobodys_directory_but_that_of_those_who_list_accounts() {
    let stage: Shared<Scene> = Shared::new();
    stage.play(async |scene| {
        let course = scene.world.course_with_lessons(true).await;
        scene.world.learner(&course.id.to_string(), "lena@example.org").await;
        let customers = "/api/admin/directory?realm=public";
        assert!(scene.owner.get(customers).await.expect(200).text().contains("Lena Learner"));
        let lea = scene.person(internal("learner")).await;
        let set = |on: bool| json!({ "switch.learners_see_users": on });
        let version = scene.owner.get("/api/admin/policies").await.expect(200).json()["version"].clone();
        let form = json!({ "version": version, "policies": set(true) });
        scene.owner.put("/api/admin/policies", form).await.expect(200);
        lea.browser.get("/api/admin/directory").await.expect(200);
        lea.browser.get(customers).await.expect(403);
        lea.browser.get("/api/admin/accounts?realm=public").await.expect(403);
    });
}
