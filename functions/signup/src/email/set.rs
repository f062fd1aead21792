//! `POST /api/signup/email`: the address becomes the account's, and the link is used up.

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde::{Deserialize, Serialize};
use store::StoreError;
use templates::Message;
use utoipa::ToSchema;
use web::{App, BodyOrForm, Failure, Reader, RealmName, Sent, html};

use super::{dead, open};

/// A link that proves an address. No `Debug`: it holds a secret.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct TakeEmail {
    /// The link's token.
    token: String,
}

/// What the account's address is now.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct EmailTaken {
    email: String,
    /// The sign-in page of the account's realm.
    sign_in: String,
}

/// Take over another address.
#[utoipa::path(
    post,
    path = "/api/signup/email",
    tag = "signup",
    summary = "Take over another address with a mailed link",
    request_body(content((TakeEmail = "application/json"), (TakeEmail = "application/x-www-form-urlencoded"))),
    responses(
        (status = 200, description = "Taken over. A page, where a form was sent", body = EmailTaken),
        (status = 409, description = "The address belongs to another account by now, or a first second factor was set up within three days", body = web::Problem),
        (status = 410, description = "The link was used, replaced or is too old", body = web::Problem),
    )
)]
pub(crate) async fn take_email(
    State(app): State<App>,
    reader: Reader,
    BodyOrForm(form, sent): BodyOrForm<TakeEmail>,
) -> Result<Response, Failure> {
    let (link, grant) = open(&app, &form.token).await?;
    let account = match app.store.confirm_email(grant, &link).await {
        Err(StoreError::Missing(_)) => return Err(dead()),
        taken => taken?,
    };
    let (email, sign_in) =
        (account.email.to_string(), RealmName::from(account.kind.realm()).sign_in_path(reader.locale()));
    match sent {
        Sent::Json => Ok(Json(EmailTaken { email, sign_in }).into_response()),
        Sent::Form => {
            let text = reader.say("email-changed-text", &[("email", email.as_str().into())]);
            let title = reader.say("email-changed-title", &[]);
            let (head, lang) = (reader.head(&title), reader.locale().code());
            let page = Message { head, text: &text, lang, request_id: None };
            Ok(html(StatusCode::OK, reader.pages()?.message(&page)?))
        }
    }
}
