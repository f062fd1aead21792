//! Everything that is kept of oneself, as one file.

use jiff::SignedDuration;
use portico_tests::pictures::png;
use portico_tests::{PASSWORD, World};
use serde_json::json;

const DATA: &str = "/api/me/data";

#[tokio::test(flavor = "multi_thread")]
async fn the_file_holds_what_is_kept_and_no_secret() {
    let world = World::start().await;
    let staff = world.founder().await;
    let course = world.course_with_lessons(true).await.id.to_string();
    let ada = world.learner(&course, "ada@example.org").await;
    let bob = world.learner(&course, "bob@example.org").await;
    let id = ada.get("/api/login/me").await.expect(200).str("/account/id");
    let outline = ada.get(&format!("/api/my/courses/{course}")).await.expect(200);
    let lesson = outline.str("/sections/0/lessons/0/id");
    ada.post(&format!("/api/my/courses/{course}/lessons/{lesson}/done"), json!({})).await.expect(200);
    ada.put("/api/me/profile", json!({ "version": 0, "about": "I count things" })).await.expect(200);
    ada.ask(http::Method::POST, "/api/me/photos")
        .header("content-type", "image/png")
        .body(png())
        .send()
        .await
        .expect(201);
    staff.patch(&format!("/api/admin/accounts/{id}"), json!({ "name": "Ada King" })).await.expect(200);

    let file = ada.get(DATA).await.expect(200);
    assert_eq!(file.header("content-disposition"), "attachment; filename=\"my-data.json\"");
    let data = file.json();
    assert_eq!((&data["account"]["name"], &data["account"]["email"]), (&json!("Ada King"), &json!("ada@example.org")));
    assert_eq!((&data["courses"][0]["course"], &data["courses"][0]["by"]), (&json!(course), &json!(["order"])));
    assert_eq!(data["courses"][0]["lessons_done"], json!([lesson]));
    assert_eq!(
        (&data["orders"][0]["paid"]["amount"], &data["orders"][0]["state"]),
        (&json!("29.00"), &json!("fulfilled"))
    );
    assert_eq!(data["profile"]["about"], "I count things");
    assert_eq!(data["profile"]["photos"].as_array().unwrap().len(), 1);
    assert_eq!(data["logins"].as_array().unwrap().len(), 1);
    let edited = data["audit"].as_array().unwrap().iter().find(|deed| deed["action"] == "user.edit").unwrap();
    assert_eq!((&edited["by"], &edited["after"]["name"]), (&json!("staff"), &json!("Ada King")));
    assert_eq!(data["cut_off"], json!([]));
    let text = file.text();
    for secret in ["seed", "secret", "hash", "argon2", "bob@example.org", "generation"] {
        assert!(!text.contains(secret), "{secret} in {text}");
    }
    assert!(!text.contains(&bob.get("/api/login/me").await.expect(200).str("/account/id")), "of somebody else");
    world.browser().get(DATA).await.expect(401);
}

#[tokio::test(flavor = "multi_thread")]
async fn friends_are_named_and_whoever_is_logged_in_as_somebody_gets_no_file() {
    let world = World::start().await;
    let staff = world.founder().await;
    let learner = json!({ "tier": "learner", "type": "internal" });
    let (_, ada) = world.person(&staff, "ada@example.org", learner.clone()).await;
    let (bob_id, bob) = world.person(&staff, "bob@example.org", learner).await;
    ada.post("/api/me/friends", json!({ "email": "bob@example.org" })).await;
    let asked = ada.get(DATA).await.expect(200).json();
    assert_eq!(asked["friends_asked"][0]["account"], json!(bob_id));
    let ada_id = bob.get(DATA).await.expect(200).str("/friend_requests/0/account");
    bob.post(&format!("/api/me/friends/{ada_id}/accept"), json!({})).await;
    let friends = ada.get(DATA).await.expect(200).json();
    assert_eq!((&friends["friends"][0]["account"], &friends["friends_asked"]), (&json!(bob_id), &json!([])));

    let staff_id = staff.get("/api/login/me").await.expect(200).str("/account/id");
    world.forward(SignedDuration::from_mins(1));
    staff.post("/api/login/confirm", json!({ "password": PASSWORD })).await.expect(204);
    let reason = json!({ "reason": "asked by phone" });
    let acting = staff.post(&format!("/api/admin/accounts/{ada_id}/log-in-as"), reason).await.expect(200);
    staff.set_csrf(&acting.str("/csrf"));
    staff.get(DATA).await.expect(403);
    staff.delete("/api/me").await.expect(403);
    staff.get("/api/my/orders").await.expect(200);

    // That it happened and why is told; who it was, and with which login, is not.
    let file = ada.get(DATA).await.expect(200);
    let acted = |deed: &&serde_json::Value| deed["action"] == "user.impersonate";
    let deed = file.json()["audit"].as_array().unwrap().iter().find(acted).cloned().unwrap();
    assert_eq!((&deed["by"], &deed["after"]), (&json!("staff"), &json!({ "reason": "asked by phone" })));
    assert!(!file.text().contains(&staff_id), "{}", file.text());
}
