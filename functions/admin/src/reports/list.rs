//! `GET /api/admin/reports/{report}`

use authorization::act;
use axum::Json;
use domain::{PartnerId, Tenant};
use jiff::civil::Date;
use serde::Deserialize;
use store::MilestoneKind;
use utoipa::IntoParams;
use web::{Cx, Failure, PageOf, PageQuery, Path, Problem, Query};

use super::MilestoneView;

/// Which month, and whose.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct ReportQuery {
    /// The month in UTC, such as `2026-11`.
    #[param(example = "2026-11")]
    month: String,
    /// The id of a partner platform or organization; the main platform, with its public courses, where nothing is said.
    organization: Option<String>,
    /// The `next` of the page before.
    cursor: Option<String>,
    /// Entries on a page, 1 to 100; 50 where nothing is said.
    limit: Option<usize>,
}

/// A month as four digits, a dash and two digits; its first day.
fn month(text: &str) -> Option<Date> {
    let day: Date = format!("{text}-01").parse().ok()?;
    (day.strftime("%Y-%m").to_string() == text).then_some(day)
}

/// List what was reached in one month, in order of time.
///
/// `enrollments` has an entry for everybody whose lessons opened for the first time, `completions` one for everybody who
/// completed a course for the first time. Entries stay when enrollments and accounts end.
#[utoipa::path(
    get, path = "/api/admin/reports/{report}", tag = "reports",
    params(("report" = String, Path, description = "`enrollments` or `completions`"), ReportQuery),
    responses(
        (status = 200, description = "A page of entries", body = PageOf<MilestoneView>),
        (status = 422, description = "Some fields need another value", body = Problem),
        (status = "4XX", description = "Refused", body = Problem),
    )
)]
pub(crate) async fn list_report(
    cx: Cx,
    Path(report): Path<String>,
    Query(query): Query<ReportQuery>,
) -> Result<Json<PageOf<MilestoneView>>, Failure> {
    let kind = match report.as_str() {
        "enrollments" => MilestoneKind::Enrolled,
        "completions" => MilestoneKind::Completed,
        _ => return Err(Failure::NotFound),
    };
    let month = month(&query.month).ok_or_else(|| Failure::field("month", "must be a month, such as `2026-11`"))?;
    let organization = query.organization.as_deref().map(str::parse::<PartnerId>).transpose();
    let organization = organization
        .map_err(|_| Failure::field("organization", "must be the id of a partner platform or organization"))?;
    let page = PageQuery { cursor: query.cursor, limit: query.limit };
    let (cursor, limit) = (page.cursor()?, page.limit()?);
    let tenant = organization.map_or(Tenant::Main, Tenant::Partner);
    let grant = cx.authorize::<act::RunReport>(Some(tenant)).await?;
    let found = cx.store().milestones(&grant, kind, month, cursor.as_ref(), limit).await?;
    Ok(Json(PageOf::of(found, MilestoneView::of)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_month_has_one_spelling() {
        assert_eq!(month("2026-11"), Some(jiff::civil::date(2026, 11, 1)));
        for wrong in ["", "2026", "2026-13", "2026-1", "2026-11-01", "26-11", "2026-11 ", "+2026-11"] {
            assert_eq!(month(wrong), None, "{wrong}");
        }
    }
}
