//! `POST /api/me/friends`: asks whoever has an address to be friends.

use authorization::act;
use axum::http::StatusCode;
use domain::{EmailAddress, Realm, Tenant};
use jiff::SignedDuration;
use serde::Deserialize;
use utoipa::ToSchema;
use web::{Body, Cx, Failure, Limit, Problem, in_equal_time};

/// Nobody is to be pestered, and no list of addresses tried.
const BY_DAY: Limit = Limit { kind: "friend-request", attempts_max: 30, window: SignedDuration::from_hours(24) };

/// Whom to ask.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct FriendForm {
    /// The address of somebody on your own platform.
    #[serde(default)]
    #[schema(required = true, example = "ada@example.org")]
    email: String,
}

fn tenant(realm: Realm) -> Tenant {
    match realm {
        Realm::Main | Realm::Public => Tenant::Main,
        Realm::Partner(partner) => Tenant::Partner(partner),
    }
}

/// Ask somebody to be friends.
///
/// The answer is the same whether anybody has the address, and takes as long. Friends see each other's profile pages. Asking somebody who
/// asked you is accepting.
#[utoipa::path(
    post, path = "/api/me/friends", tag = "profiles", request_body = FriendForm,
    responses(
        (status = 202, description = "Whoever has the address is asked"),
        (status = 401, description = "Nobody is signed in", body = Problem),
        (status = 422, description = "Not an e-mail address", body = Problem),
        (status = 429, description = "Asked too often today", body = Problem),
    )
)]
pub(crate) async fn ask_friend(cx: Cx, Body(form): Body<FriendForm>) -> Result<StatusCode, Failure> {
    let own = cx.authorize::<act::ManageFriends>(()).await?;
    let grant = cx.authorize::<act::AskFriend>(Some(tenant(cx.own_realm()))).await?;
    let email = EmailAddress::new(&form.email).map_err(|error| Failure::field("email", error))?;
    cx.app().throttle(&BY_DAY, &own.target().account.id.to_string()).await?;
    in_equal_time(cx.store().ask_friend(&own, grant, &email)).await?;
    Ok(StatusCode::ACCEPTED)
}
