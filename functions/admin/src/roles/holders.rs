//! `GET /api/admin/holders`

use authorization::{GrantObject, Role, act};
use axum::Json;
use domain::{PlaceKind, Tenant};
use serde::Deserialize;
use store::{Cursor, Holder, LoadTarget, Page, PlaceKey, ShowsHolders};
use utoipa::IntoParams;
use web::{Cx, Failure, FieldErrors, PageOf, PageQuery, Problem, Query};

use super::HolderView;

/// Which holders.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct HoldersQuery {
    /// What the roles are held on: `platform` for the main platform's people, `organization:ID` for those of a partner
    /// platform or organization, `course:ID`, `path:ID`, `group:ID`, `team:ID`, `channel:ID` or `person:ID`.
    object: String,
    /// Only holders of this role.
    role: Option<String>,
    /// The `next` of the page before.
    cursor: Option<String>,
    /// Entries on a page, 1 to 100; 50 where nothing is said.
    limit: Option<usize>,
}

/// Which part of whose holders.
pub(crate) struct Part {
    pub(crate) role: Option<Role>,
    pub(crate) cursor: Option<Cursor>,
    pub(crate) limit: usize,
}

impl Part {
    pub(crate) async fn of<A: ShowsHolders>(
        &self,
        cx: &Cx,
        key: <A::Target as LoadTarget>::Key,
    ) -> Result<Page<Holder>, Failure>
    where
        A::Target: LoadTarget,
    {
        let grant = cx.authorize::<A>(key).await?;
        Ok(cx.store().holders(&grant, self.role, self.cursor.as_ref(), self.limit).await?)
    }
}

/// List who holds which role on an object.
#[utoipa::path(
    get, path = "/api/admin/holders", tag = "roles", params(HoldersQuery),
    responses(
        (status = 200, description = "A page of holders, by role", body = PageOf<HolderView>),
        (status = "4XX", description = "Refused", body = Problem),
    )
)]
pub(crate) async fn list_holders(
    cx: Cx,
    Query(query): Query<HoldersQuery>,
) -> Result<Json<PageOf<HolderView>>, Failure> {
    let mut errors = FieldErrors::default();
    let on = errors.take("object", super::object(&query.object));
    let role = errors.take("role", query.role.as_deref().map(super::role).transpose());
    let (Some(on), Some(role)) = (on, role) else { return Err(errors.into_failure()) };
    let page = PageQuery { cursor: query.cursor, limit: query.limit };
    let part = Part { role, cursor: page.cursor()?, limit: page.limit()? };
    let found = match on {
        GrantObject::Platform => part.of::<act::ListAccounts>(&cx, Some(Tenant::Main)).await?,
        GrantObject::Organization(id) => part.of::<act::ListAccounts>(&cx, Some(Tenant::Partner(id))).await?,
        GrantObject::Course(id) => part.of::<act::ListEnrollments>(&cx, id).await?,
        GrantObject::Person(id) => part.of::<act::ListSupervision>(&cx, id).await?,
        GrantObject::IltSession(_) | GrantObject::Courses(_) => return Err(Failure::NotFound),
        place => {
            let (kind, id) = place_kind(place).zip(place.place()).ok_or(Failure::NotFound)?;
            crate::places::members::of(&cx, PlaceKey::One(kind, id), kind, &part).await?
        }
    };
    Ok(Json(PageOf::of(found, |holder| HolderView::of(&holder))))
}

/// The kind of a place by what roles are held on. Programs are asked for as such, beside the paths.
fn place_kind(on: GrantObject) -> Option<PlaceKind> {
    match on {
        GrantObject::Group(_) => Some(PlaceKind::Group),
        GrantObject::Team(_) => Some(PlaceKind::Team),
        GrantObject::Channel(_) => Some(PlaceKind::Channel),
        GrantObject::Path(_) => Some(PlaceKind::Path),
        _ => None,
    }
}
