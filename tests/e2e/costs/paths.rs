//! Enrollments in a path, each route once.

use portico_tests::Browser;
use serde_json::{Value, json};

use super::meter::Meter;

/// A path, somebody whom staff enrolls in it, and somebody who enrolls by themselves.
pub async fn paths(meter: &mut Meter, admin: &Browser, otto: &str) {
    let learner = json!({ "tier": "learner", "type": "internal" });
    let (_, pam) = meter.person(admin, "pam@example.org", learner).await;
    let path = admin.post("/api/admin/places/path", json!({ "name": "Harbours" })).await.expect(201).str("/id");
    let path = path.as_str();
    let (all, one) =
        ("/api/admin/places/{kind}/{place}/enrollments", "/api/admin/places/{kind}/{place}/enrollments/{account}");
    meter.call(admin, &format!("POST {all}"), ["path", path], json!({ "account": otto })).await;
    meter.call(admin, &format!("POST {one}/{{transition}}"), ["path", path, otto, "suspend"], json!({})).await;
    meter.get(admin, &format!("GET {all}"), ["path", path]).await;
    meter.call(&pam, "POST /api/my/paths/{path}/enroll", [path], json!({})).await;
    meter.get(&pam, "GET /api/my/paths", []).await;
    meter.call(admin, &format!("DELETE {one}"), ["path", path, otto], Value::Null).await;
}
