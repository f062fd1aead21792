//! As much of Stripe's objects as is looked at here. Requests are async-stripe's; its types for answers are not used,
//! since each of them demands every field that it knows: what decides about somebody's money must read even where
//! Stripe adds or leaves out what nobody here looks at.

use std::collections::BTreeMap;

use miniserde::Deserialize;
use stripe_client_core::{CustomizableStripeRequest, RequestBuilder, StripeMethod, StripeRequest};

/// A request of async-stripe whose answer is read as one of the types below.
pub(crate) fn read<T>(request: &impl StripeRequest) -> CustomizableStripeRequest<T> {
    request.build().customize()
}

/// `GET /v1/payment_intents/{id}`.
pub(crate) fn read_intent(id: &str) -> CustomizableStripeRequest<IntentStatus> {
    get(format!("/payment_intents/{id}"))
}

/// `GET /v1/invoices/{id}`.
pub(crate) fn read_invoice(id: &str) -> CustomizableStripeRequest<InvoiceLink> {
    get(format!("/invoices/{id}"))
}

fn get<T>(path: String) -> CustomizableStripeRequest<T> {
    RequestBuilder::new(StripeMethod::Get, path).customize()
}

/// One page of a list.
#[derive(Debug, Deserialize)]
pub(crate) struct List<T> {
    pub(crate) data: Vec<T>,
    pub(crate) has_more: bool,
}

/// What has an id, by which the next page is asked for.
pub(crate) trait Listed {
    fn id(&self) -> &str;
}

impl<T: Listed> List<T> {
    /// The cursor of the next page, if there is one.
    pub(crate) fn next(&self) -> Option<String> {
        self.data.last().filter(|_| self.has_more).map(|last| last.id().to_owned())
    }
}

/// A Checkout Session.
#[derive(Debug, Deserialize)]
pub(crate) struct Session {
    pub(crate) id: String,
    pub(crate) created: i64,
    pub(crate) livemode: bool,
    pub(crate) status: Option<String>,
    pub(crate) payment_status: String,
    pub(crate) url: Option<String>,
    pub(crate) payment_intent: Option<String>,
    pub(crate) invoice: Option<String>,
    pub(crate) customer_email: Option<String>,
    pub(crate) customer_details: Option<CustomerDetails>,
    pub(crate) client_reference_id: Option<String>,
    pub(crate) metadata: Option<BTreeMap<String, String>>,
    pub(crate) currency: Option<String>,
    pub(crate) amount_subtotal: Option<i64>,
    pub(crate) amount_total: Option<i64>,
    pub(crate) total_details: Option<TotalDetails>,
}

/// What was typed on the page.
#[derive(Debug, Deserialize)]
pub(crate) struct CustomerDetails {
    pub(crate) email: Option<String>,
}

/// How the total came about.
#[derive(Debug, Deserialize)]
pub(crate) struct TotalDetails {
    pub(crate) amount_discount: i64,
    pub(crate) amount_tax: i64,
}

/// A charge.
#[derive(Debug, Deserialize)]
pub(crate) struct Charge {
    pub(crate) metadata: BTreeMap<String, String>,
    pub(crate) paid: bool,
    pub(crate) status: String,
    pub(crate) amount_captured: i64,
    pub(crate) amount_refunded: i64,
    pub(crate) disputed: bool,
}

/// A refund.
#[derive(Debug, Deserialize)]
pub(crate) struct Refund {
    pub(crate) id: String,
    pub(crate) status: Option<String>,
    pub(crate) amount: i64,
    pub(crate) payment_intent: Option<String>,
}

/// A dispute.
#[derive(Debug, Deserialize)]
pub(crate) struct Dispute {
    pub(crate) id: String,
    pub(crate) status: String,
    pub(crate) payment_intent: Option<String>,
}

/// A PaymentIntent.
#[derive(Debug, Deserialize)]
pub(crate) struct IntentStatus {
    pub(crate) status: String,
}

/// An invoice.
#[derive(Debug, Deserialize)]
pub(crate) struct InvoiceLink {
    pub(crate) hosted_invoice_url: Option<String>,
}

/// A coupon.
#[derive(Debug, Deserialize)]
pub(crate) struct Coupon {
    pub(crate) percent_off: Option<f64>,
    pub(crate) amount_off: Option<i64>,
    pub(crate) currency: Option<String>,
}

/// A promotion code, with its coupon written out.
#[derive(Debug, Deserialize)]
pub(crate) struct CodeRow {
    pub(crate) id: String,
    pub(crate) active: bool,
    pub(crate) code: String,
    pub(crate) created: i64,
    pub(crate) expires_at: Option<i64>,
    pub(crate) max_redemptions: Option<i64>,
    pub(crate) times_redeemed: i64,
    pub(crate) promotion: Behind,
}

/// What is behind a promotion code.
#[derive(Debug, Deserialize)]
pub(crate) struct Behind {
    pub(crate) coupon: Option<Coupon>,
}

impl Listed for Session {
    fn id(&self) -> &str {
        &self.id
    }
}

impl Listed for Refund {
    fn id(&self) -> &str {
        &self.id
    }
}

impl Listed for CodeRow {
    fn id(&self) -> &str {
        &self.id
    }
}

impl Listed for Dispute {
    fn id(&self) -> &str {
        &self.id
    }
}
