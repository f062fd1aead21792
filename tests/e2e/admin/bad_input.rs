//! Whatever is sent, the answer is the right refusal, the field is named, and nothing is written.

use http::Method;
use serde_json::{Value, json};

use super::scene::Scene;

/// A request that must be refused: method, path, body, status, and a word of the answer (the field, mostly).
type Bad = (Method, String, Value, u16, &'static str);

fn long(chars: usize) -> String {
    "x".repeat(chars)
}

fn account_forms() -> Vec<Bad> {
    let good = json!({ "tier": "learner", "type": "internal", "name": "Ada", "email": "new@example.org" });
    let with = |field: &str, value: Value, status, word| {
        let mut form = good.clone();
        form[field] = value;
        (Method::POST, "/api/admin/accounts".to_owned(), form, status, word)
    };
    vec![
        with("tier", json!("boss"), 422, "tier"),
        with("type", json!("external"), 422, "type"),
        // Where a word of a list must stand, anything but a word does not even read.
        with("type", json!(["internal"]), 400, "expected value"),
        with("partner", json!("x"), 422, "partner"),
        with("name", json!(7), 422, "name"),
        with("name", json!(long(201)), 422, "name"),
        with("name", json!("Eve\r\nBcc: all@example.org"), 422, "name"),
        with("email", json!("nobody"), 422, "email"),
        with("email", json!(long(255)), 422, "email"),
        with("expires_at", json!("never"), 422, "expires_at"),
        with("expires_at", json!(1_700_000_000), 422, "expires_at"),
        with("password", json!("correct horse battery"), 400, "password"),
        with("role", json!("owner"), 400, "role"),
        with("email_verified", json!(true), 400, "email_verified"),
        (Method::POST, "/api/admin/accounts".to_owned(), json!([]), 422, "body"),
        (Method::POST, "/api/admin/accounts".to_owned(), json!("x"), 422, "body"),
    ]
}

fn course_forms(path: &str, method: &Method) -> Vec<Bad> {
    let with = |field: &str, value: Value, status, word| {
        let mut form = json!({ "languages": ["en"] });
        if *method == Method::POST {
            form = json!({ "audience": "internal", "title": "A", "languages": ["en"] });
        }
        form[field] = value;
        (method.clone(), path.to_owned(), form, status, word)
    };
    vec![
        with("title", json!(long(401)), 422, "title"),
        with("title", json!("\u{0}"), 422, "title"),
        with("slug", json!("../x"), 422, "slug"),
        with("slug", json!("con"), 422, "slug"),
        with("summary", json!(long(601)), 422, "summary"),
        with("description_markdown", json!(long(60_001)), 422, "description_markdown"),
        with("description_html", json!(5), 422, "description_html"),
        with("languages", json!([]), 422, "languages"),
        with("languages", json!(["klingon speech"]), 422, "languages[0]"),
        with("subjects", json!([""]), 422, "subjects[0]"),
        with("level", json!("hard"), 422, "level"),
        with("mode", json!("at night"), 422, "mode"),
        with("price", json!({ "amount": "19.999", "currency": "EUR" }), 422, "price.amount"),
        with("price", json!({ "amount": 19.99, "currency": "EUR" }), 422, "price.amount"),
        with("price", json!({ "amount": "1", "currency": "BTC" }), 422, "price.currency"),
        with("price", json!({ "amount": "1000000000", "currency": "EUR" }), 422, "price.amount"),
        with("self_enrollment", json!("sometimes"), 422, "self_enrollment"),
        with("seats", json!(-1), 422, "seats"),
        with("seats", json!(5_000_000_000_u64), 422, "seats"),
        with("publisher", json!({ "name": "A", "url": "javascript:alert(1)" }), 422, "publisher.url"),
        with("terms", json!([{ "starts_at": "x" }]), 422, "terms[0].starts_at"),
        with("workload_minutes", json!(1_000_000), 422, "workload_minutes"),
        with("audience", json!("everybody"), 422, "audience"),
        with("partner", json!("x"), 422, "partner"),
        with("publication", json!("published"), 400, "publication"),
        with("id", json!("x"), 400, "id"),
    ]
}

fn queries() -> Vec<Bad> {
    let get = |path: String, status, word| (Method::GET, path, Value::Null, status, word);
    let lists = ["accounts", "partners", "courses", "orders", "audit"].into_iter().flat_map(|list| {
        let path = |query: &str| format!("/api/admin/{list}?{query}");
        vec![
            get(path("limit=0"), 422, "limit"),
            get(path("limit=101"), 422, "limit"),
            get(path("limit=many"), 400, "limit"),
            get(path("cursor=%21"), 400, "cursor"),
            get(path("order=asc"), 400, "order"),
        ]
    });
    let explain = |query: &str| format!("/api/permissions/explain?{query}");
    lists
        .chain([
            get("/api/admin/accounts?realm=x".to_owned(), 422, "realm"),
            get(format!("/api/admin/accounts?q={}", long(101)), 422, "q"),
            get("/api/admin/courses?audience=all".to_owned(), 422, "audience"),
            get("/api/admin/audit?object=x".to_owned(), 422, "object"),
            get(format!("/api/admin/audit?object=account:{}", long(100)), 422, "object"),
            get(explain("account=x&action=course.edit&object=platform"), 422, "account"),
            get(explain("account=visitor&action=course.steal&object=platform"), 422, "action"),
            get(explain("account=visitor&action=course.edit&object=lesson:1"), 422, "object"),
            get(explain("action=course.edit&object=platform"), 400, "account"),
        ])
        .collect()
}

/// Proves: A58
#[tokio::test]
async fn every_bad_field_is_refused_under_its_name() {
    let scene = Scene::new().await;
    let account = scene.account("learner", "internal", None, "Ada").await;
    let partner = scene.partner("North").await;
    let course = scene.course("internal", None, "Rust").await;
    let (accounts, partners) = (format!("/api/admin/accounts/{account}"), format!("/api/admin/partners/{partner}"));
    let mut table = account_forms();
    table.extend(course_forms("/api/admin/courses", &Method::POST));
    table.extend(course_forms(&format!("/api/admin/courses/{course}"), &Method::PATCH));
    table.extend(queries());
    table.extend([
        (Method::PATCH, accounts.clone(), json!({}), 422, "body"),
        (Method::PATCH, accounts.clone(), json!({ "name": "" }), 422, "name"),
        (Method::PATCH, accounts.clone(), json!({ "expires_at": "x" }), 422, "expires_at"),
        (Method::PATCH, accounts.clone(), json!({ "tier": "administrator" }), 400, "tier"),
        (Method::PATCH, accounts, json!({ "email": "x@example.org" }), 400, "email"),
        (Method::POST, "/api/admin/partners".to_owned(), json!({}), 422, "name"),
        (Method::POST, "/api/admin/partners".to_owned(), json!({ "name": "A", "slug": "A" }), 422, "slug"),
        (Method::POST, "/api/admin/partners".to_owned(), json!({ "name": "مدرسة" }), 422, "slug"),
        (Method::PATCH, partners.clone(), json!({ "name": long(401) }), 422, "name"),
        (Method::PATCH, partners, json!({ "slug": "b" }), 400, "slug"),
    ]);
    let before = scene.last_line().await;
    for (method, path, body, status, word) in table {
        let answer = scene.send(&scene.owner, method.clone(), &path, "application/json", body.to_string()).await;
        assert_eq!(answer.status, status, "{method} {path} {body} {}", answer.text);
        let named = if status == 422 { answer.fields() == [word] } else { answer.text.contains(word) };
        assert!(named, "{method} {path} {body} {} does not name {word}", answer.text);
    }
    assert_eq!(scene.last_line().await, before, "nothing was written");
}

/// Proves: A59
#[tokio::test]
async fn what_is_no_json_of_bounded_size_is_refused() {
    let scene = Scene::new().await;
    let course = scene.course("internal", None, "Rust").await;
    let nested = format!("{}{}", "[".repeat(2_000), "]".repeat(2_000));
    let huge = format!("{{\"title\":\"{}\"}}", long(300_000));
    for (method, path) in [
        (Method::POST, "/api/admin/accounts".to_owned()),
        (Method::POST, "/api/admin/partners".to_owned()),
        (Method::POST, "/api/admin/courses".to_owned()),
        (Method::PATCH, format!("/api/admin/courses/{course}")),
        (Method::PATCH, format!("/api/admin/accounts/{}", scene.owner.id)),
    ] {
        for (kind, body, status) in [
            ("text/plain", "{}".to_owned().into_bytes(), 415),
            ("application/x-www-form-urlencoded", b"title=x".to_vec(), 415),
            ("application/json; charset=latin1", b"{}".to_vec(), 415),
            ("application/json", b"".to_vec(), 400),
            ("application/json", b"{".to_vec(), 400),
            ("application/json", b"{}{}".to_vec(), 400),
            ("application/json", b"{\"name\":\"\xff\"}".to_vec(), 400),
            ("application/json", huge.clone().into_bytes(), 413),
        ] {
            let answer = scene.send(&scene.owner, method.clone(), &path, kind, body.clone()).await;
            let shown = String::from_utf8_lossy(&body).chars().take(40).collect::<String>();
            // Two documents in a row: the first may already say something impossible.
            let other = if body == b"{}{}" { 422 } else { status };
            assert!(
                answer.status == status || answer.status == other,
                "{method} {path} {kind} {shown} {}",
                answer.text
            );
        }
        let deep = scene.send(&scene.owner, method.clone(), &path, "application/json", nested.clone()).await;
        assert!((400..500).contains(&deep.status), "{method} {path} {}", deep.text);
    }
}

#[tokio::test]
async fn what_does_not_read_as_an_id_names_nothing() {
    let scene = Scene::new().await;
    let own = scene.owner.id.to_string();
    let lower = own.to_lowercase();
    for id in ["x", "..%2f..", "%00", "1", "%ff", lower.as_str(), "00000000000000000000000000"] {
        for path in [
            format!("/api/admin/accounts/{id}"),
            format!("/api/admin/partners/{id}"),
            format!("/api/admin/courses/{id}"),
            format!("/api/admin/orders/{id}"),
            format!("/api/admin/courses/{id}/lessons/{id}"),
        ] {
            let answer = scene.get(&scene.owner, &path).await;
            assert_eq!(answer.status, 404, "{path} {}", answer.text);
        }
        for path in [format!("/api/admin/accounts/{id}/deactivate"), format!("/api/admin/courses/{id}/publish")] {
            scene.post(&scene.owner, &path, json!({})).await.expect(404);
        }
        scene.delete(&scene.owner, &format!("/api/admin/accounts/{id}")).await.expect(404);
    }
}
