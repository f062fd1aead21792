//! Orders as administrators see them. What moves money is another function's.

pub(crate) mod list;
pub(crate) mod show;

use domain::{AccountId, CourseId, ExtraPayment, Order, OrderId, OrderState, ReviewReason};
use jiff::Timestamp;
use serde::Serialize;
use utoipa::ToSchema;
use web::{Amount, TermLine};

use crate::words;

/// An order.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct OrderView {
    /// Its id.
    #[schema(value_type = String)]
    id: OrderId,
    /// Raised by every change; a refund names the version that was looked at.
    version: u64,
    /// Where it stands.
    #[schema(schema_with = words::order_state)]
    state: OrderState,
    /// The course that was offered.
    #[schema(value_type = String)]
    course: CourseId,
    /// Its title as the buyer saw it.
    course_title: String,
    /// The dated run that was chosen, as it was then.
    term: Option<TermLine>,
    /// The price as it was quoted.
    price: Amount,
    /// What was paid, discounts and taxes included; `null` until it was.
    paid: Option<Amount>,
    /// What went back, in the currency that was paid in.
    refunded: Amount,
    /// What was bought, line by line. An order has one line.
    lines: Vec<LineView>,
    /// Further payments of this order, of which somebody must give back what is left.
    extra_payments: Vec<ExtraPaymentView>,
    /// Who applied.
    buyer: BuyerView,
    /// The account that the order made or found.
    #[schema(value_type = Option<String>)]
    account: Option<AccountId>,
    /// Why a person must look at it.
    #[schema(schema_with = words::review)]
    review: Option<ReviewReason>,
    /// The provider's checkout.
    checkout_session: Option<String>,
    /// The provider's payment.
    payment_intent: Option<String>,
    /// The provider's invoice; its link is asked for under `/api/admin/orders/{order}/invoice`.
    invoice: Option<String>,
    /// When it was made.
    #[schema(value_type = String, format = DateTime)]
    created_at: Timestamp,
    /// When it last changed.
    #[schema(value_type = String, format = DateTime)]
    updated_at: Timestamp,
}

/// A line of an order.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct LineView {
    /// The course; names the line where it is refunded.
    #[schema(value_type = String)]
    course: CourseId,
    /// Its title as the buyer saw it.
    course_title: String,
    /// The price as it was quoted.
    price: Amount,
    /// What went back for it.
    refunded: Amount,
}

/// A further payment of an order.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ExtraPaymentView {
    /// The provider's payment.
    payment_intent: Option<String>,
    /// What was paid.
    paid: Amount,
    /// What went back.
    refunded: Amount,
}

/// Who applied, as typed.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct BuyerView {
    /// The name.
    name: String,
    /// The address.
    email: String,
}

impl ExtraPaymentView {
    fn of(extra: &ExtraPayment, order: &Order) -> Self {
        let currency = extra.currency(order);
        Self {
            payment_intent: extra.payment_intent.clone(),
            paid: Amount::of_minor(extra.total_minor, currency),
            refunded: Amount::of_minor(extra.refunded_minor, currency),
        }
    }
}

impl OrderView {
    /// How the order looks. The address of the page where it is paid stays with the buyer.
    pub(crate) fn of(order: &Order) -> Self {
        let currency = order.currency();
        Self {
            id: order.id,
            version: order.version,
            state: order.state,
            course: order.quote.course,
            course_title: order.quote.course_title.to_string(),
            term: order.quote.term.as_ref().map(TermLine::of),
            price: Amount::of(order.quote.price),
            paid: order.settlement.map(|settled| Amount::of_minor(settled.total_minor, settled.currency)),
            refunded: Amount::of_minor(order.refunded_minor, currency),
            lines: vec![LineView {
                course: order.quote.course,
                course_title: order.quote.course_title.to_string(),
                price: Amount::of(order.quote.price),
                refunded: Amount::of_minor(order.refunded_minor, currency),
            }],
            extra_payments: order.extra_payments.iter().map(|extra| ExtraPaymentView::of(extra, order)).collect(),
            buyer: BuyerView { name: order.buyer.name.to_string(), email: order.buyer.email.to_string() },
            account: order.account,
            review: order.review,
            checkout_session: order.checkout_session.clone(),
            payment_intent: order.payment_intent.clone(),
            invoice: order.invoice.clone(),
            created_at: order.created_at,
            updated_at: order.updated_at,
        }
    }
}
