//! The pages' content: which of its three faces a session shows, its invoice, and the headers they are sent with.

use axum::http::{StatusCode, header};
use axum::response::{Html, IntoResponse, Response};
use minijinja::{AutoEscape, Environment, context};

use crate::desk::World;
use crate::happenings::preview;
use crate::money::shown;
use crate::params::Params;
use crate::rows::{Line, Session, SessionStatus};

const CHECKOUT: &str = include_str!("checkout.html");
const INVOICE: &str = include_str!("invoice.html");

/// What stands in the fields.
#[derive(Debug, Clone, Default)]
pub(super) struct Typed {
    pub email: String,
    pub name: String,
    pub promotion_code: String,
}

impl Typed {
    pub fn read(form: &Params) -> Self {
        let field = |name: &str| form.text(name).unwrap_or_default().trim().to_owned();
        Self { email: field("email"), name: field("name"), promotion_code: field("promotion_code") }
    }

    pub fn of(session: &Session) -> Self {
        Self { email: session.customer_email.clone().unwrap_or_default(), ..Self::default() }
    }
}

/// The page as the session stands: to be paid, waiting for money, or closed.
pub(super) fn page(world: &World<'_>, session: &Session, typed: &Typed, word: Option<String>) -> Response {
    let open = session.status == SessionStatus::Open && session.expires_at > world.now;
    let payment = session.payment.as_ref().and_then(|payment| world.book.payments.get(payment));
    let waiting = !open && payment.is_some_and(|payment| payment.status == "processing");
    let code = Some(typed.promotion_code.as_str()).filter(|_| open);
    let (summed, word) = match preview(world, session, code) {
        Ok(summed) => (summed, word),
        Err(refusal) => (session.clone(), word.or(Some(refusal.message))),
    };
    let money = |minor| shown(minor, &summed.currency);
    let face = if open {
        "open"
    } else if waiting {
        "waiting"
    } else {
        "closed"
    };
    let expired = session.status == SessionStatus::Expired || (session.status == SessionStatus::Open && !open);
    let status = if word.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let values = context! {
        face => face,
        expired => expired,
        lines => lines(&summed),
        subtotal => money(summed.amount_subtotal),
        discount => if summed.amount_discount > 0 { Some(money(summed.amount_discount)) } else { None },
        total => money(summed.amount_total),
        free => summed.amount_total == 0,
        email => typed.email.as_str(),
        name => typed.name.as_str(),
        promotion_code => typed.promotion_code.as_str(),
        takes_codes => session.allow_promotion_codes == Some(true),
        can_cancel => session.cancel_url.is_some(),
        word => word,
    };
    send(status, CHECKOUT, values, session)
}

/// The invoice of a session that was paid.
pub(super) fn invoice(id: &str, session: &Session) -> Response {
    let money = |minor| shown(minor, &session.currency);
    let values = context! {
        number => id.to_ascii_uppercase(),
        email => session.email.as_deref().unwrap_or_default(),
        lines => lines(session),
        discount => if session.amount_discount > 0 { Some(money(session.amount_discount)) } else { None },
        total => money(session.amount_total),
    };
    send(StatusCode::OK, INVOICE, values, session)
}

fn lines(session: &Session) -> Vec<minijinja::Value> {
    let line = |line: &Line| {
        let amount = shown(line.unit_amount.saturating_mul(line.quantity), &session.currency);
        context! { name => line.name.as_str(), quantity => line.quantity, amount => amount }
    };
    session.lines.iter().map(line).collect()
}

/// A page for a session that does not exist.
pub(super) fn missing() -> Response {
    (StatusCode::NOT_FOUND, Html("<!doctype html><title>Not found</title><p>There is no such checkout.</p>"))
        .into_response()
}

/// Forms may lead to the page itself and to the two addresses it sends buyers on to: browsers apply `form-action` to
/// redirects after a form as well.
fn send(status: StatusCode, template: &str, values: minijinja::Value, session: &Session) -> Response {
    let mut html = Environment::new();
    html.set_auto_escape_callback(|_| AutoEscape::Html);
    let Ok(body) = html.render_str(template, values) else {
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    };
    let urls = [Some(&session.success_url), session.cancel_url.as_ref()];
    let origins: Vec<_> = urls.into_iter().flatten().filter_map(|url| origin(url)).collect();
    let policy = format!(
        "default-src 'none'; style-src 'self'; form-action 'self' {}; base-uri 'none'; frame-ancestors 'none'",
        origins.join(" ")
    );
    let headers = [
        (header::CONTENT_SECURITY_POLICY, policy),
        (header::CACHE_CONTROL, "no-store".to_owned()),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff".to_owned()),
        (header::REFERRER_POLICY, "no-referrer".to_owned()),
    ];
    (status, headers, Html(body)).into_response()
}

/// `https://host:port`; `None` when a character in it would end the directive.
fn origin(url: &str) -> Option<&str> {
    let start = url.find("://")? + 3;
    let end = url.get(start..)?.find(['/', '?', '#']).map_or(url.len(), |at| start + at);
    url.get(..end).filter(|origin| !origin.contains([';', ',', ' ']))
}
