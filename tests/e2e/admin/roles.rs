//! Roles through HTTP: who gives what to whom, that it counts at once, and that nobody gives more than they have.

use serde_json::{Value, json};

use super::scene::Scene;

fn roles_of(account: impl std::fmt::Display) -> String {
    format!("/api/admin/accounts/{account}/roles")
}

#[tokio::test]
async fn a_type_takes_along_what_it_alone_may_hold() {
    let scene = Scene::new().await;
    let lea = scene.account("learner", "internal", None, "Lea").await;
    let course = format!("course:{}", scene.course("internal", None, "Knots").await);
    for (role, on) in [("author", "platform"), ("instructor", "platform"), ("course_owner", course.as_str())] {
        scene.give(&lea, role, on).await.expect(201);
    }
    let held = |role: &str, on: &str| format!("/api/admin/accounts/{lea}/roles/{role}/{on}");
    // Authors own courses, too.
    scene.delete(&scene.owner, &held("instructor", "platform")).await.expect(204);
    let left = async || {
        let listed = scene.get(&scene.owner, &roles_of(&lea)).await.expect(200).json();
        let roles = listed["roles"].as_array().unwrap().iter();
        roles.map(|one| one["role"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(left().await, ["author", "course_owner"]);
    scene.delete(&scene.owner, &held("author", "platform")).await.expect(204);
    assert_eq!(left().await, Vec::<String>::new());
    let lines = scene.get(&scene.owner, "/api/admin/audit?limit=2").await.expect(200);
    assert!(lines.text.contains("course_owner") && lines.text.contains("author"), "{}", lines.text);
}

#[tokio::test]
async fn a_role_counts_with_the_next_request_and_so_does_its_end() {
    let scene = Scene::new().await;
    let ina = scene.person("learner", "internal", None, "Ina").await;
    let course = json!({ "audience": "internal", "title": "Knots", "languages": ["en"] });
    let courses = "/api/admin/courses";
    scene.post(&ina, courses, course.clone()).await.expect(403);
    let given = scene.give(ina.id, "instructor", "platform").await.expect(201).json();
    assert_eq!(
        (&given["role"], &given["object"], &given["actions"]),
        (&json!("instructor"), &json!("platform"), &Value::Null)
    );
    scene.post(&ina, courses, course.clone()).await.expect(201);
    let listed = scene.get(&scene.owner, &roles_of(ina.id)).await.expect(200).json();
    let held: Vec<_> = listed["roles"].as_array().into_iter().flatten().map(|one| one["role"].clone()).collect();
    // Making a course made its owner.
    assert_eq!(held, ["course_owner", "instructor"]);
    let holders = scene.get(&scene.owner, "/api/admin/holders?object=platform&role=instructor").await.expect(200);
    assert_eq!(holders.each("name"), ["Ina"]);
    scene.give(ina.id, "instructor", "platform").await.expect(409);
    scene.delete(&scene.owner, &format!("{}/instructor/platform", roles_of(ina.id))).await.expect(204);
    scene.post(&ina, courses, course).await.expect(403);
    scene.delete(&scene.owner, &format!("{}/instructor/platform", roles_of(ina.id))).await.expect(404);
    // Courses are owned by instructors, and by learners who are nothing else no more.
    let left = scene.get(&scene.owner, &roles_of(ina.id)).await.expect(200).json()["roles"].clone();
    assert_eq!(left, json!([]));
    let audit = scene.get(&scene.owner, &format!("/api/admin/audit?object=account:{}", ina.id)).await.expect(200);
    assert_eq!(audit.each("action")[..2], ["role.assign", "role.assign"]);
}

#[tokio::test]
async fn a_role_is_held_by_the_types_of_its_list_and_the_refusal_names_them() {
    let scene = Scene::new().await;
    let ida = scene.account("learner", "internal", None, "Ida").await;
    let course = format!("course:{}", scene.course("internal", None, "Knots").await);
    let refused = scene.give(&ida, "course_owner", &course).await.expect(422);
    let message = refused.json()["fields"][0]["message"].as_str().unwrap().to_owned();
    assert_eq!(refused.fields(), ["role"]);
    assert!(message.contains("hold.not_listed") && message.contains("instructor"), "{message}");
    scene.give(&ida, "instructor", "platform").await.expect(201);
    scene.give(&ida, "course_owner", &course).await.expect(201);
    assert_eq!(scene.give(&ida, "course_owner", "platform").await.expect(422).fields(), ["object"]);
    let not_offered = scene.give(&ida, "organization_member", "platform").await.expect(422);
    assert_eq!(not_offered.fields(), ["object"]);
    let off = scene.give(&ida, "content_administrator", "platform").await.expect(422);
    assert!(off.text.contains("hold.not_offered"), "{}", off.text);
    for (role, object, field) in [
        ("boss", "platform", "role"),
        ("course_learner", course.as_str(), "role"),
        ("instructor", "moon:1", "object"),
        ("supervising_manager", &format!("person:{ida}"), "object"),
    ] {
        assert_eq!(scene.give(&ida, role, object).await.expect(422).fields(), [field], "{role} on {object}");
    }
    scene.give(&ida, "owner", "platform").await.expect(409);
    scene.give(&ida, "course_tutor", "course:00000000000000000000000001").await.expect(404);
    scene.give("00000000000000000000000001", "instructor", "platform").await.expect(404);
}

#[tokio::test]
async fn nobody_gives_more_than_they_have_or_beyond_their_wall() {
    let scene = Scene::new().await;
    let (north, south) = (scene.partner("North").await, scene.partner("South").await);
    let paula = scene.person("administrator", "partner", Some(&north), "Paula").await;
    let nora = scene.account("learner", "partner", Some(&north), "Nora").await;
    let sven = scene.account("learner", "partner", Some(&south), "Sven").await;
    let foreign = scene.course("partner", Some(&south), "Sailing").await;
    let own = scene.course("partner", Some(&north), "Knots").await;
    let give = async |account: &str, role: &str, object: &str| {
        scene.post(&paula, &roles_of(account), json!({ "role": role, "object": object })).await
    };
    give(&nora, "teaching_assistant", "platform").await.expect(201);
    give(&nora, "course_assistant", &format!("course:{own}")).await.expect(201);
    let nothing = give(&nora, "course_assistant", "course:00000000000000000000000001").await.expect(404);
    assert_eq!(give(&nora, "course_assistant", &format!("course:{foreign}")).await.expect(404).text, nothing.text);
    give(&sven, "instructor", "platform").await.expect(404);
    for role in ["monitor", "partial_administrator"] {
        let refused = give(&nora, role, "platform").await;
        assert_eq!(refused.status, 403, "{role}: {}", refused.text);
    }
    // What was given by the main platform's people stays theirs to take.
    scene.delete(&paula, &format!("{}/owner/platform", roles_of(scene.owner.id))).await.expect(404);
    let learner = scene.person("learner", "internal", None, "Lea").await;
    scene.post(&learner, &roles_of(&nora), json!({ "role": "instructor" })).await.expect(403);
    scene.post(&scene.visitor(), &roles_of(&nora), json!({ "role": "instructor" })).await.expect(401);
    scene.delete(&scene.owner, &format!("{}/owner/platform", roles_of(scene.owner.id))).await.expect(409);
}

#[tokio::test]
async fn a_power_user_does_what_was_chosen_where_it_was_chosen() {
    let scene = Scene::new().await;
    let pia = scene.person("learner", "internal", None, "Pia").await;
    let (own, other) = (scene.course("internal", None, "Own").await, scene.course("internal", None, "Other").await);
    let form = |object: &str, actions: Value| json!({ "role": "power_user", "object": object, "actions": actions });
    let give =
        async |object: &str, actions: Value| scene.post(&scene.owner, &roles_of(pia.id), form(object, actions)).await;
    assert_eq!(give("platform", Value::Null).await.expect(422).fields(), ["actions"]);
    assert_eq!(give("platform", json!([])).await.expect(422).fields(), ["actions"]);
    assert_eq!(give("platform", json!(["course.steal"])).await.expect(422).fields(), ["actions"]);
    give(&format!("course:{own}"), json!(["course.view", "course.edit"])).await.expect(201);
    let path = |id: &str| format!("/api/admin/courses/{id}");
    scene.patch(&pia, &path(&own), json!({ "title": "Mine" })).await.expect(200);
    scene.patch(&pia, &path(&other), json!({ "title": "Mine" })).await.expect(404);
    scene.post(&pia, &format!("{}/publish", path(&own)), json!({})).await.expect(403);
    let shown = scene.get(&scene.owner, &roles_of(pia.id)).await.expect(200).json();
    assert_eq!(shown["roles"][0]["actions"], json!(["course.view", "course.edit"]));
}

#[tokio::test]
async fn a_taken_role_is_never_overtaken() {
    let scene = Scene::new().await;
    let ina = scene.account("learner", "internal", None, "Ina").await;
    let version =
        async || scene.get(&scene.owner, &format!("/api/admin/accounts/{ina}")).await.json()["version"].clone();
    let before = version().await;
    scene.give(&ina, "monitor", "platform").await.expect(201);
    let between = version().await;
    scene.delete(&scene.owner, &format!("{}/monitor/platform", roles_of(&ina))).await.expect(204);
    assert!(before != between && between != version().await, "what was judged before is judged anew");
}

#[tokio::test]
async fn who_looks_after_people_sees_them_and_nobody_else() {
    let scene = Scene::new().await;
    let mia = scene.person("learner", "internal", None, "Mia").await;
    let (ben, eve) = (
        scene.account("learner", "internal", None, "Ben").await,
        scene.account("learner", "internal", None, "Eve").await,
    );
    scene.give(mia.id, "supervising_manager", &format!("person:{ben}")).await.expect(201);
    let people = scene.get(&mia, "/api/admin/people").await.expect(200).json();
    assert_eq!(people["people"].as_array().unwrap().len(), 1);
    assert_eq!(
        (&people["people"][0]["name"], &people["people"][0]["role"]),
        (&json!("Ben"), &json!("supervising_manager"))
    );
    scene.get(&mia, &format!("/api/admin/accounts/{ben}")).await.expect(200);
    scene.get(&mia, &format!("/api/admin/accounts/{eve}")).await.expect(403);
    let of_ben = format!("/api/admin/holders?object=person:{ben}");
    assert_eq!(scene.get(&mia, &of_ben).await.expect(200).each("name"), ["Mia"]);
    assert_eq!(scene.get(&scene.owner, &of_ben).await.expect(200).each("role"), ["supervising_manager"]);
    // With the person goes the looking after.
    scene.delete(&scene.owner, &format!("/api/admin/accounts/{ben}")).await.expect(204);
    assert_eq!(scene.get(&mia, "/api/admin/people").await.expect(200).json()["people"], json!([]));
}

#[tokio::test]
async fn nobody_is_made_to_look_after_who_stands_above_the_giver() {
    let scene = Scene::new().await;
    let mia = scene.account("learner", "internal", None, "Mia").await;
    scene.give(&mia, "supervising_manager", &format!("person:{}", scene.owner.id)).await.expect(201);
    let ada = scene.person("administrator", "internal", None, "Ada").await;
    let ben = scene.account("learner", "internal", None, "Ben").await;
    let over = async |person: &str| {
        let role = json!({ "role": "supervising_manager", "object": format!("person:{person}") });
        scene.post(&ada, &roles_of(&ben), role).await
    };
    let refused = over(&scene.owner.id.to_string()).await.expect(403);
    assert!(refused.text.contains("guard.owner_protected"), "{}", refused.text);
    over(&mia).await.expect(201);
}

#[tokio::test]
async fn rights_on_one_object_give_none_on_another() {
    let scene = Scene::new().await;
    let pia = scene.person("learner", "internal", None, "Pia").await;
    let (course_a, course_b) = (scene.course("internal", None, "A").await, scene.course("internal", None, "B").await);
    let pal = scene.account("learner", "internal", None, "Pal").await;
    let chosen = |object: &str, actions: Value| json!({ "role": "power_user", "object": object, "actions": actions });
    let course = |id: &str| format!("course:{id}");
    let own = roles_of(pia.id);
    let give = json!(["permission.grant_subset", "role.assign"]);
    scene.post(&scene.owner, &own, chosen("platform", give)).await.expect(201);
    let rights = json!(["course.edit", "course.publish", "course.view"]);
    scene.post(&scene.owner, &own, chosen(&course(&course_a), rights)).await.expect(201);

    let edit = json!(["course.edit"]);
    for (account, object, expected) in [
        (pal.clone(), course(&course_a), 201),
        (pal.clone(), course(&course_b), 403),
        (pal, "platform".to_owned(), 403),
        (pia.id.to_string(), course(&course_b), 403),
    ] {
        let answer = scene.post(&pia, &roles_of(&account), chosen(&object, edit.clone())).await.expect(expected);
        if expected == 403 {
            assert_eq!(answer.text_of("code"), "guard.above_own_rights", "{object}");
        }
    }

    // The owner of another course stays one.
    let own_course = scene.account("learner", "internal", None, "Own").await;
    scene.give(&own_course, "instructor", "platform").await.expect(201);
    scene.give(&own_course, "course_owner", &course(&course_b)).await.expect(201);
    let taken = format!("{}/course_owner/{}", roles_of(&own_course), course(&course_b));
    scene.delete(&pia, &taken).await.expect(403);
    let wish = json!({ "role": "course_owner", "object": course(&course_b) });
    scene.post(&pia, &roles_of(pia.id), wish).await.expect(403);
}
