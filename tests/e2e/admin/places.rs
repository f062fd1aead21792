//! Groups, teams, channels, paths and programs: made, listed, renamed, filled and deleted, each kind the same way.

use serde_json::{Value, json};

use super::scene::Scene;

const KINDS: [&str; 5] = ["group", "team", "channel", "path", "program"];

fn all(kind: &str) -> String {
    format!("/api/admin/places/{kind}")
}

#[tokio::test]
async fn every_kind_of_place_lives_the_same_life() {
    let scene = Scene::new().await;
    let lea = scene.account("learner", "internal", None, "Lea").await;
    for kind in KINDS {
        let made = scene.post(&scene.owner, &all(kind), json!({ "name": "Öresund" })).await.expect(201).json();
        assert_eq!((&made["kind"], &made["partner"], &made["version"]), (&json!(kind), &Value::Null, &json!(1)));
        let id = made["id"].as_str().unwrap();
        scene.post(&scene.owner, &all(kind), json!({ "name": "Baltic" })).await.expect(201);
        let path = format!("{}/{id}", all(kind));
        let first = scene.get(&scene.owner, &format!("{}?limit=1", all(kind))).await.expect(200);
        assert_eq!(first.each("name"), ["Baltic"]);
        let second = format!("{}?limit=1&cursor={}", all(kind), first.text_of("next"));
        assert_eq!(scene.get(&scene.owner, &second).await.expect(200).each("name"), ["Öresund"]);
        assert_eq!(scene.get(&scene.owner, &format!("{}?q=%C3%B6re", all(kind))).await.each("name"), ["Öresund"]);
        scene.patch(&scene.owner, &path, json!({ "name": "Kattegat" })).await.expect(200);
        assert_eq!(scene.get(&scene.owner, &path).await.expect(200).text_of("name"), "Kattegat");
        let members = format!("{path}/members");
        if kind != "channel" {
            scene.post(&scene.owner, &members, json!({ "account": lea })).await.expect(201);
            scene.post(&scene.owner, &members, json!({ "account": lea })).await.expect(409);
            let listed = scene.get(&scene.owner, &members).await.expect(200);
            assert!(listed.each("name").contains(&"Lea".to_owned()), "{kind}: {}", listed.text);
            let one = format!("{members}/{lea}");
            scene.delete(&scene.owner, &one).await.expect(204);
            scene.delete(&scene.owner, &one).await.expect(404);
            scene.post(&scene.owner, &members, json!({ "account": lea })).await.expect(201);
        }
        scene.delete(&scene.owner, &path).await.expect(204);
        scene.get(&scene.owner, &path).await.expect(404);
        scene.delete(&scene.owner, &path).await.expect(404);
        let roles = scene.get(&scene.owner, &format!("/api/admin/accounts/{lea}/roles")).await.expect(200).json();
        assert_eq!(roles["roles"], json!([]), "with the {kind} go its roles");
    }
}

#[tokio::test]
async fn a_place_of_one_kind_is_no_place_of_another() {
    let scene = Scene::new().await;
    let path = scene.post(&scene.owner, &all("path"), json!({ "name": "Path" })).await.expect(201).text_of("id");
    for kind in ["group", "team", "channel", "program", "shed"] {
        scene.get(&scene.owner, &format!("{}/{path}", all(kind))).await.expect(404);
        scene.delete(&scene.owner, &format!("{}/{path}", all(kind))).await.expect(404);
    }
    scene.post(&scene.owner, &all("shed"), json!({ "name": "Shed" })).await.expect(404);
    scene.get(&scene.owner, &all("shed")).await.expect(404);
    for id in ["x", "%00", "..%2f.."] {
        scene.get(&scene.owner, &format!("{}/{id}", all("group"))).await.expect(404);
    }
}

#[tokio::test]
async fn wrong_fields_are_named() {
    let scene = Scene::new().await;
    let id = scene.post(&scene.owner, &all("group"), json!({ "name": "G" })).await.expect(201).text_of("id");
    let path = format!("{}/{id}", all("group"));
    for form in [json!({}), json!({ "name": " " }), json!({ "name": "a\nb" }), json!({ "name": "x".repeat(401) })] {
        assert_eq!(scene.post(&scene.owner, &all("group"), form.clone()).await.expect(422).fields(), ["name"]);
        assert_eq!(scene.patch(&scene.owner, &path, form).await.expect(422).fields(), ["name"]);
    }
    let nobody = json!({ "name": "G", "partner": "00000000000000000000000001" });
    assert_eq!(
        scene.post(&scene.owner, &all("group"), nobody).await.expect(403).text_of("code"),
        "guard.no_such_partner"
    );
    assert_eq!(scene.get(&scene.owner, &format!("{}?partner=x", all("group"))).await.expect(422).fields(), ["partner"]);
    scene.post(&scene.owner, &format!("{path}/members"), json!({})).await.expect(422);
    let nobody = json!({ "account": "00000000000000000000000001" });
    scene.post(&scene.owner, &format!("{path}/members"), nobody).await.expect(404);
}

#[tokio::test]
async fn members_see_each_other_and_administrators_of_the_group_decide_who_belongs() {
    let scene = Scene::new().await;
    let (tom, lea) = (
        scene.person("learner", "internal", None, "Tom").await,
        scene.person("learner", "internal", None, "Lea").await,
    );
    let ben = scene.account("learner", "internal", None, "Ben").await;
    scene.post(&tom, &all("group"), json!({ "name": "Mine" })).await.expect(403);
    scene.give(tom.id, "mentor", "platform").await.expect(201);
    let group = scene.post(&tom, &all("group"), json!({ "name": "Mine" })).await.expect(201).text_of("id");
    let path = format!("{}/{group}", all("group"));
    let members = format!("{path}/members");
    // Mentors own no groups; who makes one administers it.
    assert_eq!(scene.get(&tom, &members).await.expect(200).each("role"), ["group_administrator"]);
    scene.get(&lea, &path).await.expect(403);
    scene.post(&tom, &members, json!({ "account": lea.id.to_string() })).await.expect(201);
    scene.get(&lea, &path).await.expect(200);
    assert_eq!(scene.get(&lea, &members).await.expect(200).each("name"), ["Tom", "Lea"]);
    scene.post(&lea, &members, json!({ "account": ben })).await.expect(403);
    scene.delete(&lea, &format!("{members}/{}", tom.id)).await.expect(403);
    scene.patch(&lea, &path, json!({ "name": "Ours" })).await.expect(403);
    scene.delete(&lea, &path).await.expect(403);
    scene.get(&tom, &all("group")).await.expect(403);
    scene.patch(&tom, &path, json!({ "name": "Ours" })).await.expect(200);
    scene.delete(&tom, &format!("{members}/{}", lea.id)).await.expect(204);
    scene.get(&lea, &path).await.expect(403);
    scene.delete(&tom, &path).await.expect(204);
}

#[tokio::test]
async fn places_stand_behind_the_wall_of_their_platform() {
    let scene = Scene::new().await;
    let (north, south) = (scene.partner("North").await, scene.partner("South").await);
    let paula = scene.person("administrator", "partner", Some(&north), "Paula").await;
    let sven = scene.account("learner", "partner", Some(&south), "Sven").await;
    for kind in KINDS {
        let form = |partner: Option<&str>| json!({ "name": "Place", "partner": partner });
        let own = scene.post(&paula, &all(kind), form(Some(&north))).await.expect(201).text_of("id");
        scene.post(&paula, &all(kind), form(Some(&south))).await.expect(404);
        scene.post(&paula, &all(kind), form(None)).await.expect(404);
        scene.get(&paula, &format!("{}?partner={north}", all(kind))).await.expect(200);
        scene.get(&paula, &format!("{}?partner={south}", all(kind))).await.expect(404);
        let foreign = scene.post(&scene.owner, &all(kind), form(Some(&south))).await.expect(201).text_of("id");
        let path = format!("{}/{foreign}", all(kind));
        scene.get(&paula, &path).await.expect(404);
        scene.get(&paula, &format!("{path}/members")).await.expect(404);
        scene.patch(&paula, &path, json!({ "name": "Mine" })).await.expect(404);
        scene.delete(&paula, &path).await.expect(404);
        let members = format!("{}/{own}/members", all(kind));
        // Sven is of another platform: for Paula there is no such account, and nobody puts him there.
        scene.post(&paula, &members, json!({ "account": sven })).await.expect(404);
        scene.post(&scene.owner, &members, json!({ "account": sven })).await.expect(404);
    }
}

#[tokio::test]
async fn a_role_of_paths_is_held_on_no_program_and_the_other_way_round() {
    let scene = Scene::new().await;
    let lea = scene.account("learner", "internal", None, "Lea").await;
    let mut objects = Vec::new();
    for kind in ["path", "program"] {
        let place = scene.post(&scene.owner, &all(kind), json!({ "name": "Seamanship" })).await.expect(201);
        objects.push(format!("path:{}", place.text_of("id")));
    }
    for (own, other, roles) in [
        (&objects[0], &objects[1], &["path_administrator", "path_assistant", "path_learner"][..]),
        (&objects[1], &objects[0], &["program_tutor", "program_learner"]),
    ] {
        for role in roles {
            // Who may hold which is another matter; here it is that there is no such path or no such program.
            scene.give(&lea, role, other).await.expect(404);
            assert_ne!(scene.give(&lea, role, own).await.status, 404, "{role}");
        }
    }
}
