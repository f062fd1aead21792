//! A payment provider that holds an answer back at a chosen call, so that something else can happen first.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};

use commerce::Shop;
use jiff::Timestamp;
use payments::{
    Answer, CheckoutOpened, CheckoutPage, CheckoutRequest, CheckoutState, MoneyBackPage, PaymentError, PaymentProgress,
    PaymentState, Payments, RefundMade, RefundRequest,
};
use portico_tests::World;
use tokio::sync::Notify;

/// What is held back, once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Call {
    /// What became of a payment: the answer was made, and comes late.
    PaymentState,
    /// A refund: it was made, and its answer is lost.
    Refund,
    /// A refund: none was made, and the provider says so.
    RefusedRefund,
    /// Closing a page: it stays open, and the provider says so.
    RefusedClosing,
    /// What became of a checkout: no answer.
    Checkout,
}

pub(super) struct Held {
    inner: Arc<dyn Payments>,
    call: Call,
    done: AtomicBool,
    asked: Mutex<Vec<&'static str>>,
    pub(super) reached: Notify,
    pub(super) go_on: Notify,
}

impl Held {
    /// The world's shop with this provider in place of its own.
    pub(super) fn shop(world: &World, call: Call) -> (Shop, Arc<Self>) {
        let shop = &world.platform.shop;
        let held = Arc::new(Self {
            inner: shop.payments.clone(),
            call,
            done: AtomicBool::new(false),
            asked: Mutex::default(),
            reached: Notify::new(),
            go_on: Notify::new(),
        });
        (Shop { payments: held.clone(), ..shop.clone() }, held)
    }

    /// What a run asked for, in order.
    pub(super) fn asked(&self) -> Vec<&'static str> {
        self.asked.lock().unwrap().clone()
    }

    fn note(&self, what: &'static str) {
        self.asked.lock().unwrap().push(what);
    }

    fn is_now(&self, call: Call) -> bool {
        self.call == call && !self.done.swap(true, Ordering::SeqCst)
    }
}

impl Payments for Held {
    fn livemode(&self) -> bool {
        self.inner.livemode()
    }

    fn open_checkout<'a>(&'a self, request: &'a CheckoutRequest) -> Answer<'a, CheckoutOpened> {
        self.inner.open_checkout(request)
    }

    fn checkout<'a>(&'a self, session: &'a str) -> Answer<'a, CheckoutState> {
        self.note("checkout");
        if self.is_now(Call::Checkout) {
            return Box::pin(async { Err(PaymentError::Unavailable { reason: "no answer in time".to_owned() }) });
        }
        self.inner.checkout(session)
    }

    fn checkouts_since<'a>(&'a self, from: Timestamp, cursor: Option<&'a str>) -> Answer<'a, CheckoutPage> {
        self.note("checkouts");
        self.inner.checkouts_since(from, cursor)
    }

    fn expire_checkout<'a>(&'a self, session: &'a str, attempt: u32) -> Answer<'a, CheckoutState> {
        if self.is_now(Call::RefusedClosing) {
            return Box::pin(async { Err(PaymentError::Refused { message: "not now".to_owned() }) });
        }
        self.inner.expire_checkout(session, attempt)
    }

    fn refund<'a>(&'a self, request: &'a RefundRequest) -> Answer<'a, RefundMade> {
        Box::pin(async move {
            if self.is_now(Call::RefusedRefund) {
                return Err(PaymentError::Refused { message: "not today".to_owned() });
            }
            let made = self.inner.refund(request).await;
            if self.is_now(Call::Refund) {
                return Err(PaymentError::Unavailable { reason: "no answer in time".to_owned() });
            }
            made
        })
    }

    fn payment_state<'a>(&'a self, payment_intent: &'a str) -> Answer<'a, PaymentState> {
        self.note("payment");
        Box::pin(async move {
            let state = self.inner.payment_state(payment_intent).await;
            if self.is_now(Call::PaymentState) {
                self.reached.notify_one();
                self.go_on.notified().await;
            }
            state
        })
    }

    fn payment_progress<'a>(&'a self, payment_intent: &'a str) -> Answer<'a, PaymentProgress> {
        self.inner.payment_progress(payment_intent)
    }

    fn refunds_since<'a>(&'a self, from: Timestamp, cursor: Option<&'a str>) -> Answer<'a, MoneyBackPage> {
        self.note("refunds");
        self.inner.refunds_since(from, cursor)
    }

    fn disputes_since<'a>(&'a self, from: Timestamp, cursor: Option<&'a str>) -> Answer<'a, MoneyBackPage> {
        self.note("disputes");
        self.inner.disputes_since(from, cursor)
    }

    fn invoice_url<'a>(&'a self, invoice: &'a str) -> Answer<'a, Option<String>> {
        self.inner.invoice_url(invoice)
    }
}
