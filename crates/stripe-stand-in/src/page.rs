//! The hosted pages, checkout and invoice: plain HTML and forms, one stylesheet, no script.

mod view;

use std::sync::Arc;

use axum::Router;
use axum::extract::{Path, RawForm, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;

use crate::desk::{Caller, Desk, World, event_ids};
use crate::happenings::{self, Payer};
use crate::params::Params;
use crate::refusal::Refusal;
use crate::rows::{Row, Session};
use view::Typed;

const CSS: &str = include_str!("page/checkout.css");

pub(crate) fn router() -> Router<Arc<Desk>> {
    Router::new()
        .route("/c/pay/{session}", get(show).post(submit))
        .route("/i/{invoice}", get(show_invoice))
        .route("/c/checkout.css", get(|| async { ([(header::CONTENT_TYPE, "text/css; charset=utf-8")], CSS) }))
}

async fn show(State(desk): State<Arc<Desk>>, Path(id): Path<String>) -> Response {
    desk.look(|world| match world.book.sessions.get(&id) {
        Some(session) => view::page(world, session, &Typed::of(session), None),
        None => view::missing(),
    })
}

async fn show_invoice(State(desk): State<Arc<Desk>>, Path(id): Path<String>) -> Response {
    desk.look(|world| {
        let mut sessions = world.book.sessions.iter();
        let paid = sessions.find(|session| session.invoice.as_deref() == Some(id.as_str()));
        paid.map_or_else(view::missing, |session| view::invoice(&id, session))
    })
}

/// What a button did.
enum Step {
    /// The same page again, with a word about what happened.
    Again(Typed, Option<String>),
    /// The buyer is done; these events must be answered before they go on.
    Done(Vec<String>),
    Back(String),
}

async fn submit(State(desk): State<Arc<Desk>>, Path(id): Path<String>, RawForm(body): RawForm) -> Response {
    let Ok(form) = Params::read(&body) else { return StatusCode::BAD_REQUEST.into_response() };
    let typed = Typed::read(&form);
    let step = press(&desk, &id, form.get("action").unwrap_or_default(), typed.clone());
    match step {
        Ok(Step::Again(typed, word)) => again(&desk, &id, &typed, word),
        Ok(Step::Back(url)) => see_other(&url),
        Ok(Step::Done(events)) => {
            desk.wait_for(&events).await;
            let url = desk.look(|world| world.book.sessions.get(&id).map(return_url));
            url.map_or_else(view::missing, |url| see_other(&url))
        }
        Err(refusal) => again(&desk, &id, &typed, Some(refusal.message)),
    }
}

fn again(desk: &Desk, id: &str, typed: &Typed, word: Option<String>) -> Response {
    desk.look(|world| match world.book.sessions.get(id) {
        Some(session) => view::page(world, session, typed, word),
        None => view::missing(),
    })
}

fn press(desk: &Arc<Desk>, id: &str, action: &str, typed: Typed) -> Result<Step, Refusal> {
    let payer = |later| Payer {
        email: typed.email.clone(),
        name: typed.name.clone(),
        promotion_code: Some(typed.promotion_code.clone()),
        later,
    };
    match action {
        "pay" => done(desk, |world| happenings::pay(world, id, &payer(false))),
        // A payment that takes days shows one page more, where its end is chosen.
        "later" => {
            done(desk, |world| happenings::pay(world, id, &payer(true)))?;
            Ok(Step::Again(typed, None))
        }
        "succeed" | "fail" => done(desk, |world| happenings::settle(world, id, action == "succeed")),
        "leave" => Ok(Step::Done(Vec::new())),
        "decline" => {
            done(desk, |world| happenings::decline(world, id))?;
            Ok(Step::Again(typed, Some("Your card was declined. Try another one.".to_owned())))
        }
        "cancel" => {
            let url = desk.look(|world| world.book.sessions.get(id).and_then(|session| session.cancel_url.clone()));
            url.map(Step::Back).ok_or_else(|| Refusal::invalid("There is no way back from this checkout."))
        }
        _ => Ok(Step::Again(typed, None)),
    }
}

fn done(desk: &Arc<Desk>, happen: impl FnOnce(&World<'_>) -> Result<Vec<Row>, Refusal>) -> Result<Step, Refusal> {
    let events = desk.change(Caller::default(), |world| {
        let rows = happen(world)?;
        Ok((event_ids(&rows), rows))
    })?;
    Ok(Step::Done(events))
}

/// Where a buyer goes who is through.
pub(crate) fn return_url(session: &Session) -> String {
    session.success_url.replace("{CHECKOUT_SESSION_ID}", &session.id).replace("%7BCHECKOUT_SESSION_ID%7D", &session.id)
}

fn see_other(url: &str) -> Response {
    (StatusCode::SEE_OTHER, [(header::LOCATION, url.to_owned())]).into_response()
}
