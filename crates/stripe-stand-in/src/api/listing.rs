//! Lists: newest first, a page at a time.

use serde_json::Value;

use crate::params::Params;
use crate::refusal::Refusal;
use crate::render::list;
use crate::schema::{Kind, Rule, rule};

const ROWS_DEFAULT: usize = 10;

/// What every list takes.
pub(super) const PAGING: &[Rule] = &[
    rule("limit", Kind::Number(1, 100)),
    rule("starting_after", Kind::Text(255)),
    rule("created", Kind::Number(0, i64::MAX)),
    rule("created[gt]", Kind::Number(0, i64::MAX)),
    rule("created[gte]", Kind::Number(0, i64::MAX)),
    rule("created[lt]", Kind::Number(0, i64::MAX)),
    rule("created[lte]", Kind::Number(0, i64::MAX)),
];

/// A list without filters of its own.
pub(super) const RULES: &[&[Rule]] = &[PAGING];

/// What a row of a list must tell about itself.
pub(super) struct Item<'a> {
    pub id: &'a str,
    pub created: i64,
}

/// One page of the rows, which come newest first.
pub(super) fn page<'a, T: 'a>(
    params: &Params,
    url: &str,
    rows: impl Iterator<Item = &'a T>,
    item: impl Fn(&T) -> Item<'_>,
    show: impl Fn(&T) -> Value,
) -> Result<Value, Refusal> {
    let limit = params.number("limit").unwrap_or(ROWS_DEFAULT);
    let mut rows = rows.filter(|row| in_time(params, item(row).created)).peekable();
    if let Some(cursor) = params.get("starting_after") {
        // The cursor itself is the last row that is skipped.
        if !rows.by_ref().any(|row| item(row).id == cursor) {
            let status = axum::http::StatusCode::BAD_REQUEST;
            return Err(Refusal::missing_object("object", cursor, "starting_after").status(status));
        }
    }
    let data: Vec<_> = rows.by_ref().take(limit).map(show).collect();
    let has_more = rows.next().is_some();
    Ok(list(url, data, has_more))
}

fn in_time(params: &Params, created: i64) -> bool {
    let holds = |name: &str, fits: fn(i64, i64) -> bool| params.number(name).is_none_or(|bound| fits(created, bound));
    holds("created", |created, at| created == at)
        && holds("created[gt]", |created, bound| created > bound)
        && holds("created[gte]", |created, bound| created >= bound)
        && holds("created[lt]", |created, bound| created < bound)
        && holds("created[lte]", |created, bound| created <= bound)
}
