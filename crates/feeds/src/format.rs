//! Which of the known formats a file has: what it holds decides, its name only helps.

use crate::csv_rows::looks_like_header;
use crate::encoding::as_text;
use crate::error::FeedError;

/// A format that can be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Format {
    /// A MOOChub v3 document (JSON).
    MooChub,
    /// A table with a header line (RFC 4180).
    Csv,
}

impl Format {
    /// Recognises a format by the first bytes, and by the file's name where those tell nothing.
    pub fn detect(bytes: &[u8], file_name: Option<&str>) -> Result<Self, FeedError> {
        let packed: [(&[u8], &'static str); 3] = [
            (b"PK\x03\x04", ": it is a ZIP archive or a spreadsheet; save the spreadsheet as CSV"),
            (b"\x1f\x8b", ": it is packed with gzip; unpack it first"),
            (b"%PDF", ": it is a PDF"),
        ];
        if let Some((_, hint)) = packed.iter().find(|(start, _)| bytes.starts_with(start)) {
            return Err(FeedError::UnknownFormat(hint));
        }
        let text = as_text(bytes)?;
        let start = text.trim_start();
        if start.starts_with(['{', '[']) {
            return Ok(Self::MooChub);
        }
        if looks_like_header(start) {
            return Ok(Self::Csv);
        }
        if start.starts_with('<') {
            return Err(FeedError::UnknownFormat(": it is a web page or XML"));
        }
        match file_name.and_then(|name| name.rsplit_once('.')).map(|(_, ending)| ending.to_ascii_lowercase()).as_deref()
        {
            Some("csv") => Ok(Self::Csv),
            Some("json") => Ok(Self::MooChub),
            _ => Err(FeedError::UnknownFormat("")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn content_decides_and_names_help() {
        for (bytes, name, format) in [
            (b"{\"data\":[]}".as_slice(), None, Format::MooChub),
            (b"\xef\xbb\xbf\r\n [", Some("x.csv"), Format::MooChub),
            (b"code,title,language,publisher\n", None, Format::Csv),
            (b"\"Title\",\"Code\"\r\n", Some("x.json"), Format::Csv),
            (b"name,price\n", Some("Courses.CSV"), Format::Csv),
            (b"nonsense", Some("feed.json"), Format::MooChub),
        ] {
            assert_eq!(Format::detect(bytes, name), Ok(format));
        }
        for (bytes, hint) in [
            (b"PK\x03\x04rest".as_slice(), "spreadsheet"),
            (b"\x1f\x8brest", "gzip"),
            (b"<!doctype html>", "web page"),
            (b"hello", "header line"),
            (b"", "empty"),
            (b"\xff\xfe{\0", "UTF-16"),
        ] {
            let found = Format::detect(bytes, None).unwrap_err().to_string();
            assert!(found.contains(hint), "{found}");
        }
    }
}
