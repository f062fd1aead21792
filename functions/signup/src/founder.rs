//! The one-time link that makes the first administrator. There are no default accounts: whoever runs the platform's
//! processes gets the link, and nobody else.

use authorization::{Granted, Principal, act};
use jiff::SignedDuration;
use store::FounderLink;
use web::{App, Failure, LinkSecret};

/// Long enough to come back to after a night, short enough not to lie about in a log for good.
const LIFETIME: SignedDuration = SignedDuration::from_hours(24);

/// Where the link leads.
pub(crate) const PATH: &str = "/api/signup/administrator";

/// A fresh one-time link to found the platform with, which replaces any before it; `None` once it is founded.
pub async fn founder_link(app: &App) -> Result<Option<String>, Failure> {
    if app.store.is_founded().await? {
        return Ok(None);
    }
    let secret = LinkSecret::random(&*app.entropy);
    let now = app.clock.now();
    let expires_at = now.saturating_add(LIFETIME).unwrap_or(now);
    app.store.issue_founder_link(&FounderLink { secret_hash: secret.hash(), expires_at }).await?;
    Ok(Some(format!("{}{PATH}?token={}", app.settings.origin, secret.text())))
}

/// What the holder of this token is permitted; leaves with 410 for any other.
pub(crate) async fn open(app: &App, token: &str) -> Result<Granted<act::FoundPlatform>, Failure> {
    let secret = LinkSecret::parse(token).ok_or_else(dead)?;
    let link = app.store.founder_link().await?.filter(|link| secret.opens(&link.secret_hash));
    link.ok_or_else(dead)?;
    app.authorize_as::<act::FoundPlatform>(&Principal::Founder, ()).await
}

/// The answer to a link that founds nothing.
pub(crate) fn dead() -> Failure {
    Failure::Gone("this link was used already, or it is too old: restarting the platform prints a new one".to_owned())
}
