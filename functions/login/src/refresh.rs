//! `POST /api/login/refresh`: the refresh value becomes a fresh pair of cookies. Each value is used once; one that
//! comes back later has been copied, and ends the login for both holders.

use axum::extract::State;
use axum::response::{IntoResponse, Response};
use domain::AccountStatus;
use jiff::{SignedDuration, Timestamp};
use store::{Login, Session, StoreError};
use web::{App, Failure, RefreshCookie, SetCookies};

use crate::presented::presented;
use crate::signed_in::{SignedIn, SignedInBody};

/// A browser may lose our answer, or ask from two tabs at once: for so long the value just used gives out the same
/// successor. RFC 9700, 4.14.2.
const GRACE: SignedDuration = SignedDuration::from_secs(10);
/// A login that nobody used for so long is over.
const IDLE_MAX: SignedDuration = SignedDuration::from_hours(14 * 24);
/// Of several refreshes at once one wins, and the second look shows its outcome; the third is for bad luck.
const LOOKS_MAX: u32 = 3;

/// What a proved refresh value means at a moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Meaning {
    /// The newest: give out its successor.
    Newest,
    /// The one just before, just now: give out the successor that exists.
    JustUsed,
    /// Used long ago: somebody has a copy.
    Copied,
    /// Unused for too long.
    Idle,
}

fn meaning(generation: u64, login: &Login, now: Timestamp) -> Meaning {
    let age = now.duration_since(login.refreshed_at);
    if age > IDLE_MAX {
        Meaning::Idle
    } else if generation == login.generation {
        Meaning::Newest
    } else if generation.checked_add(1) == Some(login.generation) && age <= GRACE {
        Meaning::JustUsed
    } else {
        Meaning::Copied
    }
}

/// Refresh the login.
///
/// Asks for no `x-csrf`: it changes nothing but the cookies themselves, whose values no other page can read, and
/// pages of other sites are refused before they get here.
#[utoipa::path(
    post,
    path = "/api/login/refresh",
    tag = "login",
    summary = "Refresh the login with its refresh cookie",
    responses(
        (status = 200, description = "Both cookies are set anew", body = SignedInBody),
        (status = 401, description = "The login is over; both cookies are removed", body = web::Problem),
    )
)]
pub(crate) async fn refresh(State(app): State<App>, cookie: RefreshCookie) -> Result<Response, Failure> {
    match renewed(&app, &cookie).await? {
        Some(Session { account, login, .. }) => Ok(SignedIn::of(&app, &account, &login)?.into_response()),
        // Somebody who is about to prove a second factor has none yet: another tab must not take their way there.
        None if cookie.0.is_none() => Err(Failure::SignedOut),
        None => Ok((SetCookies::SignedOut, Failure::SignedOut).into_response()),
    }
}

/// The session with its login as it stands after the refresh; `None` where the login is over.
async fn renewed(app: &App, cookie: &RefreshCookie) -> Result<Option<Session>, Failure> {
    for _ in 0..LOOKS_MAX {
        let Some((token, session)) = presented(app, cookie).await? else { return Ok(None) };
        let now = app.clock.now();
        if session.account.status(now) != AccountStatus::Activated {
            return Ok(None);
        }
        match meaning(token.generation, &session.login, now) {
            Meaning::JustUsed => return Ok(Some(session)),
            Meaning::Idle => return Ok(None),
            Meaning::Copied => {
                tracing::warn!(account = %token.account, login = %token.login, "a refresh value came back: login ended");
                app.store.end_stolen_login(&session.login).await?;
                return Ok(None);
            }
            Meaning::Newest => match app.store.refresh_login(&session.login).await {
                Ok(login) => return Ok(Some(Session { login, ..session })),
                Err(StoreError::Conflict(_)) => {}
                Err(error) => return Err(error.into()),
            },
        }
    }
    Err(Failure::Unavailable)
}

#[cfg(test)]
mod tests {
    use domain::{AccountId, LoginId};
    use store::SecondFactor;

    use super::*;

    #[test]
    fn only_the_newest_value_and_for_a_moment_the_one_before_it_are_good() {
        let second = |second: i64| Timestamp::from_second(second).unwrap();
        let login = Login {
            id: LoginId::from_bytes([1; 16]),
            account: AccountId::from_bytes([2; 16]),
            version: 4,
            generation: 3,
            seed: String::new(),
            epoch: 0,
            confirmed_at: second(0),
            device: String::new(),
            created_at: second(0),
            refreshed_at: second(1_000),
            expires_at: second(9_000_000),
            second_factor: SecondFactor::NotAsked,
            known_as: None,
            question: None,
            acting: None,
        };
        let day = 24 * 60 * 60;
        for (generation, at, expected) in [
            (3, 1_000, Meaning::Newest),
            (3, 1_000 + 14 * day, Meaning::Newest),
            (3, 1_001 + 14 * day, Meaning::Idle),
            (2, 1_000, Meaning::JustUsed),
            (2, 1_010, Meaning::JustUsed),
            (2, 1_011, Meaning::Copied),
            (1, 1_000, Meaning::Copied),
            (4, 1_000, Meaning::Copied),
            (u64::MAX, 1_000, Meaning::Copied),
        ] {
            assert_eq!(meaning(generation, &login, second(at)), expected, "{generation} at {at}");
        }
    }
}
