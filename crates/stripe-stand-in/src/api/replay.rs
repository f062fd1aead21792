//! Idempotency: the same key and parameters give the same answer, other parameters an error, and two at once a clash.
//!
//! As with Stripe, only a call that was carried out is remembered; one that was refused may be corrected and sent
//! again under its key.

use std::sync::Arc;

use axum::http::StatusCode;

use super::Answer;
use super::routes::Endpoint;
use crate::book::REPLY_SECONDS_MAX;
use crate::desk::{Caller, Desk};
use crate::params::Params;
use crate::refusal::Refusal;
use crate::rows::{Reply, Row};
use crate::schema::check;

/// Holds a key until the call is answered, also when the caller has hung up.
pub(super) struct Held<'a> {
    desk: &'a Desk,
    key: &'a str,
}

impl Drop for Held<'_> {
    fn drop(&mut self) {
        self.desk.leave(self.key);
    }
}

pub(super) fn hold<'a>(desk: &'a Desk, key: &'a str) -> Result<Held<'a>, Refusal> {
    if desk.enter(key) {
        return Ok(Held { desk, key });
    }
    let message = format!(
        "There is currently another in-progress request using this Idempotent Key (that probably means you submitted \
         twice, and the other request is still going through): {key}. Please try again later."
    );
    Err(Refusal::invalid(message).kind("idempotency_error").code("idempotency_key_in_use").status(StatusCode::CONFLICT))
}

/// The answer that was given under this key before.
pub(super) fn earlier(desk: &Desk, key: &str, fingerprint: &str) -> Result<Option<Answer>, Refusal> {
    let kept = desk.look(|world| {
        world.book.replies.get(key).filter(|reply| world.now - reply.created < REPLY_SECONDS_MAX).cloned()
    });
    let Some(reply) = kept else { return Ok(None) };
    if reply.request != fingerprint {
        let message = format!(
            "Keys for idempotent requests can only be used with the same parameters they were first used with. Try \
             using a key other than '{key}' if you meant to execute a different request."
        );
        return Err(Refusal::invalid(message).kind("idempotency_error"));
    }
    let status = StatusCode::from_u16(reply.status).unwrap_or(StatusCode::OK);
    Ok(Some(Answer { status, body: reply.body, replayed: true }))
}

/// Fails for good: the key gives this answer from now on.
pub(super) fn fail(desk: &Arc<Desk>, key: &str, fingerprint: String) -> Result<Answer, Refusal> {
    let status = StatusCode::INTERNAL_SERVER_ERROR;
    let body = Refusal::broken(status, "An unexpected error occurred.").body().to_string();
    let reply = |now| Reply {
        id: key.to_owned(),
        created: now,
        request: fingerprint,
        status: status.as_u16(),
        body: body.clone(),
    };
    desk.change(Caller::default(), |world| Ok(((), vec![Row::Reply(reply(world.now))])))?;
    Ok(Answer { status, body, replayed: false })
}

/// Carries the call out and remembers its answer in the same line of the journal.
pub(super) fn run(
    desk: &Arc<Desk>,
    endpoint: &Endpoint,
    params: &Params,
    caller: Caller,
    key: &str,
    fingerprint: String,
) -> Result<Answer, Refusal> {
    let body = desk.change(caller, |world| {
        check(endpoint.rules, params)?;
        let (answer, mut rows) = (endpoint.run)(world, params, &endpoint.id)?;
        let body = answer.to_string();
        rows.push(Row::Reply(Reply {
            id: key.to_owned(),
            created: world.now,
            request: fingerprint,
            status: StatusCode::OK.as_u16(),
            body: body.clone(),
        }));
        Ok((body, rows))
    })?;
    Ok(Answer { status: StatusCode::OK, body, replayed: false })
}
