//! What a paid order leads to, decided from what is there. Pure: the same facts give the same plan.

use domain::{
    Account, AccountId, AccountKind, AccountStatus, Audience, Enrollment, EnrollmentState, Ground, Order, OrderEvent,
    OrderRefused, Registration, RegistrationState, ReviewReason, Settlement,
};
use jiff::Timestamp;
use payments::PaymentState;
use store::{Fulfillment, FulfillmentFacts, Task};

/// What to do with a paid order.
#[derive(Debug)]
pub(crate) enum Plan {
    /// Commit this.
    Fulfill(Box<Fulfillment>),
    /// A person must look first.
    Review(ReviewReason),
}

/// A paid order with everything that matters for it.
pub(crate) struct Paid<'a> {
    pub(crate) order: &'a Order,
    pub(crate) registration: &'a Registration,
    pub(crate) settlement: Settlement,
    pub(crate) payment_intent: Option<String>,
    /// What became of the money since; nothing where none was due.
    pub(crate) since: Option<PaymentState>,
    pub(crate) facts: FulfillmentFacts,
    /// The id of the account to make, should there be none.
    pub(crate) fresh_account: AccountId,
    /// Whether a person takes upon themselves what the rules leave to one.
    pub(crate) by_hand: bool,
    pub(crate) now: Timestamp,
}

/// Decides.
pub(crate) fn plan(paid: Paid<'_>) -> Result<Plan, OrderRefused> {
    let Paid { order, registration, settlement, payment_intent, since, facts, fresh_account, by_hand, now } = paid;
    if settlement.check(&order.quote).is_err() && !by_hand {
        return Ok(Plan::Review(ReviewReason::MoneyMismatch));
    }
    // S000-46: whatever was paid, nothing outside the public catalog ever opens. Merely unpublished is fine: the
    // quote was given while it was on offer.
    let Some(course) = facts.course.as_ref().filter(|course| course.audience == Audience::Public) else {
        return Ok(Plan::Review(ReviewReason::CourseUnavailable));
    };
    // What is free is given within the limit only.
    let within = (order.quote.price.minor == 0).then(|| course.clone());
    // Whoever was deleted while the buyer paid is not resurrected by the payment.
    let gone = match order.known_account {
        Some(known) => facts.account.as_ref().map(|account| account.id) != Some(known),
        // The account was made after the order, and may be gone again by now.
        None => facts.departed_at.is_some_and(|departed_at| departed_at > order.created_at),
    };
    if gone && !by_hand {
        return Ok(Plan::Review(ReviewReason::AccountUnavailable));
    }
    let unavailable = |account: &Account| account.status(now) != AccountStatus::Activated;
    if facts.account.as_ref().is_some_and(unavailable) {
        return Ok(Plan::Review(ReviewReason::AccountUnavailable));
    }
    let bought = |ground: &Ground| matches!(ground, Ground::Order(other) if *other != order.id);
    if facts.enrollment.as_ref().is_some_and(|enrollment| enrollment.grounds.iter().any(bought)) && !by_hand {
        return Ok(Plan::Review(ReviewReason::PaidTwice));
    }
    if facts.enrollment.as_ref().is_some_and(|enrollment| enrollment.suspended_by_staff) {
        return Ok(Plan::Review(ReviewReason::SuspendedByStaff));
    }
    let account = facts.account.as_ref().map_or(fresh_account, |account| account.id);
    let mut after = order.clone().after(OrderEvent::Fulfill, now)?;
    after.account = Some(account);
    after.review = None;
    after.settlement = Some(settlement);
    after.payment_intent = payment_intent;
    let ground = Ground::Order(order.id);
    let enrollment_before = facts.enrollment.clone();
    // A run that is gone by now is none: staff sees whose it was, and the course is theirs all the same.
    let term = order.quote.term.as_ref().map(|term| term.id).filter(|id| course.term(*id).is_some());
    let mut enrollment = match facts.enrollment {
        Some(enrollment) => enrollment.with_paid_ground(ground, term, now),
        None => Enrollment::new(account, order.quote.course, EnrollmentState::Enrolled, ground, now).in_term(term),
    };
    // Money that went back before it had arrived here: there is never a moment of access.
    if let Some(since) = since {
        after.refunded_minor = since.refunded_minor;
        let event = match (since.is_disputed(), since.is_fully_refunded(), since.refunded_minor > 0) {
            (true, ..) => Some(OrderEvent::Dispute),
            (false, true, _) => Some(OrderEvent::RefundAll),
            (false, false, true) => Some(OrderEvent::RefundPart),
            (false, false, false) => None,
        };
        if let Some(event) = event {
            after.state = after.state.after(event)?;
        }
        if !after.state.grants_access() {
            enrollment = enrollment.without_ground(ground, now);
        }
    }
    let account_before = facts.account.as_ref().map(|account| (account.id, account.version));
    // What nobody paid for may have been anybody's word, and nobody ever used that account.
    let misnamed = |known: &&Account| !known.email_verified && known.name != registration.name;
    let account_renamed = facts
        .account
        .as_ref()
        .filter(misnamed)
        .filter(|_| settlement.total_minor > 0)
        .map(|known| Account { version: known.version + 1, name: registration.name.clone(), ..known.clone() });
    let opens = after.state.grants_access();
    let course_title = order.quote.course_title.to_string();
    // Whoever never used a link has no password yet, and needs the link more than the news.
    let mail = match &facts.account {
        Some(known) if known.email_verified => Task::CourseAdded { account, course_title },
        _ => Task::AccessReady { account, course_title, unpaid: settlement.total_minor == 0 },
    };
    let new_account = facts.account.is_none().then(|| Account {
        id: account,
        version: 1,
        kind: AccountKind::PublicLearner,
        name: registration.name.clone(),
        email: registration.email.clone(),
        email_verified: false,
        deactivated: false,
        expires_at: None,
        created_at: now,
        login_epoch: 0,
        locale: registration.locale,
    });
    let registration = Registration { state: RegistrationState::Completed, ..registration.clone() };
    Ok(Plan::Fulfill(Box::new(Fulfillment {
        order: after,
        registration,
        new_account,
        account_before,
        account_renamed,
        enrollment,
        enrollment_before,
        within,
        // Where the money is gone already there is no way in to tell of.
        mail: opens.then_some(mail),
    })))
}
