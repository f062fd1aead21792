//! What the provider remembers: checkouts, payments and the events that tell of them.

use std::collections::BTreeMap;

use domain::{Currency, OrderId, Settlement};
use jiff::Timestamp;
use payments::{CheckoutRequest, CheckoutState, DisputeState, PaymentState, PaymentStatus, SessionStatus};
use serde_json::json;

/// A checkout.
#[derive(Debug, Clone)]
pub(crate) struct Session {
    pub(crate) id: String,
    pub(crate) request: CheckoutRequest,
    pub(crate) status: SessionStatus,
    pub(crate) payment: PaymentStatus,
    pub(crate) currency: Currency,
    pub(crate) subtotal_minor: u64,
    pub(crate) discount_minor: u64,
    pub(crate) intent: Option<String>,
    /// Whether money is on its way.
    pub(crate) pending: bool,
    pub(crate) created_at: Timestamp,
}

/// A payment that went through.
#[derive(Debug, Clone)]
pub(crate) struct Payment {
    pub(crate) intent: String,
    pub(crate) order: OrderId,
    pub(crate) charged_minor: u64,
    pub(crate) refunds: Vec<Refund>,
    pub(crate) dispute: DisputeState,
}

/// Money that went back.
#[derive(Debug, Clone)]
pub(crate) struct Refund {
    pub(crate) id: String,
    pub(crate) amount_minor: u64,
    pub(crate) failed: bool,
}

/// Something to tell the platform.
#[derive(Debug, Clone)]
pub(crate) struct Event {
    pub(crate) id: String,
    pub(crate) body: String,
    /// Whether the platform has said that it knows.
    pub(crate) heard: bool,
}

/// Everything.
#[derive(Debug, Default)]
pub(crate) struct Book {
    pub(crate) sessions: Vec<Session>,
    pub(crate) payments: Vec<Payment>,
    pub(crate) events: Vec<Event>,
    /// What was answered to a key, with what was asked.
    pub(crate) answered: BTreeMap<String, (String, Refund)>,
}

impl Session {
    pub(crate) fn total_minor(&self) -> u64 {
        self.subtotal_minor - self.discount_minor
    }

    pub(crate) fn state(&self) -> CheckoutState {
        CheckoutState {
            session: self.id.clone(),
            order: Some(self.request.order),
            status: self.status,
            payment: self.payment,
            settlement: Some(Settlement {
                currency: self.currency,
                subtotal_minor: self.subtotal_minor,
                discount_minor: self.discount_minor,
                exclusive_tax_minor: 0,
                total_minor: self.total_minor(),
            }),
            payment_intent: self.intent.clone(),
            invoice: None,
            email: None,
            livemode: false,
            created_at: self.created_at,
        }
    }
}

impl Payment {
    /// What went back and stayed away.
    pub(crate) fn refunded_minor(&self) -> u64 {
        self.refunds.iter().filter(|refund| !refund.failed).map(|refund| refund.amount_minor).sum()
    }

    /// Whether a bank holds the money.
    pub(crate) fn is_disputed(&self) -> bool {
        matches!(self.dispute, DisputeState::Open | DisputeState::Lost)
    }

    pub(crate) fn state(&self) -> PaymentState {
        PaymentState {
            order: Some(self.order),
            charged_minor: self.charged_minor,
            refunded_minor: self.refunded_minor(),
            dispute: self.dispute,
        }
    }
}

impl Book {
    pub(crate) fn session(&mut self, id: &str) -> Option<&mut Session> {
        self.sessions.iter_mut().find(|session| session.id == id)
    }

    pub(crate) fn payment(&mut self, intent: &str) -> Option<&mut Payment> {
        self.payments.iter_mut().find(|payment| payment.intent == intent)
    }

    /// Pages whose time is over close.
    pub(crate) fn expire(&mut self, now: Timestamp) {
        let is_due =
            |session: &&mut Session| session.status == SessionStatus::Open && session.request.expires_at <= now;
        let mut closed = Vec::new();
        for session in self.sessions.iter_mut().filter(is_due) {
            session.status = SessionStatus::Expired;
            closed.push(session.id.clone());
        }
        for id in closed {
            self.tell("checkout.session.expired", json!({ "id": id }));
        }
    }

    /// A new event about an object.
    pub(crate) fn tell(&mut self, kind: &str, object: serde_json::Value) {
        let id = format!("evt_{:04}", self.events.len());
        let body =
            json!({ "id": id, "object": "event", "type": kind, "livemode": false, "data": { "object": object } });
        self.events.push(Event { id, body: body.to_string(), heard: false });
    }
}
