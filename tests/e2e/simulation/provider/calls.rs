//! The provider as the platform calls it.

use jiff::Timestamp;
use payments::{
    Answer, CheckoutOpened, CheckoutPage, CheckoutRequest, CheckoutState, DisputeState, MoneyBackPage, PaymentError,
    PaymentProgress, PaymentState, PaymentStatus, Payments, RefundMade, RefundRequest, RefundStatus, SessionStatus,
};

use super::Provider;
use super::book::{Book, Payment, Session};
use super::happenings::give_back;
use crate::simulation::faults::Call;

/// So few that lists have pages.
const PAGE_ROWS: usize = 3;

impl Provider {
    /// One call over the network, which may fail before or after its work.
    async fn call<T>(&self, work: impl FnOnce(&mut Book) -> Result<T, PaymentError>) -> Result<T, PaymentError> {
        self.dice.take_a_moment(&self.clock).await;
        let unavailable = || PaymentError::Unavailable { reason: "by chance".to_owned() };
        let call = self.weather.call(&self.dice);
        if call == Call::FailedBefore {
            return Err(unavailable());
        }
        let answer = self.at_desk(work);
        self.dice.take_a_moment(&self.clock).await;
        if call == Call::FailedAfter { Err(unavailable()) } else { answer }
    }
}

fn refused(message: &str) -> PaymentError {
    PaymentError::Refused { message: message.to_owned() }
}

impl Payments for Provider {
    fn livemode(&self) -> bool {
        false
    }

    fn open_checkout<'a>(&'a self, request: &'a CheckoutRequest) -> Answer<'a, CheckoutOpened> {
        let now = domain::Clock::now(&self.clock);
        Box::pin(self.call(move |book| {
            let known = book.sessions.iter().find(|session| session.request.order == request.order);
            if known.is_some_and(|session| session.request != *request) {
                return Err(refused("the key was used for another request"));
            }
            let open_for_s = request.expires_at.duration_since(now).as_secs();
            if known.is_none() && !(30 * 60..=24 * 60 * 60).contains(&open_for_s) {
                return Err(refused("a page is open for half an hour to a day"));
            }
            let id = known.map_or_else(|| format!("cs_test_{:04}", book.sessions.len()), |session| session.id.clone());
            let opened = CheckoutOpened {
                url: format!("https://pay.example/c/pay/{id}"),
                session: id.clone(),
                payment_intent: None,
            };
            if known.is_none() {
                book.sessions.push(Session {
                    id,
                    request: request.clone(),
                    status: SessionStatus::Open,
                    payment: PaymentStatus::Unpaid,
                    currency: request.price.currency,
                    subtotal_minor: request.price.minor,
                    discount_minor: 0,
                    intent: None,
                    pending: false,
                    created_at: now,
                });
            }
            Ok(opened)
        }))
    }

    fn checkout<'a>(&'a self, session: &'a str) -> Answer<'a, CheckoutState> {
        Box::pin(
            self.call(move |book| book.session(session).map(|session| session.state()).ok_or(PaymentError::NotFound)),
        )
    }

    fn checkouts_since<'a>(&'a self, created_from: Timestamp, cursor: Option<&'a str>) -> Answer<'a, CheckoutPage> {
        Box::pin(self.call(move |book| {
            let recent = book.sessions.iter().rev().filter(|session| session.created_at >= created_from);
            let from_cursor = recent.skip_while(|session| cursor.is_some_and(|cursor| session.id != cursor));
            let mut rest = from_cursor.skip(usize::from(cursor.is_some()));
            let checkouts: Vec<_> = rest.by_ref().take(PAGE_ROWS).map(Session::state).collect();
            let last = checkouts.last().map(|checkout| checkout.session.clone());
            Ok(CheckoutPage { next: last.filter(|_| rest.next().is_some()), checkouts })
        }))
    }

    fn expire_checkout<'a>(&'a self, session: &'a str, _: u32) -> Answer<'a, CheckoutState> {
        Box::pin(self.call(move |book| {
            let session = book.session(session).ok_or(PaymentError::NotFound)?;
            if session.status != SessionStatus::Open {
                return Err(refused("only an open page can be closed"));
            }
            session.status = SessionStatus::Expired;
            let state = session.state();
            book.tell("checkout.session.expired", serde_json::json!({ "id": state.session }));
            Ok(state)
        }))
    }

    fn refund<'a>(&'a self, request: &'a RefundRequest) -> Answer<'a, RefundMade> {
        Box::pin(self.call(move |book| {
            let key = format!("{}-{}", request.order, request.key);
            let asked = format!("{request:?}");
            if let Some((before, refund)) = book.answered.get(&key) {
                let same = *before == asked;
                let made = RefundMade {
                    id: refund.id.clone(),
                    status: RefundStatus::Succeeded,
                    amount_minor: refund.amount_minor,
                };
                return if same { Ok(made) } else { Err(refused("the key was used for another request")) };
            }
            let at = book.payments.iter().position(|payment| payment.intent == request.payment_intent);
            let at = at.ok_or(PaymentError::NotFound)?;
            let payment = &book.payments[at];
            let left = payment.charged_minor - payment.refunded_minor();
            let amount = request.amount_minor.unwrap_or(left);
            if payment.is_disputed() || left == 0 || amount > left {
                return Err(refused("the charge was disputed, or there is not so much left of it"));
            }
            let refund = give_back(book, at, amount);
            book.answered.insert(key, (asked, refund.clone()));
            Ok(RefundMade { id: refund.id, status: RefundStatus::Succeeded, amount_minor: amount })
        }))
    }

    fn payment_state<'a>(&'a self, payment_intent: &'a str) -> Answer<'a, PaymentState> {
        Box::pin(self.call(move |book| {
            book.payment(payment_intent).map(|payment| payment.state()).ok_or(PaymentError::NotFound)
        }))
    }

    fn payment_progress<'a>(&'a self, payment_intent: &'a str) -> Answer<'a, PaymentProgress> {
        Box::pin(self.call(move |book| {
            let of_intent = |session: &&Session| session.intent.as_deref() == Some(payment_intent);
            let session = book.sessions.iter().find(of_intent).ok_or(PaymentError::NotFound)?;
            Ok(match (session.payment, session.pending) {
                (PaymentStatus::Unpaid, true) => PaymentProgress::OnItsWay,
                (PaymentStatus::Unpaid, false) => PaymentProgress::Over,
                (PaymentStatus::Paid | PaymentStatus::NoPaymentRequired, _) => PaymentProgress::Through,
            })
        }))
    }

    fn refunds_since<'a>(&'a self, _: Timestamp, cursor: Option<&'a str>) -> Answer<'a, MoneyBackPage> {
        Box::pin(self.call(move |book| Ok(money_back(book, cursor, |payment| !payment.refunds.is_empty()))))
    }

    fn disputes_since<'a>(&'a self, _: Timestamp, cursor: Option<&'a str>) -> Answer<'a, MoneyBackPage> {
        Box::pin(self.call(move |book| Ok(money_back(book, cursor, |payment| payment.dispute != DisputeState::None))))
    }

    fn invoice_url<'a>(&'a self, _: &'a str) -> Answer<'a, Option<String>> {
        Box::pin(self.call(|_| Ok(None)))
    }
}

/// A page of the payments that fit, the newest first. No run lasts longer than the platform looks back.
fn money_back(book: &Book, cursor: Option<&str>, fits: impl Fn(&Payment) -> bool) -> MoneyBackPage {
    let found = book.payments.iter().rev().filter(|payment| fits(payment)).map(|payment| payment.intent.clone());
    let from_cursor = found.skip_while(|intent| cursor.is_some_and(|cursor| intent != cursor));
    let mut rest = from_cursor.skip(usize::from(cursor.is_some()));
    let payment_intents: Vec<String> = rest.by_ref().take(PAGE_ROWS).collect();
    let last = payment_intents.last().cloned();
    MoneyBackPage { next: last.filter(|_| rest.next().is_some()), payment_intents }
}
