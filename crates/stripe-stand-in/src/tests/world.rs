//! A stand-in, its webhook endpoint, a clock and a plain HTTP client.

use std::path::Path;
use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use axum::Router;
use axum::body::Bytes;
use axum::http::{HeaderMap, Method, Request, StatusCode};
use axum::routing::post;
use domain::{Clock, Entropy};
use http_body_util::{BodyExt, Full};
use hyper_util::client::legacy::Client;
use hyper_util::rt::TokioExecutor;
use jiff::Timestamp;
use serde_json::Value;
use tokio::net::TcpListener;

use crate::{Off, Options, PromotionCode, Running, StandIn};

pub(super) const KEY: &str = "sk_test_abc";
pub(super) const SECRET: &str = "whsec_0123456789abcdefghijklmnopqr";
pub(super) const START: i64 = 1_800_000_000;

/// Moves only when told.
pub(super) struct ManualClock(pub AtomicI64);

impl Clock for ManualClock {
    fn now(&self) -> Timestamp {
        Timestamp::from_second(self.0.load(Ordering::SeqCst)).unwrap()
    }
}

/// Every throw differs, also between two stand-ins of one test.
struct Dice;

static THROWS: AtomicU64 = AtomicU64::new(1);

impl Entropy for Dice {
    fn fill(&self, buffer: &mut [u8]) {
        for byte in buffer {
            let n = THROWS.fetch_add(0x9E37_79B9_7F4A_7C15, Ordering::SeqCst);
            *byte = ((n ^ (n >> 31)).wrapping_mul(0xBF58_476D_1CE4_E5B9) >> 56) as u8;
        }
    }
}

/// A request that the webhook endpoint got.
#[derive(Debug, Clone)]
pub(super) struct Received {
    pub signature: String,
    pub body: String,
}

impl Received {
    pub fn event(&self) -> Value {
        serde_json::from_str(&self.body).unwrap()
    }
}

/// The endpoint: what came, and what it answers next (200 when nothing is queued).
#[derive(Default)]
pub(super) struct Hook {
    pub received: Mutex<Vec<Received>>,
    pub answers: Mutex<Vec<u16>>,
    pub slow_ms: AtomicU64,
}

pub(super) struct World {
    pub running: Running,
    pub clock: Arc<ManualClock>,
    pub hook: Arc<Hook>,
}

/// An HTTP answer.
pub(super) struct Reply {
    pub status: u16,
    pub headers: HeaderMap,
    pub body: String,
}

impl Reply {
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.body).unwrap()
    }

    /// `type`, `code` and `param` of an error.
    pub fn error(&self) -> (String, String, String) {
        let error = self.json()["error"].clone();
        let field = |name: &str| error[name].as_str().unwrap_or_default().to_owned();
        (field("type"), field("code"), field("param"))
    }

    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map(|value| value.to_str().unwrap()).unwrap_or_default()
    }
}

impl World {
    pub async fn open() -> Self {
        Self::open_at(None).await
    }

    pub async fn open_at(state_file: Option<&Path>) -> Self {
        let clock = Arc::new(ManualClock(AtomicI64::new(START)));
        let hook = Arc::new(Hook::default());
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let hook_url = format!("http://{}/webhook", listener.local_addr().unwrap());
        tokio::spawn(listen(listener, Arc::clone(&hook)));
        let running = Self::start(&hook_url, &clock, state_file).await.unwrap();
        Self { running, clock, hook }
    }

    pub async fn start(
        hook_url: &str,
        clock: &Arc<ManualClock>,
        state_file: Option<&Path>,
    ) -> Result<Running, crate::StandInError> {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let mut options = Options::new(listener, hook_url, SECRET, KEY, Arc::clone(clock) as _, Arc::new(Dice));
        options.retry_schedule = vec![Duration::from_millis(30); 4];
        options.redirect_wait = Duration::from_millis(900);
        options.state_file = state_file.map(Path::to_owned);
        let once = PromotionCode { redemptions_max: Some(1), ..PromotionCode::percent("ONCE", 50) };
        let ended = PromotionCode { active: false, ..PromotionCode::percent("ENDED", 50) };
        let five = Off::Amount { minor: 500, currency: "eur".to_owned() };
        let five = PromotionCode { off: five, ..PromotionCode::percent("FIVE", 1) };
        options.promotion_codes = vec![PromotionCode::percent("FREE", 100), once, ended, five];
        StandIn::start(options)
    }

    pub async fn send(&self, method: Method, path: &str, headers: &[(&str, &str)], body: &str) -> Reply {
        let mut request = Request::builder().method(method).uri(format!("{}{path}", self.running.base_url()));
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let request = request.body(Full::new(Bytes::from(body.to_owned()))).unwrap();
        let answer = Client::builder(TokioExecutor::new()).build_http().request(request).await.unwrap();
        let (parts, body) = answer.into_parts();
        let body = String::from_utf8(body.collect().await.unwrap().to_bytes().to_vec()).unwrap();
        Reply { status: parts.status.as_u16(), headers: parts.headers, body }
    }

    pub async fn get(&self, path: &str) -> Reply {
        self.send(Method::GET, path, &[("authorization", "Bearer sk_test_abc")], "").await
    }

    pub async fn post(&self, path: &str, form: &str) -> Reply {
        self.post_once(path, form, None).await
    }

    /// A call, under an Idempotency-Key if there is one.
    pub async fn post_once(&self, path: &str, form: &str, key: Option<&str>) -> Reply {
        let mut headers = vec![FORM, ("authorization", "Bearer sk_test_abc")];
        headers.extend(key.map(|key| ("idempotency-key", key)));
        self.send(Method::POST, path, &headers, form).await
    }

    pub async fn press(&self, path: &str, json: &str) -> Reply {
        self.send(Method::POST, &format!("/stand-in/{path}"), &[("content-type", "application/json")], json).await
    }

    /// What a browser does with the page's form.
    pub async fn submit(&self, session: &str, form: &str) -> Reply {
        self.send(Method::POST, &format!("/c/pay/{session}"), &[FORM], form).await
    }

    /// A new session's id.
    pub async fn session(&self) -> String {
        let reply = self.post("/v1/checkout/sessions", &form(&[])).await;
        assert_eq!(reply.status, 200, "{}", reply.body);
        reply.json()["id"].as_str().unwrap().to_owned()
    }

    pub async fn read(&self, session: &str) -> Value {
        self.get(&format!("/v1/checkout/sessions/{session}")).await.json()
    }

    /// Waits until the endpoint got so many requests.
    pub async fn received(&self, count: usize) -> Vec<Received> {
        for _ in 0..200 {
            let received = self.hook.received.lock().unwrap().clone();
            if received.len() >= count {
                return received;
            }
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        panic!("{} of {count} requests came", self.hook.received.lock().unwrap().len());
    }
}

const FORM: (&str, &str) = ("content-type", "application/x-www-form-urlencoded");

async fn listen(listener: TcpListener, hook: Arc<Hook>) {
    let receive = move |headers: HeaderMap, body: String| {
        let hook = Arc::clone(&hook);
        async move {
            let signature = headers["stripe-signature"].to_str().unwrap().to_owned();
            tokio::time::sleep(Duration::from_millis(hook.slow_ms.load(Ordering::SeqCst))).await;
            hook.received.lock().unwrap().push(Received { signature, body });
            let mut answers = hook.answers.lock().unwrap();
            let answer = if answers.is_empty() { 200 } else { answers.remove(0) };
            StatusCode::from_u16(answer).unwrap()
        }
    };
    axum::serve(listener, Router::new().route("/webhook", post(receive))).await.unwrap();
}

/// A form that makes a session, with some values replaced, added, or (empty) left out.
pub(super) fn form(changes: &[(&str, &str)]) -> String {
    let mut pairs = vec![
        ("mode", "payment"),
        ("success_url", "http://shop.test:81/thanks?session={CHECKOUT_SESSION_ID}"),
        ("cancel_url", "http://shop.test:81/course"),
        ("client_reference_id", "order-1"),
        ("customer_email", "ada@example.org"),
        ("metadata[order]", "order-1"),
        ("allow_promotion_codes", "true"),
        ("line_items[0][quantity]", "1"),
        ("line_items[0][price_data][currency]", "eur"),
        ("line_items[0][price_data][unit_amount]", "1999"),
        ("line_items[0][price_data][product_data][name]", "<b>Geology</b>"),
    ];
    for (name, value) in changes {
        pairs.retain(|(known, _)| known != name);
        if !value.is_empty() {
            pairs.push((name, value));
        }
    }
    form_urlencoded::Serializer::new(String::new()).extend_pairs(pairs).finish()
}
