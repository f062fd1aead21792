//! `GET /api/permissions/diff`

use authorization::{Grid, act};
use axum::Json;
use domain::{PartnerId, Tenant};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use web::{Cx, Failure, Problem, Query};

use super::flips::ids;

/// Where to look.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct DifferenceQuery {
    /// `main` or the id of a partner platform or organization: what holds there. What holds everywhere, where nothing is
    /// said.
    tenant: Option<String>,
}

/// By what decisions differ from the grid that the program comes with.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct DifferenceView {
    /// Each role whose decisions differ.
    roles: Vec<RoleDifference>,
}

/// One role's difference.
#[derive(Debug, Serialize, ToSchema)]
struct RoleDifference {
    /// The role's id.
    role: String,
    /// Ids of the actions that it brings here and not by default.
    gained: Vec<String>,
    /// Ids of the actions that it brings by default and not here.
    lost: Vec<String>,
}

/// See by what decisions differ from the grid that the program comes with.
#[utoipa::path(
    get, path = "/api/permissions/diff", tag = "permissions", params(DifferenceQuery),
    responses(
        (status = 200, description = "The difference, role by role", body = DifferenceView),
        (status = "4XX", description = "Refused", body = Problem),
    )
)]
pub(crate) async fn show_difference(
    cx: Cx,
    Query(query): Query<DifferenceQuery>,
) -> Result<Json<DifferenceView>, Failure> {
    let partner = |id: &str| id.parse::<PartnerId>().map(Tenant::Partner);
    let tenant =
        match query.tenant.as_deref() {
            None => None,
            Some("main") => Some(Tenant::Main),
            Some(id) => Some(partner(id).map_err(|_| {
                Failure::field("tenant", "must be `main` or the id of a partner platform or organization")
            })?),
        };
    let _ = cx.authorize::<act::ExplainPermissions>(()).await?;
    let flips = Grid::DEFAULT.flips(cx.grid(), tenant);
    let view = |flip: &authorization::Flip| RoleDifference {
        role: flip.role.id().to_owned(),
        gained: ids(flip.gained),
        lost: ids(flip.lost),
    };
    Ok(Json(DifferenceView { roles: flips.iter().map(view).collect() }))
}
