//! What functions ask of the table only where several things come together, so that one call of every route does not show
//! it: a line that moves, what a profile permits, addresses and places that go, and the doors of partners.

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
    by_una.get("/api/me/profile").await.expect(200);
    admin.delete(&format!("/api/admin/accounts/{una}")).await.expect(204);
    admin.patch(&one, json!({ "slug": "hitches-and-bends" })).await.expect(200);
    places_and_profiles(admin).await;
    by_a_profile(meter, admin, &course).await;
    at_a_partners_door(meter, admin).await;
}

/// A path and a group; what a profile reaches there; and the path goes.
async fn places_and_profiles(admin: &Browser) {
    let partner = admin.get("/api/admin/partners").await.expect(200).str("/items/0/id");
    let mut on = vec![format!("organization:{partner}")];
    for kind in ["path", "group"] {
        let made = admin.post(&format!("/api/admin/places/{kind}"), json!({ "name": "Piers" })).await.expect(201);
        on.push(format!("{kind}:{}", made.str("/id")));
    }
    let form = json!({ "kind": "power_profile", "name": "Piers", "actions": ["course.view"], "on": &on[1..] });
    let all = "/api/admin/permission-sets/";
    let set = admin.post(&format!("{all}main"), form).await.expect(201).str("/set/id");
    admin.get(&format!("{all}main/{set}")).await.expect(200);
    let form = json!({ "kind": "power_profile", "name": "All", "actions": ["course.view"], "on": &on[..1] });
    admin.post(&format!("{all}{partner}"), form).await.expect(201);
    let path = on[1].replace(':', "/");
    admin.delete(&format!("/api/admin/places/{path}")).await.expect(204);
}

/// Somebody who is logged in as another one by a profile: what they do holds to it.
async fn by_a_profile(meter: &Meter, admin: &Browser, course: &str) {
    let learner = || json!({ "tier": "learner", "type": "internal" });
    let (helper, by_helper) = meter.person(admin, "xenia@example.org", learner()).await;
    let (helped, _) = meter.person(admin, "yves@example.org", learner()).await;
    let actions = ["user.impersonate", "user.details.view"];
    let form = json!({ "kind": "power_profile", "name": "Help desk", "actions": actions, "on": ["platform"] });
    let set = admin.post("/api/admin/permission-sets/main", form).await.expect(201).str("/set/id");
    let role = json!({ "role": format!("power_profile:{set}") });
    admin.post(&format!("/api/admin/accounts/{helper}/roles"), role).await.expect(201);
    let reason = json!({ "reason": "asked by phone" });
    let acting = by_helper.post(&format!("/api/admin/accounts/{helped}/log-in-as"), reason).await.expect(200);
    by_helper.set_csrf(&acting.str("/csrf"));
    by_helper.post(&format!("/api/my/courses/{course}/enroll"), json!({})).await.expect(201);
    by_helper.post("/api/logout", json!({})).await.expect(204);
}

/// Whoever asks for an account of a partner platform has it at once where that is open.
async fn at_a_partners_door(meter: &Meter, admin: &Browser) {
    let rules = admin.get("/api/admin/registration").await.expect(200).json();
    let open = json!({ "version": rules["version"], "mode": "open" });
    admin.put("/api/admin/registration", open).await.expect(200);
    let partner = admin.get("/api/admin/partners").await.expect(200).str("/items/0/slug");
    let form = json!({ "name": "Zoe", "email": "zoe@example.org", "realm": partner });
    meter.front.browser().post("/api/signup/request", form).await.expect(202);
}
