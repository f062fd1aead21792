//! What a call must bring: the key, the right encoding, a usable Idempotency-Key.

use axum::http::{HeaderMap, StatusCode, header};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use crate::refusal::Refusal;

const IDEMPOTENCY_KEY_CHARS_MAX: usize = 255;

/// Bearer, or Basic with the key as the name.
pub(super) fn authenticate(headers: &HeaderMap, api_key: &str) -> Result<(), Refusal> {
    let refuse = |message: String| Err(Refusal::invalid(message).status(StatusCode::UNAUTHORIZED));
    let given = headers.get(header::AUTHORIZATION).and_then(|value| value.to_str().ok()).and_then(key_in);
    match given {
        Some(given) if given == api_key => Ok(()),
        Some(given) => {
            let tail: String = given.chars().rev().take(4).collect::<Vec<_>>().into_iter().rev().collect();
            refuse(format!("Invalid API Key provided: ****{tail}"))
        }
        None => refuse(
            "You did not provide an API key. You need to provide your API key in the Authorization header, using \
             Bearer auth (e.g. 'Authorization: Bearer YOUR_SECRET_KEY')."
                .to_owned(),
        ),
    }
}

fn key_in(authorization: &str) -> Option<String> {
    let (scheme, rest) = authorization.split_once(' ')?;
    if scheme.eq_ignore_ascii_case("bearer") {
        return Some(rest.trim().to_owned());
    }
    if !scheme.eq_ignore_ascii_case("basic") {
        return None;
    }
    let decoded = String::from_utf8(STANDARD.decode(rest.trim()).ok()?).ok()?;
    Some(decoded.split(':').next()?.to_owned())
}

/// A body must say that it is a form.
pub(super) fn check_form(headers: &HeaderMap, body: &[u8]) -> Result<(), Refusal> {
    let kind = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    if body.is_empty() || kind.starts_with("application/x-www-form-urlencoded") {
        return Ok(());
    }
    Err(Refusal::invalid("Invalid request (check that your POST content type is application/x-www-form-urlencoded)."))
}

pub(super) fn idempotency_key(headers: &HeaderMap) -> Result<Option<String>, Refusal> {
    let Some(key) = headers.get("idempotency-key") else { return Ok(None) };
    let key = key.to_str().unwrap_or_default();
    if key.is_empty() || key.len() > IDEMPOTENCY_KEY_CHARS_MAX {
        let message = format!("Idempotency-Key headers must have 1 to {IDEMPOTENCY_KEY_CHARS_MAX} characters.");
        return Err(Refusal::invalid(message));
    }
    Ok(Some(key.to_owned()))
}
