//! Proving a second factor with a code of the app, or with a recovery code: for signing in, and once more later.

use store::{Credential, FactorChange, Login, SecondFactors, Session};
use web::{App, Failure};

use super::{app, kept_proof, recovery};
use crate::limits::{self, Lane};

/// Of several proofs at once one wins, and a second look shows what it left; the third is for bad luck.
pub(super) const LOOKS_MAX: u32 = 3;

/// Proves what was typed, and for a login that is confirmed, the `password` together with it. Gives the login as it stands then: the whole one in the place of one that owed its factor, or the
/// same one, confirmed.
pub(crate) async fn prove(
    app: &App,
    session: &Session,
    password: Option<&Credential>,
    typed: &str,
) -> Result<Login, Failure> {
    let account = session.account.id;
    let counted = limits::of_factor(app, account, &Lane::of(&session.login)).await?;
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
        // Where another one was used at the same time, this may be as good as before: what that one left says whether it is.
        if let Some(login) = kept_proof(app, session, password, after, told).await? {
            limits::factor_proved(app, session, &counted, refused).await;
            return Ok(login);
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
