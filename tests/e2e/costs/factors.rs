//! Second factors: an app set up, proved, and taken away again.

use portico_tests::{Authenticator, Browser, PASSWORD, SecurityKey};
use serde_json::{Value, json};
use web::ACCESS_COOKIE;

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
    here.set_csrf(codes["csrf"].as_str().unwrap());
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
    passkeys(meter, admin).await;
}

/// A passkey: added, proved, copied, and taken away again.
async fn passkeys(meter: &mut Meter, admin: &Browser) {
    let email = "tuva@example.org";
    let (_, by_number) = meter.person(admin, email, json!({ "tier": "learner", "type": "internal" })).await;
    // Browsers keep passkeys for names only.
    let origin = meter.front.app.settings.origin.replace("127.0.0.1", "localhost");
    let here = Browser::new(&origin);
    here.set_cookie(ACCESS_COOKIE, &by_number.cookie(ACCESS_COOKIE).unwrap());
    here.set_csrf(&by_number.csrf().unwrap());
    let all = "/api/login/second-factors/passkeys";
    let mut key = SecurityKey::at(&origin);
    let asked = meter.call(&here, &format!("POST {all}"), [], json!({})).await.json();
    let form = json!({ "name": "Key", "credential": key.makes(&asked) });
    let added = meter.call(&here, &format!("POST {all}/confirm"), [], form).await;
    here.set_csrf(&added.str("/csrf"));

    let proof = "/api/login/second-factor/passkey";
    let half = Browser::new(&origin);
    let form = json!({ "email": email, "password": PASSWORD, "realm": "main" });
    half.post("/api/login", &form).await.expect(202);
    let asked = meter.call(&half, &format!("POST {proof}/question"), [], json!({})).await.json();
    meter.call(&half, &format!("POST {proof}"), [], json!({ "credential": key.proves(&asked) })).await;

    let copy = Browser::new(&origin);
    copy.post("/api/login", &form).await.expect(202);
    let asked = copy.post(&format!("{proof}/question"), json!({})).await.expect(200).json();
    key.count = 0;
    copy.post(proof, json!({ "credential": key.proves(&asked) })).await.expect(400);
    meter.call(&here, &format!("DELETE {all}/{{passkey}}"), [&key.id()], Value::Null).await;
}
