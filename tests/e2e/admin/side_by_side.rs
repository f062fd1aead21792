//! Two people at work on the same thing at once: whoever is refused has changed nothing, and what was accepted stands.

use serde_json::{Value, json};

use super::scene::{Person, Scene};

/// Enough for the two to meet between reading and writing.
const ROUNDS: usize = 8;

async fn members(scene: &Scene, group: &str) -> Value {
    let path = format!("/api/admin/places/group/{group}/members");
    scene.get(&scene.owner, &path).await.expect(200).json()["items"].clone()
}

/// Deletes while somebody else renames; whether the deletion was accepted.
async fn delete_beside_rename(scene: &Scene, other: &Person, path: &str) -> bool {
    let rename = json!({ "name": "Renamed meanwhile" });
    let (deleted, _) = tokio::join!(scene.delete(&scene.owner, path), scene.patch(other, path, rename));
    assert!([204, 409].contains(&deleted.status), "{deleted:?}");
    deleted.status == 204
}

#[tokio::test(flavor = "multi_thread")]
async fn an_account_that_was_not_deleted_keeps_everything() {
    let scene = Scene::new().await;
    let other = scene.person("administrator", "internal", None, "Ina").await;
    let manager = scene.account("learner", "internal", None, "Max").await;
    let course = scene.course("internal", None, "Knots").await;
    scene.post(&scene.owner, &format!("/api/admin/courses/{course}/publish"), json!({})).await.expect(200);
    for round in 0..ROUNDS {
        let learner = scene.account("learner", "internal", None, &format!("Lena {round}")).await;
        scene.give(&manager, "supervising_manager", &format!("person:{learner}")).await.expect(201);
        let enrollments = format!("/api/courses/{course}/enrollments");
        scene.post(&scene.owner, &enrollments, json!({ "account": learner })).await.expect(201);
        let path = format!("/api/admin/accounts/{learner}");
        let gone = delete_beside_rename(&scene, &other, &path).await;
        let enrollment = scene.get(&scene.owner, &format!("{enrollments}/{learner}")).await.status;
        let account = scene.get(&scene.owner, &path).await;
        let looked_after = scene.get(&scene.owner, &format!("/api/admin/holders?object=person:{learner}")).await;
        if gone {
            assert_eq!((account.status, enrollment), (404, 404));
        } else {
            assert_eq!((account.status, enrollment), (200, 200));
            assert_eq!(account.text_of("status"), "activated");
            assert_eq!(looked_after.expect(200).each("name"), ["Max"]);
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_group_that_was_not_deleted_keeps_its_people() {
    let scene = Scene::new().await;
    let other = scene.person("administrator", "internal", None, "Ina").await;
    let member = scene.account("learner", "internal", None, "Lena").await;
    for _ in 0..ROUNDS {
        let groups = "/api/admin/places/group";
        let group = scene.post(&scene.owner, groups, json!({ "name": "Sailors" })).await.expect(201).text_of("id");
        let path = format!("{groups}/{group}");
        scene.post(&scene.owner, &format!("{path}/members"), json!({ "account": member })).await.expect(201);
        let before = members(&scene, &group).await;
        if !delete_beside_rename(&scene, &other, &path).await {
            assert_eq!(members(&scene, &group).await, before);
        }
    }
}
