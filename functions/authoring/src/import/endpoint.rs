//! `POST /api/admin/courses/import`

use axum::Json;
use axum::extract::DefaultBodyLimit;
use domain::{Audience, Publication};
use serde::Deserialize;
use utoipa::IntoParams;
use utoipa_axum::router::{UtoipaMethodRouter, UtoipaMethodRouterExt};
use web::{App, Cx, Failure, Problem, Query, routes};

use super::body::{FEED_BYTES_MAX, FeedRequest};
use super::permits::Permits;
use super::plan::plan;
use super::report::ImportReport;
use crate::audience::audience_word;
use crate::import::origin_of;

/// An address of the web at most; it goes into every id.
const ORIGIN_BYTES_MAX: usize = 2_000;

/// How to import.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct ImportQuery {
    /// Whom the courses are made for where a row does not say: `internal`, `public` or the id of a partner.
    audience: String,
    /// Whether to write. A dry run otherwise.
    #[serde(default)]
    #[param(required = false)]
    apply: bool,
    /// Whether new courses are published at once, which takes the right to publish, too. Drafts otherwise.
    #[serde(default)]
    #[param(required = false)]
    publish: bool,
    /// Who sends the feed, so that equal ids of different senders stay apart. A MOOChub document knows its own.
    origin: Option<String>,
}

impl ImportQuery {
    fn audience(&self) -> Result<Audience, Failure> {
        audience_word(&self.audience).map_err(|sentence| Failure::field("audience", sentence))
    }

    fn origin(&self, audience: Audience) -> Result<Option<String>, Failure> {
        let said = self.origin.as_deref().map(str::trim).filter(|origin| !origin.is_empty());
        if said.is_some_and(|origin| origin.len() > ORIGIN_BYTES_MAX) {
            return Err(Failure::field("origin", format!("must have at most {ORIGIN_BYTES_MAX} bytes")));
        }
        Ok(origin_of(audience, said))
    }

    fn new_as(&self) -> Publication {
        if self.publish { Publication::Published } else { Publication::Draft }
    }
}

/// Import courses from a MOOChub document or a CSV table.
///
/// A dry run says what each row would do; with `apply=true` it is done. The same file twice changes nothing, and an
/// import that was cut off goes on when the file is sent again.
#[utoipa::path(
    post, path = "/api/admin/courses/import", tag = "courses", params(ImportQuery),
    request_body(content(
        (String = "application/json"), (String = "application/vnd.api+json"), (String = "text/csv"),
    ), description = "The feed, at most 64 MiB; 6 MB in the cloud"),
    responses(
        (status = 200, description = "What each row does", body = ImportReport),
        (status = 400, description = "The file cannot be read", body = Problem),
        (status = 413, description = "The file is too large", body = Problem),
        (status = 415, description = "Another kind of file", body = Problem),
        (status = "4XX", description = "Refused", body = Problem),
    )
)]
pub(crate) async fn import_courses(
    cx: Cx,
    Query(query): Query<ImportQuery>,
    feed: FeedRequest,
) -> Result<Json<ImportReport>, Failure> {
    let audience = query.audience()?;
    let origin = query.origin(audience)?;
    let permits = Permits::of_request(&cx, audience, query.new_as()).await?;
    let feed = feed.receive().await?.read(audience, origin).await?;
    let mut plan = plan(cx.store(), &permits, feed, query.new_as(), cx.now()).await?;
    if query.apply {
        plan = plan.apply(cx.store(), &permits, &mut |_, _| {}).await;
    }
    Ok(Json(ImportReport::of(&plan, query.apply)))
}

/// The route, with its own limit of what may be sent.
pub(crate) fn route() -> UtoipaMethodRouter<App> {
    routes!(import_courses).layer(DefaultBodyLimit::max(FEED_BYTES_MAX))
}
