//! Profile pages and friends, each route once.

use http::Method;
use portico_tests::Browser;
use portico_tests::pictures::jpeg;
use serde_json::{Value, json};

use super::meter::Meter;

/// Two people, their pages and their friendship.
pub async fn profiles(meter: &mut Meter, admin: &Browser) {
    let learner = || json!({ "tier": "learner", "type": "internal" });
    let (fay, by_fay) = meter.person(admin, "fay@example.org", learner()).await;
    let (_, by_gus) = meter.person(admin, "gus@example.org", learner()).await;
    let gus = by_gus.get("/api/login/me").await.expect(200).str("/account/id");
    meter.call(&by_fay, "POST /api/me/friends", [], json!({ "email": "gus@example.org" })).await;
    meter.get(&by_gus, "GET /api/me/friends/requests", []).await;
    meter.call(&by_gus, "POST /api/me/friends/{account}/accept", [&fay], json!({})).await;
    meter.get(&by_gus, "GET /api/me/friends", []).await;
    let form = json!({ "version": 0, "about": "Hello", "links": ["https://social.example/@fay"] });
    meter.call(&by_fay, "PUT /api/me/profile", [], form).await;
    let ask = by_fay.ask(Method::POST, "/api/me/photos").header("content-type", "image/jpeg").body(jpeg(3_000));
    let photo = meter.send("POST /api/me/photos", ask).await.str("/id");
    meter.get(&by_fay, "GET /api/me/profile", []).await;
    meter.get(&by_gus, "GET /api/people/{account}/profile", [&fay]).await;
    meter.get(&by_gus, "GET /api/people/{account}/photos/{photo}", [&fay, &photo]).await;
    meter.call(&by_fay, "DELETE /api/me/photos/{photo}", [&photo], Value::Null).await;
    meter.call(&by_fay, "DELETE /api/me/friends/{account}", [&gus], Value::Null).await;
    // Asked back by somebody who was asked.
    by_fay.post("/api/me/friends", json!({ "email": "gus@example.org" })).await.expect(202);
    by_gus.post("/api/me/friends", json!({ "email": "fay@example.org" })).await.expect(202);
}
