//! Accounts of every type: what makes one, and what makes none (S000-01 to -05, -14, -15, -25, -43, -47, -48).

use serde_json::{Value, json};

use super::scene::Scene;

fn form(tier: &str, type_name: Value, partner: Value) -> Value {
    json!({ "tier": tier, "type": type_name, "partner": partner, "name": "Ada", "email": "ada@example.org" })
}

#[tokio::test]
async fn four_types_are_made_by_hand_and_come_back_as_they_were_made() {
    let scene = Scene::new().await;
    let partner = scene.partner("North").await;
    for (number, (tier, type_name, partner)) in [
        ("administrator", "internal", None),
        ("administrator", "partner", Some(partner.as_str())),
        ("learner", "internal", None),
        ("learner", "partner", Some(partner.as_str())),
    ]
    .into_iter()
    .enumerate()
    {
        let id = scene.account(tier, type_name, partner, &format!("Number {number}")).await;
        let account = scene.get(&scene.owner, &format!("/api/admin/accounts/{id}")).await.expect(200).json();
        assert_eq!(account["tier"], tier);
        assert_eq!(account["type"], type_name);
        assert_eq!(account["partner"], json!(partner));
        assert_eq!(account["status"], "activated");
        assert_eq!(account["email_verified"], false);
    }
}

#[tokio::test]
async fn what_makes_no_account_is_refused_under_its_field() {
    let scene = Scene::new().await;
    let partner = scene.partner("North").await;
    let before = scene.last_line().await;
    for (body, field) in [
        // S000-01, S000-02.
        (form("administrator", Value::Null, Value::Null), "type"),
        (form("learner", Value::Null, Value::Null), "type"),
        // S000-05.
        (form("administrator", json!("public"), Value::Null), "type"),
        // S000-14, S000-25.
        (form("administrator", json!("partner"), Value::Null), "partner"),
        (form("learner", json!("partner"), Value::Null), "partner"),
        // S000-15: one partner, and only where it belongs.
        (form("administrator", json!("internal"), json!(partner)), "partner"),
        (form("administrator", json!("partner"), json!([partner, partner])), "partner"),
    ] {
        let answer = scene.post(&scene.owner, "/api/admin/accounts", body.clone()).await.expect(422);
        assert_eq!(answer.fields(), [field], "{body}");
    }
    assert_eq!(scene.last_line().await, before, "nothing was written");
}

#[tokio::test]
async fn a_partner_comes_before_its_people() {
    let scene = Scene::new().await;
    let nowhere = json!("00000000000000000000000001");
    for tier in ["administrator", "learner"] {
        // S000-47, S000-48.
        let answer =
            scene.post(&scene.owner, "/api/admin/accounts", form(tier, json!("partner"), nowhere.clone())).await;
        assert_eq!(answer.expect(403).text_of("code"), "guard.no_such_partner");
    }
    let partner = scene.partner("North").await;
    scene
        .post(&scene.owner, "/api/admin/accounts", form("learner", json!("partner"), json!(partner)))
        .await
        .expect(201);
}

#[tokio::test]
async fn public_accounts_are_bought_and_not_made() {
    let scene = Scene::new().await;
    let answer = scene.post(&scene.owner, "/api/admin/accounts", form("learner", json!("public"), Value::Null)).await;
    assert_eq!(answer.expect(403).text_of("code"), "guard.made_by_payment");
}

#[tokio::test]
async fn an_address_is_unique_where_it_lives_and_nowhere_else() {
    let scene = Scene::new().await;
    let partner = scene.partner("North").await;
    let internal = form("learner", json!("internal"), Value::Null);
    scene.post(&scene.owner, "/api/admin/accounts", internal.clone()).await.expect(201);
    let again = scene.post(&scene.owner, "/api/admin/accounts", internal.clone()).await.expect(409);
    assert!(again.text_of("message").contains("e-mail address"), "{}", again.text);
    let mut capitals = internal;
    capitals["email"] = json!("ADA@Example.ORG");
    scene.post(&scene.owner, "/api/admin/accounts", capitals).await.expect(409);
    scene
        .post(&scene.owner, "/api/admin/accounts", form("learner", json!("partner"), json!(partner)))
        .await
        .expect(201);
}

#[tokio::test]
async fn deleting_frees_the_address() {
    let scene = Scene::new().await;
    let id = scene.account("learner", "internal", None, "Ada").await;
    let path = format!("/api/admin/accounts/{id}");
    scene.delete(&scene.owner, &path).await.expect(204);
    scene.delete(&scene.owner, &path).await.expect(404);
    scene.get(&scene.owner, &path).await.expect(404);
    scene.account("learner", "internal", None, "Ada").await;
}

/// Proves: A32
#[tokio::test]
async fn no_answer_holds_a_password_or_a_link() {
    let scene = Scene::new().await;
    let id = scene.account("learner", "internal", None, "Ada").await;
    let path = format!("/api/admin/accounts/{id}");
    let answers = [
        scene.post(&scene.owner, &format!("{path}/invite"), json!({})).await.expect(202),
        scene.get(&scene.owner, &path).await.expect(200),
        scene.get(&scene.owner, "/api/admin/accounts").await.expect(200),
        scene.get(&scene.owner, &format!("/api/admin/audit?object=account:{id}")).await.expect(200),
    ];
    for answer in answers {
        for word in ["password", "secret", "hash", "token", "://"] {
            assert!(!answer.text.contains(word), "{word} in {}", answer.text);
        }
    }
    let mails = scene.world.mails_to("ada@example.org").await;
    assert_eq!(mails.len(), 2, "the invitation and the one that was asked for");
}
