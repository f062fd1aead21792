//! The people who buy: each from a network of their own, each at their time whatever becomes of the others, and patient
//! when they are asked to come again.

use std::net::{IpAddr, Ipv4Addr};
use std::sync::Arc;
use std::time::Duration;

use domain::CourseId;
use http::Method;
use local::Running;
use portico_tests::{Ask, Browser, Reply};
use serde_json::json;
use tokio::task::JoinSet;

/// A person who was asked to come again so often has gone elsewhere.
const ATTEMPTS_MAX: usize = 20;
const PATIENCE: Duration = Duration::from_secs(1);

/// Everybody who bought.
pub(crate) struct Buyers {
    pub(crate) addresses: Vec<String>,
    pub(crate) asked_again: usize,
}

impl Buyers {
    /// Everybody applies and pays, evenly spread.
    pub(crate) async fn buy(platform: &Arc<Running>, course: CourseId, count: usize, over: Duration) -> Self {
        let pace = over.checked_div(u32::try_from(count).unwrap_or(u32::MAX)).unwrap_or_default();
        let mut clock = tokio::time::interval(pace);
        let mut buying = JoinSet::new();
        for number in 0..count {
            clock.tick().await;
            buying.spawn(buy(platform.clone(), course, number));
        }
        let asked_again = buying.join_all().await.into_iter().sum();
        Self { addresses: (0..count).map(address).collect(), asked_again }
    }
}

fn address(number: usize) -> String {
    format!("buyer-{number}@example.org")
}

/// Applies, pays, and comes back to the platform's page unless the tab was closed; tells how often it took another try.
async fn buy(platform: Arc<Running>, course: CourseId, number: usize) -> usize {
    let [.., high, low] = number.to_be_bytes();
    let browser = Browser::from(&platform.origin, IpAddr::V4(Ipv4Addr::new(127, 1 + high, low, 1)));
    let form = json!({ "course": course.to_string(), "name": format!("Buyer {number}"), "email": address(number) });
    let (applied, mut asked_again) = patiently(|| browser.ask(Method::POST, "/api/checkout").json(&form)).await;
    let page = applied.expect(201).str("/url");
    let session = page.split("/c/pay/").nth(1).and_then(|rest| rest.split(['?', '#']).next()).unwrap();
    let pay = format!("{}/stand-in/sessions/{session}/pay", platform.stripe.trim_end_matches('/'));
    let paying = browser.ask(Method::POST, &pay).without("origin").without("sec-fetch-site").json(&json!({}));
    paying.send().await.expect(200);
    let closes_the_tab = number.is_multiple_of(2);
    if !closes_the_tab {
        let back = format!("/api/checkout/return?session_id={session}");
        let (shown, again) = patiently(|| browser.ask(Method::GET, &back)).await;
        assert!(shown.status.is_success(), "{} {}", shown.code(), shown.text());
        asked_again += again;
    }
    asked_again
}

/// Asks until nobody says to come again later.
async fn patiently<'b>(ask: impl Fn() -> Ask<'b>) -> (Reply, usize) {
    for attempt in 0..ATTEMPTS_MAX {
        let reply = ask().send().await;
        if !matches!(reply.code(), 429 | 503) {
            return (reply, attempt);
        }
        let wait = reply.header("retry-after").parse().map_or(PATIENCE, Duration::from_secs);
        tokio::time::sleep(wait).await;
    }
    (ask().send().await, ATTEMPTS_MAX)
}
