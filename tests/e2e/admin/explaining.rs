//! Why somebody may or may not do something, for administrators who are asked.

use serde_json::json;

use super::scene::Scene;

#[tokio::test]
async fn a_decision_names_what_grants_it_and_what_stands_against_it() {
    let scene = Scene::new().await;
    let (north, south) = (scene.partner("North").await, scene.partner("South").await);
    let paula = scene.account("administrator", "partner", Some(&north), "Paula").await;
    let (own, foreign) =
        (scene.course("partner", Some(&north), "Own").await, scene.course("partner", Some(&south), "Foreign").await);
    let explain = async |account: &str, action: &str, object: &str| {
        let path = format!("/api/permissions/explain?account={account}&action={action}&object={object}");
        scene.get(&scene.owner, &path).await.expect(200).json()
    };
    let allowed = explain(&paula, "course.edit", &format!("course:{own}")).await;
    assert_eq!(allowed["allowed"], true);
    assert_eq!(
        allowed["granted_by"][0],
        json!({ "role": "partner_administrator", "reach": "own_tenant", "statements": ["S000-16"], "set": null })
    );
    let walled = explain(&paula, "course.edit", &format!("course:{foreign}")).await;
    assert_eq!((&walled["allowed"], &walled["denied_by"][0]["id"]), (&json!(false), &json!("guard.tenant_wall")));
    let nothing = explain("visitor", "course.edit", &format!("course:{own}")).await;
    assert_eq!((&nothing["allowed"], &nothing["granted_by"]), (&json!(false), &json!([])));
    let owner = explain(&paula, "user.edit", &format!("account:{}", scene.owner.id)).await;
    let guards: Vec<&str> =
        owner["denied_by"].as_array().unwrap().iter().filter_map(|guard| guard["id"].as_str()).collect();
    assert_eq!(guards, ["guard.tenant_wall", "guard.owner_protected", "guard.above_own_rank"]);
}

#[tokio::test]
async fn an_explanation_follows_the_account_as_it_is_now() {
    let scene = Scene::new().await;
    let ada = scene.account("administrator", "internal", None, "Ada").await;
    let path = format!("/api/permissions/explain?account={ada}&action=user.directory.view_full&object=tenant:main");
    assert_eq!(scene.get(&scene.owner, &path).await.expect(200).json()["allowed"], true);
    scene.post(&scene.owner, &format!("/api/admin/accounts/{ada}/deactivate"), json!({})).await.expect(200);
    let off = scene.get(&scene.owner, &path).await.expect(200).json();
    assert_eq!(off["denied_by"][0]["id"], "guard.account_deactivated");
    let nobody = path.replace(&ada, "00000000000000000000000001");
    scene.get(&scene.owner, &nobody).await.expect(404);
}

#[tokio::test]
async fn whoever_reaches_somebody_through_a_group_is_told_before_many_others() {
    let scene = Scene::new().await;
    let north = scene.partner("North").await;
    let ben = scene.account("learner", "partner", Some(&north), "Ben").await;
    let form = json!({ "name": "Readers", "partner": north });
    let group = scene.post(&scene.owner, "/api/admin/places/group", form).await.expect(201).text_of("id");
    let members = format!("/api/admin/places/group/{group}/members");
    // Many who hold something on the platform were made before whoever holds something on the group.
    let rows: String = (0..101).map(|n| format!("Person {n},person-{n}@example.org,1\n")).collect();
    let table = format!("name,email,role\n{rows}");
    let import = format!("/api/admin/accounts/import?realm={north}");
    scene.send(&scene.owner, http::Method::POST, &import, "text/csv", table).await.expect(200);
    let pol = scene.account("learner", "partner", Some(&north), "Pol").await;
    scene.post(&scene.owner, &members, json!({ "account": ben })).await.expect(201);
    let on = format!("group:{group}");
    let form = json!({ "role": "power_user", "object": on, "actions": ["user.edit"] });
    scene.post(&scene.owner, &format!("/api/admin/accounts/{pol}/roles"), form).await.expect(201);
    let who = format!("/api/permissions/who?action=user.edit&object=account:{ben}");
    let who = scene.get(&scene.owner, &who).await.expect(200).json();
    let people: Vec<_> = who["people"].as_array().unwrap().iter().map(|one| one["name"].clone()).collect();
    // Whoever made the group owns it.
    assert_eq!((people, &who["more"]), (vec![json!("Olga Owner"), json!("Pol")], &json!(true)), "{who}");
}

#[tokio::test]
async fn whoever_held_a_type_that_is_switched_off_is_a_plain_learner_again() {
    let scene = Scene::new().await;
    let lea = scene.person("learner", "internal", None, "Lea").await;
    let types = async |version: u64, there: bool| {
        let form = json!({ "version": version, "types": { "content_administrator": there } });
        scene.put(&scene.owner, "/api/admin/account-types", form).await.expect(200);
    };
    let open = async |title: &str| {
        let course = scene.course("internal", None, title).await;
        let open = json!({ "self_enrollment": "open" });
        scene.patch(&scene.owner, &format!("/api/admin/courses/{course}"), open).await.expect(200);
        scene.post(&scene.owner, &format!("/api/admin/courses/{course}/publish"), json!({})).await.expect(200);
        format!("/api/my/courses/{course}/enroll")
    };
    types(0, true).await;
    scene.give(lea.id, "content_administrator", "platform").await.expect(201);
    scene.post(&lea, &open("Knots").await, json!({})).await.expect(201);
    types(1, false).await;
    scene.post(&lea, &open("Ropes").await, json!({})).await.expect(201);
    // What would be so with the type is still told.
    let why = format!("/api/permissions/explain?account={}&action=resource.create&object=tenant:main", lea.id);
    let why = scene.get(&scene.owner, &why).await.expect(200).json();
    assert_eq!(why["withheld"][0]["id"], "withheld.not_offered", "{why}");
}
