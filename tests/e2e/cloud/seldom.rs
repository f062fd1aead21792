//! What functions ask of the table only where several things come together, so that one call of every route does not show
//! it: a line that moves, and a change of a course that a profile permits.

use portico_tests::Browser;
use serde_json::json;

use crate::costs::meter::Meter;

/// A course with one seat, which three people want: then there are two seats, and then one of the three is gone.
pub(super) async fn what_comes_together(meter: &Meter, admin: &Browser) {
    let form = json!({ "audience": "internal", "title": "Hitches", "languages": ["en"], "price": { "amount": "0", "currency": "EUR" },
        "seats": 1, "self_enrollment": "open" });
    let course = admin.post("/api/admin/courses", form).await.expect(201).str("/id");
    let (all, one) = ("/api/admin/permission-sets/main", format!("/api/admin/courses/{course}"));
    admin.post(&format!("{one}/publish"), json!({})).await.expect(200);
    let learner = || json!({ "tier": "learner", "type": "internal" });
    let mut people = Vec::new();
    for name in ["una", "vera", "wanda"] {
        let (id, browser) = meter.person(admin, &format!("{name}@example.org"), learner()).await;
        browser.post(&format!("/api/my/courses/{course}/enroll"), json!({})).await.expect(201);
        people.push((id, browser));
    }
    let (una, by_una) = &people[0];
    let on = json!([format!("course:{course}")]);
    let form =
        json!({ "kind": "power_profile", "name": "Writers", "actions": ["course.view", "course.edit"], "on": on });
    let set = admin.post(all, form).await.expect(201).str("/set/id");
    let role = json!({ "role": format!("power_profile:{set}") });
    admin.post(&format!("/api/admin/accounts/{una}/roles"), role).await.expect(201);
    by_una.patch(&one, json!({ "title": "Hitches and bends" })).await.expect(200);
    admin.patch(&one, json!({ "seats": 2 })).await.expect(200);
    admin.delete(&format!("/api/admin/accounts/{una}")).await.expect(204);
}
