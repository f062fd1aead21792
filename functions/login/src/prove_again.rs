//! Proving the password once more while signed in: whoever walks up to a browser that was left open does not know it.

use domain::AccountId;
use web::{App, Failure, PASSWORD_BYTES_MAX, Password, PasswordVerdict};

use crate::limits;

/// Leaves with 403 unless `typed` is the password behind the hash. Guesses here have a counter of their own: what
/// strangers try at the sign-in page does not keep the owner from changing the password, nor the other way round.
pub(crate) async fn prove_again(
    app: &App,
    account: AccountId,
    typed: &str,
    hash: Option<String>,
) -> Result<(), Failure> {
    let wrong = Failure::Forbidden("wrong_password", "the current password is not right");
    if typed.len() > PASSWORD_BYTES_MAX {
        return Err(wrong);
    }
    let lane = format!("own#{account}");
    let counted = limits::of_lane(app, &lane).await?;
    match app.check_password(Password::typed(typed), hash).await? {
        PasswordVerdict::Right { .. } => {
            app.store.uncount_guess(&lane, &counted).await?;
            Ok(())
        }
        PasswordVerdict::Wrong => {
            tracing::info!(%account, "a wrong password while signed in");
            Err(wrong)
        }
    }
}
