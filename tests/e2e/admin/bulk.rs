//! The same done to many accounts: each is judged by itself, none keeps another one back, and again is nothing.

use serde_json::{Value, json};

use super::scene::{Answer, Person, Scene};

const BULK: &str = "/api/admin/accounts/bulk";

async fn bulk(scene: &Scene, who: &Person, accounts: &[&str], mut wish: Value) -> Answer {
    wish["accounts"] = json!(accounts);
    scene.post(who, BULK, wish).await
}

/// What became of each: the word, and the code of a refusal.
fn outcomes(answer: &Answer) -> Vec<String> {
    let outcome = |one: &Value| match one["problem"]["code"].as_str() {
        Some(code) => code.to_owned(),
        None => one["outcome"].as_str().unwrap().to_owned(),
    };
    answer.json()["outcomes"].as_array().unwrap().iter().map(outcome).collect()
}

#[tokio::test]
async fn each_account_has_an_outcome_of_its_own_and_again_is_nothing() {
    let scene = Scene::new().await;
    let (ada, bob) = (
        scene.account("learner", "internal", None, "Ada").await,
        scene.account("learner", "internal", None, "Bob").await,
    );
    let (own, nobody) = (scene.owner.id.to_string(), "00000000000000000000000001");
    let all = [ada.as_str(), &own, nobody, &bob, &ada];
    let off = json!({ "action": "deactivate" });
    let answer = bulk(&scene, &scene.owner, &all, off.clone()).await.expect(200);
    assert_eq!(outcomes(&answer), ["done", "guard.not_on_oneself", "not_found", "done"]);
    let sums = ["done", "unchanged", "refused"].map(|sum| answer.json()[sum].as_u64().unwrap());
    assert_eq!(sums, [2, 0, 2]);
    let line = scene.last_line().await;
    let again = bulk(&scene, &scene.owner, &all, off).await.expect(200);
    assert_eq!(outcomes(&again), ["unchanged", "guard.not_on_oneself", "not_found", "unchanged"]);
    assert_eq!(scene.last_line().await, line);
    let on = bulk(&scene, &scene.owner, &[&ada, &bob], json!({ "action": "reactivate" })).await.expect(200);
    assert_eq!(outcomes(&on), ["done", "done"]);
    for id in [&ada, &bob] {
        let account = scene.get(&scene.owner, &format!("/api/admin/accounts/{id}")).await.expect(200);
        assert_eq!(account.text_of("status"), "activated");
    }
}

#[tokio::test]
async fn roles_are_given_and_taken_and_refused_one_by_one() {
    let scene = Scene::new().await;
    let (ada, own) = (scene.account("learner", "internal", None, "Ada").await, scene.owner.id.to_string());
    let buyer = scene.world.course_with_lessons(true).await.id.to_string();
    scene.world.learner(&buyer, "bea@example.org").await;
    let public = scene.get(&scene.owner, "/api/admin/accounts?realm=public").await.expect(200).each("id").remove(0);
    let give = json!({ "action": "give_role", "role": { "role": "instructor" } });
    let take = json!({ "action": "take_role", "role": { "role": "instructor" } });
    let all = [own.as_str(), &ada, &public];
    let given = bulk(&scene, &scene.owner, &all, give.clone()).await.expect(200);
    assert_eq!(outcomes(&given)[1..], ["done", "fields"], "{}", given.text);
    let again = bulk(&scene, &scene.owner, &all[1..2], give).await.expect(200);
    assert_eq!(outcomes(&again), ["unchanged"]);
    assert_eq!(outcomes(&bulk(&scene, &scene.owner, &all[1..2], take.clone()).await), ["done"]);
    assert_eq!(outcomes(&bulk(&scene, &scene.owner, &all[1..2], take).await), ["unchanged"]);
    // Held by one alone, and handed over instead.
    let owner = json!({ "action": "give_role", "role": { "role": "owner" } });
    assert_eq!(outcomes(&bulk(&scene, &scene.owner, &[&ada], owner).await), ["conflict"]);
}

#[tokio::test]
async fn ones_own_account_comes_last_so_that_the_others_are_not_lost() {
    let scene = Scene::new().await;
    let anna = scene.person("administrator", "internal", None, "Anna").await;
    let ada = scene.account("learner", "internal", None, "Ada").await;
    let own = anna.id.to_string();
    let answer = bulk(&scene, &anna, &[&own, &ada], json!({ "action": "end_logins" })).await.expect(200);
    assert_eq!(outcomes(&answer), ["done", "done"]);
    scene.get(&anna, "/api/admin/accounts").await.expect(401);
}

#[tokio::test]
async fn nobody_reaches_over_a_wall_with_many_at_once() {
    let scene = Scene::new().await;
    let (north, south) = (scene.partner("North").await, scene.partner("South").await);
    let paula = scene.person("administrator", "partner", Some(&north), "Paula").await;
    let own = scene.account("learner", "partner", Some(&north), "Nora").await;
    let foreign = scene.account("learner", "partner", Some(&south), "Sam").await;
    let main = scene.account("learner", "internal", None, "Mia").await;
    let all = [own.as_str(), &foreign, &main, &scene.owner.id.to_string()];
    for wish in [json!({ "action": "deactivate" }), json!({ "action": "give_role", "role": { "role": "author" } })] {
        let answer = bulk(&scene, &paula, &all, wish).await.expect(200);
        assert_eq!(outcomes(&answer), ["done", "not_found", "not_found", "not_found"], "{}", answer.text);
    }
    // Who may do it to nobody is told so once.
    let mia = scene.person("learner", "internal", None, "Mona").await;
    bulk(&scene, &mia, &all, json!({ "action": "deactivate" })).await.expect(403);
    bulk(&scene, &scene.visitor(), &all, json!({ "action": "deactivate" })).await.expect(401);
}

#[tokio::test]
async fn what_is_wrong_with_the_request_is_told_before_anything_is_done() {
    let scene = Scene::new().await;
    let ada = scene.account("learner", "internal", None, "Ada").await;
    let many: Vec<&str> = vec![&ada; 101];
    for (accounts, wish, fields) in [
        (&[][..], json!({ "action": "deactivate" }), vec!["accounts"]),
        (&many, json!({ "action": "deactivate" }), vec!["accounts"]),
        (&[&ada, "x"], json!({ "action": "deactivate" }), vec!["accounts[1]"]),
        (&[&ada], json!({}), vec!["action"]),
        (&[&ada], json!({ "action": "delete" }), vec!["action"]),
        (&[&ada], json!({ "action": "give_role" }), vec!["role"]),
        (&[&ada], json!({ "action": "give_role", "role": { "role": "king" } }), vec!["role.role"]),
        (&[&ada], json!({ "action": "deactivate", "role": { "role": "author" } }), vec!["role"]),
    ] {
        let refused = bulk(&scene, &scene.owner, accounts, wish.clone()).await.expect(422);
        assert_eq!(refused.fields(), fields, "{wish}");
    }
    let account = scene.get(&scene.owner, &format!("/api/admin/accounts/{ada}")).await.expect(200);
    assert_eq!(account.text_of("status"), "activated");
}
