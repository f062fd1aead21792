//! `POST /api/admin/accounts/{account}/log-in-as`

use authorization::act;
use axum::Json;
use domain::{AccountId, AccountStatus, Reason, random_bytes};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use store::ACTING_LASTS;
use utoipa::ToSchema;
use web::{AccessToken, Body, Cx, Failure, Path, Problem, SetCookies};

/// Why somebody logs in as another person.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct LogInAs {
    /// Kept in the audit log, and shown to whoever looks at it.
    #[schema(example = "Cannot open lesson 3, asked by phone")]
    reason: String,
}

/// What the pages of whoever is logged in as another person need.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct LoggedInAs {
    /// As whom.
    #[schema(value_type = String)]
    account: AccountId,
    /// What that person is called.
    name: String,
    /// To be sent as `x-csrf` along with every write.
    csrf: String,
    /// When it ends by itself.
    #[schema(value_type = String, format = DateTime)]
    ends_at: Timestamp,
}

/// Log in as somebody else, for ten minutes.
///
/// The browser's own login stays beside it: signing out, or the end of the ten minutes, leads back to it. Nobody who
/// stands as high as the one who asks is logged in as. Every line of the audit names both, and what opens the account
/// (its password, its address, its logins) stays with its owner.
#[utoipa::path(
    post, path = "/api/admin/accounts/{account}/log-in-as", tag = "accounts", request_body = LogInAs,
    params(("account" = String, Path, description = "The account's id")),
    responses(
        (status = 200, description = "Logged in; the access cookie is the other account's", body = LoggedInAs),
        (status = 403, description = "Not permitted, or the password has to be confirmed first", body = Problem),
        (status = 409, description = "The account is switched off", body = Problem),
        (status = 422, description = "No reason given", body = Problem),
        (status = "4XX", description = "Refused", body = Problem),
    )
)]
pub(crate) async fn log_in_as(
    cx: Cx,
    Path(account): Path<AccountId>,
    Body(form): Body<LogInAs>,
) -> Result<(SetCookies, Json<LoggedInAs>), Failure> {
    let reason = Reason::new(&form.reason).map_err(|error| Failure::field("reason", error.to_string()))?;
    let grant = cx.authorize::<act::ImpersonateUser>(account).await?;
    let own = cx.login().ok_or(Failure::SignedOut)?;
    let other = grant.target().account.clone();
    if other.status(cx.now()) != AccountStatus::Activated {
        return Err(Failure::conflict("the account is switched off: nobody is logged in as it"));
    }
    let login = cx.store().begin_acting(grant, own, reason).await?;
    let (app, token) = (cx.app(), AccessToken { account: other.id, login: login.id });
    let access = app.tokens.access(token, random_bytes(&*app.entropy), cx.now());
    let (Some(access), Some(csrf)) = (access, app.tokens.csrf(login.id)) else {
        return Err(Failure::Internal("no key that signs".to_owned()));
    };
    let cookies = SetCookies::Acting { access, max_age_s: ACTING_LASTS.as_secs() };
    let body = LoggedInAs { account: other.id, name: other.name.to_string(), csrf, ends_at: login.expires_at };
    Ok((cookies, Json(body)))
}
