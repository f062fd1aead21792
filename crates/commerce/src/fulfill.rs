//! Fulfillment: from a checkout that somebody says is paid to an account with a course.

use authorization::{Granted, act};
use domain::{AccountId, Order, OrderEvent, OrderId, OrderState, ReviewReason, Settlement, Title};
use payments::{CheckoutState, PaymentError, PaymentState, PaymentStatus, SessionStatus};
use store::{PaymentUntouched, StoreError};

use crate::error::CommerceError;
use crate::plan::{Paid, Plan, plan};
use crate::settle::moved;
use crate::shop::Shop;

/// How often a fulfillment that met another one reads again and decides again. A hundred copies of one event need
/// few: whoever loses finds the order fulfilled.
const ATTEMPTS_MAX: usize = 12;

/// What became of a checkout.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// The buyer has the course, by this call or an earlier one.
    Fulfilled {
        /// What was bought.
        course_title: Title,
        /// Whether the account was there before, with a password.
        known: bool,
    },
    /// The buyer is through, the money is still on its way.
    Pending {
        /// What was bought.
        course_title: Title,
    },
    /// Not paid; the page is still open.
    Open,
    /// Not paid, and no longer to be.
    Closed,
    /// A person must look.
    InReview,
    /// No checkout of ours, or none at all.
    Unknown,
}

/// Fulfills what a checkout paid for. Safe to call by anybody, at any time, any number of times, at once.
pub async fn fulfill(shop: &Shop, session: &str) -> Result<Outcome, CommerceError> {
    let checkout = match shop.payments.checkout(session).await {
        Ok(checkout) => checkout,
        Err(PaymentError::NotFound) => return Ok(Outcome::Unknown),
        Err(error) => return Err(error.into()),
    };
    if checkout.livemode != shop.payments.livemode() {
        tracing::error!(session, "a checkout of the other mode: test and live are mixed up");
        return Ok(Outcome::Unknown);
    }
    let Some(order) = checkout.order else { return Ok(Outcome::Unknown) };
    for _ in 0..ATTEMPTS_MAX {
        let Some(grant) = shop.judge::<act::FulfillOrder>(order).await? else {
            tracing::error!(session, %order, "a checkout for an order that is not here");
            return Ok(Outcome::Unknown);
        };
        let foreign = |known: &String| *known != checkout.session;
        if grant.target().order.checkout_session.as_ref().is_some_and(foreign) {
            tracing::error!(session, %order, "a second checkout for one order");
            return Ok(Outcome::Unknown);
        }
        match step(shop, grant, &checkout).await {
            Err(CommerceError::Store(StoreError::Conflict(_) | StoreError::Taken(_))) => {}
            decided => return decided,
        }
    }
    Err(CommerceError::Busy)
}

/// Fulfills an order that costs nothing. No provider is asked, since none was told.
pub async fn fulfill_free(shop: &Shop, order: OrderId) -> Result<Outcome, CommerceError> {
    for _ in 0..ATTEMPTS_MAX {
        let Some(grant) = shop.judge::<act::FulfillOrder>(order).await? else { return Ok(Outcome::Unknown) };
        let price = grant.target().order.quote.price;
        if price.minor > 0 {
            return Ok(Outcome::Open);
        }
        let nothing = Settlement {
            currency: price.currency,
            subtotal_minor: 0,
            discount_minor: 0,
            exclusive_tax_minor: 0,
            total_minor: 0,
        };
        match commit(shop, grant, Some(nothing), None).await {
            Err(CommerceError::Store(StoreError::Conflict(_) | StoreError::Taken(_))) => {}
            decided => return decided,
        }
    }
    Err(CommerceError::Busy)
}

/// The provider says that money which takes days will not come. If the checkout says otherwise, the checkout counts.
pub async fn payment_failed(shop: &Shop, session: &str) -> Result<Outcome, CommerceError> {
    let outcome = fulfill(shop, session).await?;
    if !matches!(outcome, Outcome::Pending { .. }) {
        return Ok(outcome);
    }
    let order = shop.payments.checkout(session).await?.order.ok_or(CommerceError::NoOrder)?;
    advance(shop, order, OrderEvent::Fail, |_| {}).await?;
    Ok(Outcome::Closed)
}

async fn step(
    shop: &Shop,
    grant: Granted<act::FulfillOrder>,
    checkout: &CheckoutState,
) -> Result<Outcome, CommerceError> {
    let order = &grant.target().order;
    if let Some(outcome) = decided_before(shop, order).await? {
        return Ok(outcome);
    }
    let course_title = order.quote.course_title.clone();
    let remember = |order: &mut Order| order.checkout_session = Some(checkout.session.clone());
    match (checkout.payment, checkout.status) {
        (PaymentStatus::Paid | PaymentStatus::NoPaymentRequired, _) => {
            commit(shop, grant, checkout.settlement, Some(checkout)).await
        }
        (PaymentStatus::Unpaid, SessionStatus::Open) => Ok(Outcome::Open),
        (PaymentStatus::Unpaid, SessionStatus::Expired) => {
            if matches!(order.state, OrderState::Created | OrderState::Open) {
                advance(shop, order.id, OrderEvent::Expire, remember).await?;
            }
            Ok(Outcome::Closed)
        }
        (PaymentStatus::Unpaid, SessionStatus::Complete) => {
            if order.state == OrderState::Failed {
                return Ok(Outcome::Closed);
            }
            if order.state == OrderState::Created {
                advance(shop, order.id, OrderEvent::Open, remember).await?;
            }
            if matches!(order.state, OrderState::Created | OrderState::Open) {
                advance(shop, order.id, OrderEvent::Pend, remember).await?;
            }
            Ok(Outcome::Pending { course_title })
        }
    }
}

/// Orders past their fulfillment are not decided again; later money is `settle`'s.
async fn decided_before(shop: &Shop, order: &Order) -> Result<Option<Outcome>, CommerceError> {
    Ok(match order.state {
        OrderState::Fulfilled | OrderState::PartiallyRefunded => {
            let account = match order.account {
                Some(account) => shop.store.account_to_mail(account).await?,
                None => None,
            };
            let known = account.is_some_and(|account| account.email_verified);
            Some(Outcome::Fulfilled { course_title: order.quote.course_title.clone(), known })
        }
        OrderState::Refunded | OrderState::Disputed => Some(Outcome::Closed),
        OrderState::InReview => Some(Outcome::InReview),
        OrderState::Created | OrderState::Open | OrderState::Paid | OrderState::Expired | OrderState::Failed => None,
    })
}

async fn commit(
    shop: &Shop,
    grant: Granted<act::FulfillOrder>,
    settlement: Option<Settlement>,
    checkout: Option<&CheckoutState>,
) -> Result<Outcome, CommerceError> {
    let order = &grant.target().order;
    if let Some(outcome) = decided_before(shop, order).await? {
        return Ok(outcome);
    }
    let (id, course_title) = (order.id, order.quote.course_title.clone());
    let payment_intent = checkout.and_then(|checkout| checkout.payment_intent.clone());
    // In this order: what is heard of the payment after the first of these two reads makes the commit fail.
    let facts = shop.store.fulfillment_facts(&grant, payment_intent.as_deref()).await?;
    let since = match &payment_intent {
        Some(intent) => Some(shop.payments.payment_state(intent).await?),
        None => None,
    };
    let payment = facts.payment.clone();
    let in_review = async |reason| review(shop, id, reason, checkout, since, payment.as_ref()).await;
    let Some(settlement) = settlement else { return in_review(ReviewReason::MoneyMismatch).await };
    let known = facts.account.as_ref().is_some_and(|account| account.email_verified);
    let now = shop.now();
    let planned = plan(Paid {
        order,
        registration: &grant.target().registration,
        settlement,
        payment_intent,
        since,
        facts,
        fresh_account: AccountId::new(now, &*shop.entropy),
        now,
    });
    match planned {
        Ok(Plan::Fulfill(mut fulfillment)) => {
            if let Some(checkout) = checkout {
                fulfillment.order.checkout_session = Some(checkout.session.clone());
            }
            shop.store.fulfill(grant, *fulfillment).await?;
            Ok(Outcome::Fulfilled { course_title, known })
        }
        Ok(Plan::Review(reason)) => in_review(reason).await,
        // Somebody moved the order between our read and now; the caller reads again.
        Err(_) => Err(StoreError::Conflict("the order").into()),
    }
}

async fn review(
    shop: &Shop,
    order: OrderId,
    reason: ReviewReason,
    checkout: Option<&CheckoutState>,
    since: Option<PaymentState>,
    payment: Option<&PaymentUntouched>,
) -> Result<Outcome, CommerceError> {
    tracing::error!(%order, ?reason, "a paid order needs a person");
    let grant = shop.judge::<act::AdvanceOrder>(order).await?.ok_or(CommerceError::NoOrder)?;
    let reviewed = grant.target().order.clone().after(OrderEvent::Review, shop.now());
    let mut after = reviewed.map_err(|_| StoreError::Conflict("the order"))?;
    after.review = Some(reason);
    if let Some(checkout) = checkout {
        after.checkout_session = Some(checkout.session.clone());
        after.payment_intent.clone_from(&checkout.payment_intent);
        after.settlement = checkout.settlement;
    }
    // Money that went back before it had arrived here.
    let after = since.and_then(|since| moved(&after, since, after.updated_at)).unwrap_or(after);
    shop.store.review_order(grant, &after, payment).await?;
    Ok(Outcome::InReview)
}

/// Moves an order one step that touches no access.
pub(crate) async fn advance(
    shop: &Shop,
    order: OrderId,
    event: OrderEvent,
    change: impl FnOnce(&mut Order),
) -> Result<Order, CommerceError> {
    let grant = shop.judge::<act::AdvanceOrder>(order).await?.ok_or(CommerceError::NoOrder)?;
    let moved = grant.target().order.clone().after(event, shop.now());
    let mut after = moved.map_err(|_| StoreError::Conflict("the order"))?;
    change(&mut after);
    shop.store.advance_order(grant, &after).await?;
    Ok(after)
}
