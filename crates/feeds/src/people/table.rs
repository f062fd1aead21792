//! A file of people: header first, then every line by itself.

use csv::{ReaderBuilder, StringRecord};

use super::{PEOPLE_COLUMNS, PeopleOptions, PersonCells, PersonRow, refuse_repeats, row};
use crate::csv_rows::{Header, Lines, refuse_open, unreadable};
use crate::encoding::as_text;
use crate::error::{FeedError, FieldError};

/// What nobody gets an account without.
const NEEDED: &[&str] = &["name", "email", "role"];

/// What stands between columns: spreadsheets write semicolons where the comma is the decimal sign.
const DELIMITERS: [u8; 3] = [b',', b';', b'\t'];

pub(super) fn read(bytes: &[u8], options: &PeopleOptions) -> Result<Vec<PersonRow>, FeedError> {
    let text = as_text(bytes)?;
    let delimiter = delimiter(text);
    refuse_open(text, delimiter)?;
    let mut reader =
        ReaderBuilder::new().has_headers(false).flexible(true).delimiter(delimiter).from_reader(text.as_bytes());
    let mut records = reader.records();
    let first = records.next().transpose().map_err(|error| unreadable(&error))?.ok_or(FeedError::Empty)?;
    let header = Header::with(&first, PEOPLE_COLUMNS, NEEDED)?;
    let mut rows = Vec::new();
    let mut lines = Lines::of_text(text);
    for record in records {
        let record = record.map_err(|error| unreadable(&error))?;
        if record.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        if rows.len() == options.rows_max {
            return Err(FeedError::TooManyPeople { max: options.rows_max });
        }
        rows.push(line(&record, lines.of(&record), &header, options));
    }
    refuse_repeats(&mut rows);
    Ok(rows)
}

fn line(record: &StringRecord, line: usize, header: &Header, options: &PeopleOptions) -> PersonRow {
    if record.len() != header.len() {
        let reason =
            format!("has {} cells, the header has {}: quote what holds a delimiter", record.len(), header.len());
        return PersonRow {
            line,
            key: format!("line {line}"),
            name: String::new(),
            outcome: Err(vec![FieldError::new("line", "", reason)]),
        };
    }
    let mut cells = PersonCells { line, ..PersonCells::default() };
    for (column, cell) in header.pairs(record) {
        let place = match column {
            "name" => &mut cells.name,
            "email" => &mut cells.email,
            "role" => &mut cells.role,
            "type" => &mut cells.type_name,
            "partner" => &mut cells.partner,
            _ => &mut cells.expires_at,
        };
        cell.clone_into(place);
    }
    row::row(&cells, options)
}

/// The sign that the header line has most of.
fn delimiter(text: &str) -> u8 {
    let header = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    let count = |sign: u8| header.bytes().filter(|byte| *byte == sign).count();
    DELIMITERS.into_iter().rev().max_by_key(|sign| count(*sign)).unwrap_or(b',')
}
