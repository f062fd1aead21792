//! `GET /api/admin/directory`

use authorization::{Section, act, is_owner, level};
use axum::Json;
use domain::{AccountId, AccountStatus, Realm, Tier, TypeName};
use serde::{Deserialize, Serialize};
use store::{Cursor, LISTED_MAX, Listed, Page, ShowsDirectory};
use utoipa::{IntoParams, ToSchema};
use web::{Cx, Failure, FieldErrors, PageOf, PageQuery, Problem, Query};

use super::list::tenant;
use crate::realm::realm_word;
use crate::roles::{HolderView, RoleView};
use crate::words;

/// Which part of the directory.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct DirectoryQuery {
    /// `main`, `public` or the id of a partner; your own realm where nothing is said. Customers are shown to those alone who
    /// list accounts.
    realm: Option<String>,
    /// `administrators`, `instructors`, `teaching_assistants`, `learners`, `parents`, `managers`, `mentors`, `monitors`
    /// or `affiliates`; everybody where nothing is said.
    section: Option<String>,
    /// The `next` of the page before.
    cursor: Option<String>,
    /// Entries on a page, 1 to 25; 25 where nothing is said.
    limit: Option<usize>,
}

/// Somebody in the directory.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct DirectoryLine {
    /// The account.
    #[schema(value_type = String)]
    account: AccountId,
    /// What the person is called.
    name: String,
    /// The organization whose name stands beneath: the one that the person administers, where there is just one.
    organization: Option<String>,
    /// Whether this is the one owner of the platform.
    owner: bool,
    /// The id of the highest role that holds for the whole account.
    level: String,
    /// What the account is for.
    #[schema(schema_with = words::tier)]
    tier: Tier,
    /// Which platform it belongs to.
    #[serde(rename = "type")]
    #[schema(schema_with = words::type_name)]
    type_name: TypeName,
    /// What those who may see statuses are told; `null` for others.
    details: Option<DirectoryDetails>,
}

/// What the directory says of somebody beyond the name.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct DirectoryDetails {
    /// What the account is right now.
    #[schema(schema_with = words::account_status)]
    status: AccountStatus,
    /// What it was given.
    roles: Vec<RoleView>,
    /// Who looks after the person.
    managers: Vec<HolderView>,
}

impl DirectoryLine {
    fn of(listed: &Listed, in_full: bool) -> Self {
        let Listed { account, standing, managers, organization } = listed;
        let details = in_full.then(|| DirectoryDetails {
            status: standing.status,
            roles: standing.grants.iter().map(RoleView::of).collect(),
            managers: managers.iter().map(HolderView::of).collect(),
        });
        Self {
            account: account.id,
            name: account.name.to_string(),
            organization: organization.clone(),
            owner: is_owner(standing),
            level: level(standing).id().to_owned(),
            tier: account.kind.tier(),
            type_name: account.kind.type_name(),
            details,
        }
    }
}

/// See the people of a platform, all of them or by type of account.
///
/// A page may hold fewer entries than asked for, and none, while `next` names another page.
#[utoipa::path(
    get, path = "/api/admin/directory", tag = "accounts", params(DirectoryQuery),
    responses(
        (status = 200, description = "A page of people", body = PageOf<DirectoryLine>),
        (status = "4XX", description = "Refused", body = Problem),
    )
)]
pub(crate) async fn show_directory(
    cx: Cx,
    Query(query): Query<DirectoryQuery>,
) -> Result<Json<PageOf<DirectoryLine>>, Failure> {
    let mut errors = FieldErrors::default();
    let realm = errors.take("realm", query.realm.as_deref().map(realm_word).transpose());
    let section = query.section.as_deref().map(|word| Section::from_word(word).ok_or("names no section")).transpose();
    let section = errors.take("section", section);
    let (Some(realm), Some(section)) = (realm, section) else { return Err(errors.into_failure()) };
    let realm = realm.unwrap_or_else(|| cx.own_realm());
    let page = PageQuery { cursor: query.cursor, limit: query.limit.or(Some(LISTED_MAX)) };
    let (cursor, limit) = (page.cursor()?, page.limit()?);
    // Customers share no platform with each other or with those who learn on it: they are no colleagues' directory.
    if realm == Realm::Public {
        let _ = cx.authorize::<act::ListAccounts>(Some(tenant(realm))).await?;
    }
    let found = match section {
        None => listed::<act::ViewUserDirectory>(&cx, realm, None, cursor.as_ref(), limit).await?,
        Some(_) => listed::<act::ViewByTypeUserDirectory>(&cx, realm, section, cursor.as_ref(), limit).await?,
    };
    let in_full = cx.authorize::<act::ViewAccountStatus>(Some(tenant(realm))).await.is_ok();
    Ok(Json(PageOf::of(found, |line| DirectoryLine::of(&line, in_full))))
}

async fn listed<A: ShowsDirectory>(
    cx: &Cx,
    realm: Realm,
    section: Option<Section>,
    cursor: Option<&Cursor>,
    limit: usize,
) -> Result<Page<Listed>, Failure> {
    let grant = cx.authorize::<A>(Some(tenant(realm))).await?;
    Ok(cx.store().directory(&grant, realm, section, cursor, limit).await?)
}
