//! Proving the password once more while signed in: whoever walks up to a browser that was left open does not know it.

use store::{Credential, Login};
use web::{Cx, Failure, PASSWORD_BYTES_MAX, Password, PasswordVerdict};

use crate::limits;

/// So many wrong passwords in a row are no slip any more: the login ends, and the owner is told.
const FAILURES_MAX: u64 = 10;

/// Leaves with 403 unless `typed` is the account's password. Guesses here are counted by login: what strangers try at the
/// sign-in page, or somebody at a browser that was left open, does not keep the owner from changing the password.
pub(crate) async fn prove_again(cx: &Cx, typed: &str, credential: Option<&Credential>) -> Result<(), Failure> {
    let (app, login) = (cx.app(), cx.login().ok_or(Failure::SignedOut)?);
    let wrong = Failure::Forbidden("wrong_password", "the current password is not right");
    if typed.len() > PASSWORD_BYTES_MAX {
        return Err(wrong);
    }
    let lane = format!("own#{}", login.id);
    let counted = limits::of_lane(app, &lane).await?;
    let hash = credential.map(|credential| credential.hash.clone());
    match app.check_password(Password::typed(typed), hash).await? {
        PasswordVerdict::Right { .. } => {
            tokio::try_join!(app.store.uncount_guess(&lane, &counted), app.store.forget_failures_of(login))?;
            Ok(())
        }
        PasswordVerdict::Wrong => Err(if guesses_on(cx, login).await? { Failure::SignedOut } else { wrong }),
    }
}

/// Counts a wrong password; whether it was one too many.
async fn guesses_on(cx: &Cx, login: &Login) -> Result<bool, Failure> {
    let in_a_row = cx.store().count_failure_of(login).await?;
    tracing::info!(account = %login.account, in_a_row, "a wrong password while signed in");
    if in_a_row < FAILURES_MAX {
        return Ok(false);
    }
    cx.store().end_guessing_login(login).await?;
    Ok(true)
}
