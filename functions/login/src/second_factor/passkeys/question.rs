//! What a browser was asked for a passkey: kept in its login's own record, for a few minutes, for one answer.

use std::time::Duration;

use jiff::SignedDuration;
use serde::Serialize;
use serde::de::DeserializeOwned;
use store::{Login, PasskeyQuestion};
use web::{App, Failure};

/// Enough to find a security key in a bag, or a telephone in another room.
const LASTS_S: u32 = 300;

/// What nothing was asked before, and what was answered already.
pub(super) const NOT_ASKED: &str = "nothing was asked, or it was answered already: ask for the passkey once more";
const TOO_LATE: &str = "the answer came too late: ask for the passkey once more";

/// How long an answer may take, for the browser that waits for it.
pub(super) fn lasts() -> Duration {
    Duration::from_secs(LASTS_S.into())
}

/// A question as it is kept. A former one counts no more.
pub(super) fn asked<T: Serialize>(app: &App, state: &T) -> Result<PasskeyQuestion, Failure> {
    let state = serde_json::to_string(state).map_err(|error| Failure::Internal(error.to_string()))?;
    let until = app.clock.now().saturating_add(SignedDuration::from_secs(LASTS_S.into()));
    let until = until.map_err(|error| Failure::Internal(error.to_string()))?;
    Ok(PasskeyQuestion { state, until })
}

/// What this login was asked and may still answer.
pub(super) fn open<T: DeserializeOwned>(app: &App, login: &Login) -> Result<T, Failure> {
    let question = login.question.as_ref().ok_or(Failure::WrongPasskey(NOT_ASKED))?;
    if question.until <= app.clock.now() {
        return Err(Failure::WrongPasskey(TOO_LATE));
    }
    // Asked for a new passkey and answered with one that is there, or the other way round.
    serde_json::from_str(&question.state).map_err(|_| Failure::WrongPasskey(NOT_ASKED))
}
