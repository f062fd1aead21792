//! `DELETE /api/admin/places/{kind}/{place}/enrollments/{account}`

use authorization::act;
use axum::http::StatusCode;
use domain::{AccountId, PlaceId, PlaceKind};
use store::RemovesFromPaths;
use web::{Cx, Failure, Path, Problem};

use super::{Learnt, learnt};

/// Take somebody out of a path or program.
#[utoipa::path(
    delete, path = "/api/admin/places/{kind}/{place}/enrollments/{account}", tag = "places",
    params(
        ("kind" = String, Path, description = "`path` or `program`"),
        ("place" = String, Path, description = "The place's id"),
        ("account" = String, Path, description = "The account's id"),
    ),
    responses(
        (status = 204, description = "Gone"),
        (status = "4XX", description = "Refused", body = Problem),
    )
)]
pub(crate) async fn remove_path_enrollment(
    cx: Cx,
    Path((kind, place, account)): Path<(String, String, AccountId)>,
) -> Result<StatusCode, Failure> {
    match learnt(&kind, &place)? {
        Learnt::Path(id) => removed::<act::ChangePathEnrollment>(&cx, (PlaceKind::Path, id, account)).await?,
        Learnt::Program(id) => removed::<act::RemoveProgramEnrollment>(&cx, (PlaceKind::Program, id, account)).await?,
    }
    Ok(StatusCode::NO_CONTENT)
}

async fn removed<A: RemovesFromPaths>(cx: &Cx, key: (PlaceKind, PlaceId, AccountId)) -> Result<(), Failure> {
    let grant = cx.authorize::<A>(key).await?;
    if grant.target().enrollment.is_none() {
        return Err(Failure::NotFound);
    }
    Ok(cx.store().remove_path_enrollment(grant).await?)
}
