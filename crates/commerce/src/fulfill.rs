//! Fulfillment: from a checkout that somebody says is paid to an account with a course.

use authorization::{Granted, act};
use domain::{AccountId, Enrollment, Order, OrderEvent, OrderId, OrderState, ReviewReason, Settlement, Title};
use payments::{CheckoutState, PaymentError, PaymentProgress, PaymentStatus, SessionStatus};
use store::{NO_SEAT, StoreError, Task};

use crate::error::CommerceError;
use crate::extra::second_checkout;
use crate::leave::MailLeave;
use crate::plan::{Paid, Plan, plan};
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
    /// Not paid and no longer to be; or the money went back.
    Closed,
    /// A person must look.
    InReview,
    /// No checkout of ours, or none at all.
    Unknown,
}

impl Outcome {
    /// The word for it.
    pub const fn word(&self) -> &'static str {
        match self {
            Outcome::Fulfilled { .. } => "fulfilled",
            Outcome::Pending { .. } => "pending",
            Outcome::Open => "open",
            Outcome::Closed => "closed",
            Outcome::InReview => "in_review",
            Outcome::Unknown => "unknown",
        }
    }
}

/// Who decides about an order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Decider {
    /// The rules, once: an order in review waits for a person.
    Rules,
    /// The rules once more, because a person asks.
    RulesAgain,
    /// A person, who takes what does not fit upon themselves.
    Staff,
}

/// Fulfills what a checkout paid for. Safe to call by anybody, at any time, any number of times, at once.
pub async fn fulfill(shop: &Shop, session: &str) -> Result<Outcome, CommerceError> {
    fulfill_as(shop, session, Decider::Rules).await
}

pub(crate) async fn fulfill_as(shop: &Shop, session: &str, decider: Decider) -> Result<Outcome, CommerceError> {
    let mut leave = MailLeave::from(None);
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
        let decided = match second_checkout(shop, &grant.target().order, &checkout).await {
            Ok(None) => step(shop, grant, &checkout, decider, &mut leave).await,
            Ok(Some(outcome)) => return Ok(outcome),
            Err(error) => Err(error),
        };
        match decided {
            Err(CommerceError::Store(StoreError::Conflict(_) | StoreError::Taken(_))) => {}
            decided => return decided,
        }
    }
    Err(CommerceError::Busy)
}

/// Fulfills an order that costs nothing. No provider is asked, since none was told. Where the last seat is gone, the
/// order is closed: nobody paid to be let in beyond the limit. `network` is where its buyer is, where that is known.
pub async fn fulfill_free(shop: &Shop, order: OrderId, network: Option<&str>) -> Result<Outcome, CommerceError> {
    let mut leave = MailLeave::from(network);
    for _ in 0..ATTEMPTS_MAX {
        let Some(grant) = shop.judge::<act::FulfillOrder>(order).await? else { return Ok(Outcome::Unknown) };
        let price = grant.target().order.quote.price;
        if price.minor > 0 {
            return Ok(Outcome::Open);
        }
        if matches!(grant.target().order.state, OrderState::Expired | OrderState::Failed) {
            return Ok(Outcome::Closed);
        }
        let nothing = Settlement {
            currency: price.currency,
            subtotal_minor: 0,
            discount_minor: 0,
            exclusive_tax_minor: 0,
            total_minor: 0,
        };
        match commit(shop, grant, Some(nothing), None, Decider::Rules, &mut leave).await {
            Err(CommerceError::Store(StoreError::Taken(NO_SEAT))) => {
                match advance(shop, order, OrderEvent::Expire, |_| {}).await {
                    Err(CommerceError::Store(StoreError::Conflict(_))) => {}
                    Err(error) => return Err(error),
                    Ok(_) => return Err(CommerceError::SoldOut),
                }
            }
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
    fail(shop, order).await?;
    Ok(Outcome::Closed)
}

/// Closes an order whose money will not come, and promises its buyer the news in the same write. They were told that they
/// would hear of it.
async fn fail(shop: &Shop, order: OrderId) -> Result<(), CommerceError> {
    let grant = shop.judge::<act::AdvanceOrder>(order).await?.ok_or(CommerceError::NoOrder)?;
    let moved = grant.target().order.clone().after(OrderEvent::Fail, shop.now());
    let after = moved.map_err(|_| StoreError::Conflict("the order"))?;
    let news = Task::PaymentFailed {
        name: after.buyer.name.clone(),
        locale: after.locale,
        to: after.buyer.email.clone(),
        course_title: after.quote.course_title.to_string(),
        course_slug: after.quote.course_slug.clone(),
    };
    Ok(shop.store.fail_order(grant, &after, news).await?)
}

async fn step(
    shop: &Shop,
    grant: Granted<act::FulfillOrder>,
    checkout: &CheckoutState,
    decider: Decider,
    leave: &mut MailLeave<'_>,
) -> Result<Outcome, CommerceError> {
    let order = &grant.target().order;
    if let Some(outcome) = decided_before(shop, order, decider).await? {
        return Ok(outcome);
    }
    let course_title = order.quote.course_title.clone();
    let remember = |order: &mut Order| order.checkout_session = Some(checkout.session.clone());
    match (checkout.payment, checkout.status) {
        (PaymentStatus::Paid | PaymentStatus::NoPaymentRequired, _) => {
            commit(shop, grant, checkout.settlement, Some(checkout), decider, leave).await
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
            // The word that the money will not come may have been lost; the payment itself knows.
            if !is_over(shop, checkout).await? {
                return Ok(Outcome::Pending { course_title });
            }
            if order.state != OrderState::Expired {
                fail(shop, order.id).await?;
            }
            Ok(Outcome::Closed)
        }
    }
}

async fn is_over(shop: &Shop, checkout: &CheckoutState) -> Result<bool, CommerceError> {
    let Some(intent) = &checkout.payment_intent else { return Ok(false) };
    Ok(shop.payments.payment_progress(intent).await? == PaymentProgress::Over)
}

/// Orders past their fulfillment are not decided again; later money is `settle`'s.
async fn decided_before(shop: &Shop, order: &Order, decider: Decider) -> Result<Option<Outcome>, CommerceError> {
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
        OrderState::InReview => (decider == Decider::Rules).then_some(Outcome::InReview),
        OrderState::Created | OrderState::Open | OrderState::Paid | OrderState::Expired | OrderState::Failed => None,
    })
}

async fn commit(
    shop: &Shop,
    grant: Granted<act::FulfillOrder>,
    settlement: Option<Settlement>,
    checkout: Option<&CheckoutState>,
    decider: Decider,
    leave: &mut MailLeave<'_>,
) -> Result<Outcome, CommerceError> {
    let order = &grant.target().order;
    if let Some(outcome) = decided_before(shop, order, decider).await? {
        return Ok(outcome);
    }
    let (id, course_title) = (order.id, order.quote.course_title.clone());
    let Some(settlement) = settlement else {
        return review(shop, id, ReviewReason::MoneyMismatch, checkout, None).await;
    };
    let payment_intent = checkout.and_then(|checkout| checkout.payment_intent.clone());
    let since = match &payment_intent {
        Some(intent) => Some(shop.payments.payment_state(intent).await?),
        None => None,
    };
    let facts = shop.store.fulfillment_facts(&grant).await?;
    let known = facts.account.as_ref().is_some_and(|account| account.email_verified);
    let enrolled = facts.enrollment.clone();
    let now = shop.now();
    let planned = plan(Paid {
        order,
        registration: &grant.target().registration,
        settlement,
        payment_intent,
        since,
        facts,
        fresh_account: AccountId::new(now, &*shop.entropy),
        by_hand: decider == Decider::Staff,
        now,
    });
    match planned {
        Ok(Plan::Fulfill(mut fulfillment)) => {
            if let Some(checkout) = checkout {
                fulfillment.order.checkout_session = Some(checkout.session.clone());
                fulfillment.order.invoice.clone_from(&checkout.invoice);
            }
            if settlement.total_minor == 0 && !leave.ask(shop, &fulfillment.order.buyer.email).await? {
                // Whoever has no account yet needs the way in, and gets it once.
                fulfillment.mail = fulfillment.mail.filter(|_| fulfillment.new_account.is_some());
            }
            let opens = fulfillment.order.state.grants_access();
            let had = fulfillment.enrollment_before.as_ref().and_then(Enrollment::seat);
            let left = had.filter(|had| fulfillment.enrollment.seat() != Some(*had));
            shop.store.fulfill(grant, *fulfillment).await?;
            // Whoever was in another run than the one that was bought has left it. The purchase stands already: where this
            // fails, that seat stays free until its line moves on.
            if let Some(place) = left
                && let Err(error) = shop.store.fill_free_seat(place).await
            {
                tracing::warn!(course = %place.course, %error, "a free seat was not passed on");
            }
            // Money that went back before it had arrived here buys nothing.
            Ok(if opens { Outcome::Fulfilled { course_title, known } } else { Outcome::Closed })
        }
        Ok(Plan::Review(reason)) => {
            let beside = enrolled.filter(|_| reason == ReviewReason::PaidTwice);
            review(shop, id, reason, checkout, beside.as_ref()).await
        }
        // Somebody moved the order between our read and now; the caller reads again.
        Err(_) => Err(StoreError::Conflict("the order").into()),
    }
}

async fn review(
    shop: &Shop,
    order: OrderId,
    reason: ReviewReason,
    checkout: Option<&CheckoutState>,
    beside: Option<&Enrollment>,
) -> Result<Outcome, CommerceError> {
    let grant = shop.judge::<act::AdvanceOrder>(order).await?.ok_or(CommerceError::NoOrder)?;
    let before = grant.target().order.clone();
    if before.state == OrderState::InReview && before.review == Some(reason) {
        return Ok(Outcome::InReview);
    }
    tracing::error!(%order, ?reason, "a paid order needs a person");
    let mut after = match before.state {
        OrderState::InReview => before.touched(shop.now()),
        _ => before.after(OrderEvent::Review, shop.now()).map_err(|_| StoreError::Conflict("the order"))?,
    };
    after.review = Some(reason);
    if let Some(checkout) = checkout {
        after.checkout_session = Some(checkout.session.clone());
        after.payment_intent.clone_from(&checkout.payment_intent);
        after.settlement = checkout.settlement;
        after.invoice.clone_from(&checkout.invoice);
    }
    shop.store.review_order(grant, &after, beside).await?;
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

/// Writes something down in an order that stays where it is, unless it has moved on from the version.
pub(crate) async fn touch(
    shop: &Shop,
    order: OrderId,
    version: u64,
    change: impl FnOnce(&mut Order),
) -> Result<(), CommerceError> {
    let grant = shop.judge::<act::AdvanceOrder>(order).await?.ok_or(CommerceError::NoOrder)?;
    if grant.target().order.version != version {
        return Ok(());
    }
    let mut after = grant.target().order.clone().touched(shop.now());
    change(&mut after);
    match shop.store.advance_order(grant, &after).await {
        Ok(()) | Err(StoreError::Conflict(_)) => Ok(()),
        Err(error) => Err(error.into()),
    }
}
