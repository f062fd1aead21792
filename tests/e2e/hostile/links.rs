//! Addresses that want to lead away from here, and headers that want to be two (F34).

use portico_tests::{PASSWORD, World};

const ELSEWHERE: &[&str] = &[
    "//evil.example",
    "///evil.example",
    "/\\evil.example",
    "\\\\evil.example",
    "https://evil.example/learn/",
    "HTTPS:evil.example",
    "javascript:alert(1)",
    "data:text/html,x",
    "evil.example",
    " //evil.example",
    "\t//evil.example",
    "/\t/evil.example",
    "/\n/evil.example",
    "/learn/\r\nSet-Cookie: a=b",
    "/learn/\r\n\r\n<script>alert(1)</script>",
    "/learn/\u{0}",
    "/lern\u{202e}/",
    "@evil.example",
    "",
];

#[tokio::test(flavor = "multi_thread")]
async fn signing_in_leads_nowhere_else() {
    let world = World::start().await;
    world.founder().await;
    let form = |next: &'static str| {
        [("email", "olga@portico.example"), ("password", PASSWORD), ("realm", "main"), ("next", next)]
    };
    // Ten a minute is what an account may try.
    for few in ELSEWHERE.chunks(5) {
        for next in few {
            let answer = world.browser().submit("/api/login", &form(next)).await.expect(303);
            assert_eq!(answer.header("location"), "/learn/", "{next:?}");
            let cookies = answer.headers_of("set-cookie");
            assert!(
                cookies.len() == 3 && cookies.iter().all(|line| line.starts_with("__Host-")),
                "{next:?}: {cookies:?}"
            );
        }
        world.forward(jiff::SignedDuration::from_mins(2));
    }
    let own = world.browser().submit("/api/login", &form("/learn/course/?id=1#top")).await.expect(303);
    assert_eq!(own.header("location"), "/learn/course/?id=1#top");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_failed_sign_in_leads_to_a_page_of_ours() {
    let world = World::start().await;
    for realm in ["//evil.example", "../../evil", "main\r\nSet-Cookie: a=b", "a/b", "%2e%2e", "public?x=", ""] {
        let form = [("email", "nobody@example.org"), ("password", PASSWORD), ("realm", realm)];
        let answer = world.browser().submit("/api/login", &form).await;
        assert!(answer.code() < 500, "{realm:?}: {}", answer.text());
        let location = answer.header("location");
        assert!(location.is_empty() || location.starts_with("/sign-in/"), "{realm:?} leads to {location}");
        assert!(answer.headers_of("set-cookie").is_empty(), "{realm:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_way_back_from_paying_shows_nothing_of_its_address() {
    let world = World::start().await;
    for query in [
        "session_id=%3Cscript%3Ealert(1)%3C/script%3E",
        "session_id=cs_test_x%0d%0aSet-Cookie:a=b",
        "session_id=../../v1/refunds",
        "session_id=cs_test_%3F%23&pending=%22%3E%3Cimg%20src=x%20onerror=alert(1)%3E",
        "order=%3Cimg%20src=x%3E",
        "session_id=",
    ] {
        let answer = world.browser().get(&format!("/api/checkout/return?{query}")).await;
        assert!(answer.code() < 500, "{query}: {} {}", answer.code(), answer.text());
        for word in ["<script>alert", "onerror", "<img src=x", "refunds"] {
            assert!(!answer.text().contains(word), "{query}: {}", answer.text());
        }
        assert!(answer.header("set-cookie").is_empty(), "{query}");
    }
}
