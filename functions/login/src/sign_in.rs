//! `POST /api/login`: address and password become a login. Unknown addresses, wrong passwords, unset passwords and
//! accounts that are switched off get the same answer after the same work.

use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Redirect, Response};
use domain::{Account, AccountStatus, EmailAddress};
use serde::Deserialize;
use utoipa::ToSchema;
use web::{App, BodyOrForm, ClientAddress, Failure, PASSWORD_BYTES_MAX, Password, PasswordVerdict, RealmName, Sent};

use crate::limits;
use crate::next_path::next_path;
use crate::signed_in::{SignedIn, SignedInBody};

/// Who wants to sign in. No `Debug`: it holds a password.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct SignIn {
    /// The account's address.
    #[schema(example = "ada@example.org")]
    email: String,
    /// The password, as typed.
    password: String,
    /// `public`, `main`, or a partner platform by slug or id.
    #[serde(default)]
    #[schema(value_type = String, default = "public")]
    realm: RealmName,
    /// Where a form leads afterwards: a path of this site. JSON takes no notice of it.
    next: Option<String>,
}

/// Sign in.
///
/// Takes no look at a login that the browser may have already: the form must work from any page of ours, and the new
/// login owes nothing to the old one.
#[utoipa::path(
    post,
    path = "/api/login",
    tag = "login",
    summary = "Sign in",
    request_body(content((SignIn = "application/json"), (SignIn = "application/x-www-form-urlencoded"))),
    responses(
        (status = 200, description = "Signed in; both cookies are set", body = SignedInBody),
        (status = 303, description = "The answer to a form: on to `next`, or to the sign-in page"),
        (status = 401, description = "Address, password and realm do not fit together", body = web::Problem),
        (status = 429, description = "Too many attempts; `Retry-After` says how long to wait", body = web::Problem),
    )
)]
pub(crate) async fn sign_in(
    State(app): State<App>,
    client: ClientAddress,
    headers: HeaderMap,
    BodyOrForm(form, sent): BodyOrForm<SignIn>,
) -> Result<Response, Failure> {
    let signed_in = match prove(&app, &client, &form).await {
        Ok(account) => SignedIn::begin(&app, &account, &headers).await?,
        Err(Failure::WrongCredentials | Failure::Fields(_)) if sent == Sent::Form => {
            return Ok(Redirect::to(&form.realm.sign_in_failed_path()).into_response());
        }
        Err(failure) => return Err(failure),
    };
    match sent {
        Sent::Json => Ok(signed_in.into_response()),
        Sent::Form => Ok((signed_in.cookies, Redirect::to(next_path(form.next.as_deref()))).into_response()),
    }
}

/// The account, if the password is its own and it may sign in.
async fn prove(app: &App, client: &ClientAddress, form: &SignIn) -> Result<Account, Failure> {
    let email = EmailAddress::new(&form.email).map_err(|error| Failure::field("email", error))?;
    if form.password.len() > PASSWORD_BYTES_MAX {
        return Err(Failure::field("password", format!("must have at most {PASSWORD_BYTES_MAX} bytes")));
    }
    let realm = app.realm(&form.realm).await?;
    limits::before_sign_in(app, client, realm, &email).await?;
    let (account, credential) = app.store.credential(realm, &email).await?.unzip();
    let credential = credential.flatten();
    let hash = credential.as_ref().map(|credential| credential.hash.clone());
    let verdict = app.check_password(Password::typed(&form.password), hash).await?;
    let active = account.filter(|account| account.status(app.clock.now()) == AccountStatus::Activated);
    let (Some(account), PasswordVerdict::Right { renewed }) = (active, verdict) else {
        tracing::info!(network = client.network().escape_debug().to_string(), "sign-in refused");
        return Err(Failure::WrongCredentials);
    };
    if let Some((old, hash)) = credential.zip(renewed) {
        // Somebody else's change is newer than ours; the next sign-in will see.
        if let Err(error) = app.store.rehash_password(&account, &old, hash).await {
            tracing::warn!(account = %account.id, %error, "the password keeps its old hash");
        }
    }
    tracing::info!(account = %account.id, network = client.network().escape_debug().to_string(), "signed in");
    Ok(account)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sign_in_says_nothing_but_what_it_is_for() {
        let read = |text: &str| serde_json::from_str::<SignIn>(text);
        let plain = read(r#"{"email":"a@example.org","password":"x"}"#);
        assert!(plain.is_ok_and(|form| form.realm == RealmName::Public && form.next.is_none()));
        for odd in [
            r#"{"email":"a@example.org"}"#,
            r#"{"email":"a@example.org","password":"x","role":"owner"}"#,
            r#"{"email":"a@example.org","password":"x","realm":"../x"}"#,
        ] {
            assert!(read(odd).is_err(), "{odd}");
        }
    }
}
