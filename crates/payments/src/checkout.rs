//! A hosted checkout: what is asked of Stripe, and Stripe's answer brought into our own words.

use domain::{Currency, EmailAddress, Money, OrderId, Settlement, Title};
use jiff::Timestamp;
use stripe_checkout::checkout_session as api;
use stripe_checkout::{CheckoutSessionLocale, CheckoutSessionMode};

use crate::answers::Session;
use crate::error::PaymentError;

/// The one key of our metadata: everything else about the order stays with us.
pub(crate) const ORDER_KEY: &str = "order";

/// A checkout to open. All of it must come from the stored order, also the end: a repeated call with another
/// `expires_at` is another request to Stripe and is refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CheckoutRequest {
    /// The order that is paid for.
    pub order: OrderId,
    /// What the buyer sees as the only line.
    pub title: Title,
    /// The price, frozen in the order.
    pub price: Money,
    /// Written into the page's e-mail field.
    pub email: EmailAddress,
    /// Where the buyer goes after paying; `{CHECKOUT_SESSION_ID}` in it becomes the session's id.
    pub success_url: String,
    /// Where the buyer goes who turns back.
    pub cancel_url: String,
    /// When the page closes: 30 minutes to 24 hours from the first call.
    pub expires_at: Timestamp,
    /// Whether the page has a field for promotion codes.
    pub promotion_codes: bool,
    /// Whether Stripe computes the tax; the page then asks for the address that it needs.
    pub automatic_tax: bool,
    /// How often Stripe failed at this request for good; makes another request of it.
    pub attempt: u32,
}

/// An opened checkout.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CheckoutOpened {
    /// `cs_…`.
    pub session: String,
    /// Where the buyer pays.
    pub url: String,
    /// The payment, when Stripe makes it at once; usually it comes with the payment.
    pub payment_intent: Option<String>,
}

/// Whether a checkout's money is there. Fulfil unless it is unpaid.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PaymentStatus {
    /// Not, or not yet: a bank transfer may take days.
    Unpaid,
    /// The money is there.
    Paid,
    /// Nothing was due.
    NoPaymentRequired,
}

/// Whether a checkout's page can still be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SessionStatus {
    /// The buyer can pay.
    Open,
    /// The buyer went through; the money may still be on its way.
    Complete,
    /// The page is closed and nothing was paid.
    Expired,
}

/// A checkout as Stripe sees it now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CheckoutState {
    /// `cs_…`.
    pub session: String,
    /// Our order; `None` when the checkout was made by somebody else in the same Stripe account.
    pub order: Option<OrderId>,
    /// The page.
    pub status: SessionStatus,
    /// The money.
    pub payment: PaymentStatus,
    /// The amounts, to be checked against the quote; `None` when they cannot be any quote's (a currency we do not
    /// sell in, amounts missing or negative), which is as good as a mismatch.
    pub settlement: Option<Settlement>,
    /// `pi_…`; `None` when nothing was due or nobody tried to pay yet.
    pub payment_intent: Option<String>,
    /// `in_…`, the invoice of the payment, once there is one.
    pub invoice: Option<String>,
    /// What was typed on the page: unverified, no proof of anything.
    pub email: Option<EmailAddress>,
    /// Whether real money moved.
    pub livemode: bool,
    /// When it was opened, by Stripe's clock.
    pub created_at: Timestamp,
}

/// One page of checkouts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CheckoutPage {
    /// Newest first.
    pub checkouts: Vec<CheckoutState>,
    /// The cursor of the next page, if there is one.
    pub next: Option<String>,
}

impl CheckoutRequest {
    /// The key under which Stripe remembers this request: one order, one checkout, unless Stripe itself failed at it.
    pub(crate) fn idempotency_key(&self) -> String {
        match self.attempt {
            0 => format!("checkout-{}", self.order),
            attempt => format!("checkout-{}-{attempt}", self.order),
        }
    }

    pub(crate) fn to_stripe(&self) -> Result<api::CreateCheckoutSession, PaymentError> {
        let refuse = |message: &str| PaymentError::Refused { message: message.to_owned() };
        let unit_amount = i64::try_from(self.price.minor).map_err(|_| refuse("the price is too large"))?;
        let Ok(currency) = self.price.currency.lower_code().parse::<stripe_types::Currency>();
        let order = || [(ORDER_KEY.to_owned(), self.order.to_string())];

        let mut price = api::CreateCheckoutSessionLineItemsPriceData::new(currency);
        price.unit_amount = Some(unit_amount);
        price.product_data = Some(api::ProductData::new(self.title.as_str()));
        // Said on purpose: an inclusive tax would hide in the subtotal, which must equal the quote.
        price.tax_behavior = Some(api::CreateCheckoutSessionLineItemsPriceDataTaxBehavior::Exclusive);
        let mut line = api::CreateCheckoutSessionLineItems::new();
        line.price_data = Some(price);
        line.quantity = Some(1);

        // Metadata of the session never reaches the payment, under whose name refunds and disputes arrive.
        let mut payment = api::CreateCheckoutSessionPaymentIntentData::new();
        payment.metadata = Some(order().into());

        let session = api::CreateCheckoutSession::new()
            .mode(CheckoutSessionMode::Payment)
            .line_items([line])
            .client_reference_id(self.order.to_string())
            .metadata(order())
            .payment_intent_data(payment)
            // Otherwise a switch in Stripe's dashboard decides whether the buyer pays in another currency.
            .adaptive_pricing(api::CreateCheckoutSessionAdaptivePricing { enabled: Some(false) })
            .allow_promotion_codes(self.promotion_codes)
            .automatic_tax(api::CreateCheckoutSessionAutomaticTax::new(self.automatic_tax))
            // Otherwise a one-off payment has no invoice that its buyer could be shown.
            .invoice_creation(api::CreateCheckoutSessionInvoiceCreation::new(true))
            .locale(CheckoutSessionLocale::Auto)
            .success_url(self.success_url.as_str())
            .cancel_url(self.cancel_url.as_str())
            .expires_at(self.expires_at.as_second());
        // Stripe refuses addresses beyond ASCII; that buyer types one on the page.
        let email = self.email.typed();
        Ok(if email.is_ascii() { session.customer_email(email) } else { session })
    }
}

impl TryFrom<Session> for CheckoutOpened {
    type Error = PaymentError;

    fn try_from(session: Session) -> Result<Self, PaymentError> {
        let url = session.url.ok_or_else(|| malformed("an open checkout without its address"))?;
        Ok(Self { session: session.id, url, payment_intent: session.payment_intent })
    }
}

impl TryFrom<Session> for CheckoutState {
    type Error = PaymentError;

    fn try_from(session: Session) -> Result<Self, PaymentError> {
        let status = match session.status.as_deref() {
            Some("open") => SessionStatus::Open,
            Some("complete") => SessionStatus::Complete,
            Some("expired") => SessionStatus::Expired,
            _ => return Err(malformed("a checkout without a known status")),
        };
        let payment = match session.payment_status.as_str() {
            "unpaid" => PaymentStatus::Unpaid,
            "paid" => PaymentStatus::Paid,
            "no_payment_required" => PaymentStatus::NoPaymentRequired,
            _ => return Err(malformed("a checkout with an unknown payment status")),
        };
        let typed = session.customer_details.as_ref().and_then(|details| details.email.as_deref());
        let email = typed.or(session.customer_email.as_deref()).and_then(|email| EmailAddress::new(email).ok());
        let created_at = Timestamp::from_second(session.created).map_err(|_| malformed("a checkout without a time"))?;
        Ok(Self {
            order: order_of(&session),
            settlement: settlement_of(&session),
            status,
            payment,
            payment_intent: session.payment_intent,
            invoice: session.invoice,
            email,
            livemode: session.livemode,
            created_at,
            session: session.id,
        })
    }
}

fn order_of(session: &Session) -> Option<OrderId> {
    let in_metadata = session.metadata.as_ref().and_then(|metadata| metadata.get(ORDER_KEY));
    session.client_reference_id.as_ref().or(in_metadata)?.parse().ok()
}

fn settlement_of(session: &Session) -> Option<Settlement> {
    let totals = session.total_details.as_ref()?;
    Some(Settlement {
        currency: Currency::new(session.currency.as_ref()?).ok()?,
        subtotal_minor: u64::try_from(session.amount_subtotal?).ok()?,
        discount_minor: u64::try_from(totals.amount_discount).ok()?,
        exclusive_tax_minor: u64::try_from(totals.amount_tax).ok()?,
        total_minor: u64::try_from(session.amount_total?).ok()?,
    })
}

fn malformed(reason: &str) -> PaymentError {
    PaymentError::Malformed { reason: reason.to_owned() }
}
