//! How an import looks in an answer: counts of all rows, and the rows that matter most.

use feeds::{Change, FieldError};
use serde::Serialize;
use utoipa::ToSchema;

use super::plan::{Outcome, Plan, RowPlan};

/// More rows than this nobody reads in one answer, and an answer in the cloud has at most 6 MB.
const ROWS_SHOWN_MAX: usize = 500;

/// What an import would do, or has done.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ImportReport {
    /// Whether anything was written; a dry run otherwise.
    applied: bool,
    /// All rows by outcome.
    counts: CountsView,
    /// Rows with errors first, then changes, new courses, and what stays as it is.
    rows: Vec<FeedRow>,
    /// How many rows there are beyond those shown.
    more: usize,
}

/// All rows by outcome.
#[derive(Debug, Serialize, ToSchema)]
struct CountsView {
    create: usize,
    change: usize,
    skip: usize,
    error: usize,
}

/// A row and what becomes of it.
#[derive(Debug, Serialize, ToSchema)]
struct FeedRow {
    /// The line of the file it begins in, from 1.
    line: usize,
    /// What people call it: its code, its id, or its number.
    key: String,
    /// What becomes of it.
    outcome: OutcomeName,
    /// What is wrong, for an error.
    errors: Vec<FindingView>,
    /// What changes, for a change.
    changes: Vec<ChangeView>,
    /// What is odd, or was left out.
    warnings: Vec<FindingView>,
}

/// What becomes of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
enum OutcomeName {
    /// No course comes of it.
    Error,
    /// A course changes.
    Change,
    /// A new course.
    Create,
    /// The course is as the row says.
    Skip,
}

/// What is wrong with, or odd about, one field.
#[derive(Debug, Serialize, ToSchema)]
struct FindingView {
    /// The field as the feed calls it.
    field: String,
    /// What stands there.
    value: String,
    /// What is wrong with it.
    reason: String,
}

/// A field that changes.
#[derive(Debug, Serialize, ToSchema)]
struct ChangeView {
    /// The field.
    field: String,
    /// What the course has.
    before: String,
    /// What the feed says.
    after: String,
}

impl ImportReport {
    /// Shows a plan, or what became of it.
    pub(crate) fn of(plan: &Plan, applied: bool) -> Self {
        let counts = plan.counts();
        let mut rows: Vec<&RowPlan> = plan.rows.iter().collect();
        rows.sort_by_key(|row| name(&row.outcome));
        Self {
            applied,
            counts: CountsView { create: counts.create, change: counts.change, skip: counts.skip, error: counts.error },
            more: rows.len().saturating_sub(ROWS_SHOWN_MAX),
            rows: rows.into_iter().take(ROWS_SHOWN_MAX).map(FeedRow::of).collect(),
        }
    }
}

fn name(outcome: &Outcome) -> OutcomeName {
    match outcome {
        Outcome::Create => OutcomeName::Create,
        Outcome::Change(_) => OutcomeName::Change,
        Outcome::Skip => OutcomeName::Skip,
        Outcome::Error(_) => OutcomeName::Error,
    }
}

impl FeedRow {
    fn of(row: &RowPlan) -> Self {
        let (errors, changes) = match &row.outcome {
            Outcome::Error(errors) => (findings(errors), Vec::new()),
            Outcome::Change(changes) => (Vec::new(), changes.iter().map(ChangeView::of).collect()),
            Outcome::Create | Outcome::Skip => (Vec::new(), Vec::new()),
        };
        let outcome = name(&row.outcome);
        Self { line: row.line, key: row.key.clone(), outcome, errors, changes, warnings: findings(&row.warnings) }
    }
}

fn findings(errors: &[FieldError]) -> Vec<FindingView> {
    let view = |error: &FieldError| FindingView {
        field: error.field.clone(),
        value: error.value.clone(),
        reason: error.reason.clone(),
    };
    errors.iter().map(view).collect()
}

impl ChangeView {
    fn of(change: &Change) -> Self {
        Self { field: change.field.to_owned(), before: change.before.clone(), after: change.after.clone() }
    }
}
