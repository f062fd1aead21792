//! Bodies that are no bodies: too large, too deep, not UTF-8, of another kind. Each is refused as a problem that says
//! nothing about our insides, nothing is written, and the platform still answers.

use portico_tests::Reply;
use serde_json::Value;

use super::endpoints::{Endpoint, Platform};

const JSON: &str = "application/json";
const FORM: &str = "application/x-www-form-urlencoded";

/// Words that only our insides use.
const INSIDES: &[&str] = &["panick", ".rs:", "crates/", "serde", "dynamo", "sqlite", "backtrace", "RUST_", "::"];

/// The refusal as a problem, or the end of the test.
#[track_caller]
pub fn refused(what: &str, answer: &Reply) -> u16 {
    let (code, problem, text) = (answer.code(), answer.json(), answer.text());
    assert!((400..500).contains(&code), "{what}: {code} {text}");
    assert_eq!(problem["status"], Value::from(code), "{what}: {text}");
    assert!(problem["code"].is_string() && problem["message"].is_string(), "{what}: {text}");
    assert!(text.len() < 2_000, "{what}: a refusal of {} bytes", text.len());
    for word in INSIDES {
        assert!(!text.contains(word), "{what} tells of its insides: {text}");
    }
    code
}

fn deep(open: &str, close: &str) -> Vec<u8> {
    format!("{}1{}", open.repeat(10_000), close.repeat(10_000)).into_bytes()
}

/// What each kind of body can be broken by, and the statuses that answer it.
fn broken(endpoint: &Endpoint) -> Vec<(&'static str, Vec<u8>, &'static [u16])> {
    let name = endpoint.fields.keys().next().map_or("field", String::as_str);
    let text = |text: String| text.into_bytes();
    // Courses may bring their lessons along, and people come by the thousand; nothing else is long.
    let too_long = "x".repeat(match endpoint.template.as_str() {
        "/api/admin/accounts/import" => 4_300_000,
        template if template.contains("/admin/courses/") => 1_300_000,
        _ => 300_000,
    });
    let mut bodies = vec![
        ("multipart/form-data; boundary=x", text(format!("--x\r\n\r\n{name}\r\n--x--")), &[415][..]),
        ("text/plain", b"{}".to_vec(), &[415]),
        ("text/html", b"<p>".to_vec(), &[415]),
        ("", b"{}".to_vec(), &[415]),
        ("application/json; charset=utf-16", b"{}".to_vec(), &[415]),
        ("application/jsonp", b"{}".to_vec(), &[415]),
        (JSON, Vec::new(), &[400]),
        (JSON, b"{".to_vec(), &[400]),
        (JSON, b"nonsense".to_vec(), &[400]),
        (JSON, b"{'single': 1}".to_vec(), &[400]),
        (JSON, b"{\"a\":1}{\"a\":1}".to_vec(), &[400]),
        (JSON, b"{\"unknown_field\":1}".to_vec(), &[400]),
        (JSON, b"{\"__proto__\":{}}".to_vec(), &[400]),
        (JSON, b"\xef\xbb\xbf{}".to_vec(), &[400]),
        (JSON, b"null".to_vec(), &[422]),
        (JSON, b"[]".to_vec(), &[422]),
        (JSON, b"[null,null,null]".to_vec(), &[400, 422]),
        (JSON, b"\"text\"".to_vec(), &[422]),
        (JSON, b"1e999".to_vec(), &[400]),
        (JSON, deep("[", "]"), &[400, 422]),
        (JSON, deep("{\"a\":", "}"), &[400]),
        (JSON, deep(&format!("{{\"{name}\":"), "}"), &[400, 422]),
        (JSON, text(format!("{{\"{name}\":\"{too_long}\"}}")), &[413]),
        (JSON, [b"{\"", name.as_bytes(), b"\":\"\xff\xfe\"}"].concat(), &[400]),
        (JSON, text(format!("{{\"{name}\":\"\\ud800\"}}")), &[400, 422]),
    ];
    if endpoint.takes.iter().any(|kind| kind == FORM) {
        bodies.extend([
            (FORM, text(format!("{name}={too_long}")), &[413][..]),
            (FORM, text(format!("{name}=a&{name}=b")), &[400]),
            (FORM, [name.as_bytes(), b"=\xff\xfe"].concat(), &[400]),
            (FORM, b"unknown_field=1".to_vec(), &[400]),
            (FORM, b"%".repeat(5_000), &[400]),
            (FORM, b"&".repeat(100_000), &[400]),
        ]);
    }
    bodies
}

#[tokio::test(flavor = "multi_thread")]
async fn no_broken_body_gets_through_or_breaks_anything() {
    let platform = Platform::start().await;
    let before = platform.written();
    let mut tried = 0;
    for endpoint in platform.endpoints().iter().filter(|endpoint| endpoint.takes_fields()) {
        for (kind, body, statuses) in broken(endpoint) {
            let shown: String = String::from_utf8_lossy(&body).chars().take(60).collect();
            let what = format!("{} {kind} {shown}", endpoint.name());
            let ask = platform.founder.ask(endpoint.method.clone(), &endpoint.path).body(body);
            let ask = if kind.is_empty() { ask } else { ask.header("content-type", kind) };
            let code = refused(&what, &ask.send().await);
            assert!(statuses.contains(&code), "{what}: {code}");
            tried += 1;
        }
        platform.founder.get("/api/health").await.expect(200);
    }
    assert!(tried > 400, "only {tried} were tried");
    assert_eq!(platform.written(), before);
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_is_taken_twice() {
    let platform = Platform::start().await;
    let before = platform.written();
    for endpoint in platform.endpoints() {
        // The first of two could be judged, the second one used.
        for name in endpoint.fields.keys() {
            let body = format!("{{\"{name}\":null,\"{name}\":null}}");
            let ask = platform.founder.ask(endpoint.method.clone(), &endpoint.path).header("content-type", JSON);
            let what = format!("{} {name} twice", endpoint.name());
            refused(&what, &ask.body(body).send().await);
        }
    }
    assert_eq!(platform.written(), before);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_event_of_any_size_and_shape_is_turned_away_unsigned() {
    let platform = Platform::start().await;
    let before = platform.written();
    let ask = || platform.founder.ask(http::Method::POST, "/api/stripe/webhook").header("content-type", JSON);
    for (body, status) in [
        (Vec::new(), 400),
        (b"{}".to_vec(), 400),
        (b"\0\xff".to_vec(), 400),
        (deep("[", "]"), 400),
        (vec![b'x'; 300_000], 413),
    ] {
        for signature in ["", "t=1,v1=", "t=99999999999999999999,v1=00", "v1=\u{7f}"] {
            let answer =
                ask().header("stripe-signature", &signature.replace('\u{7f}', "?")).body(body.clone()).send().await;
            assert_eq!(refused(signature, &answer), status);
        }
    }
    assert_eq!(platform.written(), before);
}

#[tokio::test(flavor = "multi_thread")]
async fn headers_of_any_kind_are_survived() {
    let platform = Platform::start().await;
    let long = "x".repeat(8_000);
    for (name, value) in [
        ("authorization", "Bearer "),
        ("authorization", "Bearer a.b.c"),
        ("authorization", long.as_str()),
        ("cookie", "__Host-access"),
        ("cookie", "__Host-access=a; __Host-access=b; ="),
        ("x-forwarded-for", "127.0.0.1, <script>, ::1"),
        ("x-csrf", "\u{e9}"),
        ("accept", "text/html;q=0, */*;q=nonsense"),
        ("range", "bytes=0-18446744073709551615,-1"),
        ("if-modified-since", "yesterday"),
        ("content-length", "0"),
    ] {
        let visitor = platform.world.browser();
        visitor.ask(http::Method::GET, "/api/login/me").header(name, value).send().await.expect(401);
        assert!(visitor.ask(http::Method::GET, "/").header(name, value).send().await.code() < 500, "{name}: {value}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_refusal_does_not_send_everything_back() {
    let platform = Platform::start().await;
    let name = "é".repeat(20_000);
    let form = [("course", "x"), (name.as_str(), "x")];
    let answer = platform.world.browser().submit("/api/checkout", &form).await;
    assert_eq!(answer.code(), 400);
    assert!(answer.text().contains('…') && answer.text().len() < 4_000, "{} bytes", answer.text().len());
    let asked = platform.founder.get(&format!("/api/admin/accounts?{}=x", "a".repeat(5_000))).await;
    assert_eq!(refused("a long name in a query", &asked), 400);
}
