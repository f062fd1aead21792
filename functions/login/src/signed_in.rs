//! The answer to whoever has just proved who they are: both cookies, and what their pages need to go on.

use axum::Json;
use axum::response::{IntoResponse, Response};
use domain::{Account, random_bytes};
use jiff::SignedDuration;
use serde::Serialize;
use store::{Login, NewLogin, StoreError};
use utoipa::ToSchema;
use web::{AccessToken, App, Failure, SetCookies};

use crate::account_view::AccountView;
use crate::browser::Browser;

/// However often a login is refreshed, after a month the password is asked for again.
const LIFETIME: SignedDuration = SignedDuration::from_hours(30 * 24);

/// What a signed-in page needs.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct SignedInBody {
    account: AccountView,
    /// To be sent as `x-csrf` along with every write.
    csrf: String,
}

/// A login that was begun or refreshed, ready to be handed to its browser.
#[derive(Debug)]
pub(crate) struct SignedIn {
    pub(crate) cookies: SetCookies,
    body: SignedInBody,
}

impl SignedIn {
    /// Makes the cookies of a login.
    pub(crate) fn of(app: &App, account: &Account, login: &Login) -> Result<Self, Failure> {
        let now = app.clock.now();
        let token = AccessToken { account: account.id, login: login.id };
        let cookies = SetCookies::SignedIn {
            access: app.tokens.access(token, random_bytes(&*app.entropy), now).ok_or_else(no_key)?,
            refresh: app.tokens.refresh(token, &login.seed, login.generation).ok_or_else(no_key)?,
            refresh_max_age_s: login.expires_at.duration_since(now).as_secs(),
            device: None,
        };
        Ok(Self { cookies, body: SignedInBody::of(app, account, login)? })
    }

    /// Begins a login of an account whose password was just proved. Its id and its seed are new, whatever cookies
    /// the browser came with; a browser that is new to the account is known from now on.
    pub(crate) async fn begin(
        app: &App,
        account: &Account,
        browser: &Browser,
        tell_owner: bool,
    ) -> Result<Self, Failure> {
        let seed = random_bytes::<16>(&*app.entropy).iter().map(|byte| format!("{byte:02x}")).collect();
        let begun = NewLogin { seed, device: browser.name.clone(), tell_owner };
        let login = match app.store.begin_login(account, begun, LIFETIME).await {
            // Logins were ended or the account went since the password was proved: it proves nothing any more.
            Err(StoreError::Conflict(_)) => return Err(Failure::WrongCredentials),
            begun => begun?,
        };
        let mut signed_in = Self::of(app, account, &login)?;
        if let SetCookies::SignedIn { device, .. } = &mut signed_in.cookies
            && !browser.knows(account.id)
        {
            *device = app.tokens.device(account.id, account.kind.realm(), random_bytes(&*app.entropy));
        }
        Ok(signed_in)
    }
}

impl SignedInBody {
    /// What the pages of a login need, without new cookies.
    pub(crate) fn of(app: &App, account: &Account, login: &Login) -> Result<Self, Failure> {
        Ok(Self { account: account.into(), csrf: app.tokens.csrf(login.id).ok_or_else(no_key)? })
    }
}

impl IntoResponse for SignedIn {
    fn into_response(self) -> Response {
        (self.cookies, Json(self.body)).into_response()
    }
}

fn no_key() -> Failure {
    Failure::Internal("no key that signs".to_owned())
}
