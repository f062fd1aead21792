//! `POST /api/logout`: ends the login on the server, and takes the cookies away.

use authorization::act;
use axum::http::StatusCode;
use web::{Cx, Failure, RefreshCookie, SetCookies};

use crate::presented::presented;

/// Sign out.
///
/// Whoever is logged in as somebody else stops being so, and is themselves again once they refresh their login.
#[utoipa::path(
    post,
    path = "/api/logout",
    tag = "login",
    summary = "Sign out",
    responses(
        (status = 204, description = "Signed out; both cookies are removed, or the one of acting as somebody else"),
        (status = 403, description = "Not sent by a page of this platform", body = web::Problem),
    )
)]
pub(crate) async fn sign_out(cx: Cx, cookie: RefreshCookie) -> Result<(SetCookies, StatusCode), Failure> {
    if let Some(login) = cx.login().filter(|login| login.acting.is_some()) {
        let grant = cx.authorize::<act::ViewSelf>(()).await?;
        cx.store().end_acting(grant, login).await?;
        return Ok((SetCookies::ActingEnded, StatusCode::NO_CONTENT));
    }
    end_login(&cx, &cookie).await?;
    Ok((SetCookies::SignedOut, StatusCode::NO_CONTENT))
}

/// Ends the login that the request came with. The access token runs out every ten minutes, so the login may be known
/// by its refresh value alone; it must end all the same, or the value would go on working for whoever copied it.
async fn end_login(cx: &Cx, cookie: &RefreshCookie) -> Result<(), Failure> {
    let (granted, login) = if let Some(login) = cx.login() {
        (cx.authorize::<act::ManageOwnLogins>(()).await, login.id)
    } else if let Some((token, session)) = presented(cx.app(), cookie).await? {
        (cx.app().authorize_login(&session, ()).await, token.login)
    } else {
        return Ok(());
    };
    match granted {
        Ok(grant) => Ok(cx.store().end_own_login(grant, login).await?),
        // The account is switched off or expired: its logins open nothing, and signing out still must not fail.
        Err(Failure::Forbidden(..)) => Ok(()),
        Err(failure) => Err(failure),
    }
}
