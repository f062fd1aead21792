//! A factor that counts from now on, and the answer to whoever added it.

use authorization::{Granted, act};
use axum::Json;
use serde::Serialize;
use store::{FactorChange, SecondFactors};
use utoipa::ToSchema;
use web::{Cx, Failure, SetCookies};

use super::recovery;
use crate::browser::Browser;
use crate::signed_in::{SignedIn, fresh_seed};

/// What to write down, and what pages need to go on.
#[derive(Serialize, ToSchema)]
pub(crate) struct FactorAdded {
    /// Each signs in once in the place of a second factor. Shown this once; empty where there are some already.
    recovery_codes: Vec<String>,
    /// To be sent as `x-csrf` along with every write: it is another login that goes on.
    csrf: String,
}

/// Keeps a factor more than before, with recovery codes where there are none. The login that goes on is another one, so
/// that copies of the cookies that asked are not lifted along with it.
pub(crate) async fn keep_added(
    cx: &Cx,
    browser: &Browser,
    grant: Granted<act::ManageSecondFactors>,
    after: SecondFactors,
    told: FactorChange,
) -> Result<(SetCookies, Json<FactorAdded>), Failure> {
    let account = grant.target().account.clone();
    let (recovery_codes, recovery) = match &*after.recovery {
        [] => recovery::fresh(cx.app(), account.id)?,
        _ => (Vec::new(), after.recovery.clone()),
    };
    let login = cx.login().ok_or(Failure::SignedOut)?;
    let after = SecondFactors { recovery, ..after };
    let login = cx.store().add_second_factor(grant, after, told, login, fresh_seed(cx.app())).await?;
    let signed_in = SignedIn::whole(cx.app(), &account, browser, &login)?;
    let csrf = signed_in.csrf().to_owned();
    Ok((signed_in.cookies, Json(FactorAdded { recovery_codes, csrf })))
}
