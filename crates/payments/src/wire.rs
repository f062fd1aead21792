//! Sends what async-stripe's requests ask for. The library's own client reads every refusal into the whole of Stripe's
//! types, which makes each function that links it five megabytes bigger; here a refusal is read for its words.

use std::error::Error as _;
use std::time::Duration;

use bytes::Bytes;
use http::header::{AUTHORIZATION, CONTENT_TYPE, USER_AGENT};
use http::{HeaderValue, Method, Request, StatusCode};
use http_body_util::{BodyExt, Full, Limited};
use hyper_rustls::{HttpsConnector, HttpsConnectorBuilder};
use hyper_util::client::legacy::Client;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::TokioExecutor;
use miniserde::Deserialize;
use stripe_client_core::{
    CustomizedStripeRequest, IdempotencyKey, RequestBuilder, RequestStrategy, StripeClient, StripeClientErr,
    StripeMethod,
};

use crate::error::PaymentError;
use crate::key::{ApiKey, Service};
use crate::stripe::{CALL_SECONDS_MAX, STRIPE_VERSION};

const STRIPE: &str = "https://api.stripe.com";
/// A page of a hundred sessions has some 300 kB.
const ANSWER_BYTES_MAX: usize = 8 * 1024 * 1024;

/// A connection to Stripe, or to its stand-in. Cheap to clone.
#[derive(Clone)]
pub(crate) struct Wire {
    client: Client<HttpsConnector<HttpConnector>, Full<Bytes>>,
    base_url: String,
    authorization: HeaderValue,
}

impl Wire {
    pub(crate) fn new(key: &ApiKey, service: &Service) -> Result<Self, PaymentError> {
        let misconfigured = PaymentError::Misconfigured("the Stripe client cannot be built");
        let mut authorization = HeaderValue::try_from(format!("Bearer {}", key.expose())).map_err(|_| misconfigured)?;
        authorization.set_sensitive(true);
        let base_url = match service {
            Service::Stripe => STRIPE,
            Service::StandIn { base_url } => base_url.trim_end_matches('/'),
        };
        let connector = HttpsConnectorBuilder::new().with_webpki_roots().https_or_http().enable_http1().build();
        // Between two requests a function may lie frozen for minutes; a connection that was kept is dead then.
        let client = Client::builder(TokioExecutor::new()).pool_max_idle_per_host(0).build(connector);
        Ok(Self { client, base_url: base_url.to_owned(), authorization })
    }

    fn request(
        &self,
        asked: RequestBuilder,
        once_only: Option<&IdempotencyKey>,
    ) -> Result<Request<Full<Bytes>>, http::Error> {
        let query = asked.query.map(|query| format!("?{query}")).unwrap_or_default();
        let mut request = Request::builder()
            .method(match asked.method {
                StripeMethod::Get => Method::GET,
                StripeMethod::Post => Method::POST,
                StripeMethod::Delete => Method::DELETE,
            })
            .uri(format!("{}/v1{}{query}", self.base_url, asked.path))
            .header(AUTHORIZATION, &self.authorization)
            .header(USER_AGENT, concat!("portico/", env!("CARGO_PKG_VERSION")))
            .header("stripe-version", STRIPE_VERSION);
        if let Some(key) = once_only {
            request = request.header("idempotency-key", key.as_str());
        }
        if asked.body.is_some() {
            request = request.header(CONTENT_TYPE, "application/x-www-form-urlencoded");
        }
        request.body(asked.body.unwrap_or_default().into())
    }

    async fn exchange(&self, request: Request<Full<Bytes>>) -> Result<(StatusCode, Bytes), PaymentError> {
        let response = self.client.request(request).await.map_err(|error| {
            let cause = error.source().map(|cause| format!(": {cause}")).unwrap_or_default();
            PaymentError::Unavailable { reason: format!("{error}{cause}") }
        })?;
        let status = response.status();
        let body = Limited::new(response.into_body(), ANSWER_BYTES_MAX).collect().await;
        let body = body.map_err(|error| PaymentError::Unavailable { reason: error.to_string() })?;
        Ok((status, body.to_bytes()))
    }
}

impl StripeClient for Wire {
    type Err = PaymentError;

    async fn execute(&self, request: CustomizedStripeRequest) -> Result<Bytes, PaymentError> {
        let (asked, choices) = request.into_pieces();
        let once_only = choices.request_strategy.as_ref().and_then(RequestStrategy::get_key);
        let request = self
            .request(asked, once_only.as_ref())
            .map_err(|_| PaymentError::Misconfigured("the Stripe client cannot make this request"))?;
        let exchange = tokio::time::timeout(Duration::from_secs(CALL_SECONDS_MAX), self.exchange(request));
        let late = |_| PaymentError::Unavailable { reason: "no answer in time".to_owned() };
        let (status, body) = exchange.await.map_err(late)??;
        if status.is_success() { Ok(body) } else { Err(refusal(status, &body)) }
    }
}

impl StripeClientErr for PaymentError {
    fn deserialize_err(reason: impl std::fmt::Display) -> Self {
        Self::Malformed { reason: reason.to_string() }
    }
}

/// The body of a refusal.
#[derive(Deserialize)]
struct Refusal {
    error: Said,
}

#[derive(Deserialize)]
struct Said {
    message: Option<String>,
    #[serde(rename = "type")]
    kind: Option<String>,
}

fn refusal(status: StatusCode, body: &[u8]) -> PaymentError {
    let read = std::str::from_utf8(body).ok().and_then(|text| miniserde::json::from_str::<Refusal>(text).ok());
    let Some(Refusal { error: Said { message, kind } }) = read else {
        // Not Stripe's words: something between us and Stripe answered.
        return PaymentError::Unavailable { reason: format!("status {} without Stripe's words", status.as_u16()) };
    };
    let words = message.or(kind).unwrap_or_else(|| format!("status {}", status.as_u16()));
    match status.as_u16() {
        404 => PaymentError::NotFound,
        409 => PaymentError::Clash,
        // Asking too much, or an outage that is said to pass.
        429 | 503 => PaymentError::Unavailable { reason: words },
        500.. => PaymentError::Broken { reason: words },
        _ => PaymentError::Refused { message: words },
    }
}
