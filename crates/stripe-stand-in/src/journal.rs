//! The state file: one line of JSON for each change, written and synced before the change is answered.
//!
//! A crash can only cut the last line, whose change was never answered; that line is dropped. At start the file is
//! rewritten with one line per row, beside the old one and then in its place.

use std::fs::{File, OpenOptions};
use std::io::{Seek, SeekFrom, Write};
use std::path::Path;

use crate::book::Book;
use crate::error::StandInError;
use crate::rows::Row;

/// The state file, or nothing when state is not kept.
#[derive(Debug)]
pub(crate) struct Journal {
    file: Option<(File, u64)>,
}

impl Journal {
    /// Reads what the file holds, then rewrites it.
    pub fn open(path: Option<&Path>, now: i64) -> Result<(Self, Book), StandInError> {
        let Some(path) = path else { return Ok((Self { file: None }, Book::default())) };
        let text = match std::fs::read(path) {
            Ok(text) => text,
            Err(err) if err.kind() == std::io::ErrorKind::NotFound => Vec::new(),
            Err(err) => return Err(err.into()),
        };
        let mut book = Book::default();
        book.apply(read_rows(&text)?.into_iter().flatten().collect());

        let rows = book.into_rows(now);
        let fresh_path = path.with_extension("fresh");
        let mut fresh = File::create(&fresh_path)?;
        for row in &rows {
            fresh.write_all(&line_of(std::slice::from_ref(row))?)?;
        }
        fresh.sync_all()?;
        std::fs::rename(&fresh_path, path)?;
        if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
            File::open(folder)?.sync_all()?;
        }
        let mut file = OpenOptions::new().append(true).open(path)?;
        let bytes = file.seek(SeekFrom::End(0))?;
        let mut book = Book::default();
        book.apply(rows);
        Ok((Self { file: Some((file, bytes)) }, book))
    }

    /// Writes one change. When it cannot be written whole it is taken back, so the next change starts on its own line.
    pub fn append(&mut self, rows: &[Row]) -> std::io::Result<()> {
        let Some((file, bytes)) = &mut self.file else { return Ok(()) };
        let line = line_of(rows)?;
        let written = file.write_all(&line).and_then(|()| file.sync_data());
        match written {
            Ok(()) => *bytes += u64::try_from(line.len()).unwrap_or(0),
            Err(_) => file.set_len(*bytes)?,
        }
        written
    }
}

fn line_of(rows: &[Row]) -> std::io::Result<Vec<u8>> {
    let mut line = serde_json::to_vec(rows).map_err(std::io::Error::other)?;
    line.push(b'\n');
    Ok(line)
}

/// All whole lines; whatever follows the last line break was never answered.
fn read_rows(text: &[u8]) -> Result<Vec<Vec<Row>>, StandInError> {
    let whole = text.iter().rposition(|byte| *byte == b'\n').and_then(|end| text.get(..end)).unwrap_or_default();
    let lines = whole.split(|byte| *byte == b'\n').enumerate().filter(|(_, line)| !line.is_empty());
    lines.map(|(at, line)| serde_json::from_slice(line).map_err(|_| StandInError::State { line: at + 1 })).collect()
}
