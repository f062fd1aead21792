//! A method that is not offered is refused, whoever asks; reading changes nothing.

use std::collections::BTreeSet;

use http::Method;

use super::endpoints::Platform;

const METHODS: &[&str] =
    &["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "PROPFIND", "INVENTED", "get"];

fn offered(operations: &serde_json::Value) -> BTreeSet<String> {
    let mut offered: BTreeSet<String> =
        operations.as_object().into_iter().flatten().map(|(method, _)| method.to_uppercase()).collect();
    if offered.contains("GET") {
        offered.insert("HEAD".to_owned());
    }
    offered
}

#[tokio::test(flavor = "multi_thread")]
async fn every_method_that_is_not_described_is_refused_and_changes_nothing() {
    let platform = Platform::start().await;
    let visitor = platform.world.browser();
    let before = platform.written();
    let mut refused = 0;
    for (template, operations) in platform.paths() {
        let (path, offered) = (platform.filled(template), offered(operations));
        for method in METHODS.iter().filter(|method| !offered.contains(**method)) {
            for who in [&platform.founder, &visitor] {
                let answer = who.ask(method.parse().unwrap(), &path).send().await;
                assert_eq!(answer.code(), 405, "{method} {path}: {}", answer.text());
                let allow: BTreeSet<String> =
                    answer.header("allow").split(',').map(|one| one.trim().to_owned()).collect();
                assert_eq!(allow, offered, "{method} {path}");
                refused += 1;
            }
        }
    }
    assert!(refused > 800, "only {refused} were tried");
    assert_eq!(platform.written(), before);
}

#[tokio::test(flavor = "multi_thread")]
async fn files_are_only_read() {
    let platform = Platform::start().await;
    let before = platform.written();
    for path in ["/", "/courses/", "/sitemap.xml", "/nowhere/", "/api/openapi.json"] {
        let there = platform.founder.get(path).await.code();
        for method in METHODS.iter().filter(|method| !["GET", "HEAD"].contains(method)) {
            let answer = platform.founder.ask(method.parse().unwrap(), path).send().await;
            assert_eq!(answer.code(), 405, "{method} {path}: {}", answer.text());
        }
        assert_eq!(platform.founder.get(path).await.code(), there, "{path}");
    }
    assert_eq!(platform.written(), before);
}

#[tokio::test(flavor = "multi_thread")]
async fn reading_changes_nothing() {
    let platform = Platform::start().await;
    let visitor = platform.world.browser();
    let before = platform.written();
    let mut read = 0;
    // The return page asks the payment provider, so it counts how often a network asks it; nothing else of it is written.
    let reads = |path: &str, method: &Method| *method == Method::GET && path != "/api/checkout/return";
    for endpoint in platform.endpoints().iter().filter(|endpoint| reads(&endpoint.path, &endpoint.method)) {
        for method in [Method::GET, Method::HEAD] {
            for who in [&platform.founder, &visitor] {
                let answer = who.ask(method.clone(), &endpoint.path).send().await;
                assert!(answer.code() < 500, "{method} {}: {}", endpoint.path, answer.text());
                assert!(method == Method::GET || answer.body.is_empty(), "{}", endpoint.path);
                read += usize::from(answer.status.is_success());
            }
        }
    }
    assert!(read > 30, "only {read} reads succeeded");
    assert_eq!(platform.written(), before);
}
