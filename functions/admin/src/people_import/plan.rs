//! The plan of an import: every row with what would become of it.

use std::collections::HashMap;

use authorization::{Granted, act};
use domain::{AccountId, AccountKind, EmailAddress};
use feeds::{FieldError, PersonRow};
use store::Newcomer;
use web::{Cx, Failure};

use super::judge::{Judged, Known, judge};

/// What becomes of a row.
#[derive(Debug)]
pub enum Outcome {
    /// A new account, which is made when the plan is applied.
    Create,
    /// The address has this account already, which stays as it is.
    Skip(AccountId),
    /// No account comes of it, and why.
    Error(Vec<FieldError>),
}

/// A row with what becomes of it.
#[derive(Debug)]
pub struct RowPlan {
    /// The line of the file it begins in, or its number among rows without a file, from 1.
    pub line: usize,
    /// What people call it: the address, or the line.
    pub key: String,
    /// What the person is called, as it was sent.
    pub name: String,
    /// What becomes of it.
    pub outcome: Outcome,
    /// How an account that is there differs from the row.
    pub warnings: Vec<FieldError>,
    pub(super) newcomer: Option<Newcomer>,
    /// The new account, once it is made.
    pub made: Option<AccountId>,
}

/// How many rows there are of each outcome.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// New accounts.
    pub create: usize,
    /// Nothing to do.
    pub skip: usize,
    /// Errors.
    pub error: usize,
}

/// The permissions of one import, one for each kind of account that its rows name.
pub(super) type Permits = HashMap<AccountKind, Granted<act::ImportUser>>;

/// What an import would do, or has done.
#[derive(Debug)]
pub struct Plan {
    /// Every row, in the order of the table.
    pub rows: Vec<RowPlan>,
    pub(super) permits: Permits,
    pub(super) cut_off: bool,
}

impl Plan {
    /// Whether something came in between before everything was written. Importing the same table again goes on from
    /// there.
    pub fn was_cut_off(&self) -> bool {
        self.cut_off
    }

    /// How many rows there are of each outcome.
    pub fn counts(&self) -> Counts {
        self.rows.iter().fold(Counts::default(), |mut counts, row| {
            match row.outcome {
                Outcome::Create => counts.create += 1,
                Outcome::Skip(_) => counts.skip += 1,
                Outcome::Error(_) => counts.error += 1,
            }
            counts
        })
    }
}

/// Platforms and tiers that one table names. Each is judged by itself, with a question to the table; an organization that
/// brings people into more partner platforms than this with one file does not exist, and a hostile table might.
const KINDS_MAX: usize = 100;

/// Compares a table of people with the accounts that are there, and judges each row by the rights of the one who asks.
pub async fn plan(cx: &Cx, rows: Vec<PersonRow>) -> Result<Plan, Failure> {
    let mut known = Known::default();
    let kinds = by_kind(&rows);
    if kinds.len() > KINDS_MAX {
        let message = format!("name people of more than {KINDS_MAX} platforms: split them");
        return Err(Failure::field("rows", message));
    }
    for (kind, addresses) in kinds {
        known.look_up(cx, kind, &addresses).await?;
    }
    let mut planned = Vec::with_capacity(rows.len());
    for PersonRow { line, key, name, outcome } in rows {
        let judged = match outcome {
            Err(errors) => Err(errors),
            Ok(draft) => judge(cx, &known, draft).await?,
        };
        let (outcome, warnings) = (Outcome::Create, Vec::new());
        let row = RowPlan { line, key, name, outcome, warnings, newcomer: None, made: None };
        planned.push(match judged {
            Err(errors) => RowPlan { outcome: Outcome::Error(errors), ..row },
            Ok(Judged::New(newcomer)) => RowPlan { newcomer: Some(newcomer), ..row },
            Ok(Judged::There(account, warnings)) => RowPlan { outcome: Outcome::Skip(account), warnings, ..row },
        });
    }
    Ok(Plan { rows: planned, permits: known.permits, cut_off: false })
}

/// The addresses of the rows that read, by the kind of their account.
fn by_kind(rows: &[PersonRow]) -> HashMap<AccountKind, Vec<EmailAddress>> {
    let mut kinds: HashMap<AccountKind, Vec<_>> = HashMap::new();
    for draft in rows.iter().filter_map(|row| row.outcome.as_ref().ok()) {
        kinds.entry(draft.kind).or_default().push(draft.email.clone());
    }
    kinds
}
