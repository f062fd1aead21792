//! The answer to whoever has just proved who they are: both cookies, and what their pages need to go on.

use axum::Json;
use axum::http::HeaderMap;
use axum::http::header::USER_AGENT;
use axum::response::{IntoResponse, Response};
use domain::{Account, random_bytes};
use jiff::SignedDuration;
use serde::Serialize;
use store::Login;
use utoipa::ToSchema;
use web::{AccessToken, App, Failure, SetCookies};

use crate::account_view::AccountView;

/// However often a login is refreshed, after a month the password is asked for again.
const LIFETIME: SignedDuration = SignedDuration::from_hours(30 * 24);
/// Enough to tell one's own browsers apart.
const DEVICE_CHARS_MAX: usize = 120;

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
        };
        Ok(Self { cookies, body: SignedInBody::of(app, account, login)? })
    }

    /// Begins a login of an account whose password was just proved. Its id and its seed are new, whatever cookies
    /// the browser came with.
    pub(crate) async fn begin(app: &App, account: &Account, headers: &HeaderMap) -> Result<Self, Failure> {
        let seed = random_bytes::<16>(&*app.entropy).iter().map(|byte| format!("{byte:02x}")).collect();
        let login = app.store.begin_login(account, seed, device(headers), LIFETIME).await?;
        Self::of(app, account, &login)
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

/// What the browser calls itself.
fn device(headers: &HeaderMap) -> String {
    let name = headers.get(USER_AGENT).and_then(|value| value.to_str().ok()).unwrap_or_default();
    name.chars().take(DEVICE_CHARS_MAX).collect()
}

fn no_key() -> Failure {
    Failure::Internal("no key that signs".to_owned())
}
