//! `POST /api/signup/link`: asks again for the link that followed a purchase or an invitation.

use axum::extract::State;
use axum::response::Response;
use web::{App, BodyOrForm, ClientAddress, Failure, LinkRequest, Reader};

/// Ask for the link again.
#[utoipa::path(
    post,
    path = "/api/signup/link",
    tag = "signup",
    summary = "Ask again for the link that sets the password",
    request_body(content((LinkRequest = "application/json"), (LinkRequest = "application/x-www-form-urlencoded"))),
    responses(
        (status = 202, description = "The same answer whether the address has an account or not"),
        (status = 422, description = "Not an e-mail address", body = web::Problem),
        (status = 429, description = "Too many requests from one network", body = web::Problem),
    )
)]
pub(crate) async fn ask_again(
    State(app): State<App>,
    client: ClientAddress,
    reader: Reader,
    BodyOrForm(request, sent): BodyOrForm<LinkRequest>,
) -> Result<Response, Failure> {
    app.answer_link_request(&client, &reader, request, sent).await
}
