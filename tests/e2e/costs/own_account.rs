//! One's own orders, everything that is kept of oneself, and the end of the account, each route once.

use portico_tests::{Browser, PASSWORD};
use serde_json::{Value, json};

use super::meter::Meter;

/// What a public learner does who bought a course.
pub async fn own_account(meter: &mut Meter, admin: &Browser, email: &str) {
    let form = json!({ "token": meter.mailed_token(email).await, "password": PASSWORD });
    meter.front.browser().post("/api/signup/password", form).await.expect(200);
    let own = meter.signed_in(email, "public").await;
    let order = meter.get(&own, "GET /api/my/orders", []).await.str("/orders/0/id");
    meter.get(&own, "GET /api/my/orders/{order}/invoice", [&order]).await;
    // With a certificate, which goes with the account.
    let account = own.get("/api/login/me").await.expect(200).str("/account/id");
    let course = own.get("/api/my/courses").await.expect(200).str("/courses/0/course/id");
    let complete = format!("/api/courses/{course}/enrollments/{account}/complete");
    admin.post(&complete, json!({})).await.expect(200);
    meter.get(&own, "GET /api/me/data", []).await;
    meter.call(&own, "DELETE /api/me", [], Value::Null).await;
}
