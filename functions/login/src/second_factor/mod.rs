//! The second factor: codes of an app, recovery codes and passkeys, how they are set up, and how a login that owes one
//! proves it.

pub(crate) mod add_app;
mod added;
mod app;
pub(crate) mod code;
pub(crate) mod confirm_app;
mod drawing;
pub(crate) mod page;
pub(crate) mod passkeys;
pub(crate) mod prove;
mod prover;
mod recovery;
pub(crate) mod remove_app;
pub(crate) mod renew_codes;
pub(crate) mod show;

use authorization::{Granted, act};
use domain::{Account, random_bytes};
use store::{Credential, FactorChange, Login, SecondFactors, Session, StoreError};
use utoipa::ToSchema;
use web::{App, Cx, Failure, SetCookies};

use crate::signed_in::LIFETIME;

/// Where a browser proves the second factor.
pub(crate) const PAGE: &str = "/api/login/second-factor";

/// A way to prove the second factor.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Way {
    /// A code of an authenticator app.
    App,
    /// A passkey.
    Passkey,
    /// One of the codes that were written down.
    RecoveryCode,
}

/// Refuses to take the last factor from whoever needs one.
pub(crate) fn refuse_without_any(cx: &Cx, after: &SecondFactors) -> Result<(), Failure> {
    if after.are_asked_for() || !cx.needs_second_factor() {
        return Ok(());
    }
    Err(Failure::conflict("administrators need a second factor here: set another one up before this one goes"))
}

/// Keeps what becomes of the factors of whoever asks; `told` is what they are mailed. Where that ended all logins, the browser
/// that goes on is told that it is known still.
pub(crate) async fn keep(
    cx: &Cx,
    grant: Granted<act::ManageSecondFactors>,
    after: SecondFactors,
    told: Option<FactorChange>,
) -> Result<Option<SetCookies>, Failure> {
    let login = cx.login().ok_or(Failure::SignedOut)?;
    let account = grant.target().account.clone();
    let next = cx.store().change_second_factors(grant, after, told, login).await?;
    if next.epoch == login.epoch {
        return Ok(None);
    }
    let (app, account) = (cx.app(), Account { login_epoch: next.epoch, ..account });
    Ok(app.tokens.device(&account, random_bytes(&*app.entropy), app.clock.now()).map(SetCookies::Device))
}

/// Keeps that a second factor was proved: a login that owed it becomes a whole one of another name, and one that is whole
/// is confirmed together with the `password` that was proved for it. `None` where something was used at the same time, and
/// another look tells.
async fn kept_proof(
    app: &App,
    session: &Session,
    password: Option<&Credential>,
    after: SecondFactors,
    told: Option<FactorChange>,
) -> Result<Option<Login>, Failure> {
    let kept = match password {
        None => app.store.prove_second_factor(session, after, told, LIFETIME).await,
        Some(proved) => app.store.confirm_with_factor(&session.login, proved, after, told).await,
    };
    match kept {
        Err(StoreError::Conflict(_)) => Ok(None),
        // The password that was proved is another one by now.
        Err(StoreError::Missing(_)) if password.is_none() => Err(Failure::SignedOut),
        Err(StoreError::Missing(_)) => Err(Failure::conflict("the password was changed meanwhile: confirm once more")),
        kept => Ok(Some(kept?)),
    }
}

/// The ways that an account has.
pub(crate) fn ways(factors: &SecondFactors) -> Vec<Way> {
    let ways = [
        (factors.app.is_some(), Way::App),
        (!factors.passkeys.is_empty(), Way::Passkey),
        (!factors.recovery.is_empty(), Way::RecoveryCode),
    ];
    ways.into_iter().filter_map(|(there, way)| there.then_some(way)).collect()
}
