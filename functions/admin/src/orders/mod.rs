//! Orders as administrators see them. What moves money is another function's.

pub(crate) mod list;
pub(crate) mod show;

use domain::{AccountId, CourseId, Order, OrderId, OrderState, ReviewReason};
use jiff::Timestamp;
use serde::Serialize;
use utoipa::ToSchema;

use crate::money::Amount;
use crate::words;

/// An order.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct OrderView {
    /// Its id.
    #[schema(value_type = String)]
    id: OrderId,
    /// Where it stands.
    #[schema(schema_with = words::order_state)]
    state: OrderState,
    /// The course that was offered.
    #[schema(value_type = String)]
    course: CourseId,
    /// Its title as the buyer saw it.
    course_title: String,
    /// The price as it was quoted.
    price: Amount,
    /// What was paid, discounts and taxes included; `null` until it was.
    paid: Option<Amount>,
    /// What went back.
    refunded: Amount,
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
    /// When it was made.
    #[schema(value_type = String, format = DateTime)]
    created_at: Timestamp,
    /// When it last changed.
    #[schema(value_type = String, format = DateTime)]
    updated_at: Timestamp,
}

/// Who applied, as typed.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct BuyerView {
    /// The name.
    name: String,
    /// The address.
    email: String,
}

impl OrderView {
    /// How the order looks. The address of the page where it is paid stays with the buyer.
    pub(crate) fn of(order: &Order) -> Self {
        let currency = order.quote.price.currency;
        Self {
            id: order.id,
            state: order.state,
            course: order.quote.course,
            course_title: order.quote.course_title.to_string(),
            price: Amount::of(order.quote.price),
            paid: order.settlement.map(|settled| Amount::of_minor(settled.total_minor, settled.currency)),
            refunded: Amount::of_minor(order.refunded_minor, currency),
            buyer: BuyerView { name: order.buyer.name.to_string(), email: order.buyer.email.to_string() },
            account: order.account,
            review: order.review,
            checkout_session: order.checkout_session.clone(),
            payment_intent: order.payment_intent.clone(),
            created_at: order.created_at,
            updated_at: order.updated_at,
        }
    }
}
