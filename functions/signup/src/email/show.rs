//! `GET /api/signup/email`: the page behind a link that proves another address. Looking at it uses nothing up.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use templates::ConfirmEmail;
use web::{App, Failure, Query, Reader, page_with_token};

use super::open;
use crate::opened_link::TokenQuery;

/// The page that takes over another address.
#[utoipa::path(
    get,
    path = "/api/signup/email",
    tag = "signup",
    summary = "The page that takes over another address",
    params(TokenQuery),
    responses(
        (status = 200, description = "The form", content_type = "text/html"),
        (status = 410, description = "The link was used, replaced or is too old", body = web::Problem),
    )
)]
pub(crate) async fn show_email_form(
    State(app): State<App>,
    reader: Reader,
    Query(query): Query<TokenQuery>,
) -> Result<Response, Failure> {
    // Looking permits nothing yet: the permission ends here, and the form asks for it again.
    let (link, _) = open(&app, &query.token).await?;
    let email = link.email.as_ref().map_or("", |email| email.typed());
    let title = reader.say("email-title", &[]);
    let head = reader.head(&title);
    let page = ConfirmEmail { head, action: "/api/signup/email", token: &query.token, email };
    Ok(page_with_token(StatusCode::OK, reader.pages()?.confirm_email(&page)?))
}
