//! Proving a second factor with a code of the app, or with a recovery code: for signing in, and once more later.

use store::{FactorChange, Login, SecondFactors, Session, StoreError};
use web::{App, Failure};

use super::{app, kept_proof, recovery};
use crate::limits::{self, Lane};

/// Of several proofs at once one wins, and a second look shows what it left; the third is for bad luck.
pub(super) const LOOKS_MAX: u32 = 3;

/// Proves what was typed. Gives the login as it stands then: the whole one in the place of one that owed its factor, or the
/// same one, confirmed.
pub(crate) async fn prove(app: &App, session: &Session, typed: &str) -> Result<Login, Failure> {
    let (account, lane) = (session.account.id, Lane::of(&session.login));
    let counted = limits::of_factor(app, account, lane).await?;
    for _ in 0..LOOKS_MAX {
        let (factors, refused) = app.store.factors_and_refused(&session.login).await?;
        let Some((after, told)) = after_code(app, session, factors, limits::codes_count(refused), typed)? else {
            let refused = app.store.count_refused_code(&session.login).await?;
            tracing::info!(%account, in_a_row = refused.in_a_row, lately = refused.lately, "a second factor was refused");
            if let Some(change) = limits::worth_telling(refused) {
                app.store.warn_of_refused_factor(account, change).await?;
            }
            return Err(Failure::WrongCode);
        };
        match kept_proof(app, session, after, told).await {
            // The code may be as good as before: what the other one left says whether it is.
            Err(StoreError::Conflict(_)) => {}
            Err(error) => return Err(error.into()),
            Ok(login) => {
                limits::factor_proved(app, session, &counted, refused).await;
                return Ok(login);
            }
        }
    }
    Err(Failure::Unavailable)
}

/// What is left of the factors once this code was used, and what the owner is told.
fn after_code(
    app: &App,
    session: &Session,
    factors: SecondFactors,
    codes_count: bool,
    typed: &str,
) -> Result<Option<(SecondFactors, Option<FactorChange>)>, Failure> {
    if recovery::is_one(typed) {
        let left = recovery::without(app, session.account.id, &factors.recovery, typed);
        return Ok(left.map(|left| (SecondFactors { recovery: left, ..factors }, Some(FactorChange::CodeUsed))));
    }
    let Some(kept) = factors.app.as_ref().filter(|_| codes_count) else { return Ok(None) };
    let used = app::after_code(app, &session.account, kept, typed)?;
    Ok(used.map(|used| (SecondFactors { app: Some(used), ..factors }, None)))
}
