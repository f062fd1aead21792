//! What tests and scripts drive under `/stand-in`: the buyer, the bank, time and the fault switches, as JSON.
//!
//! Scripts only: a request that says which web page it comes from is turned away, so no page that happens to be open
//! in the developer's browser can press these buttons.

use std::sync::Arc;

use axum::extract::{Path, Request, State};
use axum::http::{StatusCode, header};
use axum::middleware::{Next, from_fn};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Json, Router};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::desk::{Caller, Desk, World, event_ids};
use crate::events::{announce, sendings};
use crate::faults::Faults;
use crate::happenings::{self, Payer};
use crate::page::return_url;
use crate::refusal::Refusal;
use crate::render;
use crate::rows::{Delivery, Row, SessionStatus};

type Shared = State<Arc<Desk>>;

pub(crate) fn router() -> Router<Arc<Desk>> {
    Router::new()
        .route("/stand-in/sessions/{id}/pay", post(pay))
        .route("/stand-in/sessions/{id}/decline", post(decline))
        .route("/stand-in/sessions/{id}/settle", post(settle))
        .route("/stand-in/sessions/{id}/expire", post(expire))
        .route("/stand-in/sessions/{id}/tamper", post(tamper))
        .route("/stand-in/charges/{id}/dispute", post(dispute))
        .route("/stand-in/refunds/{id}/fail", post(fail_refund))
        .route("/stand-in/events", post(invent))
        .route("/stand-in/events/{id}/resend", post(resend))
        .route("/stand-in/deliveries", get(deliveries))
        .route("/stand-in/faults", get(faults).put(set_faults))
        .layer(from_fn(no_pages))
}

async fn no_pages(request: Request, next: Next) -> Response {
    if request.headers().contains_key(header::ORIGIN) {
        return StatusCode::FORBIDDEN.into_response();
    }
    next.run(request).await
}

/// How a buyer pays.
#[derive(Deserialize, Default, Clone, Copy, PartialEq, Eq)]
#[serde(rename_all = "snake_case")]
enum Method {
    #[default]
    Card,
    Later,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PayBody {
    email: Option<String>,
    #[serde(default)]
    name: String,
    promotion_code: Option<String>,
    #[serde(default)]
    method: Method,
}

async fn pay(State(desk): Shared, Path(id): Path<String>, Json(body): Json<PayBody>) -> Response {
    let prefilled = desk.look(|world| world.book.sessions.get(&id)?.customer_email.clone());
    let payer = Payer {
        email: body.email.or(prefilled).unwrap_or_default(),
        name: body.name,
        promotion_code: body.promotion_code,
        later: body.method == Method::Later,
    };
    happen(&desk, &id, |world| happenings::pay(world, &id, &payer)).await
}

async fn decline(State(desk): Shared, Path(id): Path<String>) -> Response {
    happen(&desk, &id, |world| happenings::decline(world, &id)).await
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SettleBody {
    succeed: bool,
}

async fn settle(State(desk): Shared, Path(id): Path<String>, Json(body): Json<SettleBody>) -> Response {
    happen(&desk, &id, |world| happenings::settle(world, &id, body.succeed)).await
}

async fn expire(State(desk): Shared, Path(id): Path<String>) -> Response {
    let expire = |world: &World<'_>| {
        let open = world.book.sessions.get(&id).filter(|session| session.status == SessionStatus::Open);
        let session = open.ok_or_else(|| Refusal::missing_object("open checkout.session", &id, "session"))?;
        Ok(happenings::expire(world, session))
    };
    happen(&desk, &id, expire).await
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct TamperBody {
    amount_subtotal: Option<u64>,
    currency: Option<String>,
}

async fn tamper(State(desk): Shared, Path(id): Path<String>, Json(body): Json<TamperBody>) -> Response {
    happen(&desk, &id, |world| happenings::tamper(world, &id, body.amount_subtotal, body.currency.as_deref())).await
}

/// An event of any type about anything, such as a type of tomorrow or an object of somebody else.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct InventBody {
    r#type: String,
    object: Value,
}

async fn invent(State(desk): Shared, Json(body): Json<InventBody>) -> Response {
    happen(&desk, "", |world| Ok(announce(world, &body.r#type, &body.object))).await
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct DisputeBody {
    outcome: String,
}

async fn dispute(State(desk): Shared, Path(payment): Path<String>, Json(body): Json<DisputeBody>) -> Response {
    happen(&desk, "", |world| happenings::dispute(world, &payment, &body.outcome)).await
}

async fn fail_refund(State(desk): Shared, Path(id): Path<String>) -> Response {
    happen(&desk, "", |world| happenings::fail_refund(world, &id)).await
}

/// Sends an event again, whatever became of it before.
async fn resend(State(desk): Shared, Path(id): Path<String>) -> Response {
    let again = |world: &World<'_>| {
        let event = world.book.events.get(&id).ok_or_else(|| Refusal::missing_object("event", &id, "id"))?;
        let made = world.book.deliveries.iter().filter(|delivery| delivery.event == event.id).count();
        Ok(sendings(&event.id, made, world.faults))
    };
    let outcome = desk.change(Caller::default(), |world| Ok(((), again(world)?)));
    if let Err(refusal) = outcome {
        return refused(&refusal);
    }
    let delivered = desk.wait_for(std::slice::from_ref(&id)).await;
    Json(json!({ "events": [id], "settled": delivered })).into_response()
}

/// Lets something happen, waits for the webhook as a buyer would, and tells what came of it.
async fn happen(
    desk: &Arc<Desk>,
    session: &str,
    happen: impl FnOnce(&World<'_>) -> Result<Vec<Row>, Refusal>,
) -> Response {
    let outcome = desk.change(Caller::default(), |world| {
        let rows = happen(world)?;
        Ok((event_ids(&rows), rows))
    });
    let events = match outcome {
        Ok(events) => events,
        Err(refusal) => return refused(&refusal),
    };
    let settled = desk.wait_for(&events).await;
    let (session, redirect) = desk.look(|world| {
        let session = world.book.sessions.get(session);
        (session.map(|session| render::session(session, world.base_url)), session.map(return_url))
    });
    Json(json!({ "events": events, "settled": settled, "session": session, "redirect": redirect })).into_response()
}

fn refused(refusal: &Refusal) -> Response {
    (refusal.status, Json(refusal.body())).into_response()
}

async fn deliveries(State(desk): Shared) -> Json<Value> {
    let shown = |world: &World<'_>, delivery: &Delivery| {
        let type_name = world.book.events.get(&delivery.event).map(|event| event.type_name.clone());
        json!({
            "id": delivery.id, "event": delivery.event, "type": type_name, "state": delivery.state,
            "attempts": delivery.attempts, "last_status": delivery.last_status,
        })
    };
    let all = desk.look(|world| world.book.deliveries.iter().map(|row| shown(world, row)).collect::<Vec<_>>());
    Json(json!({ "deliveries": all }))
}

async fn faults(State(desk): Shared) -> Json<Faults> {
    Json(desk.faults())
}

async fn set_faults(State(desk): Shared, Json(faults): Json<Faults>) -> StatusCode {
    desk.set_faults(faults);
    StatusCode::NO_CONTENT
}
