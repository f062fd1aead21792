//! `GET /api/login/devices`: where the account is signed in.

use authorization::act;
use axum::Json;
use serde::Serialize;
use store::Login;
use utoipa::ToSchema;
use web::{Cx, Failure};

/// Where an account is signed in; at most twenty places, so there are no pages.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Devices {
    /// The newest first.
    devices: Vec<Device>,
}

/// One signed-in browser.
#[derive(Debug, Serialize, ToSchema)]
struct Device {
    /// Its login's id.
    id: String,
    /// What the browser calls itself.
    name: String,
    /// When it was signed in.
    #[schema(format = DateTime)]
    created_at: String,
    /// When it was last heard of, give or take ten minutes.
    #[schema(format = DateTime)]
    refreshed_at: String,
    /// When it has to sign in again.
    #[schema(format = DateTime)]
    expires_at: String,
    /// Whether it is the one that asks.
    current: bool,
    /// Whether it is an administrator, who is logged in as the account's owner for a few minutes.
    acting: bool,
}

impl Device {
    fn of(login: Login, current: Option<&Login>) -> Self {
        Self {
            id: login.id.to_string(),
            acting: login.acting.is_some(),
            current: current.is_some_and(|current| current.id == login.id),
            name: login.device,
            created_at: login.created_at.to_string(),
            refreshed_at: login.refreshed_at.to_string(),
            expires_at: login.expires_at.to_string(),
        }
    }
}

/// Where one is signed in.
#[utoipa::path(
    get,
    path = "/api/login/devices",
    tag = "login",
    summary = "Where the account is signed in",
    responses(
        (status = 200, description = "Every login of the account", body = Devices),
        (status = 401, description = "Nobody is signed in", body = web::Problem),
    )
)]
pub(crate) async fn list_devices(cx: Cx) -> Result<Json<Devices>, Failure> {
    let grant = cx.authorize::<act::ManageOwnLogins>(()).await?;
    let logins = cx.store().own_logins(&grant).await?;
    Ok(Json(Devices { devices: logins.into_iter().map(|login| Device::of(login, cx.login())).collect() }))
}
