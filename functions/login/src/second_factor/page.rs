//! `GET /api/login/second-factor`: the page of whoever has typed the password and owes the second factor. It works
//! without a line of JavaScript.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use serde::Deserialize;
use templates::SecondFactorPage;
use utoipa::IntoParams;
use web::{App, Failure, HalfSignedIn, Query, Reader, RealmName, html};

use super::passkeys::site::Site;
use super::{Way, ways};
use crate::next_path::next_path;

/// What the form leads to.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct SecondFactorQuery {
    /// Where the form leads afterwards: a path of this site.
    next: Option<String>,
    /// Whether the page answers an attempt that failed.
    #[serde(default)]
    failed: bool,
}

/// The page that asks for the second factor.
#[utoipa::path(
    get,
    path = "/api/login/second-factor",
    tag = "login",
    summary = "The page that asks for the second factor",
    params(SecondFactorQuery),
    responses(
        (status = 200, description = "The form", content_type = "text/html"),
        (status = 303, description = "Nobody owes a second factor here: to the sign-in page"),
    )
)]
pub(crate) async fn show_second_factor(
    State(app): State<App>,
    reader: Reader,
    half: Result<HalfSignedIn, Failure>,
    site: Site,
    Query(query): Query<SecondFactorQuery>,
) -> Result<Response, Failure> {
    let HalfSignedIn(half) = match half {
        Err(Failure::SignedOut) => {
            return Ok(Redirect::to(&RealmName::default().sign_in_path(reader.locale())).into_response());
        }
        half => half?,
    };
    let ways = ways(&app.store.second_factors_to_prove(&half.login).await?);
    let title = reader.say("second-factor-title", &[]);
    let page = SecondFactorPage {
        head: reader.head(&title),
        failed: query.failed,
        app: ways.contains(&Way::App),
        passkey: ways.contains(&Way::Passkey),
        passkey_here: site.is_here(),
        passkey_elsewhere: site.elsewhere(),
        next: &next_path(query.next.as_deref(), &reader, &half.account, &app.settings.locales),
        again_href: &RealmName::from(half.account.kind.realm()).sign_in_path(reader.locale()),
    };
    Ok(html(StatusCode::OK, reader.pages()?.second_factor_page(&page)?))
}
