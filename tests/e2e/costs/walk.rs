//! One typical, successful call of every route, in an order in which each finds what it needs.

use hmac::{Hmac, KeyInit, Mac};
use http::Method;
use portico_tests::{Browser, PASSWORD};
use serde_json::{Value, json};
use sha2::Sha256;
use web::REFRESH_COOKIE;

use super::meter::Meter;

const FOUNDER: &str = "olga@portico.example";

/// Founds the platform, and signs its owner in.
pub async fn founding(meter: &mut Meter) -> Browser {
    let nobody = meter.front.browser();
    let link = meter.world.platform.administrator.clone().unwrap();
    let token = link.split_once("token=").unwrap().1;
    meter.get(&nobody, "GET /api/health", []).await;
    meter.get(&nobody, "GET /api/signup/administrator", [&format!("?token={token}")]).await;
    let form = json!({ "token": token, "name": "Olga Owner", "email": FOUNDER, "password": PASSWORD });
    meter.call(&nobody, "POST /api/signup/administrator", [], form).await;
    let form = json!({ "email": FOUNDER, "password": PASSWORD, "realm": "main" });
    let signed_in = meter.call(&nobody, "POST /api/login", [], form).await;
    nobody.set_csrf(&signed_in.str("/csrf"));
    nobody
}

/// Partner platforms and accounts.
pub async fn people(meter: &mut Meter, admin: &Browser) {
    let partner = meter.call(admin, "POST /api/admin/partners", [], json!({ "name": "North" })).await.str("/id");
    meter.get(admin, "GET /api/admin/partners", []).await;
    meter.get(admin, "GET /api/admin/partners/{partner}", [&partner]).await;
    meter.call(admin, "PATCH /api/admin/partners/{partner}", [&partner], json!({ "name": "Far north" })).await;

    let form = json!({ "tier": "learner", "type": "internal", "name": "Otto", "email": "otto@example.org" });
    let otto = meter.call(admin, "POST /api/admin/accounts", [], form).await.str("/id");
    let token = meter.mailed_token("otto@example.org").await;
    let nobody = meter.front.browser();
    meter.get(&nobody, "GET /api/signup/password", [&format!("?token={token}")]).await;
    let form = json!({ "token": token, "password": PASSWORD });
    meter.call(&nobody, "POST /api/signup/password", [], form).await;
    meter.signed_in("otto@example.org", "main").await;
    meter.get(admin, "GET /api/admin/accounts", []).await;
    meter.get(admin, "GET /api/admin/accounts/{account}", [&otto]).await;
    meter.call(admin, "PATCH /api/admin/accounts/{account}", [&otto], json!({ "name": "Otto Other" })).await;
    roles_and_places(meter, admin, &otto).await;
    many(meter, admin, &otto).await;
    for verb in ["invite", "end-logins", "deactivate", "reactivate"] {
        let route = format!("POST /api/admin/accounts/{{account}}/{verb}");
        meter.call(admin, &route, [&otto], json!({})).await;
    }
    let apart = meter.beside(admin);
    let reason = json!({ "reason": "asked by phone" });
    meter.call(&apart, "POST /api/admin/accounts/{account}/log-in-as", [&otto], reason).await;
    meter.call(admin, "DELETE /api/admin/accounts/{account}", [&otto], Value::Null).await;
}

/// Several accounts at once.
async fn many(meter: &mut Meter, admin: &Browser, otto: &str) {
    let ask = admin.ask(Method::POST, "/api/admin/accounts/import").header("content-type", "text/csv");
    let ask = ask.body("name,email,role\nPia,pia@example.org,2\n");
    meter.send("POST /api/admin/accounts/import", ask).await;
    let form = json!({ "accounts": [otto], "action": "give_role", "role": { "role": "author" } });
    meter.call(admin, "POST /api/admin/accounts/bulk", [], form).await;
    // And of one who is there already.
    let again = json!({ "rows": [{ "name": "Pia", "email": "pia@example.org", "role": 2 }] });
    admin.post("/api/admin/accounts/import", again).await.expect(200);
}

/// Requests for accounts.
async fn requests(meter: &mut Meter, admin: &Browser) {
    let (rules, all) = ("/api/admin/registration", "/api/admin/requests");
    meter.get(admin, &format!("GET {rules}"), []).await;
    let first = json!({ "version": 0, "mode": "moderated" });
    admin.put(rules, first).await.expect(200);
    let second = json!({ "version": 1, "mode": "moderated" });
    meter.call(admin, &format!("PUT {rules}"), [], second).await;
    let nobody = meter.front.browser();
    let ria = json!({ "name": "Ria", "email": "ria@example.org" });
    nobody.post("/api/signup/request", ria).await.expect(202);
    let rob = json!({ "name": "Rob", "email": "rob@example.org" });
    meter.call(&nobody, "POST /api/signup/request", [], rob).await;
    let waiting = meter.get(admin, &format!("GET {all}"), []).await;
    let [first, second] = ["/items/0/id", "/items/1/id"].map(|place| waiting.str(place));
    meter.call(admin, &format!("POST {all}/{{request}}/approve"), [&first], json!({})).await;
    meter.call(admin, &format!("DELETE {all}/{{request}}"), [&second], Value::Null).await;
    // Where it is open, the account is made by whoever asks.
    admin.put(rules, json!({ "version": 2, "mode": "open" })).await.expect(200);
    let form = json!({ "name": "Somebody", "email": "rex@example.org" });
    nobody.post("/api/signup/request", form).await.expect(202);
}

/// Roles, and places to hold them on.
async fn roles_and_places(meter: &mut Meter, admin: &Browser, otto: &str) {
    let roles = "/api/admin/accounts/{account}/roles";
    meter.call(admin, &format!("POST {roles}"), [otto], json!({ "role": "instructor" })).await;
    meter.get(admin, &format!("GET {roles}"), [otto]).await;
    meter.get(admin, "GET /api/admin/holders", ["?object=platform"]).await;
    meter.get(admin, "GET /api/admin/directory", ["?section=instructors"]).await;
    meter.get(admin, "GET /api/me/menu", []).await;
    requests(meter, admin).await;
    let taken = format!("DELETE {roles}/{{role}}/{{object}}");
    meter.call(admin, &taken, [otto, "instructor", "platform"], Value::Null).await;
    let me = admin.get("/api/login/me").await.expect(200).str("/account/id");
    let form = json!({ "role": "supervising_manager", "object": format!("person:{otto}") });
    admin.post(&format!("/api/admin/accounts/{me}/roles"), form).await.expect(201);
    meter.get(admin, "GET /api/admin/people", []).await;
    // Whoever is looked after is listed with the names of those who do.
    admin.get("/api/admin/directory").await.expect(200);
    admin.delete(&format!("/api/admin/accounts/{me}/roles/supervising_manager/person:{otto}")).await.expect(204);

    let (all, one) = ("/api/admin/places/{kind}", "/api/admin/places/{kind}/{place}");
    let name = |name: &str| json!({ "name": name });
    let group = meter.call(admin, &format!("POST {all}"), ["group"], name("Harbour")).await.str("/id");
    let group = group.as_str();
    meter.get(admin, &format!("GET {all}"), ["group"]).await;
    meter.get(admin, &format!("GET {one}"), ["group", group]).await;
    meter.call(admin, &format!("PATCH {one}"), ["group", group], name("Pier")).await;
    meter.call(admin, &format!("POST {one}/members"), ["group", group], json!({ "account": otto })).await;
    meter.get(admin, &format!("GET {one}/members"), ["group", group]).await;
    meter.call(admin, &format!("DELETE {one}/members/{{account}}"), ["group", group, otto], Value::Null).await;
    meter.call(admin, &format!("DELETE {one}"), ["group", group], Value::Null).await;
    super::paths::paths(meter, admin, otto).await;
}

/// The platform goes to somebody else, and comes back.
pub async fn handing_over(meter: &mut Meter, admin: &Browser) {
    let email = "heir@example.org";
    let (id, heir) = meter.person(admin, email, json!({ "tier": "administrator", "type": "internal" })).await;
    let me = admin.get("/api/login/me").await.expect(200).str("/account/id");
    admin.post("/api/login/confirm", json!({ "password": PASSWORD })).await.expect(204);
    meter.call(admin, "POST /api/admin/platform/owner", [], json!({ "account": id })).await;
    heir.post("/api/admin/platform/owner", json!({ "account": me })).await.expect(204);
}

/// What everybody does with their own login.
pub async fn logins(meter: &mut Meter, admin: &Browser) {
    let email = "lena@example.org";
    let (_, here) = meter.person(admin, email, json!({ "tier": "learner", "type": "internal" })).await;
    meter.signed_in(email, "main").await;
    meter.get(&here, "GET /api/login/me", []).await;
    let devices = meter.get(&here, "GET /api/login/devices", []).await.json();
    let other = devices["devices"].as_array().unwrap().iter().find(|one| one["current"] == false).unwrap();
    let other = other["id"].as_str().unwrap();
    meter.call(&here, "DELETE /api/login/devices/{login}", [other], Value::Null).await;
    meter.get(&here, "GET /api/login/page", ["?realm=main"]).await;
    meter.get(&here, "GET /api/login/forgot", ["?realm=main"]).await;
    meter.call(&here, "POST /api/login/confirm", [], json!({ "password": PASSWORD })).await;
    let form = json!({ "password": PASSWORD, "email": "lena.other@example.org" });
    meter.call(&here, "POST /api/login/email", [], form).await;
    meter.call(&here, "PUT /api/login/language", [], json!({ "language": "en" })).await;
    let token = meter.mailed_token("lena.other@example.org").await;
    meter.get(&here, "GET /api/signup/email", [&format!("?token={token}")]).await;
    meter.call(&meter.front.browser(), "POST /api/signup/email", [], json!({ "token": token })).await;
    let email = "lena.other@example.org";
    meter.call(&here, "POST /api/login/refresh", [], json!({})).await;
    assert!(here.cookie(REFRESH_COOKIE).is_some());
    let form = json!({ "current": PASSWORD, "new": "quiet rivers at dawn" });
    meter.call(&here, "POST /api/login/password", [], form).await;
    let form = json!({ "current": "quiet rivers at dawn", "new": PASSWORD });
    here.post("/api/login/password", form).await.expect(200);
    meter.call(&here, "POST /api/logout", [], json!({})).await;
    let here = meter.signed_in(email, "main").await;
    meter.call(&here, "POST /api/login/devices/end-all", [], json!({})).await;
    let (nobody, form) = (meter.front.browser(), json!({ "email": email, "realm": "main" }));
    meter.call(&nobody, "POST /api/login/reset", [], form.clone()).await;
    meter.call(&nobody, "POST /api/signup/link", [], form).await;
}

/// Writing courses; the id of one that is published, with a lesson.
pub async fn writing(meter: &mut Meter, admin: &Browser) -> (String, String) {
    let form = json!({ "audience": "internal", "title": "Knots", "languages": ["en"] });
    let course = meter.call(admin, "POST /api/admin/courses", [], form).await.str("/id");
    let lesson = |title: &str| json!({ "title": title, "minutes": 5, "markdown": "# Hello" });
    let outline = json!([{ "title": "Start", "lessons": [lesson("One"), lesson("Two")] }]);
    let change = json!({ "outline": outline, "self_enrollment": "open" });
    let made = meter.call(admin, "PATCH /api/admin/courses/{course}", [&course], change).await;
    let (first, second) = (made.str("/outline/0/lessons/0/id"), made.str("/outline/0/lessons/1/id"));
    meter.get(admin, "GET /api/admin/courses", []).await;
    meter.get(admin, "GET /api/admin/courses/{course}", [&course]).await;
    meter.get(admin, "GET /api/admin/courses/{course}/export", [&course]).await;
    let of_lesson = |method: &str| format!("{method} /api/admin/courses/{{course}}/lessons/{{lesson}}");
    let version = meter.get(admin, &of_lesson("GET"), [&course, &first]).await.str("/version");
    let text = json!({ "version": version, "title": "One", "minutes": 6, "markdown": "# Hello again" });
    meter.call(admin, &of_lesson("PUT"), [&course, &first], text).await;
    let version = admin.get(&format!("/api/admin/courses/{course}/lessons/{second}")).await.expect(200).str("/version");
    let version = format!("?version={version}");
    meter.call(admin, &of_lesson("DELETE"), [&course, &second, &version], Value::Null).await;
    for verb in ["publish", "unpublish", "archive"] {
        let route = format!("POST /api/admin/courses/{{course}}/{verb}");
        meter.call(admin, &route, [&course], json!({})).await;
    }
    let file = "code,title,language,publisher\nropes,Ropes,en,The Harbour\n";
    let ask = admin.ask(Method::POST, "/api/admin/courses/import?audience=internal&apply=true");
    let ask = ask.header("content-type", "text/csv").body(file);
    meter.send("POST /api/admin/courses/import", ask).await;
    admin.post(&format!("/api/admin/courses/{course}/publish"), json!({})).await.expect(200);
    // Roles on a course are given as long as it is there.
    let roles = json!([{ "role": "author" }, { "role": "course_owner", "object": format!("course:{course}") }]);
    let form =
        json!({ "tier": "learner", "type": "internal", "name": "Ann", "email": "ann@example.org", "roles": roles });
    let ann = admin.post("/api/admin/accounts", form).await.expect(201).str("/id");
    admin.delete(&format!("/api/admin/accounts/{ann}")).await.expect(204);
    (course, first)
}

/// Taking a course, and looking after those who do.
pub async fn learning(meter: &mut Meter, admin: &Browser, (course, lesson): (String, String)) {
    let learner = || json!({ "tier": "learner", "type": "internal" });
    let (_, lea) = meter.person(admin, "lea@example.org", learner()).await;
    let (max, _) = meter.person(admin, "max@example.org", learner()).await;
    let (course, lesson) = (course.as_str(), lesson.as_str());
    meter.call(&lea, "POST /api/my/courses/{course}/enroll", [course], json!({})).await;
    meter.get(&lea, "GET /api/my/courses", []).await;
    meter.get(admin, "GET /api/my/catalog", []).await;
    meter.get(&lea, "GET /api/my/courses/{course}", [course]).await;
    meter.get(&lea, "GET /api/my/courses/{course}/lessons/{lesson}", [course, lesson]).await;
    meter.call(&lea, "POST /api/my/courses/{course}/start", [course], json!({})).await;
    let done = "POST /api/my/courses/{course}/lessons/{lesson}/done";
    let completed = meter.call(&lea, done, [course, lesson], json!({})).await;
    let anybody = meter.front.browser();
    meter.get(&anybody, "GET /api/certificates/{certificate}", [&completed.str("/certificate")]).await;

    let all = "/api/courses/{course}/enrollments";
    let one = "/api/courses/{course}/enrollments/{account}";
    meter.call(admin, &format!("POST {all}"), [course], json!({ "account": max })).await;
    meter.get(admin, &format!("GET {all}"), [course]).await;
    meter.get(admin, &format!("GET {one}"), [course, &max]).await;
    let dated = json!({ "terms": [{ "starts_at": "2199-01-01T09:00:00Z" }] });
    let path = format!("/api/admin/courses/{course}");
    let run = admin.patch(&path, dated).await.expect(200).str("/terms/0/id");
    meter.call(admin, &format!("PATCH {one}"), [course, &max], json!({ "term": run })).await;
    meter.call(admin, &format!("POST {one}/{{transition}}"), [course, &max, "suspend"], json!({})).await;
    meter.call(admin, &format!("DELETE {one}"), [course, &max], Value::Null).await;
    admin.patch(&path, json!({ "terms": [] })).await.expect(200);
    let form = json!({ "accounts": [max], "action": "enroll" });
    meter.call(admin, &format!("POST {all}/bulk"), [course], form).await;
    let here = format!("/api/courses/{course}/enrollments");
    admin.post(&here, json!({ "account": max, "as": "tutor" })).await.expect(201);
    admin.delete(&format!("{here}/{max}?as=tutor")).await.expect(204);
    // A certificate goes with its enrollment.
    let lea = lea.get("/api/login/me").await.expect(200).str("/account/id");
    admin.delete(&format!("{here}/{lea}")).await.expect(204);
}

/// Buying, by the way back and by the webhook, and what administrators see of it.
pub async fn buying(meter: &mut Meter, admin: &Browser) {
    // The stand-in's own events would reach the platform beside us and do the work before we measure it.
    let faults = format!("{}/stand-in/faults", meter.world.platform.stripe.trim_end_matches('/'));
    let script = admin.ask(Method::PUT, &faults).without("origin").without("sec-fetch-site").without("x-csrf");
    script.json(&json!({ "drop": true })).send().await.expect(204);
    let form = json!({
        "audience": "public", "title": "Sails", "languages": ["en"], "price": { "amount": "19.99", "currency": "EUR" },
    });
    let course = admin.post("/api/admin/courses", form).await.expect(201).str("/id");
    admin.post(&format!("/api/admin/courses/{course}/publish"), json!({})).await.expect(200);

    let visitor = meter.front.browser();
    let form = |email: &str| json!({ "course": course, "name": "Bea Buyer", "email": email });
    let first = meter.call(&visitor, "POST /api/checkout", [], form("bea@example.org")).await;
    let session = meter.world.pay(&first.str("/url")).await;
    meter.get(&visitor, "GET /api/checkout/return", [&format!("?session_id={session}")]).await;

    let second = visitor.post("/api/checkout", form("bob@example.org")).await.expect(201);
    let session = meter.world.pay(&second.str("/url")).await;
    let (body, signature) = completed(meter, &session);
    let ask = visitor.ask(Method::POST, "/api/stripe/webhook").without("origin").without("sec-fetch-site");
    let ask = ask.header("content-type", "application/json").header("stripe-signature", &signature).body(body);
    meter.send("POST /api/stripe/webhook", ask).await;

    let order = second.str("/order");
    meter.get(admin, "GET /api/admin/orders", []).await;
    let shown = meter.get(admin, "GET /api/admin/orders/{order}", [&order]).await;
    assert_eq!(shown.str("/state"), "fulfilled", "the webhook did the work");
    meter.get(admin, "GET /api/admin/orders/{order}/invoice", [&order]).await;
    let form = json!({ "reason": "Looked at once more" });
    meter.call(admin, "POST /api/admin/orders/{order}/replay", [&order], form).await;
    meter.call(admin, "POST /api/admin/orders/{order}/resend", [&order], json!({})).await;
    let form = json!({ "reason": "Bought by mistake", "version": shown.json()["version"] });
    meter.call(admin, "POST /api/admin/orders/{order}/refund", [&order], form).await;
    let form = json!({ "key": "costs-of-a-code-1", "code": "SPRING", "percent_off": 25 });
    let promotion = meter.call(admin, "POST /api/admin/promotions", [], form).await.str("/id");
    meter.get(admin, "GET /api/admin/promotions", []).await;
    meter.call(admin, "POST /api/admin/promotions/{promotion}/switch-off", [&promotion], json!({})).await;
}

/// The provider's word that a checkout is paid, with its signature.
fn completed(meter: &Meter, session: &str) -> (String, String) {
    let body = json!({
        "id": "evt_costs", "type": "checkout.session.completed", "livemode": false,
        "data": { "object": { "id": session } },
    })
    .to_string();
    let time = meter.front.app.clock.now().as_second();
    let mut mac = Hmac::<Sha256>::new_from_slice(meter.front.webhook_secret.as_bytes()).unwrap();
    mac.update(format!("{time}.{body}").as_bytes());
    let signature: String = mac.finalize().into_bytes().iter().map(|byte| format!("{byte:02x}")).collect();
    (body, format!("t={time},v1={signature}"))
}

/// Records and explanations.
pub async fn looking_back(meter: &mut Meter, admin: &Browser) {
    // The newest lines are the walk's own; those of the demo's import stand in the order of chance.
    meter.get(admin, "GET /api/admin/audit", ["?limit=5"]).await;
    meter.get(admin, "GET /api/admin/reports/{report}", ["enrollments", "?month=2026-11&limit=5"]).await;
    let founder = admin.get("/api/login/me").await.expect(200).str("/account/id");
    let why = format!("?account={founder}&action=user.details.view&object=account:{founder}");
    meter.get(admin, "GET /api/permissions/explain", [&why]).await;
    meter.get(admin, "GET /api/permissions/can", [&format!("?account={founder}")]).await;
    meter.get(admin, "GET /api/permissions/who", ["?action=audit.view&object=platform"]).await;
    permissions(meter, admin).await;
}

/// What the platform is set to, and what is decided otherwise.
async fn permissions(meter: &mut Meter, admin: &Browser) {
    meter.get(admin, "GET /api/permissions/grid", []).await;
    meter.get(admin, "GET /api/permissions/choices", ["?role=instructor"]).await;
    meter.get(admin, "GET /api/permissions/diff", []).await;
    for (version, page, form) in [
        (0, "settings", json!({ "profile": "all", "modules": {}, "switches": {} })),
        (1, "policies", json!({ "policies": { "switch.learners_see_calendar": true } })),
        (2, "account-types", json!({ "types": { "content_administrator": true } })),
    ] {
        meter.get(admin, &format!("GET /api/admin/{page}"), []).await;
        let mut form = form;
        form["version"] = json!(version);
        meter.call(admin, &format!("PUT /api/admin/{page}"), [], form).await;
    }
    let partner = admin.get("/api/admin/partners").await.expect(200).str("/items/0/id");
    let partner = partner.as_str();
    let overrides = "/api/admin/overrides/{tenant}";
    meter.get(admin, &format!("GET {overrides}"), [partner]).await;
    let taken = json!({ "role": "instructor", "action": "course.create", "allowed": false });
    for version in 0..2 {
        let form = json!({ "version": version, "overrides": if version == 0 { json!([taken]) } else { json!([]) } });
        if version == 0 {
            admin.put(&format!("/api/admin/overrides/{partner}"), form).await.expect(200);
        } else {
            meter.call(admin, &format!("PUT {overrides}"), [partner], form).await;
        }
    }
    meter.get(admin, &format!("GET {overrides}/versions"), [partner]).await;
    let form = json!({ "version": 2, "restore": 1 });
    meter.call(admin, &format!("POST {overrides}/restore"), [partner], form).await;
}
