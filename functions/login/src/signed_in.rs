//! The answer to whoever has just proved who they are: both cookies, and what their pages need to go on.

use axum::Json;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use domain::{Account, random_bytes};
use jiff::SignedDuration;
use serde::Serialize;
use store::{Login, NewLogin, SecondFactor, SecondFactors, StoreError};
use utoipa::ToSchema;
use web::{AccessToken, App, Failure, SetCookies};

use crate::account_view::AccountView;
use crate::browser::Browser;
use crate::second_factor::{PAGE, Way, ways};

/// However often a login is refreshed, after a month the password is asked for again.
pub(crate) const LIFETIME: SignedDuration = SignedDuration::from_hours(30 * 24);
/// Enough to find the telephone; as long as an access token lives.
const HALF_LIFETIME: SignedDuration = SignedDuration::from_mins(10);

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
        let login = begin_login(app, account, browser, tell_owner, SecondFactor::NotAsked).await?;
        Ok(Self::of(app, account, &login)?.known(app, account, browser))
    }

    /// Begins a login in the place of one that has just ended with all others, and proves of a second factor what that
    /// one did.
    pub(crate) async fn go_on(app: &App, account: &Account, browser: &Browser, ended: &Login) -> Result<Self, Failure> {
        let login = begin_login(app, account, browser, false, ended.second_factor).await?;
        Ok(Self::of(app, account, &login)?.known(app, account, browser))
    }

    /// Makes the cookies of a login whose second factor was proved just now.
    pub(crate) fn whole(app: &App, account: &Account, browser: &Browser, login: &Login) -> Result<Self, Failure> {
        Ok(Self::of(app, account, login)?.known(app, account, browser))
    }

    /// What goes along with every write of the login.
    pub(crate) fn csrf(&self) -> &str {
        &self.body.csrf
    }

    /// A browser that is new to the account is known from now on.
    fn known(mut self, app: &App, account: &Account, browser: &Browser) -> Self {
        if let SetCookies::SignedIn { device, .. } = &mut self.cookies
            && !browser.knows(account.id)
        {
            *device = app.tokens.device(account.id, account.kind.realm(), random_bytes(&*app.entropy));
        }
        self
    }
}

/// The password was right, and a second factor is owed.
#[derive(Debug)]
pub(crate) struct HalfWay {
    pub(crate) cookies: SetCookies,
    body: SecondFactorOwed,
}

/// What to do next.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct SecondFactorOwed {
    /// What it can be proved with.
    second_factor: Vec<Way>,
    /// Where a browser proves it; programs send the code there.
    #[schema(example = "/api/login/second-factor")]
    page: &'static str,
}

impl HalfWay {
    /// Begins a login that opens nothing yet.
    pub(crate) async fn begin(
        app: &App,
        account: &Account,
        browser: &Browser,
        tell_owner: bool,
        factors: &SecondFactors,
    ) -> Result<Self, Failure> {
        let owed = SecondFactor::Owed { tell_owner, known_device: browser.knows(account.id) };
        let login = begin_login(app, account, browser, tell_owner, owed).await?;
        let token = AccessToken { account: account.id, login: login.id };
        let access = app.tokens.access(token, random_bytes(&*app.entropy), app.clock.now()).ok_or_else(no_key)?;
        let cookies = SetCookies::HalfSignedIn { access, max_age_s: HALF_LIFETIME.as_secs() };
        Ok(Self { cookies, body: SecondFactorOwed { second_factor: ways(factors), page: PAGE } })
    }
}

impl IntoResponse for HalfWay {
    fn into_response(self) -> Response {
        (StatusCode::ACCEPTED, self.cookies, Json(self.body)).into_response()
    }
}

/// Half of what the refresh values of a login are derived from.
pub(crate) fn fresh_seed(app: &App) -> String {
    random_bytes::<16>(&*app.entropy).iter().map(|byte| format!("{byte:02x}")).collect()
}

async fn begin_login(
    app: &App,
    account: &Account,
    browser: &Browser,
    tell_owner: bool,
    second_factor: SecondFactor,
) -> Result<Login, Failure> {
    let seed = fresh_seed(app);
    let lifetime = if second_factor.is_owed() { HALF_LIFETIME } else { LIFETIME };
    let begun = NewLogin { seed, device: browser.name.clone(), tell_owner, second_factor };
    match app.store.begin_login(account, begun, lifetime).await {
        // Logins were ended or the account went since the password was proved: it proves nothing any more.
        Err(StoreError::Conflict(_)) => Err(Failure::WrongCredentials),
        begun => Ok(begun?),
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
