//! `GET /api/admin/audit`

use authorization::act;
use axum::Json;
use serde::Deserialize;
use utoipa::IntoParams;
use web::{Cx, Failure, PageOf, PageQuery, Problem, Query};

use super::AuditLineView;

/// The longest name of an object, an enrollment's two ids, has 64 characters.
const OBJECT_BYTES_MAX: usize = 100;

/// Which lines.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct AuditQuery {
    /// Only lines about this object: `account:ID`, `course:ID`, `partner:ID`, `order:ID`, `promotion:CODE`, `enrollment:COURSE:ACCOUNT`.
    object: Option<String>,
    /// The `next` of the page before.
    cursor: Option<String>,
    /// Entries on a page, 1 to 100; 50 where nothing is said.
    limit: Option<usize>,
}

impl AuditQuery {
    fn object(&self) -> Result<Option<&str>, Failure> {
        let named =
            |text: &str| text.len() <= OBJECT_BYTES_MAX && text.split_once(':').is_some_and(|(_, id)| !id.is_empty());
        match self.object.as_deref() {
            Some(text) if !named(text) => Err(Failure::field("object", "must name an object, such as `account:ID`")),
            object => Ok(object),
        }
    }
}

/// Read the audit log, the newest line first.
#[utoipa::path(
    get, path = "/api/admin/audit", tag = "audit", params(AuditQuery),
    responses(
        (status = 200, description = "A page of lines", body = PageOf<AuditLineView>),
        (status = "4XX", description = "Refused", body = Problem),
    )
)]
pub(crate) async fn list_audit(
    cx: Cx,
    Query(query): Query<AuditQuery>,
) -> Result<Json<PageOf<AuditLineView>>, Failure> {
    let page = PageQuery { cursor: query.cursor.clone(), limit: query.limit };
    let (object, cursor, limit) = (query.object()?, page.cursor()?, page.limit()?);
    let grant = cx.authorize::<act::ViewAudit>(()).await?;
    let found = cx.store().audit(&grant, object, cursor.as_ref(), limit).await?;
    Ok(Json(PageOf::of(found, AuditLineView::of)))
}
