//! Taking over another address with the link that was mailed to it.

pub(crate) mod set;
pub(crate) mod show;

use authorization::{Granted, Principal, act};
use domain::AccountStatus;
use store::Link;
use web::{App, Failure, LinkToken};

/// Opens a link without using it up; leaves with 410 for every one that does not open, whatever the reason.
async fn open(app: &App, token: &str) -> Result<(Link, Granted<act::ConfirmEmail>), Failure> {
    let token = LinkToken::parse(token).ok_or_else(dead)?;
    let link = app.store.email_link_of(token.account).await?;
    let link = link.filter(|link| token.secret.opens(&link.secret_hash)).ok_or_else(dead)?;
    let permitted = app.authorize_as::<act::ConfirmEmail>(&Principal::LinkHolder(link.account), link.account).await;
    let grant = match permitted {
        Err(Failure::NotFound) => return Err(dead()),
        permitted => permitted?,
    };
    let account = &grant.target().account;
    if account.status(app.clock.now()) != AccountStatus::Activated || !link.is_of_these_logins(account) {
        return Err(dead());
    }
    Ok((link, grant))
}

fn dead() -> Failure {
    Failure::Gone("the link was used already, or it is too old: ask for the address once more".to_owned())
}
