//! Placing an order: a registration and a frozen quote, then the provider's page. Of two clicks, one order comes out.
//! What the buyer owns is read from the account and its enrollment, never from an earlier order.

use authorization::{Granted, act};
use domain::{
    AccountId, AccountStatus, Buyer, Currency, Locale, Money, Order, OrderEvent, OrderId, OrderState, PersonName,
    Quote, Registration, TermId,
};
use jiff::{SignedDuration, Timestamp};
use payments::{CheckoutRequest, PaymentError};
use store::{BuyerStanding, StoreError};

use crate::error::CommerceError;
use crate::fulfill::{Outcome, advance, fulfill, fulfill_free, touch};
use crate::shop::Shop;

/// Stripe closes a page after 24 hours at most, counted from its first call; the order's own time comes before that.
const PAGE_OPEN: SignedDuration = SignedDuration::from_hours(23);
/// Stripe wants a page to stay open for half an hour at least.
const PAGE_OPEN_MIN: SignedDuration = SignedDuration::from_mins(35);

/// Whoever clicks once more within the hour means the order whose money is on its way. It may take days, and need not be the
/// buyer's own.
const SLOW_MONEY_KEEPS_OUT: SignedDuration = SignedDuration::from_hours(1);

/// What an application for a course leads to.
#[derive(Debug)]
pub enum Placed {
    /// Pay here.
    Pay {
        /// The order.
        order: OrderId,
        /// The provider's page.
        url: String,
    },
    /// There is nothing to pay any more.
    Done {
        /// The order.
        order: OrderId,
        /// The provider's checkout, where there was one: whoever holds its id is shown how it went.
        session: Option<String>,
        /// What became of it.
        outcome: Outcome,
    },
    /// The course is in the account of that address already. The permission comes back, to tell the owner with it.
    Owned {
        /// The permission to apply, unused.
        grant: Box<Granted<act::ApplyForCourse>>,
        /// Whose course it is.
        account: AccountId,
    },
}

/// What somebody applies with.
#[derive(Debug, Clone)]
pub struct Application {
    /// Who applies.
    pub buyer: Buyer,
    /// The language that they read.
    pub locale: Locale,
    /// The dated run that they chose, where they did.
    pub term: Option<TermId>,
}

/// Places an order for the course that was granted, or finds the one that is already on its way. `signed_in` is the account
/// whose owner applies, where it is known who does, and `network` is where they are. Where another click was first, the answer is a conflict: whoever asks
/// again, with another permission, finds that one's order.
pub async fn place_order(
    shop: &Shop,
    grant: Granted<act::ApplyForCourse>,
    Application { buyer, locale, term }: Application,
    signed_in: Option<AccountId>,
    network: &str,
) -> Result<Placed, CommerceError> {
    let now = shop.now();
    // First the date: what is said of it tells nothing about the address.
    let quote = quote(&grant, term, now)?;
    let standing = shop.store.buyer_standing(&grant, &buyer.email).await?;
    if let Some(account) = owner(&standing, now) {
        return Ok(Placed::Owned { grant: Box::new(grant), account });
    }
    let placed_by_owner = signed_in.is_some() && signed_in == standing.known_account();
    if let Some((_, Some(order))) = &standing.latest {
        let is_theirs = order.known_account == standing.known_account() && !standing.left_since(order);
        // Whoever owns the account waits for nobody else's money, and nobody for money that may have been promised by anybody.
        // Of two that arrive, a person gives one back.
        let may_be_strangers = if placed_by_owner {
            !order.placed_by_owner
        } else {
            standing.account.is_none() && order.updated_at <= shop.before(SLOW_MONEY_KEEPS_OUT)
        };
        let waits = match order.state {
            OrderState::Paid => is_theirs && !may_be_strangers,
            state => state == OrderState::InReview,
        };
        if waits {
            return Ok(on_its_way(order));
        }
        if is_reusable(order, &quote, now) && is_theirs {
            let order = taken_over(shop, order, (buyer.name, locale), placed_by_owner).await?;
            return proceed(shop, order, network).await;
        }
        if let Some(done) = supersede(shop, order).await? {
            return Ok(done);
        }
    }
    if !shop.store.has_free_seat(&grant.target().course, quote.term.as_ref().map(|term| term.id)).await? {
        return Err(CommerceError::SoldOut);
    }
    let registration = Registration::apply(buyer.name.clone(), buyer.email.clone(), locale, false);
    let mut order = Order::place(OrderId::new(now, &*shop.entropy), quote, buyer, now);
    order.known_account = standing.known_account();
    order.placed_by_owner = placed_by_owner;
    order.locale = locale;
    let guard = standing.latest.as_ref().map(|(guard, _)| guard);
    shop.store.place_order(grant, &order, &registration, guard).await?;
    proceed(shop, order, network).await
}

/// Whose course it is already. Somebody whom staff shut out, of the course or the platform, is not sold what money
/// could not give them.
fn owner(standing: &BuyerStanding, now: Timestamp) -> Option<AccountId> {
    let account = standing.account.as_ref()?;
    let shut_out = account.status(now) != AccountStatus::Activated;
    let enrollment = standing.enrollment.as_ref();
    let held = enrollment.is_some_and(|held| held.opens_lessons() || held.suspended_by_staff || held.is_paid_for());
    (shut_out || held).then_some(account.id)
}

fn on_its_way(order: &Order) -> Placed {
    let outcome = match order.state {
        OrderState::InReview => Outcome::InReview,
        _ => Outcome::Pending { course_title: order.quote.course_title.clone() },
    };
    Placed::Done { order: order.id, session: order.checkout_session.clone(), outcome }
}

/// The price as it stands now. A free course costs nothing of any currency; one must be named all the same.
fn quote(grant: &Granted<act::ApplyForCourse>, wished: Option<TermId>, now: Timestamp) -> Result<Quote, CommerceError> {
    let course = &grant.target().course;
    let term = course.term_for(wished, now)?;
    Ok(Quote {
        course: course.id,
        course_slug: course.slug.clone(),
        course_title: course.title.clone(),
        price: course.price.money().unwrap_or(Money { minor: 0, currency: Currency::EUR }),
        term: term.and_then(|id| course.term(id)).cloned(),
    })
}

/// An order that can still be paid, at the price that is asked today, for the same run.
fn is_reusable(order: &Order, quote: &Quote, now: Timestamp) -> bool {
    let open = matches!(order.state, OrderState::Created | OrderState::Open);
    let same_term = order.quote.term.as_ref().map(|term| term.id) == quote.term.as_ref().map(|term| term.id);
    open && same_term
        && order.quote.price == quote.price
        && page_closes_at(order) > now.saturating_add(PAGE_OPEN_MIN).unwrap_or(now)
}

/// The order in the words of whoever applies now. Who applied before may have been anybody; what a signed-in owner said
/// of themselves is not overwritten by others.
async fn taken_over(
    shop: &Shop,
    order: &Order,
    (name, locale): (PersonName, Locale),
    placed_by_owner: bool,
) -> Result<Order, CommerceError> {
    let is_theirs = order.placed_by_owner && !placed_by_owner;
    let same = order.buyer.name == name && order.locale == locale && order.placed_by_owner == placed_by_owner;
    if is_theirs || same {
        return Ok(order.clone());
    }
    let grant = shop.judge::<act::AdvanceOrder>(order.id).await?.ok_or(CommerceError::NoOrder)?;
    if grant.target().order.version != order.version {
        return Err(StoreError::Conflict("the order").into());
    }
    let mut after = order.clone().touched(shop.now());
    after.buyer.name = name.clone();
    after.locale = locale;
    after.placed_by_owner = placed_by_owner;
    let registration = Registration { name, locale, ..grant.target().registration.clone() };
    shop.store.take_over_order(grant, &after, &registration).await?;
    Ok(after)
}

fn page_closes_at(order: &Order) -> Timestamp {
    order.created_at.saturating_add(PAGE_OPEN).unwrap_or(order.created_at)
}

/// Makes sure that an order which another one shall follow can no longer be paid. If it was paid meanwhile, that is
/// the outcome, and there is nothing left to buy.
async fn supersede(shop: &Shop, order: &Order) -> Result<Option<Placed>, CommerceError> {
    if !matches!(order.state, OrderState::Created | OrderState::Open) {
        return Ok(None);
    }
    let session = match (&order.checkout_session, order.quote.price.minor) {
        (Some(session), _) => Some(session.clone()),
        (None, 0) => None,
        // A page may have been opened for it whose address was never stored; the same call finds it.
        (None, _) => match shop.payments.open_checkout(&request(shop, order)).await {
            Ok(opened) => Some(opened.session),
            Err(PaymentError::Refused { .. }) => None,
            Err(error) => return Err(error.into()),
        },
    };
    if let Some(session) = &session {
        match shop.payments.expire_checkout(session, order.closing_attempt).await {
            Ok(_) => {}
            // The provider remembers that it failed: the next click asks under another key.
            Err(error @ PaymentError::Broken { .. }) => {
                touch(shop, order.id, order.version, |order| order.closing_attempt += 1).await?;
                return Err(error.into());
            }
            // No longer open: paid, or closed by itself.
            Err(PaymentError::Refused { .. }) => {
                let outcome = fulfill(shop, session).await?;
                match outcome {
                    Outcome::Closed | Outcome::Unknown => {}
                    // It can still be paid, and the provider may remember that it refused.
                    Outcome::Open => {
                        touch(shop, order.id, order.version, |order| order.closing_attempt += 1).await?;
                        return Err(CommerceError::Busy);
                    }
                    outcome => {
                        return Ok(Some(Placed::Done { order: order.id, session: Some(session.clone()), outcome }));
                    }
                }
            }
            Err(error) => return Err(error.into()),
        }
    }
    let closed = advance(shop, order.id, OrderEvent::Expire, |order| order.checkout_session = session).await;
    match closed {
        // The provider's own word that the page closed was faster.
        Ok(_) | Err(CommerceError::Store(StoreError::Conflict(_))) => Ok(None),
        Err(error) => Err(error),
    }
}

/// All of it follows from the stored order, so that a repeated call is the same call to the provider.
fn request(shop: &Shop, order: &Order) -> CheckoutRequest {
    CheckoutRequest {
        order: order.id,
        title: order.quote.course_title.clone(),
        price: order.quote.price,
        email: order.buyer.email.clone(),
        success_url: format!("{}/api/checkout/return?session_id={{CHECKOUT_SESSION_ID}}", shop.origin),
        cancel_url: format!("{}/courses/{}/", shop.origin, order.quote.course_slug),
        expires_at: page_closes_at(order),
        promotion_codes: true,
        automatic_tax: shop.automatic_tax,
        attempt: order.attempt,
    }
}

async fn proceed(shop: &Shop, order: Order, network: &str) -> Result<Placed, CommerceError> {
    if order.quote.price.minor == 0 {
        let outcome = fulfill_free(shop, order.id, Some(network)).await?;
        return Ok(Placed::Done { order: order.id, session: None, outcome });
    }
    if let (OrderState::Open, Some(session), Some(url)) = (order.state, &order.checkout_session, &order.checkout_url) {
        // The buyer may have paid in another tab a moment ago; then paying again is the last thing to offer.
        return match fulfill(shop, session).await? {
            Outcome::Open => Ok(Placed::Pay { order: order.id, url: url.clone() }),
            // The page closed a moment ago: whoever asks again gets another one.
            Outcome::Closed => Err(StoreError::Conflict("the order").into()),
            outcome => Ok(Placed::Done { order: order.id, session: Some(session.clone()), outcome }),
        };
    }
    let opened = match shop.payments.open_checkout(&request(shop, &order)).await {
        Ok(opened) => opened,
        Err(error) => return Err(not_opened(shop, &order, error).await),
    };
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

/// Where the provider failed for good, the order remembers it: the next click asks under another key.
async fn not_opened(shop: &Shop, order: &Order, error: PaymentError) -> CommerceError {
    match error {
        PaymentError::Broken { .. } => {
            let raised = touch(shop, order.id, order.version, |order| order.attempt += 1).await;
            raised.err().unwrap_or_else(|| error.into())
        }
        PaymentError::Refused { message } => {
            tracing::error!(order = %order.id, message, "a course cannot be sold: the provider refuses its checkout");
            CommerceError::NotSold
        }
        other => other.into(),
    }
}
