//! `GET /api/login/forgot`: the page of one realm that asks for a link to another password.

use axum::http::StatusCode;
use axum::response::Response;
use serde::Deserialize;
use templates::{ForgotPassword, FormRealm};
use utoipa::IntoParams;
use web::{Failure, Query, Reader, html};

use crate::sign_in_page::typed_realm;

/// Whose page.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct ForgotPageQuery {
    /// `public`, `main`, or a partner platform by slug or id; a choice where it is none of them.
    realm: Option<String>,
}

/// The page that asks for a link to another password.
#[utoipa::path(
    get,
    path = "/api/login/forgot",
    tag = "login",
    summary = "The page of a realm that asks for a link to another password",
    params(ForgotPageQuery),
    responses((status = 200, description = "The form", content_type = "text/html"))
)]
pub(crate) async fn show_forgot_password(
    reader: Reader,
    Query(query): Query<ForgotPageQuery>,
) -> Result<Response, Failure> {
    let realm = query.realm.as_deref().and_then(typed_realm);
    let (name, words) = realm.as_ref().map(|realm| (realm.to_string(), realm.words(reader.locale()))).unzip();
    let title = reader.say("forgot-title", &[]);
    let page = ForgotPassword {
        head: reader.head(&title),
        realm: name.as_deref().zip(words.as_deref()).map(|(name, words)| FormRealm { name, words }),
        sign_in_href: &realm.unwrap_or_default().sign_in_path(reader.locale()),
    };
    Ok(html(StatusCode::OK, reader.pages()?.forgot_password(&page)?))
}
