//! Placing an order: a registration and a frozen quote, then the provider's page. Of two clicks, one order comes out.

use authorization::{Granted, act};
use domain::{Buyer, Currency, Money, Order, OrderEvent, OrderId, OrderState, Quote, Registration};
use jiff::{SignedDuration, Timestamp};
use payments::CheckoutRequest;
use store::StoreError;

use crate::error::CommerceError;
use crate::fulfill::{Outcome, advance, fulfill, fulfill_free};
use crate::shop::Shop;

/// Stripe closes a page after 24 hours at most, counted from its first call; the order's own time comes before that.
const PAGE_OPEN: SignedDuration = SignedDuration::from_hours(23);
/// Stripe wants a page to stay open for half an hour at least.
const PAGE_OPEN_MIN: SignedDuration = SignedDuration::from_mins(35);

/// What an application for a course leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Placed {
    /// Pay here.
    Pay {
        /// The order.
        order: OrderId,
        /// The provider's page.
        url: String,
    },
    /// Nothing was due; it is done.
    Done {
        /// The order.
        order: OrderId,
        /// What became of it.
        outcome: Outcome,
    },
}

/// Places an order for the course that was granted, or finds the one that is already on its way.
pub async fn place_order(
    shop: &Shop,
    grant: Granted<act::ApplyForCourse>,
    buyer: Buyer,
) -> Result<Placed, CommerceError> {
    let now = shop.now();
    let quote = quote(&grant);
    let latest = shop.store.order_of_buyer(&grant, &buyer.email).await?;
    if let Some((_, order)) = &latest {
        if order.state.grants_access() {
            return Err(CommerceError::Owned);
        }
        if order.state == OrderState::Paid {
            return Ok(Placed::Done {
                order: order.id,
                outcome: Outcome::Pending { course_title: quote.course_title },
            });
        }
        if is_reusable(order, &quote, now) {
            return proceed(shop, order.clone()).await;
        }
    }
    if !shop.store.has_free_seat(&grant.target().course).await? {
        return Err(CommerceError::SoldOut);
    }
    let registration = Registration::apply(buyer.name.clone(), buyer.email.clone(), false);
    let order = Order::place(OrderId::new(now, &*shop.entropy), quote, buyer, now);
    let guard = latest.as_ref().map(|(guard, _)| guard);
    shop.store.place_order(grant, &order, &registration, guard).await?;
    proceed(shop, order).await
}

/// The price as it stands now. A free course costs nothing of any currency; one must be named all the same.
fn quote(grant: &Granted<act::ApplyForCourse>) -> Quote {
    let course = &grant.target().course;
    Quote {
        course: course.id,
        course_slug: course.slug.clone(),
        course_title: course.title.clone(),
        price: course.price.money().unwrap_or(Money { minor: 0, currency: Currency::EUR }),
    }
}

/// An order that can still be paid, at the price that is asked today.
fn is_reusable(order: &Order, quote: &Quote, now: Timestamp) -> bool {
    let open = matches!(order.state, OrderState::Created | OrderState::Open);
    open && order.quote.price == quote.price && page_closes_at(order) > now.saturating_add(PAGE_OPEN_MIN).unwrap_or(now)
}

fn page_closes_at(order: &Order) -> Timestamp {
    order.created_at.saturating_add(PAGE_OPEN).unwrap_or(order.created_at)
}

async fn proceed(shop: &Shop, order: Order) -> Result<Placed, CommerceError> {
    if order.quote.price.minor == 0 {
        let outcome = fulfill_free(shop, order.id).await?;
        return Ok(Placed::Done { order: order.id, outcome });
    }
    if let (OrderState::Open, Some(session), Some(url)) = (order.state, &order.checkout_session, &order.checkout_url) {
        // The buyer may have paid in another tab a moment ago; then paying again is the last thing to offer.
        return match fulfill(shop, session).await? {
            Outcome::Open => Ok(Placed::Pay { order: order.id, url: url.clone() }),
            outcome => Ok(Placed::Done { order: order.id, outcome }),
        };
    }
    // All of it follows from the stored order, so that a repeated call is the same call to the provider.
    let request = CheckoutRequest {
        order: order.id,
        title: order.quote.course_title.clone(),
        price: order.quote.price,
        email: order.buyer.email.clone(),
        success_url: format!("{}/api/checkout/return?session_id={{CHECKOUT_SESSION_ID}}", shop.origin),
        cancel_url: format!("{}/courses/{}/", shop.origin, order.quote.course_slug),
        expires_at: page_closes_at(&order),
        promotion_codes: true,
    };
    let opened = shop.payments.open_checkout(&request).await?;
    let url = opened.url.clone();
    let stored = advance(shop, order.id, OrderEvent::Open, |order| {
        order.checkout_session = Some(opened.session);
        order.checkout_url = Some(opened.url);
    });
    match stored.await {
        // Another click was first and stored the same page.
        Ok(_) | Err(CommerceError::Store(StoreError::Conflict(_))) => Ok(Placed::Pay { order: order.id, url }),
        Err(error) => Err(error),
    }
}
