//! The one place where Stripe is called, with async-stripe's requests.

mod promotions;

use std::time::Duration;

use jiff::Timestamp;
use stripe_checkout::checkout_session::{ExpireCheckoutSession, ListCheckoutSession, RetrieveCheckoutSession};
use stripe_client_core::{IdempotencyKey, RequestStrategy, StripeRequest};
use stripe_core::charge::ListCharge;
use stripe_core::dispute::ListDispute;
use stripe_core::refund::ListRefund;
use stripe_types::RangeQueryTs;

use crate::answers::{Charge, Dispute, List, Refund, Session, read, read_intent, read_invoice};
use crate::checkout::{CheckoutOpened, CheckoutPage, CheckoutRequest, CheckoutState};
use crate::error::PaymentError;
use crate::ids::{is_cursor, is_invoice_id, is_payment_intent_id, is_session_id};
use crate::key::{ApiKey, Service};
use crate::outcome::{
    MoneyBackPage, PaymentProgress, PaymentState, charged_minor, dispute_state, order_of, refunded_minor,
};
use crate::port::{Answer, Payments};
use crate::refund::{RefundMade, RefundRequest};
use crate::wire::Wire;

/// The version of the interface that every call asks for. It comes with the pinned release of async-stripe, whose
/// requests are generated from it; a test compares it with what is sent. The webhook endpoint is created with it too.
pub const STRIPE_VERSION: &str = "2026-09-30.endive";

/// One request ends after so many seconds. Checkout holds a buyer for ten seconds while it waits for our webhook,
/// and a function may run for nine.
pub const CALL_SECONDS_MAX: u64 = 8;

/// Pauses while the same call is still being answered: about a second in all, longer than Stripe takes to open a
/// page, shorter than people wait.
const CLASH_PAUSES_MS: [u64; 6] = [50, 100, 150, 200, 250, 300];

/// The most objects Stripe puts on one page.
const PAGE_ROWS: i64 = 100;
/// So many refunds or disputes are looked at together: each is one more question to Stripe, or several.
const MONEY_BACK_ROWS: i64 = 25;

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
        Ok(Self { wire: Wire::new(key, service)?, livemode: key.is_live() })
    }

    /// A call that changes something, under a key. Two clicks make the same call: whoever comes second waits until
    /// the first is answered, and gets its answer.
    pub(crate) async fn once<T>(&self, request: &(impl StripeRequest + Sync), key: &str) -> Result<T, PaymentError>
    where
        T: miniserde::Deserialize + Send,
    {
        let mut pauses_ms = CLASH_PAUSES_MS.into_iter();
        loop {
            let call = read::<T>(request).request_strategy(once_only(key)?);
            match (call.send(&self.wire).await, pauses_ms.next()) {
                (Err(PaymentError::Clash), Some(pause_ms)) => {
                    tokio::time::sleep(Duration::from_millis(pause_ms)).await;
                }
                (answered, _) => return answered,
            }
        }
    }

    async fn session(&self, session: &str) -> Result<CheckoutState, PaymentError> {
        ask_for_session(session)?;
        read::<Session>(&RetrieveCheckoutSession::new(session)).send(&self.wire).await?.try_into()
    }

    async fn list(&self, created_from: Timestamp, cursor: Option<&str>) -> Result<CheckoutPage, PaymentError> {
        let mut request =
            ListCheckoutSession::new().limit(PAGE_ROWS).created(RangeQueryTs::gte(created_from.as_second()));
        if let Some(cursor) = cursor {
            ask_for_session(cursor)?;
            request = request.starting_after(cursor);
        }
        let page: List<Session> = read(&request).send(&self.wire).await?;
        let next = page.next();
        let checkouts = page.data.into_iter().map(TryInto::try_into).collect::<Result<_, _>>()?;
        Ok(CheckoutPage { checkouts, next })
    }

    /// One request for an ordinary payment, one more for each of refunds and disputes where there are any.
    async fn state(&self, payment_intent: &str) -> Result<PaymentState, PaymentError> {
        if !is_payment_intent_id(payment_intent) {
            return Err(PaymentError::NotFound);
        }
        let request = ListCharge::new().payment_intent(payment_intent).limit(PAGE_ROWS);
        let charges = read::<List<Charge>>(&request).send(&self.wire).await?.data;
        let mut state = PaymentState {
            order: order_of(&charges),
            charged_minor: charged_minor(&charges),
            refunded_minor: 0,
            dispute: crate::outcome::DisputeState::None,
        };
        if charges.iter().any(|charge| charge.amount_refunded > 0) {
            state.refunded_minor = refunded_minor(&self.all_refunds(payment_intent).await?);
        }
        if charges.iter().any(|charge| charge.disputed) {
            let request = ListDispute::new().payment_intent(payment_intent).limit(PAGE_ROWS);
            state.dispute = dispute_state(&read::<List<Dispute>>(&request).send(&self.wire).await?.data);
        }
        Ok(state)
    }

    /// A payment may be given back in many small parts.
    async fn all_refunds(&self, payment_intent: &str) -> Result<Vec<Refund>, PaymentError> {
        let mut refunds: Vec<Refund> = Vec::new();
        loop {
            let mut request = ListRefund::new().payment_intent(payment_intent).limit(PAGE_ROWS);
            if let Some(last) = refunds.last() {
                request = request.starting_after(&last.id);
            }
            let page: List<Refund> = read(&request).send(&self.wire).await?;
            let more = page.next().is_some();
            refunds.extend(page.data);
            if !more {
                return Ok(refunds);
            }
        }
    }

    async fn recent_refunds(&self, from: Timestamp, cursor: Option<&str>) -> Result<MoneyBackPage, PaymentError> {
        let mut request = ListRefund::new().limit(MONEY_BACK_ROWS).created(RangeQueryTs::gte(from.as_second()));
        if let Some(cursor) = cursor {
            ask_with_cursor(cursor)?;
            request = request.starting_after(cursor);
        }
        let page: List<Refund> = read(&request).send(&self.wire).await?;
        let next = page.next();
        Ok(MoneyBackPage {
            payment_intents: page.data.into_iter().filter_map(|refund| refund.payment_intent).collect(),
            next,
        })
    }

    async fn recent_disputes(&self, from: Timestamp, cursor: Option<&str>) -> Result<MoneyBackPage, PaymentError> {
        let mut request = ListDispute::new().limit(MONEY_BACK_ROWS).created(RangeQueryTs::gte(from.as_second()));
        if let Some(cursor) = cursor {
            ask_with_cursor(cursor)?;
            request = request.starting_after(cursor);
        }
        let page: List<Dispute> = read(&request).send(&self.wire).await?;
        let next = page.next();
        Ok(MoneyBackPage {
            payment_intents: page.data.into_iter().filter_map(|dispute| dispute.payment_intent).collect(),
            next,
        })
    }
}

impl Payments for Stripe {
    fn livemode(&self) -> bool {
        self.livemode
    }

    fn open_checkout<'a>(&'a self, request: &'a CheckoutRequest) -> Answer<'a, CheckoutOpened> {
        Box::pin(
            async move { self.once::<Session>(&request.to_stripe()?, &request.idempotency_key()).await?.try_into() },
        )
    }

    fn checkout<'a>(&'a self, session: &'a str) -> Answer<'a, CheckoutState> {
        Box::pin(self.session(session))
    }

    fn checkouts_since<'a>(&'a self, created_from: Timestamp, cursor: Option<&'a str>) -> Answer<'a, CheckoutPage> {
        Box::pin(self.list(created_from, cursor))
    }

    fn expire_checkout<'a>(&'a self, session: &'a str, attempt: u32) -> Answer<'a, CheckoutState> {
        Box::pin(async move {
            ask_for_session(session)?;
            let key = match attempt {
                0 => format!("expire-{session}"),
                attempt => format!("expire-{session}-{attempt}"),
            };
            self.once::<Session>(&ExpireCheckoutSession::new(session), &key).await?.try_into()
        })
    }

    fn refund<'a>(&'a self, request: &'a RefundRequest) -> Answer<'a, RefundMade> {
        Box::pin(
            async move { self.once::<Refund>(&request.to_stripe()?, &request.idempotency_key()).await?.try_into() },
        )
    }

    fn payment_state<'a>(&'a self, payment_intent: &'a str) -> Answer<'a, PaymentState> {
        Box::pin(self.state(payment_intent))
    }

    fn payment_progress<'a>(&'a self, payment_intent: &'a str) -> Answer<'a, PaymentProgress> {
        Box::pin(async move {
            if !is_payment_intent_id(payment_intent) {
                return Err(PaymentError::NotFound);
            }
            Ok(read_intent(payment_intent).send(&self.wire).await?.progress())
        })
    }

    fn refunds_since<'a>(&'a self, created_from: Timestamp, cursor: Option<&'a str>) -> Answer<'a, MoneyBackPage> {
        Box::pin(self.recent_refunds(created_from, cursor))
    }

    fn disputes_since<'a>(&'a self, created_from: Timestamp, cursor: Option<&'a str>) -> Answer<'a, MoneyBackPage> {
        Box::pin(self.recent_disputes(created_from, cursor))
    }

    fn invoice_url<'a>(&'a self, invoice: &'a str) -> Answer<'a, Option<String>> {
        Box::pin(async move {
            if !is_invoice_id(invoice) {
                return Err(PaymentError::NotFound);
            }
            Ok(read_invoice(invoice).send(&self.wire).await?.hosted_invoice_url)
        })
    }
}

/// Turns an id of another shape away before it becomes part of a path.
fn ask_for_session(session: &str) -> Result<(), PaymentError> {
    if is_session_id(session) { Ok(()) } else { Err(PaymentError::NotFound) }
}

fn ask_with_cursor(cursor: &str) -> Result<(), PaymentError> {
    if is_cursor(cursor) { Ok(()) } else { Err(PaymentError::NotFound) }
}

fn once_only(key: &str) -> Result<RequestStrategy, PaymentError> {
    let key = IdempotencyKey::new(key).map_err(|err| PaymentError::Refused { message: err.to_string() })?;
    Ok(RequestStrategy::Idempotent(key))
}
