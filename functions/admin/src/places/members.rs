//! `GET`, `POST` and `DELETE /api/admin/places/{kind}/{place}/members`: belonging to a place is a role on it.

use authorization::{RoleGrant, act, member_role};
use axum::Json;
use axum::http::StatusCode;
use domain::{AccountId, PlaceKind};
use serde::Deserialize;
use store::{Holder, Page, PlaceKey, RoleWish};
use utoipa::ToSchema;
use web::{Body, Cx, Failure, PageOf, PageQuery, Path, Problem, Query};

use super::named;
use crate::roles::holders::Part;
use crate::roles::{HolderView, RoleView, give, take};

/// Who is to belong to a place.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct MemberForm {
    /// The account's id.
    #[schema(value_type = String)]
    account: AccountId,
}

/// Everybody who holds a role on a place, members among them.
pub(crate) async fn of(cx: &Cx, key: PlaceKey, kind: PlaceKind, part: &Part) -> Result<Page<Holder>, Failure> {
    match kind {
        PlaceKind::Group => part.of::<act::ListGroupMember>(cx, key).await,
        PlaceKind::Team => part.of::<act::ListTeamMember>(cx, key).await,
        PlaceKind::Channel => part.of::<act::ReviewChannelContent>(cx, key).await,
        PlaceKind::Path => part.of::<act::AssistPath>(cx, key).await,
        PlaceKind::Program => part.of::<act::LeadProgram>(cx, key).await,
    }
}

/// List everybody who belongs to a place, with the role in which they do.
#[utoipa::path(
    get, path = "/api/admin/places/{kind}/{place}/members", tag = "places",
    params(
        ("kind" = String, Path, description = "`group`, `team`, `channel`, `path` or `program`"),
        ("place" = String, Path, description = "The place's id"),
        PageQuery,
    ),
    responses(
        (status = 200, description = "A page of people, by role", body = PageOf<HolderView>),
        (status = "4XX", description = "Refused", body = Problem),
    )
)]
pub(crate) async fn list_members(
    cx: Cx,
    Path((kind, place)): Path<(String, String)>,
    Query(page): Query<PageQuery>,
) -> Result<Json<PageOf<HolderView>>, Failure> {
    let (kind, id) = named(&kind, &place)?;
    let part = Part { role: None, cursor: page.cursor()?, limit: page.limit()? };
    let found = of(&cx, PlaceKey::One(kind, id), kind, &part).await?;
    Ok(Json(PageOf::of(found, |holder| HolderView::of(&holder))))
}

/// Make somebody a member of a group or team, an expert of a channel, or a learner of a path or program.
///
/// Other roles on the place are given as roles of the account.
#[utoipa::path(
    post, path = "/api/admin/places/{kind}/{place}/members", tag = "places", request_body = MemberForm,
    params(
        ("kind" = String, Path, description = "`group`, `team`, `channel`, `path` or `program`"),
        ("place" = String, Path, description = "The place's id"),
    ),
    responses(
        (status = 201, description = "A member now", body = RoleView),
        (status = 409, description = "A member already", body = Problem),
        (status = 422, description = "The account cannot be a member", body = Problem),
        (status = "4XX", description = "Refused", body = Problem),
    )
)]
pub(crate) async fn add_member(
    cx: Cx,
    Path((kind, place)): Path<(String, String)>,
    Body(form): Body<MemberForm>,
) -> Result<(StatusCode, Json<RoleView>), Failure> {
    let (kind, id) = named(&kind, &place)?;
    let given =
        give(&cx, RoleWish { account: form.account, grant: RoleGrant::new(member_role(kind), id.into()), set: None })
            .await?;
    Ok((StatusCode::CREATED, Json(RoleView::of(&given))))
}

/// Take somebody out of a group, team, channel, path or program.
#[utoipa::path(
    delete, path = "/api/admin/places/{kind}/{place}/members/{account}", tag = "places",
    params(
        ("kind" = String, Path, description = "`group`, `team`, `channel`, `path` or `program`"),
        ("place" = String, Path, description = "The place's id"),
        ("account" = String, Path, description = "The account's id"),
    ),
    responses(
        (status = 204, description = "A member no longer"),
        (status = "4XX", description = "Refused", body = Problem),
    )
)]
pub(crate) async fn remove_member(
    cx: Cx,
    Path((kind, place, account)): Path<(String, String, AccountId)>,
) -> Result<StatusCode, Failure> {
    let (kind, id) = named(&kind, &place)?;
    take(&cx, RoleWish { account, grant: RoleGrant::new(member_role(kind), id.into()), set: None }).await?;
    Ok(StatusCode::NO_CONTENT)
}
