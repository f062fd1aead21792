//! `GET /api/admin/settings`

use authorization::act;
use axum::Json;
use web::{Cx, Failure, Problem};

use super::SettingsView;

/// See what the platform is set to.
#[utoipa::path(
    get, path = "/api/admin/settings", tag = "settings",
    responses(
        (status = 200, description = "Profile, modules and switches", body = SettingsView),
        (status = "4XX", description = "Refused", body = Problem),
    )
)]
pub(crate) async fn show_settings(cx: Cx) -> Result<Json<SettingsView>, Failure> {
    let grant = cx.authorize::<act::ViewPlatformSettings>(()).await?;
    Ok(Json(SettingsView::of(&cx.store().choices(&grant).await?)))
}
