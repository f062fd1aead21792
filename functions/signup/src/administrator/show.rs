//! `GET /api/signup/administrator`: the page behind the founder's link. Looking at it uses nothing up.

use axum::extract::State;
use axum::response::Response;
use web::{App, Failure, Query, Reader};

use super::page::{LastTry, form};
use crate::founder::open;
use crate::opened_link::TokenQuery;

/// The page that makes the first administrator.
#[utoipa::path(
    get,
    path = "/api/signup/administrator",
    tag = "signup",
    summary = "The page that makes the first administrator",
    params(TokenQuery),
    responses(
        (status = 200, description = "The form", content_type = "text/html"),
        (status = 410, description = "The link was used or is too old", body = web::Problem),
    )
)]
pub(crate) async fn show_administrator_form(
    State(app): State<App>,
    reader: Reader,
    Query(TokenQuery { token, .. }): Query<TokenQuery>,
) -> Result<Response, Failure> {
    // Looking permits nothing yet: the permission ends here, and the form asks for it again.
    drop(open(&app, &token).await?);
    form(&reader, &token, LastTry::default())
}
