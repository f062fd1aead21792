//! Sending events: signed afresh at every attempt, repeated along the schedule until somebody answers 2xx.

use std::sync::Arc;
use std::time::Duration;

use axum::http::{Request, Uri, header};
use bytes::Bytes;
use hmac::{Hmac, KeyInit, Mac};
use http_body_util::Full;
use hyper_util::client::legacy::{Client, connect::HttpConnector};
use hyper_util::rt::TokioExecutor;
use sha2::Sha256;

use crate::desk::{Caller, Desk};
use crate::events::envelope;
use crate::faults::Faults;
use crate::rows::{Delivery, DeliveryState, Row};

/// An endpoint that has not answered by then has failed; the next attempt follows.
const ATTEMPT_SECONDS_MAX: u64 = 10;

/// Signs the decoy of a doubled signature.
const OTHER_SECRET: &[u8] = b"whsec_of_an_endpoint_that_is_being_rolled";

/// Sends to the one webhook endpoint.
pub(crate) struct Sender {
    client: Client<HttpConnector, Full<Bytes>>,
    endpoint: Uri,
    secret: String,
}

impl Sender {
    /// `None` when the address is not plain `http://`.
    pub fn new(webhook_url: &str, secret: String) -> Option<Self> {
        let endpoint: Uri = webhook_url.parse().ok()?;
        if endpoint.scheme_str() != Some("http") || endpoint.host().is_none() {
            return None;
        }
        let client = Client::builder(TokioExecutor::new()).build_http();
        Some(Self { client, endpoint, secret })
    }

    /// The status, or `None` when nothing answered in time.
    async fn send(&self, body: String, now: i64, faults: &Faults) -> Option<u16> {
        let request = Request::post(self.endpoint.clone())
            .header(header::CONTENT_TYPE, "application/json; charset=utf-8")
            .header(header::USER_AGENT, "Stripe/1.0 (+https://stripe.com/docs/webhooks)")
            .header("Stripe-Signature", self.sign(&body, now, faults))
            .body(Full::new(Bytes::from(body)))
            .ok()?;
        let answer = self.client.request(request);
        let answer = tokio::time::timeout(Duration::from_secs(ATTEMPT_SECONDS_MAX), answer).await.ok()?.ok()?;
        Some(answer.status().as_u16())
    }

    fn sign(&self, body: &str, now: i64, faults: &Faults) -> String {
        let second = now + faults.clock_shift_seconds;
        let signed = if faults.corrupt_signature { format!("{body} ") } else { body.to_owned() };
        let right = v1(self.secret.as_bytes(), second, &signed);
        if faults.doubled_signature {
            return format!("t={second},v1={},v1={right}", v1(OTHER_SECRET, second, body));
        }
        format!("t={second},v1={right}")
    }
}

/// HMAC-SHA256 over `<second>.<body>`, in hex.
fn v1(secret: &[u8], second: i64, body: &str) -> String {
    let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(secret) else { return String::new() };
    mac.update(format!("{second}.{body}").as_bytes());
    mac.finalize().into_bytes().iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Works on one delivery until it is over or the stand-in stops.
pub(crate) async fn run(desk: Arc<Desk>, id: String) {
    let delay = desk.faults().delay();
    if pause(&desk, delay).await {
        while let Some(wait) = attempt(&desk, &id).await {
            if !pause(&desk, wait).await {
                break;
            }
        }
    }
    desk.sent(&id);
}

/// Makes each first attempt only after the one before it; repeats then go their own ways.
pub(crate) async fn run_in_order(desk: Arc<Desk>, ids: Vec<String>) {
    for id in ids {
        let Some(wait) = attempt(&desk, &id).await else {
            desk.sent(&id);
            continue;
        };
        let desk = Arc::clone(&desk);
        tokio::spawn(async move {
            if pause(&desk, wait).await {
                desk.sent(&id);
                desk.resume();
            }
        });
    }
}

/// One attempt. Gives the wait before the next one, or `None` when there is none.
async fn attempt(desk: &Arc<Desk>, id: &str) -> Option<Duration> {
    let (delivery, body) = desk.look(|world| {
        let delivery = world.book.deliveries.get(id).filter(|delivery| delivery.state == DeliveryState::Pending)?;
        let event = world.book.events.get(&delivery.event)?;
        Some((delivery.clone(), envelope(event, 1).to_string()))
    })?;
    let status = desk.setup.sender.send(body, desk.now(), &desk.faults()).await;
    let wait = desk.setup.retry_schedule.get(usize::try_from(delivery.attempts).unwrap_or(usize::MAX)).copied();
    let state = match (status, wait) {
        (Some(200..=299), _) => DeliveryState::Delivered,
        (_, Some(_)) => DeliveryState::Pending,
        (_, None) => DeliveryState::GivenUp,
    };
    let row = Delivery { state, attempts: delivery.attempts + 1, last_status: status, ..delivery };
    // A count that could not be written only means one attempt more after a restart.
    let _ = desk.change(Caller::default(), |_| Ok(((), vec![Row::Delivery(row)])));
    desk.answered.notify_waiters();
    wait.filter(|_| state == DeliveryState::Pending)
}

/// Sleeps; `false` when the stand-in stops meanwhile.
async fn pause(desk: &Desk, wait: Duration) -> bool {
    let mut stop = desk.stop.subscribe();
    if *stop.borrow() {
        return false;
    }
    if wait.is_zero() {
        return true;
    }
    tokio::select! {
        () = tokio::time::sleep(wait) => true,
        _ = stop.wait_for(|stop| *stop) => false,
    }
}
