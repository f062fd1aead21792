//! What is decided otherwise than the grid: inherited by organizations, within one's own rights, with every version kept.

use serde_json::{Value, json};

use super::scene::Scene;

fn taken(role: &str, action: &str) -> Value {
    json!({ "role": role, "action": action, "allowed": false })
}

fn given(role: &str, action: &str) -> Value {
    json!({ "role": role, "action": action, "allowed": true })
}

fn list(version: u64, overrides: impl IntoIterator<Item = Value>) -> Value {
    json!({ "version": version, "overrides": overrides.into_iter().collect::<Vec<_>>() })
}

fn at(tenant: &str) -> String {
    format!("/api/admin/overrides/{tenant}")
}

#[tokio::test]
async fn what_is_decided_everywhere_holds_in_organizations_and_what_one_decides_stays_there() {
    let scene = Scene::new().await;
    let (north, south) = (scene.partner("North").await, scene.partner("South").await);
    let nina = scene.person("learner", "partner", Some(&north), "Nina").await;
    let sven = scene.person("learner", "partner", Some(&south), "Sven").await;
    for person in [&nina, &sven] {
        scene.give(person.id, "instructor", "platform").await.expect(201);
    }
    let course = |partner: &str, title: &str| {
        let (audience, languages) = ("partner", ["en"]);
        json!({ "audience": audience, "partner": partner, "title": title, "languages": languages })
    };
    scene.post(&nina, "/api/admin/courses", course(&north, "Knots")).await.expect(201);
    let form = list(0, [taken("instructor", "course.create")]);
    let tried = scene.put(&scene.owner, &format!("{}?dry_run=true", at(&north)), form.clone()).await.expect(200);
    let flip = json!({ "role": "instructor", "people": 1, "gained": [], "lost": ["course.create"] });
    assert_eq!(tried.json()["flips"], json!([flip]));
    scene.post(&nina, "/api/admin/courses", course(&north, "Ropes")).await.expect(201);
    scene.put(&scene.owner, &at(&north), form.clone()).await.expect(200);
    scene.post(&nina, "/api/admin/courses", course(&north, "Sails")).await.expect(403);
    scene.post(&sven, "/api/admin/courses", course(&south, "Tides")).await.expect(201);
    let why = format!("/api/permissions/explain?account={}&action=course.create&object=tenant:{north}", nina.id);
    let why = scene.get(&scene.owner, &why).await.expect(200).json();
    assert_eq!((&why["allowed"], &why["withheld"][0]["id"]), (&json!(false), &json!("withheld.override")));

    scene.put(&scene.owner, &at("everywhere"), form).await.expect(200);
    scene.post(&sven, "/api/admin/courses", course(&south, "Winds")).await.expect(403);
    let differs = scene.get(&scene.owner, "/api/permissions/diff").await.expect(200).json();
    assert_eq!(differs["roles"], json!([{ "role": "instructor", "gained": [], "lost": ["course.create"] }]));
}

#[tokio::test]
async fn every_version_is_kept_and_holds_again_when_it_is_restored() {
    let scene = Scene::new().await;
    let here = at("main");
    scene.put(&scene.owner, &here, list(0, [taken("instructor", "course.create")])).await.expect(200);
    scene.put(&scene.owner, &here, list(1, [taken("monitor", "report.run")])).await.expect(200);
    scene.put(&scene.owner, &here, list(1, [])).await.expect(409);
    let former = scene.get(&scene.owner, &format!("{here}/versions")).await.expect(200).json();
    assert_eq!(former["items"][0]["version"], 1);
    assert_eq!(former["items"][0]["overrides"], json!([taken("instructor", "course.create")]));
    let restore = format!("{here}/restore");
    let none = scene.post(&scene.owner, &restore, json!({ "version": 2, "restore": 7 })).await.expect(422);
    assert_eq!(none.fields(), ["restore"]);
    let back = scene.post(&scene.owner, &restore, json!({ "version": 2, "restore": 1 })).await.expect(200).json();
    assert_eq!(back["overrides"]["version"], 3);
    assert_eq!(back["overrides"]["overrides"], json!([taken("instructor", "course.create")]));
    let former = scene.get(&scene.owner, &format!("{here}/versions")).await.expect(200).json();
    let versions: Vec<_> = former["items"].as_array().unwrap().iter().map(|one| one["version"].clone()).collect();
    assert_eq!(versions, [2, 1]);
}

#[tokio::test]
async fn nobody_decides_above_their_own_rights_and_nothing_narrows_the_owner() {
    let scene = Scene::new().await;
    let (north, south) = (scene.partner("North").await, scene.partner("South").await);
    let paula = scene.person("administrator", "partner", Some(&north), "Paula").await;
    let refused = scene.put(&paula, &at(&north), list(0, [given("instructor", "audit.view")])).await.expect(422);
    assert_eq!(refused.fields(), ["overrides[0].action"]);
    assert!(refused.text.contains("may not do this yourself"), "{}", refused.text);
    let higher = list(0, [taken("partial_administrator", "course.edit")]);
    let refused = scene.put(&paula, &at(&north), higher).await.expect(422);
    assert!(refused.text.contains("stands higher"), "{}", refused.text);
    scene.put(&paula, &at(&south), list(0, [])).await.expect(404);
    scene.put(&paula, &at("everywhere"), list(0, [])).await.expect(403);
    scene.put(&paula, &at(&north), list(0, [taken("instructor", "course.create")])).await.expect(200);

    let bad = [
        taken("owner", "course.edit"),
        taken("internal_administrator", "course.edit"),
        given("instructor", "platform.delete"),
        given("instructor", "permission_grid.edit"),
        taken("visitor", "public_catalog.view"),
        taken("nobody", "course.edit"),
        taken("instructor", "course.steal"),
        taken("monitor", "report.run"),
        given("monitor", "report.run"),
    ];
    let refused = scene.put(&scene.owner, &at("everywhere"), list(0, bad)).await.expect(422);
    let fields = [0, 1, 2, 3, 4, 5, 6, 8]
        .map(|index| format!("overrides[{index}].{}", if index == 5 { "role" } else { "action" }));
    assert_eq!(refused.fields(), fields, "{}", refused.text);
    let long = (0..201).map(|_| taken("instructor", "course.create"));
    let refused = scene.put(&scene.owner, &at("everywhere"), list(0, long)).await;
    assert!([413, 422].contains(&refused.status), "{}", refused.text);
    assert_eq!(scene.get(&scene.owner, &at("everywhere")).await.expect(200).json()["version"], 0);
    let nobodys = at("00000000000000000000000001");
    scene.put(&scene.owner, &nobodys, list(0, [taken("instructor", "course.create")])).await.expect(404);
    scene.get(&scene.owner, &at("nowhere")).await.expect(404);
}

#[tokio::test]
async fn what_somebody_may_and_who_may_something_follow_what_is_decided() {
    let scene = Scene::new().await;
    let ines = scene.account("learner", "internal", None, "Ines").await;
    scene.give(&ines, "instructor", "platform").await.expect(201);
    let who = async |action: &str| {
        let path = format!("/api/permissions/who?action={action}&object=tenant:main");
        scene.get(&scene.owner, &path).await.expect(200).json()
    };
    let can = async |object: &str| {
        let path = format!("/api/permissions/can?account={ines}{object}");
        let answer = scene.get(&scene.owner, &path).await.expect(200).json();
        answer["actions"].as_array().unwrap().iter().any(|one| one["action"] == "course.create")
    };
    let creators = who("course.create").await;
    assert!(creators["kinds"].as_array().unwrap().contains(&json!("internal_administrator")));
    let is_ines = |people: &Value| people["people"].as_array().unwrap().iter().any(|one| one["account"] == *ines);
    assert!(is_ines(&creators));
    assert!(can("").await && can("&object=tenant:main").await);
    scene.put(&scene.owner, &at("everywhere"), list(0, [taken("instructor", "course.create")])).await.expect(200);
    assert!(!is_ines(&who("course.create").await));
    assert!(!can("").await && !can("&object=tenant:main").await);
    for bad in ["who?action=x&object=platform", "who?action=course.edit&object=x", "can?account=x"] {
        scene.get(&scene.owner, &format!("/api/permissions/{bad}")).await.expect(422);
    }
}
