//! What an account held by a type alone goes with it, however much it is and in whatever way the type went; what is left
//! of it all the same brings nothing.

use serde_json::{Value, json};

use super::scene::{Person, Scene};
use crate::cloud::ask_table;

/// More than go in one transaction with the role that is taken.
const COURSES: usize = 25;

async fn roles(scene: &Scene, who: &Person) -> Vec<String> {
    let all = scene.get(&scene.owner, &format!("/api/admin/accounts/{}/roles", who.id)).await.expect(200).json();
    all["roles"].as_array().unwrap().iter().map(|role| role["role"].as_str().unwrap().to_owned()).collect()
}

async fn demote(scene: &Scene, who: &Person) -> u16 {
    let role = format!("/api/admin/accounts/{}/roles/instructor/platform", who.id);
    scene.delete(&scene.owner, &role).await.status
}

/// A course that somebody makes for themselves; its address.
async fn own_course(scene: &Scene, who: &Person, title: &str) -> String {
    let form = json!({ "audience": "internal", "title": title, "languages": ["en"] });
    format!("/api/admin/courses/{}", scene.post(who, "/api/admin/courses", form).await.expect(201).text_of("id"))
}

async fn retitle(scene: &Scene, who: &Person, course: &str) -> u16 {
    scene.patch(who, course, json!({ "title": "Mine" })).await.status
}

#[tokio::test]
async fn whoever_owns_many_courses_is_demoted_like_everybody_else() {
    let scene = Scene::new().await;
    let ina = scene.person("learner", "internal", None, "Ina").await;
    scene.give(ina.id, "instructor", "platform").await.expect(201);
    let mut courses = Vec::new();
    for number in 0..COURSES {
        courses.push(own_course(&scene, &ina, &format!("Knots {number}")).await);
    }
    assert_eq!(roles(&scene, &ina).await.len(), COURSES + 1);
    assert_eq!(demote(&scene, &ina).await, 204);
    assert_eq!(roles(&scene, &ina).await, Vec::<String>::new());
    for course in &courses {
        assert_eq!(retitle(&scene, &ina, course).await, 403, "she has no right to courses at all");
    }
    // Each that went has its line.
    let lines = scene.get(&scene.owner, &format!("/api/admin/audit?object=account:{}&limit=100", ina.id)).await;
    let lines = lines.expect(200).json();
    let went = |line: &&Value| line["before"]["role"] == "course_owner" && line["after"].is_null();
    assert_eq!(lines["items"].as_array().unwrap().iter().filter(went).count(), COURSES);
}

/// A process that died in between leaves roles behind, as here: they are put back as they were.
#[tokio::test]
async fn what_is_left_of_a_type_brings_nothing() {
    let scene = Scene::new().await;
    let ina = scene.person("learner", "internal", None, "Ina").await;
    scene.give(ina.id, "instructor", "platform").await.expect(201);
    let course = own_course(&scene, &ina, "Knots").await;
    let table = scene.world.platform.app.settings.table.clone();
    let owned = json!({
        "TableName": table, "KeyConditionExpression": "pk = :pk AND begins_with(sk, :sk)",
        "ExpressionAttributeValues":
            { ":pk": { "S": format!("ACCOUNT#{}", ina.id) }, ":sk": { "S": "ACCOUNT#ROLE#course_owner#" } },
    });
    let owned = ask_table(&scene.world, "Query", &owned).await["Items"][0].clone();
    assert_eq!(demote(&scene, &ina).await, 204);
    ask_table(&scene.world, "PutItem", &json!({ "TableName": table, "Item": owned })).await;
    assert_eq!(roles(&scene, &ina).await, ["course_owner"]);
    assert_eq!(retitle(&scene, &ina, &course).await, 403);
    // With the type it is hers again.
    scene.give(ina.id, "instructor", "platform").await.expect(201);
    assert_eq!(retitle(&scene, &ina, &course).await, 200);
}

#[tokio::test]
async fn with_a_custom_role_that_is_deleted_goes_what_its_holders_had_by_it_alone() {
    let scene = Scene::new().await;
    let ina = scene.person("learner", "internal", None, "Ina").await;
    let ian = scene.person("learner", "internal", None, "Ian").await;
    let form = json!({ "kind": "custom_role", "name": "Makers", "parent": "instructor", "actions": ["course.create"] });
    let made = scene.post(&scene.owner, "/api/admin/permission-sets/main", form).await.expect(201).json();
    let set = made["set"]["id"].as_str().unwrap();
    let mut courses = Vec::new();
    for person in [&ina, &ian] {
        scene.give(person.id, &format!("custom_role:{set}"), "platform").await.expect(201);
        courses.push(own_course(&scene, person, &format!("Knots {}", courses.len())).await);
    }
    // Who may own courses by something else keeps them.
    scene.give(ian.id, "author", "platform").await.expect(201);
    assert_eq!(retitle(&scene, &ina, &courses[0]).await, 200);
    scene.delete(&scene.owner, &format!("/api/admin/permission-sets/main/{set}?holders=2")).await.expect(200);
    assert_eq!(roles(&scene, &ina).await, Vec::<String>::new());
    assert_eq!(retitle(&scene, &ina, &courses[0]).await, 403);
    assert_eq!(roles(&scene, &ian).await.len(), 2);
    assert_eq!(retitle(&scene, &ian, &courses[1]).await, 200);
}
