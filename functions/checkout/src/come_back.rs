//! The page that buyers come back to. It fulfils like the webhook does, so that nobody has to wait for the webhook,
//! and it says nothing about anybody: whoever holds the address of this page learns a course title at most.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use commerce::{Outcome, Shop, fulfill};
use serde::Deserialize;
use templates::CheckoutOutcome;
use utoipa::IntoParams;
use web::{App, ClientAddress, Failure, Problem, Query, Reader};

use crate::failure::failure;
use crate::limits;

/// What the address says.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct CameBack {
    /// The checkout, after paying.
    session_id: Option<String>,
    /// The order, where nothing was due. The page is the same for every order, also for one that there is not.
    order: Option<String>,
}

/// The page after the payment.
#[utoipa::path(
    get, path = "/api/checkout/return", tag = "buying", params(CameBack),
    responses(
        (status = 200, description = "A page that says how it went; the same for foreign and invented ids", content_type = "text/html"),
        (status = 429, description = "Too often from one network", body = Problem),
    )
)]
pub(crate) async fn come_back(
    State(app): State<App>,
    State(shop): State<Shop>,
    client: ClientAddress,
    reader: Reader,
    Query(came): Query<CameBack>,
) -> Result<Response, Failure> {
    limits::before_coming_back(&app, &client).await?;
    let outcome = match &came.session_id {
        Some(session) => fulfill(&shop, session).await.map_err(failure)?,
        None => Outcome::Unknown,
    };
    let (title, shown, course_title) = match &outcome {
        Outcome::Fulfilled { course_title, known: false } => {
            ("return-done-title", CheckoutOutcome::Done, Some(course_title.as_str()))
        }
        Outcome::Fulfilled { course_title, known: true } => {
            ("return-known-title", CheckoutOutcome::AlreadyKnown, Some(course_title.as_str()))
        }
        Outcome::Pending { course_title } => {
            ("return-pending-title", CheckoutOutcome::Pending, Some(course_title.as_str()))
        }
        _ if came.session_id.is_none() && came.order.is_some() => {
            ("return-mailed-title", CheckoutOutcome::Mailed, None)
        }
        Outcome::InReview => ("return-pending-title", CheckoutOutcome::Pending, None),
        Outcome::Open | Outcome::Closed | Outcome::Unknown => ("return-unknown-title", CheckoutOutcome::Unknown, None),
    };
    let title = reader.say(title, &[]);
    let head = reader.head(&title);
    let page = reader.pages()?.checkout_return(&templates::CheckoutReturn { head, outcome: shown, course_title })?;
    Ok(web::html(StatusCode::OK, page))
}
