//! What a profile reaches, and what a role is held on, is what its name says: the id of a group names no team.

use serde_json::json;

use super::scene::Scene;

#[tokio::test]
async fn the_id_of_one_kind_of_place_names_no_other() {
    let scene = Scene::new().await;
    let lea = scene.account("learner", "internal", None, "Lea").await;
    let course = scene.course("internal", None, "Knots").await;
    let form = json!({ "name": "Sailors" });
    let group = scene.post(&scene.owner, "/api/admin/places/group", form).await.expect(201).text_of("id");
    let on =
        |objects: &[String]| json!({ "kind": "power_profile", "name": "P", "actions": ["course.view"], "on": objects });
    let define =
        async |objects: &[String]| scene.post(&scene.owner, "/api/admin/permission-sets/main", on(objects)).await;
    let [group, team, course] = [format!("group:{group}"), format!("team:{group}"), format!("course:{course}")];
    let refused = define(&[group.clone(), course.clone(), team.clone()]).await.expect(422);
    assert_eq!(refused.fields(), ["on"]);
    assert!(refused.text.contains(&team), "{}", refused.text);
    define(std::slice::from_ref(&team)).await.expect(422);
    define(&[group.clone(), course]).await.expect(201);
    scene.give(&lea, "team_member", &team).await.expect(404);
    scene.give(&lea, "group_member", &group).await.expect(201);
}
