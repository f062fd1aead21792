//! `GET /api/login/me`: who is signed in.

use authorization::act;
use axum::Json;
use domain::AccountId;
use jiff::Timestamp;
use serde::Serialize;
use utoipa::ToSchema;
use web::{Cx, Failure, RealmName};

use crate::account_view::AccountView;

/// The signed-in account.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Me {
    account: OwnAccount,
    /// To be sent as `x-csrf` along with every write.
    csrf: String,
    /// Who is logged in as this account; `null` where it is the account's owner.
    acting: Option<ActingView>,
}

/// Somebody who is logged in as another person.
#[derive(Debug, Serialize, ToSchema)]
struct ActingView {
    /// Their own account.
    #[schema(value_type = String)]
    account: AccountId,
    /// What they are called.
    name: String,
    /// Why.
    reason: String,
    /// When it ends by itself.
    #[schema(value_type = String, format = DateTime)]
    ends_at: Timestamp,
}

impl ActingView {
    fn of(cx: &Cx) -> Option<Self> {
        let (login, person) = (cx.login()?, cx.behind()?);
        let reason = login.acting.as_ref()?.reason.to_string();
        Some(Self { account: person.id, name: person.name.to_string(), reason, ends_at: login.expires_at })
    }
}

/// The account with what only its owner is told.
#[derive(Debug, Serialize, ToSchema)]
struct OwnAccount {
    #[serde(flatten)]
    view: AccountView,
    /// Its address, as typed.
    email: String,
    /// `public`, `main`, or the id of a partner platform.
    realm: String,
    /// The code of the language of its mails.
    #[schema(example = "en")]
    language: &'static str,
}

/// Who is signed in.
#[utoipa::path(
    get,
    path = "/api/login/me",
    tag = "login",
    summary = "Who is signed in",
    responses(
        (status = 200, description = "The account, and the value to send along with writes", body = Me),
        (status = 401, description = "Nobody is signed in", body = web::Problem),
    )
)]
pub(crate) async fn me(cx: Cx) -> Result<Json<Me>, Failure> {
    let account = cx.authorize::<act::ViewSelf>(()).await?.into_target().account;
    let csrf = cx.login().and_then(|login| cx.app().tokens.csrf(login.id)).ok_or(Failure::SignedOut)?;
    let account = OwnAccount {
        view: (&account).into(),
        email: account.email.to_string(),
        realm: RealmName::from(account.kind.realm()).to_string(),
        language: account.locale.code(),
    };
    Ok(Json(Me { account, csrf, acting: ActingView::of(&cx) }))
}
