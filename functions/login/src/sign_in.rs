//! `POST /api/login`: address and password become a login. Unknown addresses, wrong passwords, unset passwords and
//! accounts that are switched off get the same answer after the same work.

use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};
use domain::{Account, AccountStatus, EmailAddress};
use jiff::SignedDuration;
use serde::Deserialize;
use store::SignInFacts;
use utoipa::ToSchema;
use web::{
    App, BodyOrForm, ClientAddress, Failure, PASSWORD_BYTES_MAX, Password, PasswordVerdict, Reader, RealmName, Sent,
    with_query,
};

use crate::browser::Browser;
use crate::limits::{self, Counted};
use crate::next_path::next_path;
use crate::second_factor::PAGE;
use crate::signed_in::{HalfWay, SecondFactorOwed, SignedIn, SignedInBody};

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
        (status = 202, description = "The password is right; the second factor is owed", body = SecondFactorOwed),
        (status = 303, description = "The answer to a form: on to `next` or the second factor, or to the sign-in page"),
        (status = 401, description = "Address, password and realm do not fit together", body = web::Problem),
        (status = 429, description = "Too many attempts; `Retry-After` says how long to wait", body = web::Problem),
    )
)]
pub(crate) async fn sign_in(
    State(app): State<App>,
    client: ClientAddress,
    browser: Browser,
    reader: Reader,
    BodyOrForm(form, sent): BodyOrForm<SignIn>,
) -> Result<Response, Failure> {
    let (proved, account) = match attempt(&app, &client, &browser, &form).await {
        Err(Failure::WrongCredentials | Failure::Fields(_)) if sent == Sent::Form => {
            return Ok(Redirect::to(&form.realm.sign_in_failed_path(form.next.as_deref())).into_response());
        }
        attempted => attempted?,
    };
    let next = next_path(form.next.as_deref(), &reader, &account, &app.settings.locales);
    Ok(match (proved, sent) {
        (Proved::Whole(signed_in), Sent::Json) => signed_in.into_response(),
        (Proved::Whole(signed_in), Sent::Form) => (signed_in.cookies, Redirect::to(&next)).into_response(),
        (Proved::Half(half), Sent::Json) => half.into_response(),
        (Proved::Half(half), Sent::Form) => {
            (half.cookies, Redirect::to(&with_query(PAGE, &[("next", &next)]))).into_response()
        }
    })
}

/// What a right password has opened.
enum Proved {
    /// Everything.
    Whole(SignedIn),
    /// The way to prove the second factor.
    Half(HalfWay),
}

/// Proves the password and begins a login; what was counted against the attempt is given back meanwhile.
async fn attempt(
    app: &App,
    client: &ClientAddress,
    browser: &Browser,
    form: &SignIn,
) -> Result<(Proved, Account), Failure> {
    let (facts, counted) = prove(app, client, browser, form).await?;
    let SignInFacts { account: Some(account), credential: Some(credential), .. } = &facts else {
        return Err(Failure::WrongCredentials);
    };
    let chosen_for = app.clock.now().duration_since(credential.changed_at);
    // Whoever has just chosen a password signs in next: a mail about that would teach to overlook such mails.
    let tell_owner = !browser.knows(account) && chosen_for > CHOSEN_JUST_NOW;
    let begin = async {
        Ok(match &facts.second_factors {
            None => Proved::Whole(SignedIn::begin(app, &facts, account, browser, tell_owner).await?),
            Some(factors) => {
                Proved::Half(HalfWay::begin(app, account, credential, browser, tell_owner, factors).await?)
            }
        })
    };
    let proved: Result<Proved, Failure> = tokio::join!(begin, limits::succeeded(app, &facts, &counted)).0;
    Ok((proved?, account.clone()))
}

const CHOSEN_JUST_NOW: SignedDuration = SignedDuration::from_hours(1);

/// What is known of the account, if the password is its own and it may sign in.
async fn prove(
    app: &App,
    client: &ClientAddress,
    browser: &Browser,
    form: &SignIn,
) -> Result<(SignInFacts, Counted), Failure> {
    let email = EmailAddress::new(&form.email).map_err(|error| Failure::field("email", error))?;
    if form.password.len() > PASSWORD_BYTES_MAX {
        return Err(Failure::field("password", format!("must have at most {PASSWORD_BYTES_MAX} bytes")));
    }
    let network = limits::of_network(app, client).await?;
    let realm = app.realm(&form.realm).await?;
    let facts = app.store.sign_in_facts(realm, &email, browser.proved(realm)).await?;
    let counted = limits::of_guess(app, network, &facts).await?;
    // A password that is switched off is compared with nothing, which takes as long.
    let hash = facts.credential.as_ref().filter(|_| facts.failures < limits::FAILURES_MAX);
    let hash = hash.map(|credential| credential.hash.clone());
    let verdict = app.check_password(Password::typed(&form.password), hash).await?;
    let network = client.network().escape_debug().to_string();
    let active = facts.account.as_ref().filter(|account| account.status(app.clock.now()) == AccountStatus::Activated);
    let (Some(account), PasswordVerdict::Right { renewed }) = (active, verdict) else {
        let in_a_row = limits::failed(app, &facts).await?;
        let who = app.settings.secrets.log_name(&format!("{}#{}", form.realm, email.normal()));
        tracing::info!(who, network, in_a_row, "sign-in refused");
        return Err(Failure::WrongCredentials);
    };
    if let Some((old, hash)) = facts.credential.as_ref().zip(renewed) {
        // Somebody else's change is newer than ours; the next sign-in will see.
        if let Err(error) = app.store.rehash_password(account, old, hash).await {
            tracing::warn!(account = %account.id, %error, "the password keeps its old hash");
        }
    }
    let what = if facts.second_factors.is_none() { "signed in" } else { "half signed in: a second factor is owed" };
    tracing::info!(account = %account.id, network, known_device = browser.knows(account), "{what}");
    Ok((facts, counted))
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
