//! What belongs to another platform is answered like what is nowhere, wherever an id is sent.

use serde_json::{Value, json};

use super::scene::{Person, Scene};

const NOTHING: &str = "00000000000000000000000001";

/// The administrator of a partner platform, that platform and another one.
async fn neighbours(scene: &Scene) -> (Person, String, String) {
    let (north, south) = (scene.partner("North").await, scene.partner("South").await);
    (scene.person("administrator", "partner", Some(&north), "Paula").await, north, south)
}

#[tokio::test]
async fn whom_one_would_enroll_in_a_path_from_elsewhere_is_nobody() {
    let scene = Scene::new().await;
    let (paula, north, south) = neighbours(&scene).await;
    let own = scene.account("learner", "partner", Some(&north), "Nora").await;
    let foreign = [
        scene.account("learner", "partner", Some(&south), "Sven").await,
        scene.account("learner", "internal", None, "Ida").await,
        scene.account("administrator", "internal", None, "Ada").await,
        scene.owner.id.to_string(),
    ];
    for kind in ["path", "program"] {
        let all = format!("/api/admin/places/{kind}");
        let form = json!({ "name": "Ropes", "partner": north });
        let place = scene.post(&paula, &all, form).await.expect(201).text_of("id");
        let all = format!("{all}/{place}/enrollments");
        let enroll = async |account: &str| scene.post(&paula, &all, json!({ "account": account })).await;
        let nothing = enroll(NOTHING).await.expect(404).text;
        for account in &foreign {
            assert_eq!(enroll(account).await.expect(404).text, nothing);
        }
        assert_eq!(scene.get(&paula, &all).await.expect(200).each("name"), Vec::<String>::new());
        enroll(&own).await.expect(201);
        // Whoever reaches every platform takes internal administrators in.
        scene.post(&scene.owner, &all, json!({ "account": foreign[2] })).await.expect(201);
    }
}

#[tokio::test]
async fn whom_one_would_take_out_of_a_course_from_elsewhere_is_nobody() {
    let scene = Scene::new().await;
    let (paula, north, south) = neighbours(&scene).await;
    let course = scene.course("partner", Some(&north), "Knots").await;
    scene.post(&scene.owner, &format!("/api/admin/courses/{course}/publish"), json!({})).await.expect(200);
    let own = scene.account("learner", "partner", Some(&north), "Nora").await;
    let sven = scene.account("learner", "partner", Some(&south), "Sven").await;
    let ida = scene.account("learner", "internal", None, "Ida").await;
    for action in ["enroll", "remove", "suspend"] {
        let form = json!({ "accounts": [NOTHING, sven, ida], "action": action });
        let answer = scene.post(&paula, &format!("/api/courses/{course}/enrollments/bulk"), form).await.expect(200);
        let became = |one: &Value| json!([one["outcome"], one["state"], one["problem"]["code"]]);
        let outcomes: Vec<Value> = answer.json()["outcomes"].as_array().unwrap().iter().map(became).collect();
        assert_eq!(outcomes, vec![json!(["refused", null, "not_found"]); 3], "{action}");
    }
    let form = json!({ "accounts": [own], "action": "remove" });
    let answer = scene.post(&paula, &format!("/api/courses/{course}/enrollments/bulk"), form).await.expect(200);
    assert_eq!(answer.json()["outcomes"][0]["outcome"], "unchanged", "of one's own it is told that nothing was to do");
}

#[tokio::test]
async fn profiles_and_custom_roles_of_elsewhere_are_not_there_to_be_given() {
    let scene = Scene::new().await;
    let (paula, north, south) = neighbours(&scene).await;
    let nils = scene.person("learner", "partner", Some(&north), "Nils").await;
    let sven = scene.account("learner", "partner", Some(&south), "Sven").await;
    let on = [format!("organization:{south}")];
    let profile = json!({ "kind": "power_profile", "name": "P", "actions": ["course.view"], "on": on });
    let custom = json!({ "kind": "custom_role", "name": "C", "parent": "author", "actions": ["course.create"] });
    for form in [profile, custom] {
        let made = scene.post(&scene.owner, &format!("/api/admin/permission-sets/{south}"), form.clone()).await;
        let set = made.expect(201).json()["set"]["id"].as_str().unwrap().to_owned();
        let kind = form["kind"].as_str().unwrap();
        for who in [&paula, &nils] {
            for account in [nils.id.to_string(), sven.clone(), NOTHING.to_owned()] {
                let wish = async |set: &str| {
                    let role = json!({ "role": format!("{kind}:{set}") });
                    scene.post(who, &format!("/api/admin/accounts/{account}/roles"), role).await
                };
                let (foreign, unknown) = (wish(&set).await, wish(NOTHING).await);
                assert_eq!((foreign.status, foreign.text), (unknown.status, unknown.text));
                let taken = async |set: &str| {
                    let path = format!("/api/admin/accounts/{account}/roles/{kind}:{set}/platform");
                    scene.delete(who, &path).await
                };
                let (foreign, unknown) = (taken(&set).await, taken(NOTHING).await);
                assert_eq!((foreign.status, foreign.text), (unknown.status, unknown.text));
            }
        }
    }
}
