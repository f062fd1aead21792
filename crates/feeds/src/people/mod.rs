//! Tables of people who are to get accounts: a file with a header line, or rows that somebody typed into a grid.
//!
//! | column | holds |
//! |---|---|
//! | `name` | what the person is called |
//! | `email` | where the person is reached; once in a platform |
//! | `role` | `0` administrator, `1` author, `2` learner (S002-17 to S002-25) |
//! | `type` | `internal` or `partner`; where it is empty, what `partner` says, or the platform that the table is for |
//! | `partner` | the id of a partner platform, for accounts of the type `partner` |
//! | `expires_at` | when the account ends by itself, such as `2030-01-31T00:00:00Z` |
//!
//! The first three are needed. Every row is judged by itself, and everything that is wrong with it is told at once.

mod row;
mod table;

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use domain::{AccountKind, EmailAddress, PartnerId, PersonName, Realm, RoleCode};
use jiff::Timestamp;

use crate::error::{FeedError, FieldError};

/// Every column that a table of people may have, in any order.
pub const PEOPLE_COLUMNS: &[&str] = &["name", "email", "role", "type", "partner", "expires_at"];

/// How a table of people is read.
#[derive(Debug, Clone, Copy)]
pub struct PeopleOptions {
    /// The partner platform that people belong to where their row does not say; the main platform without one.
    pub home: Option<PartnerId>,
    /// The present moment: an account ends later than that.
    pub now: Timestamp,
    /// The most rows that are taken.
    pub rows_max: usize,
}

/// A row as it was written, a text for each column. A column that is not there is an empty text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PersonCells {
    /// The line of the file it begins in, or its number among rows without a file, from 1.
    pub line: usize,
    /// The column `name`.
    pub name: String,
    /// The column `email`.
    pub email: String,
    /// The column `role`.
    pub role: String,
    /// The column `type`.
    pub type_name: String,
    /// The column `partner`.
    pub partner: String,
    /// The column `expires_at`.
    pub expires_at: String,
}

/// Somebody who is to get an account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PersonDraft {
    /// The kind of the account.
    pub kind: AccountKind,
    /// What the person begins as.
    pub role: RoleCode,
    /// What the person is called.
    pub name: PersonName,
    /// Where the person is reached.
    pub email: EmailAddress,
    /// When the account ends by itself.
    pub expires_at: Option<Timestamp>,
}

/// A row and what became of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PersonRow {
    /// The line of the file it begins in, or its number among rows without a file, from 1.
    pub line: usize,
    /// What people call it: the address as it stands there, or the line.
    pub key: String,
    /// What the person is called, as it stands there, so that whoever looks sees whether every letter arrived.
    pub name: String,
    /// The person, or everything that is wrong.
    pub outcome: Result<PersonDraft, Vec<FieldError>>,
}

/// Reads a table in UTF-8, with or without its mark, with commas, semicolons or tabs between the columns and any ends of
/// lines. Lines without anything in them are no rows.
pub fn read_people(bytes: &[u8], options: &PeopleOptions) -> Result<Vec<PersonRow>, FeedError> {
    table::read(bytes, options)
}

/// Reads rows without a file.
pub fn people_of_rows(cells: &[PersonCells], options: &PeopleOptions) -> Result<Vec<PersonRow>, FeedError> {
    if cells.len() > options.rows_max {
        return Err(FeedError::TooManyPeople { max: options.rows_max });
    }
    let mut rows: Vec<PersonRow> = cells.iter().map(|cells| row::row(cells, options)).collect();
    refuse_repeats(&mut rows);
    Ok(rows)
}

/// The first row with an address has it; a later one of the same platform is an error that names the first.
fn refuse_repeats(rows: &mut [PersonRow]) {
    let mut first_lines: HashMap<(Realm, String), usize> = HashMap::new();
    for row in rows {
        let Ok(draft) = &row.outcome else { continue };
        match first_lines.entry((draft.kind.realm(), draft.email.normal().to_owned())) {
            Entry::Vacant(free) => {
                free.insert(row.line);
            }
            Entry::Occupied(taken) => {
                let reason = format!("is the same as in line {}: keep one of the two", taken.get());
                row.outcome = Err(vec![FieldError::new("email", draft.email.typed(), reason)]);
            }
        }
    }
}

#[cfg(test)]
mod tests;
