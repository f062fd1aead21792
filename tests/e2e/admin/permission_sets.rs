//! Profiles of power users and custom roles through HTTP: made within one's own rights, given, changed for all holders at
//! once, told of before, kept in every version, and deleted by number.

use serde_json::{Value, json};

use super::scene::{Person, Scene};

fn sets(tenant: &str) -> String {
    format!("/api/admin/permission-sets/{tenant}")
}

fn one(tenant: &str, set: &str) -> String {
    format!("{}/{set}", sets(tenant))
}

fn profile(name: &str, actions: &[&str], on: &[String]) -> Value {
    json!({ "kind": "power_profile", "name": name, "actions": actions, "on": on })
}

fn custom(name: &str, parent: &str, actions: &[&str]) -> Value {
    json!({ "kind": "custom_role", "name": name, "parent": parent, "actions": actions })
}

fn roles_of(account: impl std::fmt::Display) -> String {
    format!("/api/admin/accounts/{account}/roles")
}

fn course_path(id: &str) -> String {
    format!("/api/admin/courses/{id}")
}

impl Scene {
    /// A profile or custom role that the owner makes for the main platform; its id.
    async fn set(&self, form: Value) -> String {
        let made = self.post(&self.owner, &sets("main"), form).await.expect(201).json();
        made["set"]["id"].as_str().unwrap().to_owned()
    }

    async fn retitle(&self, who: &Person, course: &str) -> u16 {
        self.patch(who, &course_path(course), json!({ "title": "Another" })).await.status
    }
}

#[tokio::test]
async fn a_profile_brings_its_actions_on_all_that_it_reaches_and_a_change_counts_for_all_holders_at_once() {
    let scene = Scene::new().await;
    let pia = scene.person("learner", "internal", None, "Pia").await;
    let pol = scene.person("learner", "internal", None, "Pol").await;
    let mut courses = Vec::new();
    for title in ["One", "Two", "Three"] {
        courses.push(scene.course("internal", None, title).await);
    }
    let on: Vec<String> = courses[..2].iter().map(|id| format!("course:{id}")).collect();
    let set = scene.set(profile("Editors", &["course.view", "course.edit"], &on)).await;
    let held = format!("power_profile:{set}");
    for person in [&pia, &pol] {
        assert_eq!(scene.retitle(person, &courses[0]).await, 403);
        scene.give(person.id, &held, "platform").await.expect(201);
        scene.give(person.id, &held, "platform").await.expect(409);
    }
    let edits = async || {
        let mut all = Vec::new();
        for person in [&pia, &pol] {
            for course in &courses {
                all.push(scene.retitle(person, course).await);
            }
        }
        all
    };
    assert_eq!(edits().await, [200, 200, 404, 200, 200, 404]);
    let change = json!({ "version": 1, "name": "Readers", "actions": ["course.view"], "on": on });
    let tried = scene.put(&scene.owner, &format!("{}?dry_run=true", one("main", &set)), change.clone()).await;
    let tried = tried.expect(200).json();
    assert_eq!((&tried["saved"], &tried["holders"]), (&json!(false), &json!(2)));
    let lost = |object: &String| json!({ "object": object, "people": 2, "gained": [], "lost": ["course.edit"] });
    let mut flips = on.clone();
    flips.sort();
    assert_eq!(tried["flips"], json!(flips.iter().map(lost).collect::<Vec<_>>()));
    assert_eq!(edits().await, [200, 200, 404, 200, 200, 404], "nothing was saved");
    scene.put(&scene.owner, &one("main", &set), change.clone()).await.expect(200);
    assert_eq!(edits().await, [403; 6]);
    scene.put(&scene.owner, &one("main", &set), change).await.expect(409);
    let (restore, former) = (format!("{}/restore", one("main", &set)), json!({ "version": 2, "restore": 1 }));
    let restored = scene.post(&scene.owner, &restore, former).await.expect(200).json();
    assert_eq!((&restored["set"]["version"], &restored["set"]["name"]), (&json!(3), &json!("Editors")));
    assert_eq!(edits().await, [200, 200, 404, 200, 200, 404]);
    let former = scene.get(&scene.owner, &format!("{}/versions", one("main", &set))).await.expect(200);
    assert_eq!(former.each("name"), ["Readers", "Editors"]);
    scene.delete(&scene.owner, &format!("{}/{held}/platform", roles_of(pia.id))).await.expect(204);
    assert_eq!(edits().await, [403, 403, 403, 200, 200, 404]);
}

#[tokio::test]
async fn the_rights_of_several_profiles_are_their_union_and_ten_is_the_most() {
    let scene = Scene::new().await;
    let pia = scene.person("learner", "internal", None, "Pia").await;
    let course = scene.course("internal", None, "One").await;
    let on = [format!("course:{course}")];
    let view = scene.set(profile("View", &["course.view"], &on)).await;
    let publish = scene.set(profile("Publish", &["course.publish"], &on)).await;
    for set in [&view, &publish] {
        scene.give(pia.id, &format!("power_profile:{set}"), "platform").await.expect(201);
    }
    scene.get(&pia, &course_path(&course)).await.expect(200);
    scene.post(&pia, &format!("{}/publish", course_path(&course)), json!({})).await.expect(200);
    assert_eq!(scene.retitle(&pia, &course).await, 403);
    let shown = scene.get(&scene.owner, &roles_of(pia.id)).await.expect(200).json();
    let named: Vec<_> = shown["roles"].as_array().unwrap().iter().map(|role| role["set"].clone()).collect();
    assert!(named.contains(&json!(format!("power_profile:{view}"))), "{named:?}");
    for number in 3..=10 {
        let set = scene.set(profile(&format!("Number {number}"), &["course.view"], &on)).await;
        scene.give(pia.id, &format!("power_profile:{set}"), "platform").await.expect(201);
    }
    let eleventh = scene.set(profile("Eleven", &["course.view"], &on)).await;
    let refused = scene.give(pia.id, &format!("power_profile:{eleventh}"), "platform").await.expect(409);
    assert!(refused.text.contains("at most 10 profiles"), "{}", refused.text);
}

#[tokio::test]
async fn all_courses_are_a_living_set_and_what_is_gone_drops_out() {
    let scene = Scene::new().await;
    let pia = scene.person("learner", "internal", None, "Pia").await;
    let ben = scene.account("learner", "internal", None, "Ben").await;
    let reach = ["courses:main".to_owned(), format!("person:{ben}")];
    let set = scene
        .set(profile("All courses", &["course.list", "course.view", "course.edit", "user.details.view"], &reach))
        .await;
    scene.give(pia.id, &format!("power_profile:{set}"), "platform").await.expect(201);
    let late = scene.course("internal", None, "Made later").await;
    assert_eq!(scene.retitle(&pia, &late).await, 200);
    let listed = scene.get(&pia, "/api/admin/courses?audience=internal").await.expect(200);
    assert_eq!(listed.each("id"), [late.as_str()]);
    let north = scene.partner("North").await;
    let foreign = scene.course("partner", Some(&north), "Theirs").await;
    assert_eq!(scene.retitle(&pia, &foreign).await, 404);
    scene.get(&pia, &format!("/api/admin/accounts/{ben}")).await.expect(200);
    let shown = scene.get(&scene.owner, &one("main", &set)).await.expect(200).json();
    assert_eq!(shown["reaches"][1], json!({ "object": format!("person:{ben}"), "name": "Ben" }));
    scene.delete(&scene.owner, &format!("/api/admin/accounts/{ben}")).await.expect(204);
    let shown = scene.get(&scene.owner, &one("main", &set)).await.expect(200).json();
    assert_eq!(shown["reaches"], json!([{ "object": "courses:main", "name": null }]));
}

#[tokio::test]
async fn a_profile_of_chosen_groups_reaches_the_people_in_them() {
    let scene = Scene::new().await;
    let pia = scene.person("learner", "internal", None, "Pia").await;
    let (inside, outside) = (
        scene.account("learner", "internal", None, "Ina").await,
        scene.account("learner", "internal", None, "Otto").await,
    );
    let group = scene.post(&scene.owner, "/api/admin/places/group", json!({ "name": "Sailors" })).await.expect(201);
    let group = group.text_of("id");
    let members = format!("/api/admin/places/group/{group}/members");
    scene.post(&scene.owner, &members, json!({ "account": inside })).await.expect(201);
    let actions = ["user.details.view", "user.edit", "group.member.list"];
    let set = scene.set(profile("Sailors' helpers", &actions, &[format!("group:{group}")])).await;
    scene.give(pia.id, &format!("power_profile:{set}"), "platform").await.expect(201);
    let rename = async |account: &str| {
        scene.patch(&pia, &format!("/api/admin/accounts/{account}"), json!({ "name": "Another" })).await.status
    };
    assert_eq!((rename(&inside).await, rename(&outside).await), (200, 403));
    scene.get(&pia, &members).await.expect(200);
    let why = format!("/api/permissions/explain?account={}&action=user.edit&object=account:{inside}", pia.id);
    let why = scene.get(&scene.owner, &why).await.expect(200).json();
    assert_eq!(
        why["granted_by"][0]["set"],
        json!({ "id": format!("power_profile:{set}"), "name": "Sailors' helpers" })
    );
    scene.delete(&scene.owner, &format!("{members}/{inside}")).await.expect(204);
    assert_eq!(rename(&inside).await, 403, "who left the group is out of reach");
}

#[tokio::test]
async fn a_custom_role_is_its_parent_without_what_was_left_out() {
    let scene = Scene::new().await;
    let ina = scene.person("learner", "internal", None, "Ina").await;
    let set = scene.set(custom("Makers", "instructor", &["course.create"])).await;
    let held = format!("custom_role:{set}");
    let course = json!({ "audience": "internal", "title": "Knots", "languages": ["en"] });
    scene.post(&ina, "/api/admin/courses", course.clone()).await.expect(403);
    let refused = scene.give(ina.id, &held, "course:00000000000000000000000001").await;
    assert_eq!(refused.status, 404);
    scene.give(ina.id, &held, "platform").await.expect(201);
    scene.post(&ina, "/api/admin/courses", course.clone()).await.expect(201);
    let can = scene.get(&scene.owner, &format!("/api/permissions/can?account={}", ina.id)).await.expect(200).json();
    let actions: Vec<_> = can["actions"].as_array().unwrap().iter().map(|one| one["action"].clone()).collect();
    assert!(actions.contains(&json!("course.create")) && !actions.contains(&json!("report.run")), "{actions:?}");
    let who = "/api/permissions/who?action=course.create&object=tenant:main";
    let who = scene.get(&scene.owner, who).await.expect(200).json();
    let ina_there = who["people"].as_array().unwrap().iter().find(|one| one["account"] == ina.id.to_string()).cloned();
    assert_eq!(ina_there.unwrap()["set"], json!({ "id": held, "name": "Makers" }));
    // Who may not hold the parent holds no copy of it.
    let public = scene.set(custom("Half a co-author", "course_co_author", &["course.edit"])).await;
    let course = scene.course("internal", None, "Ropes").await;
    let bob = scene.account("learner", "internal", None, "Bob").await;
    let refused = scene.give(&bob, &format!("custom_role:{public}"), &format!("course:{course}")).await.expect(422);
    assert!(refused.text.contains("hold.not_listed"), "{}", refused.text);
}

#[tokio::test]
async fn what_is_held_is_deleted_by_number_and_is_gone_for_all() {
    let scene = Scene::new().await;
    let ina = scene.person("learner", "internal", None, "Ina").await;
    let set = scene.set(custom("Makers", "instructor", &["course.create"])).await;
    scene.give(ina.id, &format!("custom_role:{set}"), "platform").await.expect(201);
    let path = one("main", &set);
    let refused = scene.delete(&scene.owner, &path).await.expect(409);
    assert!(refused.text.contains("1 people hold it") && refused.text.contains("holders=1"), "{}", refused.text);
    scene.delete(&scene.owner, &format!("{path}?holders=2")).await.expect(409);
    let tried = scene.delete(&scene.owner, &format!("{path}?dry_run=true")).await.expect(200).json();
    assert_eq!(tried["flips"], json!([{ "object": null, "people": 1, "gained": [], "lost": ["course.create"] }]));
    let holders = scene.get(&scene.owner, &format!("{path}/holders")).await.expect(200);
    assert_eq!((holders.each("name"), holders.each("object")), (vec!["Ina".to_owned()], vec!["platform".to_owned()]));
    scene.delete(&scene.owner, &format!("{path}?holders=1")).await.expect(200);
    let course = json!({ "audience": "internal", "title": "Knots", "languages": ["en"] });
    scene.post(&ina, "/api/admin/courses", course).await.expect(403);
    let left = scene.get(&scene.owner, &roles_of(ina.id)).await.expect(200).json();
    assert_eq!(left["roles"], json!([]));
    for gone in [path.clone(), format!("{path}/versions"), format!("{path}/holders")] {
        scene.get(&scene.owner, &gone).await.expect(404);
    }
    scene.give(ina.id, &format!("custom_role:{set}"), "platform").await.expect(404);
    let audit = scene.get(&scene.owner, &format!("/api/admin/audit?object=permission_set:{set}")).await.expect(200);
    assert_eq!(audit.each("action"), ["permission_set.define", "permission_set.define"]);
}

#[tokio::test]
async fn what_can_be_chosen_is_what_a_profile_or_custom_role_can_be_made_of() {
    let scene = Scene::new().await;
    let (north, south) = (scene.partner("North").await, scene.partner("South").await);
    let choices = "/api/permissions/choices";
    let ids = |told: &Value, list: &str, field: &str| -> Vec<String> {
        let entries = told[list].as_array().unwrap().iter();
        entries.map(|entry| entry[field].as_str().unwrap().to_owned()).collect()
    };
    let told = scene.get(&scene.owner, choices).await.expect(200).json();
    let roles = ids(&told, "roles", "role");
    assert!(roles.contains(&"instructor".to_owned()) && roles.contains(&"group_administrator".to_owned()), "{roles:?}");
    assert!(!roles.contains(&"owner".to_owned()) && !roles.contains(&"course_learner".to_owned()), "{roles:?}");
    let actions = ids(&told, "actions", "action");
    let all: Vec<&str> = actions.iter().map(String::as_str).collect();
    assert!(all.contains(&"course.edit") && !all.contains(&"order.refund"), "{all:?}");
    // Whatever is offered is taken.
    scene.set(profile("Everything", &all, &["platform".to_owned()])).await;
    for role in ["instructor", "group_administrator"] {
        let told = scene.get(&scene.owner, &format!("{choices}?role={role}")).await.expect(200).json();
        let kept = ids(&told, "actions", "action");
        scene.set(custom(role, role, &kept.iter().map(String::as_str).collect::<Vec<_>>())).await;
    }
    for unknown in ["owner", "nobody"] {
        scene.get(&scene.owner, &format!("{choices}?role={unknown}")).await.expect(422);
    }
    let nils = scene.person("administrator", "partner", Some(&north), "Nils").await;
    scene.get(&nils, &format!("{choices}?organization={north}")).await.expect(200);
    scene.get(&nils, &format!("{choices}?organization={south}")).await.expect(404);
    scene.get(&nils, choices).await.expect(404);
    let lea = scene.person("learner", "internal", None, "Lea").await;
    scene.get(&lea, choices).await.expect(403);
}
