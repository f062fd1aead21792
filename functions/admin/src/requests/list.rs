//! `GET /api/admin/requests`

use authorization::act;
use axum::Json;
use serde::Deserialize;
use utoipa::IntoParams;
use web::{Cx, Failure, PageOf, PageQuery, Problem, Query};

use super::AccountRequestView;
use crate::accounts::list::tenant;
use crate::realm::realm_word;

/// Whose requests.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct RequestsQuery {
    /// `main` or the id of a partner; your own realm where nothing is said.
    realm: Option<String>,
    /// The `next` of the page before.
    cursor: Option<String>,
    /// Entries on a page, 1 to 100; 50 where nothing is said.
    limit: Option<usize>,
}

/// List those who wait for an account, the longest first.
#[utoipa::path(
    get, path = "/api/admin/requests", tag = "requests", params(RequestsQuery),
    responses(
        (status = 200, description = "A page of requests", body = PageOf<AccountRequestView>),
        (status = "4XX", description = "Refused", body = Problem),
    )
)]
pub(crate) async fn list_requests(
    cx: Cx,
    Query(query): Query<RequestsQuery>,
) -> Result<Json<PageOf<AccountRequestView>>, Failure> {
    let realm = match &query.realm {
        Some(word) => realm_word(word).map_err(|sentence| Failure::field("realm", sentence))?,
        None => cx.own_realm(),
    };
    let page = PageQuery { cursor: query.cursor, limit: query.limit };
    let (cursor, limit) = (page.cursor()?, page.limit()?);
    let grant = cx.authorize::<act::ListPendingUser>(Some(tenant(realm))).await?;
    let found = cx.store().account_requests(&grant, realm, cursor.as_ref(), limit).await?;
    Ok(Json(PageOf::of(found, |request| AccountRequestView::of(&request))))
}
