//! A mailed link that proved itself: unused, in time, with the right secret, of an account that may sign in.

use authorization::{Granted, Principal, act};
use domain::{AccountKind, AccountStatus};
use serde::Deserialize;
use store::Link;
use utoipa::IntoParams;
use web::{App, Failure, LinkToken, RealmName};

/// The query of a link. Other names are let pass: mail programs and shops decorate the links they carry.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct TokenQuery {
    /// The link's token.
    #[serde(default)]
    pub(crate) token: String,
    /// Whose link it is said to be, for asking for another one.
    pub(crate) realm: Option<String>,
}

impl TokenQuery {
    /// The realm that is named, if it is one.
    pub(crate) fn realm(&self) -> Option<RealmName> {
        self.realm.clone().and_then(|name| name.try_into().ok())
    }
}

/// A link that opens, with the permission it brings.
#[derive(Debug)]
pub(crate) struct OpenedLink {
    /// The link.
    pub(crate) link: Link,
    /// What it permits, and on which account.
    pub(crate) grant: Granted<act::SetPassword>,
}

impl OpenedLink {
    /// Whether whoever opens it is the first to say what the owner is called: an account that a purchase made carries the
    /// name that somebody typed, and nobody had proved the address by then.
    pub(crate) fn names_its_owner(&self) -> bool {
        let account = &self.grant.target().account;
        account.kind == AccountKind::PublicLearner && !account.email_verified
    }
}

/// Opens a link without using it up. `None` for every link that does not open, whatever the reason: the answer
/// outside is one and the same.
pub(crate) async fn open(app: &App, token: &str) -> Result<Option<OpenedLink>, Failure> {
    let Some(token) = LinkToken::parse(token) else { return Ok(None) };
    let links = app.store.password_links_of(token.account).await?;
    let opens = |link: &Link| token.secret.opens(&link.secret_hash);
    let Some(link) = links.into_iter().find(opens) else { return Ok(None) };
    let grant = match app.authorize_as::<act::SetPassword>(&Principal::LinkHolder(link.account), link.account).await {
        Ok(grant) => grant,
        Err(Failure::NotFound) => return Ok(None),
        Err(failure) => return Err(failure),
    };
    let active = grant.target().account.status(app.clock.now()) == AccountStatus::Activated;
    Ok(active.then_some(OpenedLink { link, grant }))
}
