//! Paying, declining, paying later, and running out.

use domain::EmailAddress;

use crate::desk::World;
use crate::events::announce;
use crate::money::{check_total, discount, tax};
use crate::refusal::Refusal;
use crate::render;
use crate::rows::{Charge, ChargeStatus, Payment, PaymentStatus, Row, Session, SessionStatus};

/// What a buyer typed, and how they pay.
#[derive(Debug, Clone, Default)]
pub(crate) struct Payer {
    pub email: String,
    pub name: String,
    pub promotion_code: Option<String>,
    /// With a method whose money takes days.
    pub later: bool,
}

/// The session as it would be with the code, for showing the sum before paying.
pub(crate) fn preview(world: &World<'_>, session: &Session, code: Option<&str>) -> Result<Session, Refusal> {
    let mut session = session.clone();
    let Some(code) = code.filter(|code| !code.is_empty()) else { return Ok(taxed(session)) };
    if session.allow_promotion_codes != Some(true) {
        return Err(Refusal::invalid("This checkout takes no promotion codes.").param("promotion_code"));
    }
    let known = world.book.usable_code(code.trim(), world.now);
    let (known, coupon) = known.ok_or_else(|| Refusal::invalid("This code is invalid.").param("promotion_code"))?;
    session.amount_discount = discount(&coupon.off, session.amount_subtotal, &session.currency)?;
    session.amount_total = session.amount_subtotal - session.amount_discount;
    check_total(session.amount_total, &session.currency)?;
    session.promotion_code = Some(known.id.clone());
    Ok(taxed(session))
}

/// With the tax of the buyer's address on top, where the session asks for it.
fn taxed(mut session: Session) -> Session {
    session.amount_tax = if session.automatic_tax { tax(&session.lines, session.amount_discount) } else { 0 };
    session.amount_total = session.amount_subtotal.saturating_sub(session.amount_discount) + session.amount_tax;
    session
}

fn open_session<'a>(world: &World<'a>, id: &str) -> Result<&'a Session, Refusal> {
    let session =
        world.book.sessions.get(id).ok_or_else(|| Refusal::missing_object("checkout.session", id, "session"))?;
    if session.status != SessionStatus::Open || session.expires_at <= world.now {
        return Err(Refusal::invalid("This checkout can no longer be paid.").param("session"));
    }
    Ok(session)
}

/// The buyer goes through: the session completes, and the money is there unless it comes later.
pub(crate) fn pay(world: &World<'_>, id: &str, payer: &Payer) -> Result<Vec<Row>, Refusal> {
    let mut session = preview(world, open_session(world, id)?, payer.promotion_code.as_deref())?;
    check_email(&payer.email)?;
    session.email = Some(payer.email.trim().to_owned());
    session.name = Some(payer.name.trim().to_owned()).filter(|name| !name.is_empty());
    session.status = SessionStatus::Complete;
    let mut rows = Vec::new();
    if session.amount_total == 0 {
        session.payment_status = PaymentStatus::NoPaymentRequired;
        write_invoice(world, &mut session);
    } else {
        let status = if payer.later { ChargeStatus::Pending } else { ChargeStatus::Succeeded };
        let payment = charge(world, &session, status);
        session.payment = Some(payment.id.clone());
        session.payment_status = if payer.later { PaymentStatus::Unpaid } else { PaymentStatus::Paid };
        if !payer.later {
            write_invoice(world, &mut session);
        }
        rows.push(Row::Payment(payment));
    }
    Ok(with_event(world, session, "checkout.session.completed", rows))
}

fn write_invoice(world: &World<'_>, session: &mut Session) {
    session.invoice = session.invoice_creation.then(|| world.mint.id("in_"));
}

/// The bank says no: the session stays open for another try.
pub(crate) fn decline(world: &World<'_>, id: &str) -> Result<Vec<Row>, Refusal> {
    let mut session = open_session(world, id)?.clone();
    if session.amount_total == 0 {
        return Err(Refusal::invalid("Nothing is due, so nothing can be declined."));
    }
    let payment = charge(world, &session, ChargeStatus::Failed);
    session.payment = Some(payment.id.clone());
    Ok(vec![Row::Payment(payment), Row::Session(session)])
}

/// Money that was on its way arrives, or does not.
pub(crate) fn settle(world: &World<'_>, id: &str, succeed: bool) -> Result<Vec<Row>, Refusal> {
    let session =
        world.book.sessions.get(id).ok_or_else(|| Refusal::missing_object("checkout.session", id, "session"))?;
    let payment = session.payment.as_ref().and_then(|payment| world.book.payments.get(payment));
    let Some(mut payment) = payment.filter(|payment| payment.status == "processing").cloned() else {
        return Err(Refusal::invalid("No money is on its way for this checkout."));
    };
    let mut session = session.clone();
    let (status, type_name) = if succeed {
        session.payment_status = PaymentStatus::Paid;
        write_invoice(world, &mut session);
        (ChargeStatus::Succeeded, "checkout.session.async_payment_succeeded")
    } else {
        (ChargeStatus::Failed, "checkout.session.async_payment_failed")
    };
    payment.status = intent_status(status).to_owned();
    if let Some(charge) = payment.charges.last_mut() {
        charge.status = status;
    }
    Ok(with_event(world, session, type_name, vec![Row::Payment(payment)]))
}

/// Another sum or currency than was asked for, as no honest provider would make it: for testing those who check.
pub(crate) fn tamper(
    world: &World<'_>,
    id: &str,
    subtotal: Option<u64>,
    currency: Option<&str>,
) -> Result<Vec<Row>, Refusal> {
    let mut session = open_session(world, id)?.clone();
    if let Some(subtotal) = subtotal {
        session.amount_subtotal = subtotal;
        session.amount_total = subtotal.saturating_sub(session.amount_discount);
    }
    if let Some(currency) = currency {
        session.currency = currency.to_ascii_lowercase();
    }
    Ok(vec![Row::Session(session)])
}

/// The page closes.
pub(crate) fn expire(world: &World<'_>, session: &Session) -> Vec<Row> {
    let session = Session { status: SessionStatus::Expired, ..session.clone() };
    with_event(world, session, "checkout.session.expired", Vec::new())
}

fn with_event(world: &World<'_>, session: Session, type_name: &str, mut rows: Vec<Row>) -> Vec<Row> {
    let object = render::session(&session, world.base_url);
    rows.push(Row::Session(session));
    rows.extend(announce(world, type_name, &object));
    rows
}

/// The session's payment with one more charge.
fn charge(world: &World<'_>, session: &Session, status: ChargeStatus) -> Payment {
    let known = session.payment.as_ref().and_then(|payment| world.book.payments.get(payment));
    let mut payment = known.cloned().unwrap_or_else(|| Payment {
        id: world.mint.id("pi_"),
        created: world.now,
        session: session.id.clone(),
        amount: 0,
        currency: session.currency.clone(),
        status: String::new(),
        description: session.payment_description.clone(),
        metadata: session.payment_metadata.clone(),
        email: None,
        name: None,
        charges: Vec::new(),
    });
    payment.amount = session.amount_total;
    payment.email.clone_from(&session.email);
    payment.name.clone_from(&session.name);
    intent_status(status).clone_into(&mut payment.status);
    let id = world.mint.id("ch_");
    payment.charges.push(Charge { id, created: world.now, status, amount_refunded: 0, disputed: false });
    payment
}

fn intent_status(charge: ChargeStatus) -> &'static str {
    match charge {
        ChargeStatus::Pending => "processing",
        ChargeStatus::Succeeded => "succeeded",
        ChargeStatus::Failed => "requires_payment_method",
    }
}

fn check_email(email: &str) -> Result<(), Refusal> {
    let email = email.trim();
    match EmailAddress::new(email) {
        Ok(_) if email.is_ascii() => Ok(()),
        _ => Err(Refusal::invalid("Your email is incomplete or invalid.").code("email_invalid").param("email")),
    }
}
