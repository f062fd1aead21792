//! Requests that ask for less than async-stripe's types demand: what decides about somebody's money must read even
//! where Stripe adds or leaves out fields that nobody here looks at.

use stripe_client_core::{RequestBuilder, StripeMethod, StripeRequest};

use crate::outcome::{IntentStatus, InvoiceLink};

/// `GET /v1/payment_intents/{id}`.
pub(crate) struct ReadIntent<'a>(pub &'a str);

impl StripeRequest for ReadIntent<'_> {
    type Output = IntentStatus;

    fn build(&self) -> RequestBuilder {
        RequestBuilder::new(StripeMethod::Get, format!("/payment_intents/{}", self.0))
    }
}

/// `GET /v1/invoices/{id}`.
pub(crate) struct ReadInvoice<'a>(pub &'a str);

impl StripeRequest for ReadInvoice<'_> {
    type Output = InvoiceLink;

    fn build(&self) -> RequestBuilder {
        RequestBuilder::new(StripeMethod::Get, format!("/invoices/{}", self.0))
    }
}
