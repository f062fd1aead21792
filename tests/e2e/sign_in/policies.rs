//! What every answer carries, whatever it is, and what no request gets past.

use std::net::SocketAddr;
use std::path::PathBuf;

use axum::Router;
use axum::http::StatusCode;
use axum::routing::get;
use http::Method;
use portico_tests::{Browser, PASSWORD, Reply};
use serde_json::{Value, json};
use web::{REFRESH_COOKIE, with_policies};

use super::scene::{Scene, credentials};

const GRACE: &str = "grace@example.org";

fn has_security_headers(reply: &Reply, what: &str) {
    for (name, value) in [
        ("strict-transport-security", "max-age=31536000; includeSubDomains"),
        ("x-content-type-options", "nosniff"),
        ("x-frame-options", "DENY"),
        ("cross-origin-opener-policy", "same-origin"),
        ("cross-origin-resource-policy", "same-origin"),
    ] {
        assert_eq!(reply.header(name), value, "{what}: {name}");
    }
    let policy = reply.header("content-security-policy");
    for part in ["default-src 'none'", "script-src 'self'", "frame-ancestors 'none'", "base-uri 'none'"] {
        assert!(policy.contains(part), "{what}: {policy}");
    }
    assert!(["same-origin", "no-referrer"].contains(&&*reply.header("referrer-policy")), "{what}");
    assert_eq!(reply.header("access-control-allow-origin"), "", "{what}");
}

/// The platform's policies around a handler that panics.
async fn clumsy(scene: &Scene) -> Browser {
    async fn panics() -> StatusCode {
        let number: u16 = "no number".parse().unwrap();
        StatusCode::from_u16(number).unwrap()
    }
    let router = Router::new().route_service("/api/panics", get(panics));
    let listener = tokio::net::TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
    let origin = format!("http://{}", listener.local_addr().unwrap());
    let service = with_policies(router, scene.app().clone()).into_make_service_with_connect_info::<SocketAddr>();
    tokio::spawn(async move { axum::serve(listener, service).await });
    Browser::new(&origin)
}

/// Proves: A54, A55, A59
#[tokio::test(flavor = "multi_thread")]
async fn every_answer_has_the_headers_the_worst_ones_too() {
    let scene = Scene::new().await;
    scene.learner(GRACE).await;
    let browser = scene.signed_in(GRACE).await;
    let huge = json!({ "email": "x".repeat(300_000), "password": "x" });
    let answers = [
        ("a page", browser.get("/").await.expect(200)),
        ("no page", browser.get("/nowhere/").await.expect(404)),
        ("me", browser.get("/api/login/me").await.expect(200)),
        ("me as a file", browser.get("/api/login/me/x.css").await.expect(404)),
        ("nowhere", browser.get("/api/nowhere").await.expect(404)),
        ("another method", browser.ask(Method::PUT, "/api/login").send().await.expect(405)),
        ("too much", browser.post("/api/login", huge).await.expect(413)),
        ("another type", browser.ask(Method::POST, "/api/login").body("{}").send().await.expect(415)),
        ("rubbish", browser.ask(Method::POST, "/api/login").json(&json!([1])).send().await.expect(422)),
        (
            "a foreign page",
            browser.ask(Method::POST, "/api/logout").header("sec-fetch-site", "cross-site").send().await.expect(403),
        ),
        ("our own mistake", clumsy(&scene).await.get("/api/panics").await.expect(500)),
    ];
    for (what, answer) in &answers {
        has_security_headers(answer, what);
        if !what.ends_with("page") || *what == "a foreign page" {
            assert_eq!(answer.header("cache-control"), "no-store", "{what}");
            let id = answer.header("x-request-id");
            assert_eq!(id.len(), 16, "{what}");
            if answer.code() >= 400 && answer.code() != 405 {
                assert_eq!(answer.str("/request_id"), id, "{what}: {}", answer.text());
            }
        }
        for inside in ["panicked", "src/", ".rs", "unwrap", "backtrace"] {
            assert!(answer.code() < 400 || !answer.text().contains(inside), "{what}: {}", answer.text());
        }
    }
    let clumsy = clumsy(&scene).await;
    clumsy.get("/api/panics").await.expect(500);
    clumsy.get("/api/panics").await.expect(500);
}

/// Proves: A53
#[tokio::test(flavor = "multi_thread")]
async fn no_other_site_is_ever_let_in() {
    let scene = Scene::new().await;
    scene.learner(GRACE).await;
    let browser = scene.signed_in(GRACE).await;
    for origin in ["null", "https://evil.example", &format!("{}.evil.example", scene.world.platform.origin)] {
        for method in [Method::GET, Method::OPTIONS, Method::POST] {
            let ask = browser.ask(method, "/api/login/me").without("sec-fetch-site").header("origin", origin);
            let answer = ask.header("access-control-request-method", "POST").send().await;
            for name in ["access-control-allow-origin", "access-control-allow-credentials"] {
                assert_eq!(answer.header(name), "", "{origin}");
            }
        }
    }
}

/// Proves: A51
#[tokio::test(flavor = "multi_thread")]
async fn writes_with_our_cookies_say_where_they_come_from_without_a_body_too() {
    let scene = Scene::new().await;
    scene.learner(GRACE).await;
    let browser = scene.signed_in(GRACE).await;
    let before = browser.cookie(REFRESH_COOKIE);
    for path in ["/api/logout", "/api/login/refresh", "/api/login/devices/end-all", "/api/login", "/api/signup/link"] {
        let ask = || browser.ask(Method::POST, path);
        for (how, ask) in [
            ("from nowhere", ask().without("sec-fetch-site").without("origin")),
            ("from a page without an origin", ask().without("sec-fetch-site").header("origin", "null")),
            ("from elsewhere", ask().without("sec-fetch-site").header("origin", "https://evil.example")),
            (
                "as plain text from elsewhere",
                ask().header("sec-fetch-site", "cross-site").header("content-type", "text/plain"),
            ),
        ] {
            assert_eq!(ask.send().await.code(), 403, "{path} {how}");
        }
    }
    for (kind, body) in [("text/plain", "{}"), ("application/x-www-form-urlencoded", "a=b"), ("", "{}")] {
        let ask = browser.ask(Method::POST, "/api/login/password").header("content-type", kind).body(body);
        ask.send().await.expect(415);
    }
    browser.get("/api/login/me").await.expect(200);
    assert_eq!(browser.cookie(REFRESH_COOKIE), before);
    // A program without cookies says nothing, and is no browser.
    let program = scene.browser();
    let ask = program.ask(Method::POST, "/api/login").without("sec-fetch-site").without("origin");
    ask.json(&credentials(GRACE, PASSWORD)).send().await.expect(200);
}

/// Proves: A52
#[tokio::test(flavor = "multi_thread")]
async fn what_is_not_offered_is_refused_and_reading_changes_nothing() {
    let scene = Scene::new().await;
    scene.learner(GRACE).await;
    let browser = scene.signed_in(GRACE).await;
    scene.world.catch_up().await;
    let description: Value = serde_json::from_str(&scene.world.platform.description).unwrap();
    let written = || scene.app().store.consumption().write_units;
    for (path, methods) in description["paths"].as_object().unwrap() {
        let address = path.replace(['{', '}'], "");
        for method in ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "TRACE", "CONNECT-ME"] {
            let offered =
                methods.get(method.to_lowercase()).is_some() || (method == "HEAD" && methods.get("get").is_some());
            let before = written();
            if !offered {
                let ask = browser.ask(Method::from_bytes(method.as_bytes()).unwrap(), &address);
                assert_eq!(ask.send().await.code(), 405, "{method} {path}");
                assert_eq!(written(), before, "{method} {path}");
            } else if matches!(method, "GET" | "HEAD") && !path.starts_with("/api/checkout") {
                browser.ask(method.parse().unwrap(), &address).send().await;
                assert_eq!(written(), before, "{method} {path}");
            }
        }
    }
}

/// Proves: A59
#[tokio::test(flavor = "multi_thread")]
async fn nobody_without_a_login_has_a_body_read() {
    let scene = Scene::new().await;
    let visitor = scene.browser();
    for (method, path) in [
        (Method::POST, "/api/admin/courses/import?audience=public"),
        (Method::POST, "/api/admin/accounts"),
        (Method::POST, "/api/login/password"),
        (Method::PATCH, "/api/admin/accounts/01HZZZZZZZZZZZZZZZZZZZZZZZ"),
    ] {
        let rubbish = visitor.ask(method.clone(), path).header("content-type", "application/json").body("{");
        assert_eq!(rubbish.send().await.code(), 401, "{path}");
        let huge = visitor.ask(method, path).header("content-type", "text/plain").body(vec![b'x'; 20_000]);
        assert_eq!(huge.send().await.code(), 401, "{path}");
    }
}

/// Proves: A46
#[test]
fn no_page_keeps_anything_in_the_browsers_storage() {
    let mut folders = vec![PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../templates/assets/js"))];
    let mut scripts = 0;
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let text = std::fs::read_to_string(&path).unwrap();
            for place in ["localStorage", "sessionStorage", "indexedDB", "document.cookie"] {
                assert!(!text.contains(place), "{}: {place}", path.display());
            }
            scripts += 1;
        }
    }
    assert!(scripts > 30);
}
