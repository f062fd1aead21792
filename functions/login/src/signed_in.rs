//! The answer to whoever has just proved who they are: both cookies, and what their pages need to go on.

use axum::Json;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use domain::{Account, random_bytes};
use jiff::{SignedDuration, Timestamp};
use serde::Serialize;
use store::{Credential, Login, NewLogin, SecondFactor, SecondFactors, SignInFacts, StoreError};
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
        facts: &SignInFacts,
        account: &Account,
        browser: &Browser,
        tell_owner: bool,
    ) -> Result<Self, Failure> {
        let begun = NewLogin {
            tell_owner,
            password_of: facts.credential.as_ref().map(|credential| credential.changed_at),
            factors_of: Some(facts.factors_version),
            ..new_login(app, browser, SecondFactor::NotAsked)
        };
        let login = begin_login(app, account, begun).await?;
        Self::whole(app, account, browser, &login)
    }

    /// Begins a login in the place of one that has just ended with all others, and proves of a second factor what that
    /// one did.
    pub(crate) async fn go_on(
        app: &App,
        account: &Account,
        password_of: Timestamp,
        browser: &Browser,
        ended: &Login,
    ) -> Result<Self, Failure> {
        let begun = NewLogin { password_of: Some(password_of), ..new_login(app, browser, ended.second_factor) };
        let login = begin_login(app, account, begun).await?;
        Self::whole(app, account, browser, &login)
    }

    /// Makes the cookies of a login for which everything was proved that is asked for. A browser that is new to the account
    /// is known from now on, and so is one that the end of former logins made a stranger.
    pub(crate) fn whole(app: &App, account: &Account, browser: &Browser, login: &Login) -> Result<Self, Failure> {
        let mut signed_in = Self::of(app, account, login)?;
        let account = Account { login_epoch: login.epoch, ..account.clone() };
        if let SetCookies::SignedIn { device, .. } = &mut signed_in.cookies
            && !browser.knows(&account)
        {
            *device = app.tokens.device(&account, random_bytes(&*app.entropy), app.clock.now());
        }
        Ok(signed_in)
    }

    /// What goes along with every write of the login.
    pub(crate) fn csrf(&self) -> &str {
        &self.body.csrf
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
        credential: &Credential,
        browser: &Browser,
        tell_owner: bool,
        factors: &SecondFactors,
    ) -> Result<Self, Failure> {
        let password_of = Some(credential.changed_at);
        let owed = SecondFactor::Owed { tell_owner, password_of };
        let known_as = browser.known_as(account).map(str::to_owned);
        let begun = NewLogin { tell_owner, password_of, known_as, ..new_login(app, browser, owed) };
        let login = begin_login(app, account, begun).await?;
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

/// A login that is about to begin in a browser, and of which the owner is told nothing.
fn new_login(app: &App, browser: &Browser, second_factor: SecondFactor) -> NewLogin {
    NewLogin {
        seed: fresh_seed(app),
        device: browser.name.clone(),
        tell_owner: false,
        second_factor,
        known_as: None,
        password_of: None,
        factors_of: None,
    }
}

async fn begin_login(app: &App, account: &Account, begun: NewLogin) -> Result<Login, Failure> {
    let lifetime = if begun.second_factor.is_owed() { HALF_LIFETIME } else { LIFETIME };
    match app.store.begin_login(account, begun, lifetime).await {
        // Logins were ended, the account went or the password became another one since it was proved: it proves nothing
        // any more.
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
