//! `GET /api/my/paths` and `POST /api/my/paths/{path}/enroll`: one's own paths and programs.

use authorization::act;
use axum::Json;
use axum::http::StatusCode;
use domain::{EnrollmentState, PathEnrollment, PathId, Place, PlaceId, PlaceKind};
use serde::Serialize;
use store::{Cursor, PlaceKey};
use utoipa::ToSchema;
use web::{Body, Cx, Failure, PageQuery, Path, Problem, Query};

use crate::nothing::Nothing;

/// One of one's own paths or programs.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct OwnPath {
    id: String,
    /// `path` or `program`.
    #[schema(example = "path")]
    kind: &'static str,
    name: String,
    /// Where one's own enrollment stands.
    #[schema(value_type = String, example = "in_progress")]
    state: EnrollmentState,
}

impl OwnPath {
    fn of((place, enrollment): &(Place, PathEnrollment)) -> Self {
        Self {
            id: place.id.to_string(),
            kind: place.kind.word(),
            name: place.name.to_string(),
            state: enrollment.state,
        }
    }
}

/// A page of one's own paths and programs.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct OwnPaths {
    paths: Vec<OwnPath>,
    /// Where the next page starts; `null` at the end.
    next: Option<String>,
}

/// Lists one's own paths and programs, the newest enrollment first.
#[utoipa::path(
    get, path = "/api/my/paths", tag = "learning", params(PageQuery),
    responses(
        (status = 200, body = OwnPaths),
        (status = 400, body = Problem, description = "the cursor is not one of this list"),
        (status = 401, body = Problem),
    )
)]
pub(crate) async fn list_own_paths(cx: Cx, Query(page): Query<PageQuery>) -> Result<Json<OwnPaths>, Failure> {
    let (cursor, limit) = (page.cursor()?, page.limit()?);
    let grant = cx.authorize::<act::ListOwnCourses>(()).await?;
    let found = cx.store().own_paths(&grant, cursor.as_ref(), limit).await?;
    let paths = found.items.iter().map(OwnPath::of).collect();
    Ok(Json(OwnPaths { paths, next: found.next.as_ref().map(Cursor::text) }))
}

/// Enrolls the account that asks in a path of its own platform. Programs are led: those who lead one enroll in it.
#[utoipa::path(
    post, path = "/api/my/paths/{path}/enroll", tag = "learning",
    params(("path" = String, Path)), request_body = Nothing,
    responses(
        (status = 201, body = OwnPath),
        (status = 401, body = Problem),
        (status = 403, body = Problem, description = "accounts of this type do not enroll by themselves"),
        (status = 404, body = Problem),
        (status = 409, body = Problem, description = "enrolled already, or shut out"),
    )
)]
pub(crate) async fn enroll_self_in_path(
    cx: Cx,
    Path(path): Path<PathId>,
    Body(Nothing {}): Body<Nothing>,
) -> Result<(StatusCode, Json<OwnPath>), Failure> {
    let grant = cx.authorize::<act::EnrollSelfPath>(PlaceKey::One(PlaceKind::Path, PlaceId::Path(path))).await?;
    let enrolled = cx.store().enroll_self_in_path(grant).await?;
    Ok((StatusCode::CREATED, Json(OwnPath::of(&enrolled))))
}
