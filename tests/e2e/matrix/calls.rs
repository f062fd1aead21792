//! One call of a route, with everything in it that somebody who may would send.

use http::Method;
use portico_tests::PASSWORD;
use serde_json::{Value, json};

use super::people::{Everybody, Targets};

/// The status of the answer to somebody of this role.
pub async fn status(everybody: &Everybody, role: &str, method: &str, path: &str) -> u16 {
    let mark = everybody.mark(role);
    let targets = everybody.targets(path, &mark).await;
    if path.ends_with("/reactivate") {
        let off = format!("/api/admin/accounts/{}/deactivate", targets.account);
        everybody.maker.post(&off, json!({})).await.expect(200);
    }
    // Whoever deletes themselves is missed by the next call.
    let leaves = (method, path) == ("DELETE", "/api/me");
    let browser = if leaves { everybody.leaving(role, &mark).await } else { everybody.browser(role).await };
    let query = if method == "GET" && SETTING.contains(&path) { "" } else { query(path) };
    let query = if path.starts_with(SETS) && method == "GET" { sets_query(path) } else { query };
    // An old version, so that the lesson stays where it is.
    let query = if method == "DELETE" && path.ends_with("/lessons/{lesson}") { "?version=0" } else { query };
    let address = filled(path, everybody, &targets) + query;
    let ask = browser.ask(Method::from_bytes(method.as_bytes()).unwrap(), &address);
    let ask = match body(method, path, everybody, &targets, &mark) {
        Some(Value::String(table)) => ask.header("content-type", "text/csv").body(table),
        Some(json) => ask.json(&json),
        None => ask,
    };
    ask.send().await.code()
}

fn filled(path: &str, everybody: &Everybody, targets: &Targets) -> String {
    [
        ("{account}", &*targets.account),
        ("{partner}", &targets.partner),
        ("{course}", &targets.course),
        ("{lesson}", &targets.lesson),
        ("{order}", &everybody.order),
        // Groups have members and no enrollments.
        ("{kind}", if path.contains("{place}/enrollments") { "path" } else { "group" }),
        ("{path}", &targets.place),
        ("{place}", &targets.place),
        // Nobody waits here.
        ("{set}", &targets.set),
        ("{request}", "01HZZZZZZZZZZZZZZZZZZZZZZZ"),
        ("{role}", "instructor"),
        ("{object}", "platform"),
        ("{tenant}", if path.starts_with(SETS) { "main" } else { "everywhere" }),
        ("{transition}", "suspend"),
        ("{login}", "01HZZZZZZZZZZZZZZZZZZZZZZZ"),
        ("{certificate}", "01HZZZZZZZZZZZZZZZZZZZZZZZ"),
        ("{report}", "enrollments"),
        ("{promotion}", "promo_1MiM6KLkdIwHu7ixrIaX4wgn"),
        ("{photo}", "01HZZZZZZZZZZZZZZZZZZZZZZZ"),
    ]
    .into_iter()
    .fold(path.to_owned(), |path, (gap, id)| path.replace(gap, id))
}

/// What changes how the platform decides.
const SETTING: [&str; 5] = [
    "/api/admin/settings",
    "/api/admin/policies",
    "/api/admin/account-types",
    "/api/admin/overrides/{tenant}",
    "/api/admin/overrides/{tenant}/restore",
];

/// Profiles and custom roles.
const SETS: &str = "/api/admin/permission-sets/";

fn sets_query(path: &str) -> &'static str {
    if path.ends_with("/{tenant}") { "?kind=power_profile" } else { "" }
}

fn query(path: &str) -> &'static str {
    match path {
        "/api/permissions/can" => "?account=00000000000000000000000001",
        "/api/permissions/who" => "?action=course.edit&object=platform",
        // What would be, so that the platform stays as it is for the others.
        path if SETTING.contains(&path) => "?dry_run=true",
        "/api/permissions/explain" => "?account=visitor&action=course.edit&object=platform",
        "/api/admin/courses/import" => "?audience=internal",
        "/api/admin/accounts/import" => "?dry_run=true",
        "/api/admin/directory" => "?section=administrators",
        "/api/admin/reports/{report}" => "?month=2026-11",
        "/api/admin/holders" => "?object=platform",
        "/api/signup/password" | "/api/signup/email" | "/api/signup/administrator" => "?token=x",
        _ => "",
    }
}

/// What reads as made by a passkey, and answers nothing.
fn passkey() -> Value {
    let response = json!({ "attestationObject": "", "authenticatorData": "", "clientDataJSON": "", "signature": "" });
    json!({ "id": "", "rawId": "", "type": "public-key", "response": response })
}

fn body(method: &str, path: &str, everybody: &Everybody, targets: &Targets, mark: &str) -> Option<Value> {
    if method == "GET" || method == "DELETE" {
        return None;
    }
    let email = format!("{mark}@mail.example");
    let person = json!({ "tier": "learner", "type": "internal", "name": "Somebody", "email": email });
    Some(match (method, path) {
        (_, "/api/login") => json!({ "email": "nobody@example.org", "password": PASSWORD, "realm": "main" }),
        (_, "/api/login/reset" | "/api/signup/link") => json!({ "email": "nobody@example.org" }),
        (_, "/api/login/password") => json!({ "current": PASSWORD, "new": PASSWORD }),
        (_, "/api/login/confirm") => json!({ "password": PASSWORD }),
        (_, "/api/login/second-factor" | "/api/login/second-factors/app/confirm") => json!({ "code": "000000" }),
        (_, "/api/login/second-factors/passkeys/confirm") => json!({ "name": mark, "credential": passkey() }),
        (_, "/api/login/second-factor/passkey") => json!({ "credential": passkey() }),
        (_, "/api/login/email") => json!({ "password": PASSWORD, "email": email }),
        (_, "/api/login/language") => json!({ "language": "en" }),
        (_, "/api/signup/password") => json!({ "token": "x", "password": PASSWORD }),
        (_, "/api/signup/email") => json!({ "token": "x" }),
        (_, "/api/signup/administrator") => {
            json!({ "token": "x", "name": "Eve", "email": email, "password": PASSWORD })
        }
        (_, "/api/checkout") => json!({ "course": everybody.sold, "name": "Bea", "email": email }),
        (_, "/api/admin/courses/import") => json!("code,title,language,publisher\nropes,Ropes,en,The Harbour\n"),
        (_, "/api/admin/accounts/import") => json!("name,email,role\nAda,ada@mail.example,2\n"),
        // Nobody, so that everybody stays who they are.
        (_, "/api/admin/accounts/bulk") => {
            json!({ "accounts": ["00000000000000000000000001"], "action": "deactivate" })
        }
        (_, "/api/courses/{course}/enrollments/bulk") => {
            json!({ "accounts": [targets.account], "action": "enroll" })
        }
        ("POST", "/api/admin/accounts") => person,
        ("POST", "/api/admin/accounts/{account}/log-in-as") => json!({ "reason": "asked by phone" }),
        ("POST", "/api/admin/accounts/{account}/roles") => json!({ "role": "instructor" }),
        // Nobody, so that the owner stays who it is.
        (_, "/api/admin/platform/owner") => json!({ "account": "00000000000000000000000001" }),
        (_, "/api/admin/places/{kind}/{place}/members") => json!({ "account": targets.account }),
        (_, "/api/admin/places/{kind}" | "/api/admin/places/{kind}/{place}") => json!({ "name": mark }),
        ("POST", "/api/admin/partners") => json!({ "name": mark }),
        ("POST", "/api/admin/courses") => json!({ "audience": "internal", "title": mark, "languages": ["en"] }),
        ("PATCH", "/api/admin/accounts/{account}" | "/api/admin/partners/{partner}") => json!({ "name": mark }),
        ("PATCH", "/api/courses/{course}/enrollments/{account}") => json!({ "term": null }),
        ("PATCH", "/api/admin/courses/{course}") => json!({ "title": mark }),
        // An old version, so that the rules stay what they are.
        (_, "/api/admin/registration") => json!({ "version": 9, "mode": "open" }),
        (_, "/api/signup/request") => json!({ "name": "Somebody", "email": email }),
        (_, "/api/admin/settings") => json!({ "version": 0, "profile": "all" }),
        (_, "/api/admin/policies") => json!({ "version": 0, "policies": {} }),
        (_, "/api/admin/account-types") => json!({ "version": 0, "types": {} }),
        (_, "/api/admin/overrides/{tenant}") => json!({ "version": 0, "overrides": [] }),
        ("POST", "/api/admin/permission-sets/{tenant}") => {
            json!({ "kind": "custom_role", "name": mark, "parent": "instructor", "actions": ["course.create"] })
        }
        ("PUT", "/api/admin/permission-sets/{tenant}/{set}") => {
            json!({ "version": 1, "name": mark, "actions": ["course.create"] })
        }
        (_, "/api/admin/permission-sets/{tenant}/{set}/restore") => json!({ "version": 1, "restore": 1 }),
        (_, "/api/admin/overrides/{tenant}/restore") => json!({ "version": 0, "restore": 1 }),
        // An old version, so that the page stays what it is.
        (_, "/api/me/profile") => json!({ "version": 9, "about": "Hello" }),
        (_, "/api/me/friends") => json!({ "email": "nobody@example.org" }),
        // An old version, so that the lesson stays what it is.
        ("PUT", _) => json!({ "version": "0", "title": "One", "minutes": 6, "markdown": "# Hello again" }),
        ("POST", "/api/admin/promotions") => {
            let mark = mark.replace('_', "-");
            json!({ "key": format!("{mark:->16}"), "code": mark, "percent_off": 10 })
        }
        (_, "/api/admin/orders/{order}/refund") => json!({ "reason": "Bought by mistake", "amount_minor": 1 }),
        ("POST", "/api/courses/{course}/enrollments" | "/api/admin/places/{kind}/{place}/enrollments") => {
            json!({ "account": targets.account })
        }
        _ => json!({}),
    })
}
