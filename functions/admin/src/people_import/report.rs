//! How an import looks in an answer: counts of all rows, and each row that is told.

use domain::AccountId;
use feeds::FieldError;
use serde::Serialize;
use utoipa::ToSchema;

use super::plan::{Outcome, Plan, RowPlan};

/// Rows that are told one by one. With six columns wrong in each, so many are 4 MB, and an answer in the cloud has 6.
const ROWS_SHOWN_MAX: usize = 2_000;

/// What bringing people in would do, or has done.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct PeopleReport {
    /// Whether accounts were made; a dry run otherwise.
    applied: bool,
    /// Whether something came in between before everything was written: send the same again, and it goes on.
    cut_off: bool,
    /// All rows by outcome.
    counts: PeopleCounts,
    /// Rows with errors first, then new accounts, then those that are there already; at most 2,000.
    rows: Vec<NewcomerRow>,
    /// How many rows there are beyond those shown.
    more: usize,
}

/// All rows by outcome.
#[derive(Debug, Serialize, ToSchema)]
struct PeopleCounts {
    create: usize,
    skip: usize,
    error: usize,
}

/// A row and what becomes of it.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = PersonOfImport)]
struct NewcomerRow {
    /// The line of the file it begins in, or its number among the rows sent, from 1.
    line: usize,
    /// What people call it: the address, or its line.
    key: String,
    /// The beginning of what the person is called, as it was sent.
    name: String,
    /// What becomes of it.
    outcome: PersonOutcome,
    /// The account that was made, or that the address has already.
    #[schema(value_type = Option<String>)]
    account: Option<AccountId>,
    /// Everything that is wrong, for an error.
    errors: Vec<CellFinding>,
    /// How the account that is there differs; it stays as it is.
    warnings: Vec<CellFinding>,
}

/// What becomes of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
enum PersonOutcome {
    /// No account comes of it.
    Error,
    /// A new account.
    Create,
    /// The address has an account already.
    Skip,
}

/// What is wrong with, or odd about, one cell.
#[derive(Debug, Serialize, ToSchema)]
struct CellFinding {
    /// The column; empty where it is about the whole row.
    column: String,
    /// The beginning of what stands there.
    value: String,
    /// What is wrong with it.
    reason: String,
}

impl PeopleReport {
    /// Shows a plan, or what became of it.
    pub(crate) fn of(plan: &Plan, applied: bool) -> Self {
        let counts = plan.counts();
        let mut rows: Vec<&RowPlan> = plan.rows.iter().collect();
        rows.sort_by_key(|row| name(&row.outcome));
        Self {
            applied,
            cut_off: plan.was_cut_off(),
            counts: PeopleCounts { create: counts.create, skip: counts.skip, error: counts.error },
            more: rows.len().saturating_sub(ROWS_SHOWN_MAX),
            rows: rows.into_iter().take(ROWS_SHOWN_MAX).map(NewcomerRow::of).collect(),
        }
    }
}

fn name(outcome: &Outcome) -> PersonOutcome {
    match outcome {
        Outcome::Error(_) => PersonOutcome::Error,
        Outcome::Create => PersonOutcome::Create,
        Outcome::Skip(_) => PersonOutcome::Skip,
    }
}

impl NewcomerRow {
    fn of(row: &RowPlan) -> Self {
        let (account, errors) = match &row.outcome {
            Outcome::Error(errors) => (None, findings(errors)),
            Outcome::Create => (row.made, Vec::new()),
            Outcome::Skip(account) => (Some(*account), Vec::new()),
        };
        let (outcome, warnings) = (name(&row.outcome), findings(&row.warnings));
        Self { line: row.line, key: row.key.clone(), name: row.name.clone(), outcome, account, errors, warnings }
    }
}

fn findings(errors: &[FieldError]) -> Vec<CellFinding> {
    let view = |error: &FieldError| CellFinding {
        column: error.field.clone(),
        value: error.value.clone(),
        reason: error.reason.clone(),
    };
    errors.iter().map(view).collect()
}
