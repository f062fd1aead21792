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
use store::{FactorChange, Login, SecondFactors, Session, StoreError};
use utoipa::ToSchema;
use web::{App, Cx, Failure};

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

/// Keeps what becomes of the factors of whoever asks; `told` is what they are mailed.
pub(crate) async fn keep(
    cx: &Cx,
    grant: Granted<act::ManageSecondFactors>,
    after: SecondFactors,
    told: Option<FactorChange>,
) -> Result<(), Failure> {
    let login = cx.login().ok_or(Failure::SignedOut)?;
    Ok(cx.store().change_second_factors(grant, after, told, login).await?)
}

/// Keeps that a second factor was proved: a login that owed it becomes a whole one of another name, and one that is whole
/// is confirmed.
async fn kept_proof(
    app: &App,
    session: &Session,
    after: SecondFactors,
    told: Option<FactorChange>,
) -> Result<Login, StoreError> {
    if session.login.second_factor.is_owed() {
        return app.store.prove_second_factor(session, after, told, LIFETIME).await;
    }
    app.store.confirm_with_factor(&session.login, after, told).await
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
