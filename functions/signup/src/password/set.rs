//! `POST /api/signup/password`: the password is set, the link is used up, every login of the account ends. Nobody is
//! signed in by it: the link proved a mailbox, and the password is proved at the next sign-in. Guesses of strangers do not
//! stand in the way of that sign-in: the browser gets a device cookie.

use axum::Json;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use domain::{Account, PersonName, Realm, random_bytes};
use serde::{Deserialize, Serialize};
use store::StoreError;
use utoipa::ToSchema;
use web::{App, BodyOrForm, Failure, PasswordRules, Reader, RealmName, Sent, SetCookies};

use super::pages::{self, Tried};
use crate::opened_link::open;

/// A password for the holder of a link. No `Debug`: it holds two secrets.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct SetPassword {
    /// The link's token.
    token: String,
    /// The password from now on.
    password: String,
    /// What the owner is called, with the first password of an account that a purchase made: whoever bought may have been
    /// anybody. Left out, it stays.
    name: Option<String>,
    /// The realm, for asking for another link where this one opens nothing.
    #[schema(value_type = Option<String>)]
    realm: Option<RealmName>,
}

/// The way on.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct PasswordSet {
    /// The sign-in page of the account's realm.
    #[schema(example = "/sign-in/")]
    sign_in: String,
}

/// Set the password.
#[utoipa::path(
    post,
    path = "/api/signup/password",
    tag = "signup",
    summary = "Set the password with a mailed link",
    request_body(content((SetPassword = "application/json"), (SetPassword = "application/x-www-form-urlencoded"))),
    responses(
        (status = 200, description = "Set; nobody is signed in by it. A page, where a form was sent", body = PasswordSet),
        (status = 410, description = "The link was used, replaced or is too old", body = web::Problem),
        (status = 422, description = "The password cannot be taken; the link stays good", body = web::Problem),
    )
)]
pub(crate) async fn set_password(
    State(app): State<App>,
    reader: Reader,
    BodyOrForm(form, sent): BodyOrForm<SetPassword>,
) -> Result<Response, Failure> {
    let Some(opened) = open(&app, &form.token).await? else { return gone(&reader, &form, sent) };
    let account = &opened.grant.target().account;
    let name = match (form.name.as_deref().map(PersonName::new).transpose(), sent) {
        (Ok(Some(_)), Sent::Json) if !opened.names_its_owner() => {
            return Err(Failure::field(
                "name",
                "stays: only the first password of an account that was bought comes with one",
            ));
        }
        (Ok(name), _) => name.filter(|_| opened.names_its_owner()),
        (Err(refused), Sent::Json) => return Err(Failure::field("name", refused)),
        (Err(_), Sent::Form) => {
            return pages::form(&reader, &opened, &form.token, Tried { name: form.name.as_deref(), refused: None });
        }
    };
    let called = name.as_ref().unwrap_or(&account.name);
    let password = match (PasswordRules::check(&form.password, &account.email, called), sent) {
        (Ok(password), _) => password,
        (Err(refused), Sent::Json) => return Err(Failure::field("password", refused)),
        (Err(refused), Sent::Form) => {
            let tried = Tried { name: form.name.as_deref(), refused: Some(refused) };
            return pages::form(&reader, &opened, &form.token, tried);
        }
    };
    let hash = app.hash_password(password).await?;
    match app.store.set_password(opened.grant, &opened.link, hash, name).await {
        Ok(account) => {
            let answer = saved(&reader, sent, account.kind.realm())?;
            Ok((known_by_mail(&app, &account)?, answer).into_response())
        }
        // Of several uses at once the others find the link used, the account moved on or the password there.
        Err(StoreError::Missing(_) | StoreError::Taken(_) | StoreError::Conflict(_)) => {
            lost(&app, &reader, &form, sent).await
        }
        Err(error) => Err(error.into()),
    }
}

/// Somebody was faster. If not with this link, it still opens, and may be tried again.
async fn lost(app: &App, reader: &Reader, form: &SetPassword, sent: Sent) -> Result<Response, Failure> {
    match open(app, &form.token).await? {
        None => gone(reader, form, sent),
        Some(_) => Err(Failure::conflict("the account was changed at the same moment: try again")),
    }
}

fn gone(reader: &Reader, form: &SetPassword, sent: Sent) -> Result<Response, Failure> {
    match sent {
        Sent::Json => Err(Failure::Gone("the link was used already, or it is too old: ask for a new one".to_owned())),
        Sent::Form => pages::expired(reader, form.realm.as_ref()),
    }
}

/// The cookie of a browser that proved the account's mailbox.
fn known_by_mail(app: &App, account: &Account) -> Result<SetCookies, Failure> {
    let device = app.tokens.device_by_mail(account, random_bytes(&*app.entropy), app.clock.now());
    device.map(SetCookies::Device).ok_or_else(|| Failure::Internal("no signing key".into()))
}

fn saved(reader: &Reader, sent: Sent, realm: Realm) -> Result<Response, Failure> {
    let sign_in = RealmName::from(realm).sign_in_path(reader.locale());
    match sent {
        Sent::Json => Ok(Json(PasswordSet { sign_in }).into_response()),
        Sent::Form => pages::saved(reader, &sign_in),
    }
}
