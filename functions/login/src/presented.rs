//! The login behind the refresh value that a browser presents.

use store::Session;
use web::{App, Failure, RefreshCookie, RefreshToken, Tokens};

/// What was presented, and the login it was really given out for, whatever generation that was. `None` where there is
/// no such login, or the value is made up.
pub(crate) async fn presented(
    app: &App,
    RefreshCookie(text): &RefreshCookie,
) -> Result<Option<(RefreshToken, Session)>, Failure> {
    let Some(token) = text.as_deref().and_then(Tokens::parse_refresh) else { return Ok(None) };
    let Some(session) = app.store.session(token.account, token.login).await? else { return Ok(None) };
    let proved = app.tokens.proves(&token, &session.login.seed);
    Ok(proved.then_some((token, session)))
}
