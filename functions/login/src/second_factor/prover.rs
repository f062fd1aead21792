//! Whoever may prove a second factor: a login that owes it, or one that is signed in and proves it once more.

use authorization::act;
use axum::extract::{FromRef, FromRequestParts};
use axum::http::request::Parts;
use store::Session;
use web::{App, Cx, Failure, HalfSignedIn};

/// Who proves.
pub(crate) struct Prover(pub(crate) Session);

impl<S> FromRequestParts<S> for Prover
where
    App: FromRef<S>,
    S: Send + Sync,
{
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Failure> {
        match HalfSignedIn::from_request_parts(parts, state).await {
            Ok(HalfSignedIn(half)) => return Ok(Self(half)),
            Err(Failure::SignedOut) => {}
            Err(failure) => return Err(failure),
        }
        let cx = Cx::from_request_parts(parts, state).await?;
        let own = cx.authorize::<act::ManageOwnLogins>(()).await?.into_target().account.id;
        let session = cx.session().filter(|session| session.account.id == own);
        session.cloned().map(Self).ok_or(Failure::SignedOut)
    }
}
