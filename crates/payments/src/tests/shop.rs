//! A stand-in, a webhook endpoint that believes only good signatures, and a clock that tests own.

use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use axum::Router;
use axum::body::Bytes;
use axum::http::{HeaderMap, StatusCode};
use axum::routing::post;
use domain::{Clock, Currency, EmailAddress, Entropy, Money, OrderId, Title};
use jiff::Timestamp;
use stripe_stand_in::{Options, PromotionCode, Running, StandIn};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

use crate::{ApiKey, CheckoutRequest, Service, Stripe, VerifiedEvent, WebhookVerifier};

pub(super) const KEY: &str = "sk_test_portico_stand_in";
const SECRET: &str = "whsec_0123456789abcdefghijklmnopqr";
pub(super) const START: i64 = 1_800_000_000;

/// A clock that stands until it is moved.
pub(super) struct ManualClock(AtomicI64);

impl ManualClock {
    pub fn advance(&self, seconds: i64) {
        self.0.fetch_add(seconds, Ordering::SeqCst);
    }
}

impl Clock for ManualClock {
    fn now(&self) -> Timestamp {
        Timestamp::from_second(self.0.load(Ordering::SeqCst)).unwrap()
    }
}

/// Dice without surprises: every throw differs, every run is the same.
pub(super) struct Dice(AtomicU64);

impl Entropy for Dice {
    fn fill(&self, buffer: &mut [u8]) {
        for byte in buffer {
            let mut n = self.0.fetch_add(0x9E37_79B9_7F4A_7C15, Ordering::SeqCst);
            n = (n ^ (n >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
            *byte = (n >> 56) as u8;
        }
    }
}

/// All of it, running.
pub(super) struct Shop {
    pub stripe: Stripe,
    pub stand_in: Running,
    pub clock: Arc<ManualClock>,
    pub events: Arc<Mutex<Vec<VerifiedEvent>>>,
}

impl Shop {
    pub async fn open() -> Self {
        let clock = Arc::new(ManualClock(AtomicI64::new(START)));
        let events = Arc::new(Mutex::new(Vec::new()));
        let hook = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let hook_url = format!("http://{}/webhook", hook.local_addr().unwrap());
        tokio::spawn(listen(hook, Arc::clone(&clock), Arc::clone(&events)));

        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let dice = Arc::new(Dice(AtomicU64::new(7)));
        let mut options = Options::new(listener, hook_url, SECRET, KEY, Arc::clone(&clock) as _, dice);
        options.retry_schedule = vec![Duration::from_millis(20); 3];
        options.promotion_codes = vec![PromotionCode::percent("FREE", 100), PromotionCode::percent("THIRD", 33)];
        let stand_in = StandIn::start(options).unwrap();
        let service = Service::StandIn { base_url: stand_in.base_url().to_owned() };
        let stripe = Stripe::new(&ApiKey::new(KEY).unwrap(), &service).unwrap();
        Self { stripe, stand_in, clock, events }
    }

    pub fn request(&self, order: u8, minor: u64, currency: Currency) -> CheckoutRequest {
        CheckoutRequest {
            order: OrderId::from_bytes([order; 16]),
            title: Title::new("Café & Chemistry [1] = 100 %").unwrap(),
            price: Money::from_minor(minor, currency).unwrap(),
            email: EmailAddress::new("Ada@example.org").unwrap(),
            success_url: "http://127.0.0.1:1/thanks?session={CHECKOUT_SESSION_ID}".to_owned(),
            cancel_url: "http://127.0.0.1:1/course".to_owned(),
            expires_at: Timestamp::from_second(START + 3_600).unwrap(),
            promotion_codes: true,
            automatic_tax: false,
            attempt: 0,
        }
    }

    /// Presses one of the stand-in's buttons.
    pub async fn press(&self, path: &str, body: &str) -> String {
        let host = self.stand_in.base_url().trim_start_matches("http://");
        let mut stream = TcpStream::connect(host).await.unwrap();
        let request = format!(
            "POST /stand-in/{path} HTTP/1.1\r\nhost: {host}\r\ncontent-type: application/json\r\n\
             content-length: {}\r\nconnection: close\r\n\r\n{body}",
            body.len()
        );
        stream.write_all(request.as_bytes()).await.unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).await.unwrap();
        assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
        answer
    }

    /// The types of the events that came and were believed, in order.
    pub fn event_types(&self) -> Vec<String> {
        self.events.lock().unwrap().iter().map(|event| event.type_name.clone()).collect()
    }
}

async fn listen(hook: TcpListener, clock: Arc<ManualClock>, events: Arc<Mutex<Vec<VerifiedEvent>>>) {
    let verifier = WebhookVerifier::new(&[SECRET]).unwrap();
    let receive = move |headers: HeaderMap, body: Bytes| {
        let header = headers.get("stripe-signature").map(|value| value.to_str().unwrap()).unwrap_or_default();
        let outcome = verifier.verify(&body, header, clock.now());
        let status = if outcome.is_ok() { StatusCode::OK } else { StatusCode::BAD_REQUEST };
        events.lock().unwrap().extend(outcome.ok());
        async move { status }
    };
    axum::serve(hook, Router::new().route("/webhook", post(receive))).await.unwrap();
}
