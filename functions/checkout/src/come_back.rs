//! The page that buyers come back to. It fulfils like the webhook does, so that nobody has to wait for the webhook,
//! and it says nothing about anybody: whoever holds the address of this page learns a course title at most.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use commerce::{Outcome, Shop, fulfill, fulfill_free};
use serde::Deserialize;
use templates::CheckoutOutcome;
use utoipa::IntoParams;
use web::{App, Failure, Query};

use crate::failure::failure;

/// What the address says.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct CameBack {
    /// The checkout, after paying.
    session_id: Option<String>,
    /// The order, where nothing was due.
    order: Option<String>,
    /// That the money of an earlier order is still on its way.
    pending: Option<String>,
}

/// The page after the payment.
#[utoipa::path(
    get, path = "/api/checkout/return", tag = "buying", params(CameBack),
    responses((status = 200, description = "A page that says how it went; the same for foreign and invented ids", content_type = "text/html"))
)]
pub(crate) async fn come_back(
    State(app): State<App>,
    State(shop): State<Shop>,
    Query(came): Query<CameBack>,
) -> Result<Response, Failure> {
    let outcome = match (&came.session_id, &came.order) {
        (Some(session), _) => fulfill(&shop, session).await.map_err(failure)?,
        (None, Some(order)) => match order.parse() {
            Ok(order) => fulfill_free(&shop, order).await.map_err(failure)?,
            Err(_) => Outcome::Unknown,
        },
        (None, None) => Outcome::Unknown,
    };
    let (title, shown, course_title) = match &outcome {
        Outcome::Fulfilled { course_title, known: false } => {
            ("Welcome aboard", CheckoutOutcome::Done, Some(course_title.as_str()))
        }
        Outcome::Fulfilled { course_title, known: true } => {
            ("Your course is ready", CheckoutOutcome::AlreadyKnown, Some(course_title.as_str()))
        }
        Outcome::Pending { course_title } => {
            ("Your payment is on its way", CheckoutOutcome::Pending, Some(course_title.as_str()))
        }
        _ if came.pending.is_some() => ("Your payment is on its way", CheckoutOutcome::Pending, None),
        Outcome::InReview => ("Your payment is on its way", CheckoutOutcome::Pending, None),
        Outcome::Open | Outcome::Closed | Outcome::Unknown => ("Your order", CheckoutOutcome::Unknown, None),
    };
    let head = app.page_head(title);
    let page = app.templates.checkout_return(&templates::CheckoutReturn { head, outcome: shown, course_title })?;
    Ok(web::html(StatusCode::OK, page))
}
