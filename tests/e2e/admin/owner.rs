//! The platform has one owner, whoever tries at the same time.

use http::Method;
use serde_json::{Value, json};

use super::scene::{Person, Scene};

const OWNER: &str = "/api/admin/platform/owner";

/// The names of those who hold the platform.
async fn owners(scene: &Scene, who: &Person) -> Vec<String> {
    scene.get(who, "/api/admin/holders?object=platform&role=owner").await.expect(200).each("name")
}

#[tokio::test]
async fn the_owner_hands_over_and_is_an_administrator_like_others_afterwards() {
    let scene = Scene::new().await;
    let ada = scene.person("administrator", "internal", None, "Ada").await;
    let learner = scene.account("learner", "internal", None, "Lea").await;
    let to = |id: &dyn std::fmt::Display| json!({ "account": id.to_string() });
    let refused = scene.post(&ada, OWNER, to(&ada.id)).await.expect(403);
    assert_eq!(refused.text_of("code"), "grant.missing");
    assert_eq!(scene.post(&scene.owner, OWNER, to(&learner)).await.expect(422).fields(), ["role"]);
    scene.post(&scene.owner, OWNER, to(&"00000000000000000000000001")).await.expect(404);
    assert_eq!(scene.post(&scene.owner, OWNER, json!({ "account": "x" })).await.expect(422).fields(), ["account"]);
    scene.post(&scene.owner, OWNER, to(&scene.owner.id)).await.expect(422);
    let path = format!("/api/admin/accounts/{}", ada.id);
    scene.post(&scene.owner, &format!("{path}/deactivate"), json!({})).await.expect(200);
    assert_eq!(scene.post(&scene.owner, OWNER, to(&ada.id)).await.expect(422).fields(), ["account"]);
    scene.post(&scene.owner, &format!("{path}/reactivate"), json!({})).await.expect(200);
    // Nobody could reach an owner whose account ends, or one that nobody ever came into.
    for end in [json!("2100-01-01T00:00:00Z"), Value::Null] {
        let handed_over = end.is_null();
        scene.patch(&scene.owner, &path, json!({ "expires_at": end })).await.expect(200);
        if !handed_over {
            assert_eq!(scene.post(&scene.owner, OWNER, to(&ada.id)).await.expect(422).fields(), ["account"]);
        }
    }
    let nobody = scene.account("administrator", "internal", None, "Nobody").await;
    assert_eq!(scene.post(&scene.owner, OWNER, to(&nobody)).await.expect(422).fields(), ["account"]);
    scene.post(&scene.owner, OWNER, to(&ada.id)).await.expect(204);
    assert_eq!(owners(&scene, &scene.owner).await, ["Ada"]);
    let refused = scene.delete(&scene.owner, &path).await.expect(403);
    assert_eq!(refused.text_of("code"), "guard.owner_protected");
    let refused = scene.post(&scene.owner, OWNER, to(&scene.owner.id)).await.expect(403);
    assert_eq!(refused.text_of("code"), "grant.missing");
    let ada = scene.sign_in(&ada.id.to_string(), "Ada").await;
    let lines = scene.get(&ada, "/api/admin/audit?limit=2").await.expect(200);
    assert_eq!(lines.each("action"), ["super_status.transfer", "super_status.transfer"]);
    // From now on the former owner can be administered.
    scene.delete(&ada, &format!("/api/admin/accounts/{}", scene.owner.id)).await.expect(204);
}

#[tokio::test(flavor = "multi_thread")]
async fn of_many_attempts_at_once_one_succeeds() {
    let scene = std::sync::Arc::new(Scene::new().await);
    let mut heirs = Vec::new();
    for number in 0..6 {
        heirs.push(scene.person("administrator", "internal", None, &format!("Heir {number}")).await.id);
    }
    let attempts: Vec<_> = heirs
        .iter()
        .map(|heir| {
            let (scene, form): (_, Value) = (scene.clone(), json!({ "account": heir }));
            tokio::spawn(async move { scene.post(&scene.owner, OWNER, form).await.status })
        })
        .collect();
    let mut statuses = Vec::new();
    for attempt in attempts {
        statuses.push(attempt.await.unwrap());
    }
    assert_eq!(statuses.iter().filter(|status| **status == 204).count(), 1, "{statuses:?}");
    assert!(statuses.iter().all(|status| [204, 403, 409].contains(status)), "{statuses:?}");
    assert_eq!(owners(&scene, &scene.owner).await.len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_operator_brings_a_platform_back_whose_owner_is_gone() {
    let scene = Scene::new().await;
    let ada = scene.person("administrator", "internal", None, "Ada").await;
    let operator = local::Operator::connect(&scene.world.folder().join("data")).await.unwrap();
    let ask = async |method: Method, path: &str, body: Value| {
        let reply = operator.ask(method, path, Some(&body)).await.unwrap();
        (reply.status.as_u16(), reply.body["code"].as_str().unwrap_or_default().to_owned())
    };
    let owners_account = format!("/api/admin/accounts/{}", scene.owner.id);
    let fine = (200, String::new());
    let end = json!({ "expires_at": "2020-01-01T00:00:00Z" });
    assert_eq!(ask(Method::PATCH, &owners_account, end).await, fine);
    scene.get(&scene.owner, "/api/admin/accounts").await.expect(403);
    assert_eq!(ask(Method::PATCH, &owners_account, json!({ "expires_at": null })).await, fine);
    scene.get(&scene.owner, "/api/admin/accounts").await.expect(200);
    assert_eq!(ask(Method::POST, &format!("{owners_account}/deactivate"), json!({})).await, fine);
    scene.get(&scene.owner, "/api/admin/accounts").await.expect(401);
    assert_eq!(ask(Method::POST, &format!("{owners_account}/reactivate"), json!({})).await, fine);
    let refused = ask(Method::DELETE, &owners_account, json!({})).await;
    assert_eq!(refused, (403, "guard.owner_protected".to_owned()));
    // Where nobody comes back into it, somebody else becomes the owner.
    let form = json!({ "tier": "administrator", "type": "internal", "name": "Nobody", "email": "nobody@example.org" });
    let nobody = scene.post(&ada, "/api/admin/accounts", form).await.expect(201).text_of("id");
    assert_eq!(ask(Method::POST, OWNER, json!({ "account": nobody })).await.0, 422);
    assert_eq!(ask(Method::POST, OWNER, json!({ "account": scene.owner.id.to_string() })).await.0, 422);
    assert_eq!(ask(Method::POST, OWNER, json!({ "account": ada.id.to_string() })).await.0, 204);
    assert_eq!(owners(&scene, &ada).await, ["Ada"]);
    scene.delete(&ada, &owners_account).await.expect(204);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_operator_names_an_owner_where_nobody_is_one() {
    let scene = Scene::new().await;
    let ada = scene.person("administrator", "internal", None, "Ada").await;
    let bea = scene.person("administrator", "internal", None, "Bea").await;
    let role =
        json!({ "pk": { "S": format!("ACCOUNT#{}", scene.owner.id) }, "sk": { "S": "ACCOUNT#ROLE#owner#platform" } });
    let gone = json!({ "TableName": scene.world.platform.app.settings.table, "Key": role, "ReturnValues": "ALL_OLD" });
    let gone = crate::cloud::ask_table(&scene.world, "DeleteItem", &gone).await;
    assert_eq!(gone["Attributes"]["role"]["S"], "owner", "{gone}");
    let to = |person: &Person| json!({ "account": person.id.to_string() });
    scene.post(&ada, OWNER, to(&ada)).await.expect(403);
    let operator = local::Operator::connect(&scene.world.folder().join("data")).await.unwrap();
    let reply = operator.ask(Method::POST, OWNER, Some(&to(&ada))).await.unwrap();
    assert_eq!(reply.status.as_u16(), 204, "{}", reply.body);
    assert_eq!(owners(&scene, &ada).await, ["Ada"]);
    // From then on it is handed over again.
    let reply = operator.ask(Method::POST, OWNER, Some(&to(&bea))).await.unwrap();
    assert_eq!(reply.status.as_u16(), 204, "{}", reply.body);
    assert_eq!(owners(&scene, &bea).await, ["Bea"]);
}
