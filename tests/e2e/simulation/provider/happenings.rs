//! What buyers and banks do at the provider, without the platform: pay, turn back, dispute. None of it waits for
//! anything; the platform learns of it by events, or by asking.

use domain::Currency;
use payments::{DisputeState, PaymentStatus, SessionStatus};
use serde_json::json;

use super::Provider;
use super::book::{Book, Payment, Refund};

/// How a buyer pays.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Way {
    Card,
    /// A transfer that takes days.
    Transfer,
    /// A code that takes half off.
    HalfOff,
    /// A code that takes all of it off.
    AllOff,
    /// Another sum than was asked for, as no honest provider would take.
    OtherSum,
    /// The right number in another currency.
    OtherCurrency,
}

/// What a bank does to a payment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Dispute {
    Opens,
    Won,
    Lost,
}

impl Provider {
    /// Looks at the book or changes it, at the present moment.
    pub(crate) fn at_desk<T>(&self, work: impl FnOnce(&mut Book) -> T) -> T {
        let mut book = self.book.lock().unwrap();
        book.expire(domain::Clock::now(&self.clock));
        work(&mut book)
    }

    /// A buyer pays the so-manieth of the open pages.
    pub(crate) fn pay(&self, number: usize, way: Way) {
        self.at_desk(|book| {
            let open: Vec<usize> = places(&book.sessions, |session| session.status == SessionStatus::Open);
            let Some(at) = pick(&open, number) else { return };
            let session = &mut book.sessions[at];
            match way {
                Way::Card | Way::Transfer => {}
                Way::HalfOff => session.discount_minor = session.subtotal_minor / 2,
                Way::AllOff => session.discount_minor = session.subtotal_minor,
                Way::OtherSum => session.subtotal_minor += 1,
                Way::OtherCurrency => {
                    session.currency = if session.currency == Currency::EUR { Currency::USD } else { Currency::EUR }
                }
            }
            session.status = SessionStatus::Complete;
            if session.total_minor() == 0 {
                session.payment = PaymentStatus::NoPaymentRequired;
            } else if way == Way::Transfer {
                session.pending = true;
                session.intent = Some(format!("pi_{at:04}"));
            } else {
                charge(book, at);
            }
            let id = book.sessions[at].id.clone();
            book.tell("checkout.session.completed", json!({ "id": id }));
        });
    }

    /// The so-manieth transfer that is on its way arrives, or never will.
    pub(crate) fn transfer(&self, number: usize, arrives: bool) {
        self.at_desk(|book| {
            let pending = places(&book.sessions, |session| session.pending);
            let Some(at) = pick(&pending, number) else { return };
            book.sessions[at].pending = false;
            let id = book.sessions[at].id.clone();
            if arrives {
                charge(book, at);
                book.tell("checkout.session.async_payment_succeeded", json!({ "id": id }));
            } else {
                book.tell("checkout.session.async_payment_failed", json!({ "id": id }));
            }
        });
    }

    /// Money goes back by hand, at the provider's own desk.
    pub(crate) fn refund_by_hand(&self, number: usize, half: bool) {
        self.at_desk(|book| {
            let whole = places(&book.payments, |payment| {
                !payment.is_disputed() && payment.refunded_minor() < payment.charged_minor
            });
            let Some(at) = pick(&whole, number) else { return };
            let left = book.payments[at].charged_minor - book.payments[at].refunded_minor();
            give_back(book, at, if half { left.div_ceil(2) } else { left });
        });
    }

    /// The newest refund of the so-manieth payment does not go through after all.
    pub(crate) fn refund_fails(&self, number: usize) {
        self.at_desk(|book| {
            let refunded = places(&book.payments, |payment| payment.refunds.iter().any(|refund| !refund.failed));
            let Some(at) = pick(&refunded, number) else { return };
            let payment = &mut book.payments[at];
            if let Some(refund) = payment.refunds.iter_mut().rev().find(|refund| !refund.failed) {
                refund.failed = true;
            }
            let object = json!({ "payment_intent": payment.intent });
            book.tell("refund.failed", object);
        });
    }

    /// A bank asks for money back, or decides. One that was lost stays so.
    pub(crate) fn dispute(&self, number: usize, what: Dispute) {
        self.at_desk(|book| {
            let fits = |payment: &Payment| match what {
                Dispute::Opens => {
                    payment.dispute == DisputeState::None && payment.refunded_minor() < payment.charged_minor
                }
                Dispute::Won | Dispute::Lost => payment.dispute == DisputeState::Open,
            };
            let Some(at) = pick(&places(&book.payments, fits), number) else { return };
            let (state, kind) = match what {
                Dispute::Opens => (DisputeState::Open, "charge.dispute.created"),
                Dispute::Won => (DisputeState::Won, "charge.dispute.closed"),
                Dispute::Lost => (DisputeState::Lost, "charge.dispute.closed"),
            };
            book.payments[at].dispute = state;
            let object = json!({ "payment_intent": book.payments[at].intent });
            book.tell(kind, object);
        });
    }
}

/// The money of a checkout is there.
fn charge(book: &mut Book, at: usize) {
    let session = &mut book.sessions[at];
    let intent = format!("pi_{at:04}");
    session.payment = PaymentStatus::Paid;
    session.intent = Some(intent.clone());
    let charged_minor = session.total_minor();
    let (order, refunds, dispute) = (session.request.order, Vec::new(), DisputeState::None);
    book.payments.push(Payment { intent, order, charged_minor, refunds, dispute });
}

/// Money goes back.
pub(super) fn give_back(book: &mut Book, at: usize, amount_minor: u64) -> Refund {
    let payment = &mut book.payments[at];
    let refund = Refund { id: format!("re_{at:04}{:04}", payment.refunds.len()), amount_minor, failed: false };
    payment.refunds.push(refund.clone());
    let object = json!({ "payment_intent": payment.intent });
    book.tell("charge.refunded", object);
    refund
}

fn places<T>(all: &[T], fits: impl Fn(&T) -> bool) -> Vec<usize> {
    all.iter().enumerate().filter(|(_, one)| fits(one)).map(|(at, _)| at).collect()
}

/// The so-manieth, counted round and round.
fn pick(places: &[usize], number: usize) -> Option<usize> {
    places.get(number % places.len().max(1)).copied()
}
