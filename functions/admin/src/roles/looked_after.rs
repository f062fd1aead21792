//! `GET /api/admin/people`

use authorization::act;
use axum::Json;
use serde::Serialize;
use utoipa::ToSchema;
use web::{Cx, Failure, Problem};

use super::HolderView;

/// The people whom somebody looks after.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct PeopleView {
    /// Each of them, with the role in which they are looked after.
    people: Vec<HolderView>,
}

/// List the people whom you look after as their manager, parent or mentor.
#[utoipa::path(
    get, path = "/api/admin/people", tag = "roles",
    responses(
        (status = 200, description = "The people", body = PeopleView),
        (status = "4XX", description = "Refused", body = Problem),
    )
)]
pub(crate) async fn list_people(cx: Cx) -> Result<Json<PeopleView>, Failure> {
    let grant = cx.authorize::<act::ViewSelf>(()).await?;
    let people = cx.store().looked_after(&grant).await?;
    Ok(Json(PeopleView { people: people.iter().map(HolderView::of).collect() }))
}
