//! Requests of somebody who is logged in as another person.

use authorization::{AccountTarget, Action, Behind, Principal, Target, decide, open_while_acting, reached};
use domain::Account;
use store::{Acting, Session};

use crate::context::App;
use crate::failure::Failure;

/// The administrator who is logged in as the session's account, and by which right; nothing where they may be so no longer:
/// their own login has ended, they lost the right, or the account has risen meanwhile.
pub(crate) async fn person_behind(
    app: &App,
    session: &Session,
    acting: &Acting,
) -> Result<Option<(Account, Behind)>, Failure> {
    let Some(own) = app.store.session(acting.by, acting.own_login).await? else { return Ok(None) };
    let target = AccountTarget { account: session.account.clone(), grants: session.grants.clone() };
    let grid = app.grid().await?;
    let principal = Principal::Account(own.standing(app.clock.now()).offered_by(&grid));
    let action = Action::ImpersonateUser;
    let object = reached(&grid, &principal, action, target.object(), &target.places());
    let Ok(still) = decide(&grid, &principal, action, &object) else { return Ok(None) };
    let behind = Behind { account: own.account.id, version: own.account.version, source: still.source };
    Ok(Some((own.account, behind)))
}

/// What stays with the person themselves is refused to whoever acts as them.
pub(crate) fn refuse_what_stays_theirs(behind: Option<&Account>, action: Action) -> Result<(), Failure> {
    match behind {
        Some(_) if !open_while_acting(action) => {
            Err(Failure::Forbidden("while_acting", "this stays with the person: you are logged in as somebody else"))
        }
        _ => Ok(()),
    }
}
