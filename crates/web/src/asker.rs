//! Who a request says it is from: the login that its token names, whole or half, and whether a page of ours sent it.

use authorization::Behind;
use axum::extract::{FromRef, FromRequestParts};
use axum::http::header::AUTHORIZATION;
use axum::http::request::Parts;
use domain::{Account, AccountStatus};
use store::{Login, Session};

use crate::acting::person_behind;
use crate::context::App;
use crate::cookies::{ACCESS_COOKIE, cookie};
use crate::failure::Failure;
use crate::origin::{Sender, sender};

/// The session of a request.
pub(crate) struct Presented {
    pub(crate) session: Session,
    /// Who is logged in as the session's account, where it is somebody else, and by which right.
    pub(crate) behind: Option<(Account, Behind)>,
}

/// The session that the request's token names; nothing for visitors, and where it has ended.
pub(crate) async fn presented(parts: &Parts, app: &App) -> Result<Option<Presented>, Failure> {
    let named = presented_token(parts).and_then(|token| app.tokens.verify_access(token, app.clock.now()));
    let Some(named) = named else { return Ok(None) };
    let Some(session) = app.store.session(named.account, named.login).await? else { return Ok(None) };
    let Some(acting) = &session.login.acting else { return Ok(Some(Presented { session, behind: None })) };
    let behind = person_behind(app, &session, acting).await?;
    Ok(behind.map(|person| Presented { session, behind: Some(person) }))
}

/// Whoever has proved the password and owes the second factor. Nobody else gets in here.
pub struct HalfSignedIn(pub Session);

impl<S> FromRequestParts<S> for HalfSignedIn
where
    App: FromRef<S>,
    S: Send + Sync,
{
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Failure> {
        let app = App::from_ref(state);
        let named = presented_token(parts).and_then(|token| app.tokens.verify_access(token, app.clock.now()));
        let named = named.ok_or(Failure::SignedOut)?;
        let session = app.store.half_session(named.account, named.login).await?.ok_or(Failure::SignedOut)?;
        // Switched off or expired since.
        if session.account.status(app.clock.now()) != AccountStatus::Activated {
            return Err(Failure::SignedOut);
        }
        Ok(Self(session))
    }
}

/// The login of whoever asks, where anybody may ask and nothing is done in their name: `None` for visitors, and where the
/// request does not come from a page of ours. A plain form carries no more proof than that.
pub struct Asker(pub Option<Login>);

impl<S> FromRequestParts<S> for Asker
where
    App: FromRef<S>,
    S: Send + Sync,
{
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Failure> {
        let app = App::from_ref(state);
        let ours = bearer_of(parts).is_some() || sender(&parts.headers, &app.settings.origin) == Sender::Ours;
        let presented = if ours { presented(parts, &app).await? } else { None };
        Ok(Self(presented.map(|presented| presented.session.login)))
    }
}

/// The access token that the request carries: a program's in the header, a browser's in the cookie.
fn presented_token(parts: &Parts) -> Option<&str> {
    bearer_of(parts).or_else(|| cookie(&parts.headers, ACCESS_COOKIE))
}

pub(crate) fn bearer_of(parts: &Parts) -> Option<&str> {
    parts.headers.get(AUTHORIZATION).and_then(|value| value.to_str().ok()).and_then(bearer)
}

/// The token of the scheme, whose name is written in any case (RFC 9110, 11.1).
fn bearer(text: &str) -> Option<&str> {
    let (scheme, token) = text.split_once(' ')?;
    scheme.eq_ignore_ascii_case("bearer").then_some(token.trim())
}

/// A browser sends its cookies along with whatever page makes it ask. A write therefore must come from a page of
/// ours, and carry the value that only such a page could read.
pub(crate) fn refuse_forgery(parts: &Parts, app: &App, session: &Session) -> Result<(), Failure> {
    let value = parts.headers.get("x-csrf").and_then(|value| value.to_str().ok()).unwrap_or_default();
    let from_us = sender(&parts.headers, &app.settings.origin) == Sender::Ours;
    if from_us && app.tokens.is_csrf(session.login.id, value) {
        return Ok(());
    }
    Err(Failure::Forbidden("forged", "this request did not come from a page of this platform"))
}
