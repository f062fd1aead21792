//! The list of everything that is answered under `/v1`.

use axum::http::{Method, StatusCode};
use serde_json::Value;

use super::{checkout_rules, checkout_sessions, coupons, events, invoices, listing, payments, promotions, refunds};
use crate::desk::World;
use crate::params::Params;
use crate::refusal::Refusal;
use crate::rows::Row;
use crate::schema::Rule;

/// What an endpoint does: from the world and its parameters to an answer and new rows.
type Run = fn(&World<'_>, &Params, &str) -> Result<(Value, Vec<Row>), Refusal>;

/// An endpoint that was found for a path.
pub(super) struct Endpoint {
    pub writes: bool,
    pub rules: &'static [&'static [Rule]],
    pub run: Run,
    /// The id in the path; empty where there is none.
    pub id: String,
}

/// One line per endpoint.
pub(super) fn find(method: &Method, path: &str) -> Result<Endpoint, Refusal> {
    let unknown =
        || Refusal::invalid(format!("Unrecognized request URL ({method}: {path}).")).status(StatusCode::NOT_FOUND);
    let parts: Vec<_> = path.trim_start_matches("/v1").split('/').filter(|part| !part.is_empty()).collect();
    let (rules, run, id): (&'static [&'static [Rule]], Run, &str) = match (method.as_str(), parts.as_slice()) {
        ("POST", ["checkout", "sessions"]) => (checkout_rules::CREATE, checkout_sessions::create, ""),
        ("GET", ["checkout", "sessions"]) => (checkout_rules::LIST, checkout_sessions::list, ""),
        ("GET", ["checkout", "sessions", id]) => (checkout_rules::READ, checkout_sessions::read, id),
        ("GET", ["checkout", "sessions", id, "line_items"]) => (listing::RULES, checkout_sessions::lines, id),
        ("POST", ["checkout", "sessions", id, "expire"]) => (checkout_rules::READ, checkout_sessions::expire, id),
        ("GET", ["payment_intents", id]) => (payments::READ_INTENT, payments::read_intent, id),
        ("GET", ["charges"]) => (payments::LIST, payments::list_charges, ""),
        ("GET", ["charges", id]) => (&[], payments::read_charge, id),
        ("GET", ["disputes"]) => (payments::LIST, payments::list_disputes, ""),
        ("GET", ["disputes", id]) => (&[], payments::read_dispute, id),
        ("POST", ["refunds"]) => (refunds::CREATE, refunds::create, ""),
        ("GET", ["refunds"]) => (payments::LIST, refunds::list, ""),
        ("GET", ["refunds", id]) => (&[], refunds::read, id),
        ("GET", ["invoices", id]) => (&[], invoices::read, id),
        ("POST", ["coupons"]) => (coupons::CREATE, coupons::create, ""),
        ("GET", ["coupons"]) => (listing::RULES, coupons::list, ""),
        ("GET", ["coupons", id]) => (&[], coupons::read, id),
        ("POST", ["promotion_codes"]) => (promotions::CREATE, promotions::create, ""),
        ("GET", ["promotion_codes"]) => (promotions::LIST, promotions::list, ""),
        ("GET", ["promotion_codes", id]) => (promotions::READ, promotions::read, id),
        ("POST", ["promotion_codes", id]) => (promotions::CHANGE, promotions::change, id),
        ("GET", ["events"]) => (events::LIST, events::list, ""),
        ("GET", ["events", id]) => (&[], events::read, id),
        _ => return Err(unknown()),
    };
    Ok(Endpoint { writes: method == Method::POST, rules, run, id: id.to_owned() })
}
