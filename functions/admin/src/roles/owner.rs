//! `POST /api/admin/platform/owner`

use authorization::{GrantObject, RoleGrant, act, is_owner, one_holder_role};
use axum::http::StatusCode;
use domain::{AccountId, AccountStatus};
use serde::Deserialize;
use store::RoleWish;
use utoipa::ToSchema;
use web::{Body, Cx, Failure, Problem};

/// To whom the platform is handed over.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct OwnerForm {
    /// The id of an activated internal administrator whose address is proved and whose account does not end by itself.
    #[schema(value_type = String)]
    account: AccountId,
}

/// Hand the platform over to another administrator.
///
/// Only its owner does, with a password proved lately; and the operator, where the owner has gone for good. Afterwards the former owner is an ordinary administrator; of
/// several attempts at once, one succeeds.
#[utoipa::path(
    post, path = "/api/admin/platform/owner", tag = "roles", request_body = OwnerForm,
    responses(
        (status = 204, description = "Handed over"),
        (status = 409, description = "Somebody was first", body = Problem),
        (status = 422, description = "The account does not become an owner", body = Problem),
        (status = "4XX", description = "Refused", body = Problem),
    )
)]
pub(crate) async fn hand_over(cx: Cx, Body(form): Body<OwnerForm>) -> Result<StatusCode, Failure> {
    let grant = RoleGrant::new(one_holder_role(), GrantObject::Platform);
    let wish = RoleWish { account: form.account, grant, set: None };
    let grant = cx.authorize_giving::<act::TransferSuperStatus>(wish).await?;
    let standing = &grant.target().standing;
    if standing.status != AccountStatus::Activated {
        return Err(Failure::field("account", "must be activated"));
    }
    // Nobody but the owner reaches an owner's account: one that ends, or that nobody has come into, would take the platform
    // with it.
    let account = &grant.target().account;
    if !account.email_verified || account.expires_at.is_some() {
        return Err(Failure::field("account", "must have proved its address, and must not end by itself"));
    }
    if is_owner(standing) {
        return Err(Failure::field("account", "is the owner's already"));
    }
    cx.store().hand_over(grant).await?;
    Ok(StatusCode::NO_CONTENT)
}
