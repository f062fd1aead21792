//! One call of every route about profiles and custom roles, with somebody who holds one.

use portico_tests::Browser;
use serde_json::{Value, json};

use super::meter::Meter;

/// Profiles and custom roles, with somebody who holds one.
pub async fn permission_sets(meter: &mut Meter, admin: &Browser, course: &str) {
    let all = "/api/admin/permission-sets/{tenant}";
    let one = format!("{all}/{{set}}");
    let (view, enroll) = ("course.view", "course.enrollment.create");
    let on = json!([format!("course:{course}")]);
    let form = json!({ "kind": "power_profile", "name": "Helpers", "actions": [view, enroll], "on": on });
    let made = meter.call(admin, &format!("POST {all}"), ["main"], form).await;
    let set = made.str("/set/id");
    let kind = json!({ "tier": "learner", "type": "internal" });
    let (helper, browser) = meter.person(admin, "helper@example.org", kind).await;
    let role = json!({ "role": format!("power_profile:{set}") });
    admin.post(&format!("/api/admin/accounts/{helper}/roles"), role).await.expect(201);
    // What a holder does reads the profile, and writes over the version that permitted it.
    browser.get("/api/login/me").await.expect(200);
    browser.get(&format!("/api/admin/courses/{course}")).await.expect(200);
    let enrolled = json!({ "account": helper });
    browser.post(&format!("/api/courses/{course}/enrollments"), enrolled).await.expect(201);
    let form = json!({ "version": 1, "name": "Helpers", "actions": [view], "on": on });
    meter.call(admin, &format!("PUT {one}"), ["main", &set], form).await;
    meter.get(admin, &format!("GET {all}"), ["main", "?kind=power_profile"]).await;
    meter.get(admin, &format!("GET {one}"), ["main", &set]).await;
    meter.get(admin, &format!("GET {one}/versions"), ["main", &set]).await;
    meter.get(admin, &format!("GET {one}/holders"), ["main", &set]).await;
    let form = json!({ "version": 2, "restore": 1 });
    meter.call(admin, &format!("POST {one}/restore"), ["main", &set], form).await;
    meter.call(admin, &format!("DELETE {one}"), ["main", &set, "?holders=1"], Value::Null).await;
}
