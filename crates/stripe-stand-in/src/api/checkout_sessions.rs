//! Checkout Sessions: create, read, list, lines, expire.

use serde_json::Value;

use super::listing::{Item, page};
use crate::desk::World;
use crate::happenings;
use crate::money::{check_total, discount, subtotal};
use crate::params::Params;
use crate::refusal::Refusal;
use crate::render;
use crate::rows::{Line, PaymentStatus, Row, Session, SessionStatus};
use crate::schema::metadata;

const EXPIRES_SECONDS_MIN: i64 = 30 * 60;
const EXPIRES_SECONDS_MAX: i64 = 24 * 60 * 60;
const LINES_MAX: usize = 100;

type Outcome = Result<(Value, Vec<Row>), Refusal>;

pub(super) fn create(world: &World<'_>, params: &Params, _: &str) -> Outcome {
    check_mode(params)?;
    let (lines, currency) = lines_of(world, params)?;
    let mut session = Session {
        id: world.mint.session_id(),
        created: world.now,
        expires_at: expires_at(world, params)?,
        status: SessionStatus::Open,
        payment_status: PaymentStatus::Unpaid,
        amount_subtotal: subtotal(&lines),
        amount_discount: 0,
        amount_tax: 0,
        amount_total: subtotal(&lines),
        currency,
        lines,
        client_reference_id: params.text("client_reference_id"),
        metadata: metadata(params, "metadata")?,
        payment_metadata: metadata(params, "payment_intent_data[metadata]")?,
        payment_description: params.text("payment_intent_data[description]"),
        customer_email: params.text("customer_email"),
        success_url: params.require("success_url")?.to_owned(),
        cancel_url: params.text("cancel_url"),
        locale: params.text("locale"),
        submit_type: params.text("submit_type"),
        billing_address_collection: params.text("billing_address_collection"),
        customer_creation: params.get("customer_creation").unwrap_or("if_required").to_owned(),
        allow_promotion_codes: params.flag("allow_promotion_codes"),
        // Left out, a switch in the dashboard decides; here that switch is on, so leaving it out shows.
        adaptive_pricing: params.flag("adaptive_pricing[enabled]").unwrap_or(true),
        automatic_tax: params.flag("automatic_tax[enabled]").unwrap_or(false),
        invoice_creation: params.flag("invoice_creation[enabled]").unwrap_or(false),
        invoice: None,
        promotion_code: None,
        payment: None,
        email: None,
        name: None,
    };
    apply_discount(world, params, &mut session)?;
    check_total(session.amount_total, &session.currency)?;
    let answer = shown(world, &session, params, "");
    Ok((answer, vec![Row::Session(session)]))
}

fn check_mode(params: &Params) -> Result<(), Refusal> {
    if params.require("mode")? != "payment" {
        return Err(Refusal::invalid("The stand-in knows `payment` only.").param("mode"));
    }
    if params.get("ui_mode").is_some_and(|mode| mode != "hosted_page") {
        return Err(Refusal::invalid("The stand-in knows `hosted_page` only.").param("ui_mode"));
    }
    Ok(())
}

fn expires_at(world: &World<'_>, params: &Params) -> Result<i64, Refusal> {
    let Some(at) = params.number::<i64>("expires_at") else { return Ok(world.now + EXPIRES_SECONDS_MAX) };
    let refuse = |message: &str| Err(Refusal::invalid(message).param("expires_at"));
    match at - world.now {
        ..EXPIRES_SECONDS_MIN => {
            refuse("The `expires_at` timestamp must be at least 30 minutes from Checkout Session creation.")
        }
        EXPIRES_SECONDS_MIN..=EXPIRES_SECONDS_MAX => Ok(at),
        _ => refuse("The `expires_at` timestamp must be less than 24 hours from Checkout Session creation."),
    }
}

fn lines_of(world: &World<'_>, params: &Params) -> Result<(Vec<Line>, String), Refusal> {
    let indexes = params.indexes("line_items");
    if indexes.is_empty() {
        return Err(Refusal::missing_param("line_items"));
    }
    if indexes.len() > LINES_MAX {
        return Err(Refusal::invalid(format!("At most {LINES_MAX} line items are allowed.")).param("line_items"));
    }
    let mut currencies = params.text("currency").map(|code| code.to_ascii_lowercase()).into_iter().collect::<Vec<_>>();
    let mut lines = Vec::new();
    for index in indexes {
        let under = format!("line_items[{index}]");
        let price = format!("{under}[price_data]");
        currencies.push(params.require(&format!("{price}[currency]"))?.to_ascii_lowercase());
        metadata(params, &format!("{price}[product_data][metadata]"))?;
        let missing = |name: &str| Refusal::missing_param(name);
        let (unit_amount, quantity) = (format!("{price}[unit_amount]"), format!("{under}[quantity]"));
        lines.push(Line {
            id: world.mint.id("li_"),
            price: world.mint.id("price_"),
            product: world.mint.id("prod_"),
            name: params.require(&format!("{price}[product_data][name]"))?.to_owned(),
            description: params.text(&format!("{price}[product_data][description]")),
            unit_amount: params.number(&unit_amount).ok_or_else(|| missing(&unit_amount))?,
            quantity: params.number(&quantity).ok_or_else(|| missing(&quantity))?,
            tax_behavior: params.get(&format!("{price}[tax_behavior]")).unwrap_or("unspecified").to_owned(),
        });
    }
    let currency = currencies.first().cloned().unwrap_or_default();
    if currencies.iter().any(|other| *other != currency) {
        return Err(Refusal::invalid("All line items must have the same currency.").param("line_items"));
    }
    Ok((lines, currency))
}

/// A discount that the session's maker chose, instead of a field for codes.
fn apply_discount(world: &World<'_>, params: &Params, session: &mut Session) -> Result<(), Refusal> {
    let indexes = params.indexes("discounts");
    if indexes.is_empty() {
        return Ok(());
    }
    if session.allow_promotion_codes.is_some() || indexes.len() > 1 {
        let message = "You may only specify one of these parameters: allow_promotion_codes, discounts.";
        return Err(Refusal::invalid(message).param("discounts"));
    }
    let id = params.require("discounts[0][promotion_code]")?;
    let code = world.book.promotions.get(id).and_then(|code| Some((code, world.book.usable(code, world.now)?)));
    let missing = || Refusal::missing_object("promotion code", id, "discounts[0][promotion_code]");
    let (code, coupon) = code.ok_or_else(missing)?;
    session.amount_discount = discount(&coupon.off, session.amount_subtotal, &session.currency)?;
    session.amount_total = session.amount_subtotal - session.amount_discount;
    session.promotion_code = Some(code.id.clone());
    Ok(())
}

/// The session with the references written out that were asked for.
fn shown(world: &World<'_>, session: &Session, params: &Params, prefix: &str) -> Value {
    let mut object = render::session(session, world.base_url);
    let asked = |name: &str| params.values("expand").any(|wanted| wanted == name);
    let Some(fields) = object.as_object_mut() else { return object };
    if asked(&format!("{prefix}line_items")) {
        fields.insert("line_items".to_owned(), render::line_items(session));
    }
    let payment = session.payment.as_ref().and_then(|payment| world.book.payments.get(payment));
    if let Some(payment) = payment.filter(|_| asked(&format!("{prefix}payment_intent"))) {
        fields.insert("payment_intent".to_owned(), render::payment_intent(payment));
    }
    object
}

fn find<'a>(world: &World<'a>, id: &str) -> Result<&'a Session, Refusal> {
    world.book.sessions.get(id).ok_or_else(|| Refusal::missing_object("checkout.session", id, "session"))
}

pub(super) fn read(world: &World<'_>, params: &Params, id: &str) -> Outcome {
    Ok((shown(world, find(world, id)?, params, ""), Vec::new()))
}

pub(super) fn lines(world: &World<'_>, _: &Params, id: &str) -> Outcome {
    Ok((render::line_items(find(world, id)?), Vec::new()))
}

fn item(session: &Session) -> Item<'_> {
    Item { id: &session.id, created: session.created }
}

pub(super) fn list(world: &World<'_>, params: &Params, _: &str) -> Outcome {
    let payment = params.get("payment_intent");
    let fits = |session: &&Session| {
        let status = serde_json::to_value(session.status).unwrap_or_default();
        payment.is_none_or(|payment| session.payment.as_deref() == Some(payment))
            && params.get("status").is_none_or(|wanted| status == wanted)
    };
    let rows = world.book.sessions.iter().rev().filter(fits);
    let page = page(params, "/v1/checkout/sessions", rows, item, |row| shown(world, row, params, "data."))?;
    Ok((page, Vec::new()))
}

pub(super) fn expire(world: &World<'_>, params: &Params, id: &str) -> Outcome {
    let session = find(world, id)?;
    if session.status != SessionStatus::Open {
        let status = serde_json::to_value(session.status).unwrap_or_default();
        let status = status.as_str().unwrap_or_default();
        return Err(Refusal::invalid(format!(
            "Only Checkout Sessions with a status in [\"open\"] can be expired. This Checkout Session has a status of \
             `{status}`."
        )));
    }
    let rows = happenings::expire(world, session);
    let expired = Session { status: SessionStatus::Expired, ..session.clone() };
    Ok((shown(world, &expired, params, ""), rows))
}
