//! Second factors: an app set up, proved, and taken away again.

use portico_tests::{Authenticator, Browser, PASSWORD};
use serde_json::{Value, json};

use super::meter::Meter;

/// What somebody does with their second factors, and what an administrator does for them.
pub async fn second_factors(meter: &mut Meter, admin: &Browser) {
    let email = "tove@example.org";
    let (id, here) = meter.person(admin, email, json!({ "tier": "learner", "type": "internal" })).await;
    let all = "/api/login/second-factors";
    let offered = meter.call(&here, &format!("POST {all}/app"), [], json!({})).await;
    let app = Authenticator::with(&offered.str("/secret"));
    let code = json!({ "code": app.shows(meter.front.app.clock.now()) });
    let codes = meter.call(&here, &format!("POST {all}/app/confirm"), [], code).await.json();
    meter.get(&here, &format!("GET {all}"), []).await;

    let half = meter.front.browser();
    let form = json!({ "email": email, "password": PASSWORD, "realm": "main" });
    half.post("/api/login", form).await.expect(202);
    meter.get(&half, "GET /api/login/second-factor", []).await;
    let code = json!({ "code": codes["recovery_codes"][0] });
    meter.call(&half, "POST /api/login/second-factor", [], code).await;

    meter.call(&here, &format!("POST {all}/recovery-codes"), [], json!({})).await;
    meter.call(&here, &format!("DELETE {all}/app"), [], Value::Null).await;
    meter.call(admin, "POST /api/admin/accounts/{account}/reset-second-factors", [&id], json!({})).await;
}
