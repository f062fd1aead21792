//! `GET /api/signup/password`: the page behind a mailed link. Looking at it uses nothing up: mail programs open links
//! before their readers do.

use axum::extract::State;
use axum::response::Response;
use web::{App, Failure, Query, Reader};

use super::pages::{self, Tried};
use crate::opened_link::{TokenQuery, open};

/// The page where a password is chosen.
#[utoipa::path(
    get,
    path = "/api/signup/password",
    tag = "signup",
    summary = "The page where a password is chosen",
    params(TokenQuery),
    responses(
        (status = 200, description = "The form", content_type = "text/html"),
        (status = 410, description = "The link was used, replaced or is too old; a form asks for another",
         content_type = "text/html"),
    )
)]
pub(crate) async fn show_password_form(
    State(app): State<App>,
    reader: Reader,
    Query(query): Query<TokenQuery>,
) -> Result<Response, Failure> {
    match open(&app, &query.token).await? {
        // Looking permits nothing yet: the permission ends here, and the form asks for it again.
        Some(opened) => pages::form(&reader, &opened, &query.token, Tried::default()),
        None => pages::expired(&reader, query.realm().as_ref()),
    }
}
