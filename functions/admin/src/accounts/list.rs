//! `GET /api/admin/accounts`

use authorization::act;
use axum::Json;
use domain::{Realm, Tenant};
use serde::Deserialize;
use utoipa::IntoParams;
use web::{Cx, Failure, PageOf, PageQuery, Problem, Query, search};

use super::AccountView;
use crate::realm::realm_word;

/// Which accounts.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct AccountsQuery {
    /// `main`, `public` or the id of a partner; your own realm where nothing is said.
    realm: Option<String>,
    /// How the name begins, or the address where it holds an `@`.
    q: Option<String>,
    /// The `next` of the page before.
    cursor: Option<String>,
    /// Entries on a page, 1 to 100; 50 where nothing is said.
    limit: Option<usize>,
}

/// List or search accounts by name or address.
#[utoipa::path(
    get, path = "/api/admin/accounts", tag = "accounts", params(AccountsQuery),
    responses(
        (status = 200, description = "A page of accounts by name", body = PageOf<AccountView>),
        (status = "4XX", description = "Refused", body = Problem),
    )
)]
pub(crate) async fn list_accounts(
    cx: Cx,
    Query(query): Query<AccountsQuery>,
) -> Result<Json<PageOf<AccountView>>, Failure> {
    let realm = match &query.realm {
        Some(word) => realm_word(word).map_err(|sentence| Failure::field("realm", sentence))?,
        None => cx.own_realm(),
    };
    let starting_with = search(query.q)?;
    let page = PageQuery { cursor: query.cursor, limit: query.limit };
    let (cursor, limit) = (page.cursor()?, page.limit()?);
    let grant = cx.authorize::<act::ListAccounts>(Some(tenant(realm))).await?;
    let found = cx.store().accounts(&grant, realm, starting_with.as_deref(), cursor.as_ref(), limit).await?;
    let now = cx.now();
    Ok(Json(PageOf::of(found, |account| AccountView::of(&account, now))))
}

/// Whose people they are.
pub(crate) fn tenant(realm: Realm) -> Tenant {
    match realm {
        Realm::Main | Realm::Public => Tenant::Main,
        Realm::Partner(partner) => Tenant::Partner(partner),
    }
}
