//! The one place where Stripe is called, through async-stripe's requests and types.

use std::time::Duration;

use jiff::Timestamp;
use stripe::{Client, ClientBuilder, IdempotencyKey, RequestStrategy, StripeError, StripeRequest};
use stripe_checkout::checkout_session::{ExpireCheckoutSession, ListCheckoutSession, RetrieveCheckoutSession};
use stripe_client_core::{CustomizedStripeRequest, StripeClient, StripeClientErr};
use stripe_core::charge::ListCharge;
use stripe_core::dispute::ListDispute;
use stripe_core::refund::ListRefund;
use stripe_types::RangeQueryTs;

use crate::checkout::{CheckoutOpened, CheckoutPage, CheckoutRequest, CheckoutState};
use crate::error::PaymentError;
use crate::ids::{is_payment_intent_id, is_session_id};
use crate::key::{ApiKey, Service};
use crate::outcome::{PaymentState, charged_minor, dispute_state, refunded_minor};
use crate::port::{Answer, Payments};
use crate::refund::{RefundMade, RefundRequest};

/// The version of the interface that every call asks for. It comes with the pinned release of async-stripe, whose
/// types are generated from it; a test compares it with what is sent. The webhook endpoint is created with it too.
pub const STRIPE_VERSION: &str = "2026-09-30.endive";

/// One request ends after so many seconds. Checkout holds a buyer for ten seconds while it waits for our webhook,
/// and a function may run for nine.
pub const CALL_SECONDS_MAX: u64 = 8;

/// The most objects Stripe puts on one page.
const PAGE_ROWS: i64 = 100;

/// Stripe, or its stand-in. Cheap to clone.
#[derive(Clone)]
pub struct Stripe {
    wire: Wire,
    livemode: bool,
}

impl Stripe {
    /// Refuses a key that does not belong to the service. Makes no call.
    pub fn new(key: &ApiKey, service: &Service) -> Result<Self, PaymentError> {
        service.check(key)?;
        let mut builder = ClientBuilder::new(key.expose())
            .timeout(Duration::from_secs(CALL_SECONDS_MAX))
            .app_info("portico", None, None);
        if let Service::StandIn { base_url } = service {
            builder = builder.url(base_url.as_str());
        }
        let client = builder.build().map_err(|_| PaymentError::Misconfigured("the Stripe client cannot be built"))?;
        Ok(Self { wire: Wire(client), livemode: key.is_live() })
    }

    async fn read(&self, session: &str) -> Result<CheckoutState, PaymentError> {
        ask_for_session(session)?;
        RetrieveCheckoutSession::new(session).send(&self.wire).await?.try_into()
    }

    async fn list(&self, created_from: Timestamp, cursor: Option<&str>) -> Result<CheckoutPage, PaymentError> {
        let mut request =
            ListCheckoutSession::new().limit(PAGE_ROWS).created(RangeQueryTs::gte(created_from.as_second()));
        if let Some(cursor) = cursor {
            ask_for_session(cursor)?;
            request = request.starting_after(cursor);
        }
        let page = request.send(&self.wire).await?;
        let last = page.data.last().map(|session| session.id.to_string());
        let checkouts = page.data.into_iter().map(TryInto::try_into).collect::<Result<_, _>>()?;
        Ok(CheckoutPage { checkouts, next: last.filter(|_| page.has_more) })
    }

    /// One request for an ordinary payment, one more for each of refunds and disputes where there are any.
    async fn state(&self, payment_intent: &str) -> Result<PaymentState, PaymentError> {
        if !is_payment_intent_id(payment_intent) {
            return Err(PaymentError::NotFound);
        }
        let charges = ListCharge::new().payment_intent(payment_intent).limit(PAGE_ROWS).send(&self.wire).await?.data;
        let mut state = PaymentState {
            charged_minor: charged_minor(&charges),
            refunded_minor: 0,
            dispute: crate::outcome::DisputeState::None,
        };
        if charges.iter().any(|charge| charge.amount_refunded > 0) {
            let refunds = ListRefund::new().payment_intent(payment_intent).limit(PAGE_ROWS).send(&self.wire).await?;
            state.refunded_minor = refunded_minor(&refunds.data);
        }
        if charges.iter().any(|charge| charge.disputed) {
            let disputes = ListDispute::new().payment_intent(payment_intent).limit(PAGE_ROWS).send(&self.wire).await?;
            state.dispute = dispute_state(&disputes.data);
        }
        Ok(state)
    }
}

impl Payments for Stripe {
    fn livemode(&self) -> bool {
        self.livemode
    }

    fn open_checkout<'a>(&'a self, request: &'a CheckoutRequest) -> Answer<'a, CheckoutOpened> {
        Box::pin(async move {
            let once = once_only(&request.idempotency_key())?;
            request.to_stripe()?.customize().request_strategy(once).send(&self.wire).await?.try_into()
        })
    }

    fn checkout<'a>(&'a self, session: &'a str) -> Answer<'a, CheckoutState> {
        Box::pin(self.read(session))
    }

    fn checkouts_since<'a>(&'a self, created_from: Timestamp, cursor: Option<&'a str>) -> Answer<'a, CheckoutPage> {
        Box::pin(self.list(created_from, cursor))
    }

    fn expire_checkout<'a>(&'a self, session: &'a str) -> Answer<'a, CheckoutState> {
        Box::pin(async move {
            ask_for_session(session)?;
            let once = once_only(&format!("expire-{session}"))?;
            let expire = ExpireCheckoutSession::new(session);
            expire.customize().request_strategy(once).send(&self.wire).await?.try_into()
        })
    }

    fn refund<'a>(&'a self, request: &'a RefundRequest) -> Answer<'a, RefundMade> {
        Box::pin(async move {
            let once = once_only(&request.idempotency_key())?;
            request.to_stripe()?.customize().request_strategy(once).send(&self.wire).await?.try_into()
        })
    }

    fn payment_state<'a>(&'a self, payment_intent: &'a str) -> Answer<'a, PaymentState> {
        Box::pin(self.state(payment_intent))
    }
}

/// Turns an id of another shape away before it becomes part of a path.
fn ask_for_session(session: &str) -> Result<(), PaymentError> {
    if is_session_id(session) { Ok(()) } else { Err(PaymentError::NotFound) }
}

fn once_only(key: &str) -> Result<RequestStrategy, PaymentError> {
    let key = IdempotencyKey::new(key).map_err(|err| PaymentError::Refused { message: err.to_string() })?;
    Ok(RequestStrategy::Idempotent(key))
}

/// async-stripe's client with our errors. They are told apart here because afterwards an error page of a proxy and
/// an unreadable object look the same.
#[derive(Clone)]
struct Wire(Client);

impl StripeClient for Wire {
    type Err = PaymentError;

    async fn execute(&self, request: CustomizedStripeRequest) -> Result<bytes::Bytes, PaymentError> {
        self.0.execute(request).await.map_err(outcome_of)
    }
}

impl StripeClientErr for PaymentError {
    fn deserialize_err(reason: impl std::fmt::Display) -> Self {
        Self::Malformed { reason: reason.to_string() }
    }
}

fn outcome_of(err: StripeError) -> PaymentError {
    match err {
        StripeError::Stripe(_, 404) => PaymentError::NotFound,
        // 409 is a clash with the same call still running, 429 is asking too much: both pass.
        StripeError::Stripe(said, 409 | 429 | 500..) => PaymentError::Unavailable { reason: words(&said) },
        StripeError::Stripe(said, _) => PaymentError::Refused { message: words(&said) },
        StripeError::Timeout => PaymentError::Unavailable { reason: "no answer in time".to_owned() },
        StripeError::ClientError(reason) => PaymentError::Unavailable { reason },
        // An error status whose body is not Stripe's: something between us and Stripe answered.
        StripeError::JSONDeserialize(reason) => PaymentError::Unavailable { reason },
        StripeError::ConfigError(_) => PaymentError::Misconfigured("the Stripe client cannot make this request"),
    }
}

fn words(said: &stripe::ApiErrors) -> String {
    said.message.clone().unwrap_or_else(|| said.type_.to_string())
}
