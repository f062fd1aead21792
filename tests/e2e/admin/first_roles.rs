//! Accounts that begin with roles: given with the account or not at all, and never more than the giver has.

use serde_json::{Value, json};

use super::scene::{Answer, Person, Scene};

const ACCOUNTS: &str = "/api/admin/accounts";

async fn make(scene: &Scene, who: &Person, partner: Option<&str>, roles: Value) -> Answer {
    let type_name = if partner.is_some() { "partner" } else { "internal" };
    let form = json!({
        "tier": "learner", "type": type_name, "partner": partner, "name": "Nora", "email": "nora@example.org",
        "roles": roles,
    });
    scene.post(who, ACCOUNTS, form).await
}

async fn there(scene: &Scene, realm: &str) -> usize {
    scene.get(&scene.owner, &format!("{ACCOUNTS}?realm={realm}&q=nora@")).await.expect(200).each("id").len()
}

#[tokio::test]
async fn several_roles_come_with_the_account_each_with_its_line_of_the_audit() {
    let scene = Scene::new().await;
    let (first, second) =
        (scene.course("internal", None, "Knots").await, scene.course("internal", None, "Sails").await);
    let ada = scene.account("learner", "internal", None, "Ada").await;
    let roles = json!([
        { "role": "author" },
        { "role": "course_owner", "object": format!("course:{first}") },
        { "role": "course_owner", "object": format!("course:{second}") },
        { "role": "course_co_author", "object": format!("course:{second}") },
        { "role": "supervising_manager", "object": format!("person:{ada}") },
    ]);
    let id = make(&scene, &scene.owner, None, roles).await.expect(201).text_of("id");
    let held = scene.get(&scene.owner, &format!("{ACCOUNTS}/{id}/roles")).await.expect(200).json();
    assert_eq!(held["roles"].as_array().unwrap().len(), 5);
    let lines = scene.get(&scene.owner, &format!("/api/admin/audit?object=account:{id}")).await.expect(200);
    let mut actions = lines.each("action");
    actions.sort();
    assert_eq!(actions, [&["role.assign"; 4][..], &["supervision.assign", "user.create"]].concat());
}

#[tokio::test]
async fn a_role_that_waits_for_another_one_comes_after_it() {
    let scene = Scene::new().await;
    let course = scene.course("internal", None, "Knots").await;
    let (type_, seat) =
        (json!({ "role": "author" }), json!({ "role": "course_owner", "object": format!("course:{course}") }));
    let refused = make(&scene, &scene.owner, None, json!([seat, type_])).await.expect(422);
    assert_eq!(refused.fields(), ["roles[0].role"]);
    assert_eq!(there(&scene, "main").await, 0);
    make(&scene, &scene.owner, None, json!([type_, seat])).await.expect(201);
}

#[tokio::test]
async fn everything_that_is_wrong_is_named_and_nothing_is_made() {
    let scene = Scene::new().await;
    let line = scene.last_line().await;
    let nowhere = "course:00000000000000000000000001";
    for (roles, fields) in [
        (json!([{ "role": "owner" }]), vec!["roles[0].role"]),
        (json!([{ "role": "author" }, { "role": "course_owner", "object": nowhere }]), vec!["roles[1].object"]),
        (
            json!([{ "role": "king" }, { "role": "author", "object": "moon:1" }]),
            vec!["roles[0].role", "roles[1].object"],
        ),
        (json!([{ "role": "author" }, { "role": "author" }]), vec!["roles[1]"]),
        (json!([{ "role": "network_administrator" }]), vec!["roles[0].role"]),
        (json!([{ "role": "power_user" }]), vec!["roles[0].actions"]),
        (json!(vec![json!({ "role": "author" }); 11]), vec!["roles"]),
    ] {
        let refused = make(&scene, &scene.owner, None, roles.clone()).await.expect(422);
        assert_eq!(refused.fields(), fields, "{roles}");
    }
    make(&scene, &scene.owner, None, json!([{ "role": "author", "until": "x" }])).await.expect(400);
    assert_eq!((there(&scene, "main").await, scene.last_line().await), (0, line));
}

#[tokio::test]
async fn nobody_gives_a_newcomer_more_than_they_have() {
    let scene = Scene::new().await;
    let north = scene.partner("North").await;
    let course = scene.course("internal", None, "Knots").await;
    let paula = scene.person("administrator", "partner", Some(&north), "Paula").await;
    // Within their own platform.
    let id = make(&scene, &paula, Some(&north), json!([{ "role": "author" }])).await.expect(201).text_of("id");
    scene.delete(&scene.owner, &format!("{ACCOUNTS}/{id}")).await.expect(204);
    // On a course behind the wall, which looks like none.
    let on_course = json!([{ "role": "author" }, { "role": "course_owner", "object": format!("course:{course}") }]);
    let refused = make(&scene, &paula, Some(&north), on_course).await.expect(422);
    assert_eq!(refused.fields(), ["roles[1].object"]);
    // Somebody who may make accounts and give roles, and little else.
    let helper = scene.person("learner", "internal", None, "Hanna").await;
    let few = json!({ "role": "power_user", "actions": ["user.create", "role.assign"] });
    scene.post(&scene.owner, &format!("{ACCOUNTS}/{}/roles", helper.id), few).await.expect(201);
    make(&scene, &helper, None, json!([])).await.expect(201);
    let refused = scene
        .post(
            &helper,
            ACCOUNTS,
            json!({
                "tier": "learner", "type": "internal", "name": "Max", "email": "max@example.org",
                "roles": [{ "role": "instructor" }],
            }),
        )
        .await
        .expect(403);
    assert_eq!(refused.text_of("code"), "guard.above_own_rights");
    assert!(scene.get(&scene.owner, &format!("{ACCOUNTS}?q=max@")).await.expect(200).each("id").is_empty());
}
