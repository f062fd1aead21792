//! `GET /api/health`: whether the platform answers.

use axum::Json;
use serde::Serialize;
use utoipa::ToSchema;

/// The platform answers.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Health {
    /// Always `ok`.
    status: &'static str,
}

/// Does not ask the table: a probe every few seconds must cost nothing, and must not fail with it.
#[utoipa::path(
    get,
    path = "/api/health",
    tag = "health",
    summary = "Whether the platform answers",
    responses((status = 200, description = "It does", body = Health))
)]
pub(crate) async fn health() -> Json<Health> {
    Json(Health { status: "ok" })
}
