//! The pages of the grid, of policies and of optional types of accounts, as an administrator reads them.

use portico_tests::Browser;
use serde_json::{Value, json};

use super::scene::{Scene, internal, of_partner};
use super::shared::Shared;

/// Where nothing is set, the pages are read side by side; whoever sets something has a platform of their own.
static STAGE: Shared<Scene> = Shared::new();

async fn grid(who: &Browser, query: &str) -> Value {
    who.get(&format!("/api/permissions/grid{query}")).await.expect(200).json()
}

/// The page of a part, for the organizations of this name.
fn page<'a>(grid: &'a Value, part: &str, of: &str) -> Option<&'a Value> {
    grid["pages"].as_array().unwrap().iter().find(|page| page["part"] == part && page["of"] == of)
}

fn columns(page: &Value) -> Vec<&str> {
    page["roles"].as_array().unwrap().iter().map(|column| column["role"].as_str().unwrap()).collect()
}

/// Whether a cell is ticked; nothing where there is no such cell.
fn ticked(page: &Value, role: &str, action: &str) -> Option<bool> {
    let row = page["rows"].as_array().unwrap().iter().find(|row| row["action"] == action)?;
    let cell = row["cells"].as_array().unwrap().iter().find(|cell| cell["role"] == role)?;
    cell["ticked"].as_bool()
}

/// Sets something of the settings' pages, over whatever they are at.
async fn set(scene: &Scene, page: &str, field: &str, value: Value) -> Value {
    let path = format!("/api/admin/{page}");
    let version = scene.owner.get(&path).await.expect(200).json()["version"].clone();
    let mut form = json!({ "version": version });
    form[field] = value;
    scene.owner.put(&path, form).await.expect(200).json()
}

async fn with_organizations(scene: &Scene, there: bool) {
    let settings = scene.owner.get("/api/admin/settings").await.expect(200).json();
    let form = json!({
        "version": settings["version"], "profile": "all", "modules": { "module.organizations": there },
    });
    scene.owner.put("/api/admin/settings", form).await.expect(200);
}

#[tokio::test]
async fn s004_111_content_administrators_are_enabled_among_the_types_of_accounts() {
    let scene = &Scene::new().await;
    let learner = scene.person(internal("learner")).await;
    let roles = format!("/api/admin/accounts/{}/roles", learner.id);
    let form = json!({ "role": "content_administrator" });
    set(scene, "account-types", "types", json!({ "content_administrator": false })).await;
    let refused = scene.owner.post(&roles, &form).await.expect(422);
    assert!(refused.text().contains("switched on"), "{}", refused.text());
    set(scene, "account-types", "types", json!({ "content_administrator": true })).await;
    scene.owner.post(&roles, &form).await.expect(201);
}

#[test]
fn s004_112_a_page_lists_the_optional_types_of_accounts() {
    STAGE.play(async |scene: &Scene| {
        let listed = scene.owner.get("/api/admin/account-types").await.expect(200).json();
        let types: Vec<_> = listed["types"].as_array().unwrap().iter().map(|one| one["role"].clone()).collect();
        assert_eq!(types, ["partial_administrator", "content_administrator"]);
        let learner = scene.person(internal("learner")).await;
        learner.browser.get("/api/admin/account-types").await.expect(403);
    });
}

#[test]
fn s004_377_a_page_shows_which_permissions_each_role_has() {
    STAGE.play(async |scene: &Scene| {
        let shown = grid(&scene.owner, "").await;
        let business = page(&shown, "business", "top").unwrap();
        assert_eq!(ticked(business, "instructor", "course.create"), Some(true));
        assert_eq!(ticked(business, "internal_learner", "course.create"), None);
        let learner = scene.person(internal("learner")).await;
        learner.browser.get("/api/permissions/grid").await.expect(403);
    });
}

#[test]
fn s004_379_an_overview_explains_business_and_course_permissions() {
    STAGE.play(async |scene: &Scene| {
        let shown = grid(&scene.owner, "?part=overview").await;
        let kinds: Vec<_> = shown["overview"].as_array().unwrap().iter().map(|kind| kind["part"].clone()).collect();
        assert_eq!(kinds, ["business", "course"]);
        assert!(shown["overview"].as_array().unwrap().iter().all(|kind| kind["words"].as_str().unwrap().len() > 20));
        assert_eq!(shown["pages"], json!([]));
    });
}

#[test]
fn s004_380_the_business_part_has_a_column_for_each_role() {
    STAGE.play(async |scene: &Scene| {
        let shown = grid(&scene.owner, "?part=business").await;
        let business = page(&shown, "business", "top").unwrap();
        for role in ["owner", "internal_administrator", "monitor", "instructor", "manager", "internal_learner"] {
            assert!(columns(business).contains(&role), "{role}");
        }
        assert!(!columns(business).contains(&"course_tutor"));
        assert!(shown["pages"].as_array().unwrap().iter().all(|page| page["part"] == "business"));
    });
}

#[tokio::test]
async fn s004_381_with_organizations_the_first_grid_is_the_top_ones() {
    let scene = &Scene::new().await;
    for there in [false, true] {
        with_organizations(scene, there).await;
        let shown = grid(&scene.owner, "?part=business").await;
        let first = &shown["pages"][0];
        assert_eq!(first["of"], "top");
        assert!(columns(first).contains(&"internal_learner") && !columns(first).contains(&"partner_learner"));
    }
}

#[tokio::test]
async fn s004_382_with_organizations_a_second_grid_is_all_others_together() {
    let scene = &Scene::new().await;
    with_organizations(scene, false).await;
    let without = grid(&scene.owner, "?part=business").await;
    assert!(page(&without, "business", "sub_organizations").is_none());
    with_organizations(scene, true).await;
    let with = grid(&scene.owner, "?part=business").await;
    let second = page(&with, "business", "sub_organizations").unwrap();
    assert!(columns(second).contains(&"organization_administrator"));
    assert!(!columns(second).contains(&"internal_learner"));
    // Partial administrators run the main platform; of others they set up what is the platform's.
    assert_eq!(ticked(second, "partial_administrator", "course.edit"), None);
    assert_eq!(ticked(second, "internal_administrator", "course.edit"), Some(true));
}

#[test]
fn s004_383_the_course_part_shows_permissions_inside_a_course() {
    STAGE.play(async |scene: &Scene| {
        let shown = grid(&scene.owner, "?part=course").await;
        let course = page(&shown, "course", "top").unwrap();
        for role in ["course_owner", "course_co_instructor", "course_tutor", "course_learner"] {
            assert!(columns(course).contains(&role), "{role}");
        }
        assert!(!columns(course).contains(&"instructor"));
        assert_eq!(ticked(course, "course_owner", "course.administer"), Some(true));
    });
}

#[test]
fn s004_385_each_organization_has_its_own_grid() {
    STAGE.play(async |scene: &Scene| {
        let (north, south) = (scene.partner().await, scene.partner().await);
        let admin = scene.person(of_partner("administrator", &north)).await;
        let own = grid(&admin.browser, &format!("?organization={north}")).await;
        assert!(page(&own, "business", &north).is_some());
        admin.browser.get(&format!("/api/permissions/grid?organization={south}")).await.expect(404);
        admin.browser.get("/api/permissions/grid").await.expect(404);
        scene.owner.get("/api/permissions/grid?organization=00000000000000000000000001").await.expect(404);
    });
}

#[test]
fn s004_386_an_organizations_first_table_is_what_holds_site_wide_there() {
    STAGE.play(async |scene: &Scene| {
        let (north, south) = (scene.partner().await, scene.partner().await);
        let taken = json!([{ "role": "instructor", "action": "course.create", "allowed": false }]);
        let form = json!({ "version": 0, "overrides": taken });
        scene.owner.put(&format!("/api/admin/overrides/{north}"), form).await.expect(200);
        for (organization, creates) in [(&north, false), (&south, true)] {
            let shown = grid(&scene.owner, &format!("?organization={organization}")).await;
            let first = &shown["pages"][0];
            assert_eq!((&first["part"], &first["of"]), (&json!("business"), &json!(organization)));
            assert_eq!(ticked(first, "instructor", "course.create"), Some(creates), "{organization}");
        }
    });
}

#[test]
fn s004_387_an_organizations_second_table_is_what_holds_in_its_courses() {
    STAGE.play(async |scene: &Scene| {
        let north = scene.partner().await;
        let shown = grid(&scene.owner, &format!("?organization={north}")).await;
        assert_eq!(shown["pages"].as_array().unwrap().len(), 2);
        let second = &shown["pages"][1];
        assert_eq!((&second["part"], &second["of"]), (&json!("course"), &json!(north)));
        assert!(columns(second).contains(&"course_tutor"));
    });
}

#[tokio::test]
async fn s004_408_there_is_a_place_to_view_the_policies() {
    let scene = &Scene::new().await;
    let calendar = async || {
        let shown = scene.owner.get("/api/admin/policies").await.expect(200).json();
        let policies = shown["policies"].as_array().unwrap().clone();
        policies.into_iter().find(|one| one["id"] == "switch.learners_see_calendar").unwrap()["on"].clone()
    };
    for on in [true, false] {
        set(scene, "policies", "policies", json!({ "switch.learners_see_calendar": on })).await;
        assert_eq!(calendar().await, on);
    }
    let learner = scene.person(internal("learner")).await;
    learner.browser.get("/api/admin/policies").await.expect(403);
}
