//! Files of which nothing can be read, and what is said about them.

use super::{CSV, MOOCHUB, dry_run, read_all};
use crate::{FEED_BYTES_MAX, FeedError, Format, Options, read};

fn refusal(bytes: &[u8], format: Format) -> FeedError {
    read(bytes, format, &Options::default()).unwrap_err()
}

#[test]
fn broken_documents_are_refused_with_their_place() {
    for (text, said) in [
        (&MOOCHUB[..MOOCHUB.len() / 2], "ends too early, at line 38"),
        ("{\"data\": [{]}", "line 1, column 12: key must be a string"),
        ("{\"data\": []} x", "trailing characters"),
        ("[{\"id\": 1}]", "the courses belong into `data`"),
        ("{\"courses\": []}", "it has no `data`"),
        ("{\"data\": {}}", "`data` must be a list"),
        ("{\"data\": null}", "it has no `data`"),
        ("{\"data\": [], \"data\": []}", "`data` is given twice"),
        ("\"text\"", "must be an object with `data`"),
        (" \r\n", "the file is empty"),
    ] {
        let found = refusal(text.as_bytes(), Format::MooChub).to_string();
        assert!(found.contains(said), "{text}\n{found}");
    }
    let deep = format!("{{\"data\": [\n{}", "[".repeat(10_000));
    assert_eq!(refusal(deep.as_bytes(), Format::MooChub), FeedError::TooDeep { line: 2, max: 64 });
}

#[test]
fn broken_tables_are_refused_with_their_place() {
    for (text, said) in [
        ("code,title\nx,y\n", "missing: language, publisher"),
        ("code,title,language,publisher,colour\n", "unknown: `colour`"),
        ("code,title,language,publisher,Code\n", "twice: code"),
        ("code;title;language;publisher\n", "separated by commas"),
        ("code,title,language,publisher\na,\"b,en,P\nc,d,en,P\n", "opens in line 2"),
    ] {
        let found = refusal(text.as_bytes(), Format::Csv).to_string();
        assert!(found.contains(said), "{text}\n{found}");
    }
}

#[test]
fn wrong_encodings_and_sizes_are_refused() {
    let utf16: Vec<u8> = "code,title".encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!(refusal(&utf16, Format::Csv), FeedError::WideEncoding("UTF-16"));
    let latin1 = b"code,title,language,publisher\nx,caf\xe9,en,P\n";
    assert!(refusal(latin1, Format::Csv).to_string().contains("Latin-1"));
    let large = vec![b' '; FEED_BYTES_MAX + 1];
    assert_eq!(refusal(&large, Format::Csv), FeedError::TooLarge { bytes: FEED_BYTES_MAX + 1 });
    let many = format!("{{\"data\": [{}1]}}", "1,".repeat(crate::ROWS_MAX));
    assert_eq!(refusal(many.as_bytes(), Format::MooChub), FeedError::TooManyRows);
}

#[test]
fn marks_and_line_ends_make_no_difference() {
    for text in [MOOCHUB, CSV] {
        let plain = read_all(text);
        assert_eq!(read_all(&format!("\u{feff}{text}")), plain);
        let crlf = read_all(&text.replace('\n', "\r\n"));
        assert_eq!(dry_run(&crlf), dry_run(&plain));
    }
}

#[test]
fn without_a_folder_of_lessons_outlines_are_left_out() {
    let feed = read(MOOCHUB.as_bytes(), Format::MooChub, &Options::default()).unwrap();
    assert!(feed.drafts().all(|draft| draft.outline.is_empty() && draft.source_url.is_some()));
    assert!(feed.rows[2].warnings.iter().any(|warning| warning.field == "meta.outline"));
}
