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
