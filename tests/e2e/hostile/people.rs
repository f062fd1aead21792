//! Names and addresses that want to be headers, markup or somebody else.

use portico_tests::World;
use serde_json::json;

/// Refused wherever a person is named: each could become a line of its own in a mail or a log.
const NAMES_REFUSED: &[&str] = &[
    "Eve\r\nBcc: all@example.org",
    "Eve\nBcc: all@example.org",
    "Eve\u{0}",
    "Eve\u{b}Adams",
    "Eve\u{2028}Bcc: all@example.org",
    "\u{1b}[31mEve",
    "",
    " \u{a0} ",
];

/// Odd, and somebody's name all the same.
const NAMES_TAKEN: &[&str] = &[
    "<script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)>",
    "=HYPERLINK(\"https://evil.example\")",
    "O'Hara; DROP TABLE accounts;--",
    "{{7*7}} ${7*7} %s %n",
    "Robert\\\" <b@example.org>",
    "محمد \u{200f}الخوارزمي",
    "👩‍👩‍👧 Zoë e\u{301}",
];

const EMAILS_REFUSED: &[&str] = &[
    "eve@example.org\r\nBcc: all@example.org",
    "eve@example.org, all@example.org",
    "eve@example.org;all@example.org",
    "Eve <eve@example.org>",
    "<eve@example.org>",
    "\"eve\"@example.org",
    "eve@example.org\u{0}",
    "eve@exa\u{202e}mple.org",
    "e\u{200b}ve@example.org",
    "eve@[127.0.0.1]",
    "eve@localhost",
    "eve@-example.org",
    "eve%0d%0aBcc:x@",
    "@",
];

#[tokio::test(flavor = "multi_thread")]
async fn what_would_be_a_second_line_is_refused_everywhere() {
    let world = World::start().await;
    let founder = world.founder().await;
    let course = world.course_with_lessons(true).await.id.to_string();
    let written = || world.platform.app.store.consumption().write_units;
    let before = written();
    for name in NAMES_REFUSED {
        world.apply(&course, name, "eve@example.org").await.expect(422);
        let account = json!({ "tier": "learner", "type": "internal", "name": name, "email": "eve@example.org" });
        assert!(founder.post("/api/admin/accounts", account).await.expect(422).names_field("name"), "{name:?}");
    }
    for email in EMAILS_REFUSED {
        assert!(world.apply(&course, "Eve", email).await.expect(422).names_field("email"), "{email:?}");
        let account = json!({ "tier": "learner", "type": "internal", "name": "Eve", "email": email });
        assert!(founder.post("/api/admin/accounts", account).await.expect(422).names_field("email"), "{email:?}");
        let reset = json!({ "email": email });
        assert!(founder.post("/api/login/reset", reset).await.expect(422).names_field("email"), "{email:?}");
    }
    assert_eq!(written(), before);
    world.catch_up().await;
    assert!(world.platform.mailbox.mails().is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn an_odd_name_stays_text_in_mails_pages_and_lists() {
    let world = World::start().await;
    let founder = world.founder().await;
    let course = world.course_with_lessons(false).await.id.to_string();
    for (number, name) in NAMES_TAKEN.iter().enumerate() {
        let email = format!("odd{number}@example.org");
        world.apply(&course, name, &email).await.expect(201);
        let mails = world.mails_to(&email).await;
        assert_eq!(mails.len(), 1, "{name}: one mail to one person");
        let mail = mails.first().unwrap();
        assert!(!mail.subject.contains(['\r', '\n']) && !mail.subject.contains("alert"), "{}", mail.subject);
        let found = founder.get(&format!("/api/admin/accounts?realm=public&q={email}")).await.expect(200);
        let normal = domain::PersonName::new(name).unwrap();
        assert_eq!(found.str("/items/0/name"), normal.as_str(), "stored as it was typed");
        assert!(found.header("content-type").starts_with("application/json"));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_form_that_is_shown_again_shows_text() {
    let world = World::start().await;
    let course = world.course_with_lessons(true).await.id.to_string();
    for name in NAMES_TAKEN {
        let form = [("course", course.as_str()), ("name", name), ("email", "no address\"><script>alert(1)</script>")];
        let page = world.browser().submit("/api/checkout", &form).await.expect(422).text();
        for live in ["<script>alert", "<img src=x", "\"><script", "<b@example.org>"] {
            assert!(!page.contains(live), "{name}: {page}");
        }
        assert!(!page.contains("49"), "{name}: nothing is calculated");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn one_person_is_one_person_however_the_address_is_written() {
    let world = World::start().await;
    let founder = world.founder().await;
    let account = |email: &str| json!({ "tier": "learner", "type": "internal", "name": "René", "email": email });
    founder.post("/api/admin/accounts", account("René@Example.org")).await.expect(201);
    for same in ["rené@example.org", "RENÉ@EXAMPLE.ORG", "Rene\u{301}@example.org", " rené@example.org "] {
        founder.post("/api/admin/accounts", account(same)).await.expect(409);
    }
    for other in ["rene@example.org", "ren.é@example.org", "rené+x@example.org"] {
        founder.post("/api/admin/accounts", account(other)).await.expect(201);
    }
}
