//! `GET /api/permissions/grid`

use authorization::{Module, act};
use axum::Json;
use domain::{PartnerId, Tenant};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use web::{Cx, Failure, Problem, Query};

use super::pages::{GridPage, Whose};

/// Whose grid.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct GridQuery {
    /// The id of a partner platform or organization; the whole platform where nothing is said.
    organization: Option<String>,
    /// Only `overview`, `business` or `course`; all parts where nothing is said.
    #[param(inline)]
    part: Option<Part>,
}

/// A part of the grid.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
enum Part {
    Overview,
    Business,
    Course,
}

/// The grid as it holds now: the program's own, what the platform is set to, and what was decided otherwise. It is read;
/// what is to differ is set or overridden.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct GridView {
    /// What each kind of page shows.
    overview: Vec<KindView>,
    /// The pages: business permissions first, then course permissions.
    pages: Vec<GridPage>,
}

/// A kind of permissions, explained.
#[derive(Debug, Serialize, ToSchema)]
struct KindView {
    /// `business` or `course`.
    part: &'static str,
    /// What it shows, in words.
    words: &'static str,
}

const OVERVIEW: [KindView; 2] = [
    KindView {
        part: "business",
        words: "Business permissions hold site-wide: what each type of account may on the platform, one column per role. \
                With organizations there are two grids: one for the top organization, one for all others together.",
    },
    KindView {
        part: "course",
        words: "Course permissions hold inside one course: what each role in a course may there, one column per role.",
    },
];

/// See which permissions each role has.
///
/// A cell is ticked where the role brings the action as the platform is set now; its ways say how far and when.
#[utoipa::path(
    get, path = "/api/permissions/grid", tag = "permissions", params(GridQuery),
    responses(
        (status = 200, description = "The grid", body = GridView),
        (status = "4XX", description = "Refused", body = Problem),
    )
)]
pub(crate) async fn show_grid(cx: Cx, Query(query): Query<GridQuery>) -> Result<Json<GridView>, Failure> {
    let organization = query.organization.as_deref().map(str::parse::<PartnerId>).transpose();
    let organization = organization
        .map_err(|_| Failure::field("organization", "must be the id of a partner platform or organization"))?;
    let tenant = organization.map_or(Tenant::Main, Tenant::Partner);
    let grant = cx.authorize::<act::ViewPermissionGrid>(Some(tenant)).await?;
    if !cx.store().has_tenant(&grant).await? {
        return Err(Failure::NotFound);
    }
    let wanted = |part| query.part.is_none_or(|only| only == part);
    let grid = cx.grid();
    let with_organizations = grid.settings().modules.contains(Module::Organizations);
    let (first, second) = match organization {
        Some(_) => (Whose::One(tenant), None),
        None => (Whose::Top, with_organizations.then_some(Whose::SubOrganizations)),
    };
    let mut pages = Vec::new();
    if wanted(Part::Business) {
        pages.extend([first].into_iter().chain(second).map(|whose| GridPage::business(grid, whose)));
    }
    if wanted(Part::Course) {
        pages.push(GridPage::course(grid, first));
    }
    let overview = if wanted(Part::Overview) { OVERVIEW.into() } else { Vec::new() };
    Ok(Json(GridView { overview, pages }))
}
