//! What profiles and custom roles are held to: one's own rights and one's own platform, readable refusals that lose
//! nothing, and no write that was permitted by what is no longer so.

use authorization::act;
use domain::PersonName;
use serde_json::{Value, json};
use store::{AccountChange, StoreError};

use super::scene::Scene;

fn sets(tenant: &str) -> String {
    format!("/api/admin/permission-sets/{tenant}")
}

fn profile(actions: &[&str], on: &[String]) -> Value {
    json!({ "kind": "power_profile", "name": "Helpers", "actions": actions, "on": on })
}

fn custom(parent: &str, actions: &[&str]) -> Value {
    json!({ "kind": "custom_role", "name": "Helpers", "parent": parent, "actions": actions })
}

fn roles_of(account: impl std::fmt::Display) -> String {
    format!("/api/admin/accounts/{account}/roles")
}

#[tokio::test]
async fn a_partner_administrator_makes_and_gives_them_on_their_own_platform_alone() {
    let scene = Scene::new().await;
    let (north, south) = (scene.partner("North").await, scene.partner("South").await);
    let paula = scene.person("administrator", "partner", Some(&north), "Paula").await;
    let nina = scene.person("learner", "partner", Some(&north), "Nina").await;
    let sven = scene.account("learner", "partner", Some(&south), "Sven").await;
    let (own, foreign) =
        (scene.course("partner", Some(&north), "Knots").await, scene.course("partner", Some(&south), "Sailing").await);
    let form = profile(&["course.view", "course.edit"], &[format!("course:{own}"), format!("courses:{north}")]);
    let made = scene.post(&paula, &sets(&north), form.clone()).await.expect(201).json();
    let set = made["set"]["id"].as_str().unwrap().to_owned();
    let held = json!({ "role": format!("power_profile:{set}") });
    scene.post(&paula, &roles_of(nina.id), held.clone()).await.expect(201);
    scene.patch(&nina, &format!("/api/admin/courses/{own}"), json!({ "title": "Ours" })).await.expect(200);
    scene.patch(&nina, &format!("/api/admin/courses/{foreign}"), json!({ "title": "Ours" })).await.expect(404);

    for theirs in [south.as_str(), "main"] {
        scene.post(&paula, &sets(theirs), form.clone()).await.expect(404);
        scene.get(&paula, &format!("{}?kind=power_profile", sets(theirs))).await.expect(404);
    }
    let reaching = profile(&["course.view"], &[format!("course:{foreign}")]);
    let refused = scene.post(&paula, &sets(&north), reaching).await.expect(422);
    let nothing = profile(&["course.view"], &["course:00000000000000000000000001".to_owned()]);
    let unknown = scene.post(&paula, &sets(&north), nothing).await.expect(422);
    assert_eq!((refused.fields(), unknown.fields()), (vec!["on".to_owned()], vec!["on".to_owned()]));
    // Nobody holds what is another platform's, whoever gives it.
    scene.post(&scene.owner, &roles_of(&sven), held.clone()).await.expect(404);
    scene.post(&paula, &roles_of(&sven), held).await.expect(404);
    let here = format!("{}/{set}", sets(&north));
    for (who, there, status) in [(&paula, &here, 200), (&scene.owner, &here, 200), (&nina, &here, 403)] {
        scene.get(who, there).await.expect(status);
    }
    scene.get(&scene.owner, &format!("{}/{set}", sets(&south))).await.expect(404);
    scene.delete(&scene.owner, &format!("{}/{set}?holders=1", sets("main"))).await.expect(404);
    scene.delete(&nina, &here).await.expect(403);
}

#[tokio::test]
async fn nobody_makes_changes_or_gives_more_than_they_have() {
    let scene = Scene::new().await;
    let north = scene.partner("North").await;
    let paula = scene.person("administrator", "partner", Some(&north), "Paula").await;
    let nina = scene.account("learner", "partner", Some(&north), "Nina").await;
    let on = [format!("organization:{north}")];
    let above = profile(&["policy.set"], &on);
    let refused = scene.post(&paula, &sets(&north), above.clone()).await.expect(422);
    assert!(refused.text.contains("guard.above_own_rights: policy.set"), "{}", refused.text);
    let higher = custom("partial_administrator", &["course.edit"]);
    let refused = scene.post(&paula, &sets(&north), higher).await.expect(403);
    assert_eq!(refused.text_of("code"), "guard.above_own_rank");
    // What the main platform's people made here, she may neither give nor touch.
    let set = scene.post(&scene.owner, &sets(&north), above).await.expect(201).json()["set"]["id"].clone();
    let set = set.as_str().unwrap();
    let given = json!({ "role": format!("power_profile:{set}") });
    let refused = scene.post(&paula, &roles_of(&nina), given.clone()).await.expect(403);
    assert_eq!(refused.text_of("code"), "guard.above_own_rights");
    let path = format!("{}/{set}", sets(&north));
    let narrowed = json!({ "version": 1, "name": "Helpers", "actions": ["course.edit"], "on": on });
    scene.put(&paula, &path, narrowed).await.expect(422);
    scene.delete(&paula, &path).await.expect(422);
    scene.post(&scene.owner, &roles_of(&nina), given).await.expect(201);
    scene.delete(&paula, &format!("{}/power_profile:{set}/platform", roles_of(&nina))).await.expect(403);
    assert_eq!(scene.get(&scene.owner, &path).await.expect(200).json()["version"], 1);
}

#[tokio::test]
async fn a_refusal_names_every_mistake_and_loses_nothing() {
    let scene = Scene::new().await;
    let learner = scene.person("learner", "internal", None, "Lea").await;
    let before = scene.last_line().await;
    let here = sets("main");
    let course = format!("course:{}", scene.course("internal", None, "Knots").await);
    let after = scene.last_line().await;
    assert_ne!(before, after);
    for (form, fields) in [
        (json!({}), vec!["kind", "name", "actions"]),
        (json!({ "kind": "power_profile", "name": "A", "actions": ["course.view"] }), vec!["on"]),
        (custom("owner", &["course.view"]), vec!["parent"]),
        (custom("internal_learner", &["course.view"]), vec!["parent"]),
        (custom("power_user", &["course.view"]), vec!["parent"]),
        (custom("instructor", &["course.create", "audit.view", "course.steal"]), vec!["actions[1]", "actions[2]"]),
        (
            json!({ "kind": "custom_role", "name": "", "parent": "instructor", "actions": ["course.create"], "on": [] }),
            vec!["name", "on"],
        ),
        (
            json!({ "kind": "power_profile", "name": "A", "parent": "instructor", "actions": ["course.view"],
                "on": ["platform"] }),
            vec!["parent"],
        ),
        (profile(&["platform.delete"], std::slice::from_ref(&course)), vec!["actions[0]"]),
        (profile(&["course.view"], &["moon:1".to_owned(), course.clone(), course.clone()]), vec!["on[0]", "on[2]"]),
        (profile(&["course.view"], &["courses:00000000000000000000000001".to_owned()]), vec!["on[0]"]),
        (profile(&["course.view"], &vec![course.clone(); 51]), vec!["on"]),
        (profile(&["course.view"], &["group:00000000000000000000000001".to_owned()]), vec!["on"]),
    ] {
        let refused = scene.post(&scene.owner, &here, form.clone()).await.expect(422);
        assert_eq!(refused.fields(), fields, "{form} {}", refused.text);
    }
    scene.post(&scene.owner, &sets("nowhere"), custom("instructor", &["course.create"])).await.expect(404);
    let nobodys = sets("00000000000000000000000001");
    scene.post(&scene.owner, &nobodys, custom("instructor", &["course.create"])).await.expect(404);
    scene.get(&scene.owner, &format!("{here}?kind=level")).await.expect(422);
    scene.post(&learner, &here, json!({})).await.expect(403);
    for role in ["power_profile:x", "custom_role:", "level:00000000000000000000000001"] {
        assert_eq!(scene.give(learner.id, role, "platform").await.expect(422).fields(), ["role"], "{role}");
    }
    assert_eq!(scene.last_line().await, after, "nothing was written");

    let set = scene
        .post(&scene.owner, &here, profile(&["course.view"], std::slice::from_ref(&course)))
        .await
        .expect(201)
        .json();
    let set = set["set"]["id"].as_str().unwrap().to_owned();
    let held = format!("power_profile:{set}");
    assert_eq!(scene.give(learner.id, &held, &course).await.expect(422).fields(), ["object"]);
    let form = json!({ "role": held, "actions": ["course.view"] });
    assert_eq!(scene.post(&scene.owner, &roles_of(learner.id), form).await.expect(422).fields(), ["actions"]);
    scene.give(learner.id, &format!("custom_role:{set}"), "platform").await.expect(404);
    let restore = format!("{here}/{set}/restore");
    let none = scene.post(&scene.owner, &restore, json!({ "version": 1, "restore": 7 })).await.expect(422);
    assert_eq!(none.fields(), ["restore"]);
    // Administrators hold no profiles: they have everything.
    let ada = scene.account("administrator", "internal", None, "Ada").await;
    let refused = scene.give(&ada, &held, "platform").await.expect(422);
    assert!(refused.text.contains("hold.not_listed"), "{}", refused.text);
}

#[tokio::test]
async fn a_version_that_reaches_what_is_gone_does_not_come_back() {
    let scene = Scene::new().await;
    let here = sets("main");
    let group = scene.post(&scene.owner, "/api/admin/places/group", json!({ "name": "Readers" })).await.expect(201);
    let (group, course) = (group.text_of("id"), scene.course("internal", None, "Knots").await);
    let (on, other) = ([format!("group:{group}")], [format!("course:{course}")]);
    let made = scene.post(&scene.owner, &here, profile(&["user.edit"], &on)).await.expect(201).json();
    let set = format!("{here}/{}", made["set"]["id"].as_str().unwrap());
    let form = json!({ "version": 1, "name": "Helpers", "actions": ["course.edit"], "on": other });
    scene.put(&scene.owner, &set, form).await.expect(200);
    let present = scene.get(&scene.owner, &format!("/api/admin/places/group/{group}")).await.expect(200).json();
    let path = format!("/api/admin/places/group/{group}?version={}", present["version"]);
    let gone = scene.delete(&scene.owner, path.split('?').next().unwrap()).await;
    assert!(gone.status == 204 || gone.status == 200, "{}", gone.text);
    let refused = scene.post(&scene.owner, &format!("{set}/restore"), json!({ "version": 2, "restore": 1 })).await;
    let refused = refused.expect(422);
    assert_eq!(refused.fields(), ["restore"], "{}", refused.text);
    assert!(refused.text.contains(&format!("reaches `group:{group}`, which is gone")), "{}", refused.text);
}

#[tokio::test]
async fn what_waits_for_a_module_comes_and_goes_with_it() {
    let scene = Scene::new().await;
    let pia = scene.person("learner", "internal", None, "Pia").await;
    let channel = scene.post(&scene.owner, "/api/admin/places/channel", json!({ "name": "Talk" })).await.expect(201);
    let channel = format!("channel:{}", channel.text_of("id"));
    let experts = custom("channel_expert", &["channel.content.review"]);
    let set = scene.post(&scene.owner, &sets("main"), experts).await.expect(201).json()["set"]["id"].clone();
    let held = format!("custom_role:{}", set.as_str().unwrap());
    let off = scene.give(pia.id, &held, &channel).await.expect(422);
    assert!(off.text.contains("hold.not_offered"), "{}", off.text);
    let module = async |version: u64, there: bool| {
        let modules = json!({ "module.discover_coach_share": there });
        let form = json!({ "version": version, "profile": "all", "modules": modules });
        scene.put(&scene.owner, "/api/admin/settings", form).await.expect(200);
    };
    let sees = async || {
        let path = format!("/api/admin/places/channel/{}", channel.split_once(':').unwrap().1);
        scene.get(&pia, &path).await.status
    };
    module(0, true).await;
    scene.give(pia.id, &held, &channel).await.expect(201);
    assert_eq!(sees().await, 200);
    module(1, false).await;
    assert_eq!(sees().await, 403);
}

#[tokio::test]
async fn a_write_that_a_profile_permitted_fails_once_the_profile_is_another() {
    let scene = Scene::new().await;
    let pia = scene.person("learner", "internal", None, "Pia").await;
    let ben = scene.account("learner", "internal", None, "Ben").await;
    let on = [format!("person:{ben}")];
    let form = profile(&["user.edit", "user.details.view"], &on);
    let set = scene.post(&scene.owner, &sets("main"), form).await.expect(201).json()["set"]["id"].clone();
    let set = set.as_str().unwrap();
    scene.give(pia.id, &format!("power_profile:{set}"), "platform").await.expect(201);

    let login = scene.get(&pia, "/api/login/devices").await.expect(200).json()["devices"][0]["id"].clone();
    let app = &scene.world.platform.app;
    let session = app.store.session(pia.id, login.as_str().unwrap().parse().unwrap()).await.unwrap().unwrap();
    let permitted = async || app.authorize_login::<act::EditAccount>(&session, ben.parse().unwrap()).await.unwrap();
    let change = || AccountChange { name: Some(PersonName::new("Another").unwrap()), ..AccountChange::default() };
    let in_time = permitted().await;
    app.store.edit_account(in_time, change()).await.unwrap();
    let late = permitted().await;
    let narrowed = json!({ "version": 1, "name": "Helpers", "actions": ["user.details.view"], "on": on });
    scene.put(&scene.owner, &format!("{}/{set}", sets("main")), narrowed).await.expect(200);
    let overtaken = app.store.edit_account(late, change()).await;
    assert!(matches!(overtaken, Err(StoreError::Conflict("your rights"))), "{overtaken:?}");
}

#[tokio::test]
async fn whoever_holds_many_sets_deletes_one_that_many_hold() {
    let scene = Scene::new().await;
    let here = sets("main");
    let made = async |form: Value| {
        let made = scene.post(&scene.owner, &here, form).await.expect(201).json();
        made["set"]["id"].as_str().unwrap().to_owned()
    };
    let set = made(custom("instructor", &["course.create"])).await;
    let rows: String = (0..81).map(|n| format!("Person {n},person-{n}@example.org,2\n")).collect();
    let table = format!("name,email,role\n{rows}");
    let people = scene.send(&scene.owner, http::Method::POST, "/api/admin/accounts/import", "text/csv", table).await;
    for row in people.expect(200).json()["rows"].as_array().unwrap() {
        let account = row["account"].as_str().unwrap().to_owned();
        scene.give(account, &format!("custom_role:{set}"), "platform").await.expect(201);
    }
    let pia = scene.person("learner", "internal", None, "Pia").await;
    let definer = made(profile(&["permission_set.define", "course.create"], &["platform".to_owned()])).await;
    scene.give(pia.id, &format!("power_profile:{definer}"), "platform").await.expect(201);
    for _ in 0..20 {
        let other = made(custom("instructor", &["course.create"])).await;
        scene.give(pia.id, &format!("custom_role:{other}"), "platform").await.expect(201);
    }
    scene.delete(&pia, &format!("{here}/{set}?holders=81")).await.expect(200);
    let found = scene.get(&scene.owner, &format!("{here}/{set}")).await;
    assert_eq!(found.status, 404);
}
