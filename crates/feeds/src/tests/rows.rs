//! Every kind of row, good and bad, in both formats. A new case is a new row in a fixture.

use super::{CSV, CSV_BROKEN, MOOCHUB, MOOCHUB_BROKEN, dry_run, read_all};

#[test]
fn moochub_rows() {
    let feed = read_all(MOOCHUB);
    assert_eq!(feed.title.as_deref(), Some("Evening classes"));
    assert_eq!(feed.licence.as_deref(), Some("CC0-1.0"));
    assert_eq!(feed.attribution.as_deref(), Some("Collected by the town library."));
    insta::assert_snapshot!(dry_run(&feed));
}

#[test]
fn broken_moochub_rows() {
    insta::assert_snapshot!(dry_run(&read_all(MOOCHUB_BROKEN)));
}

#[test]
fn csv_rows() {
    insta::assert_snapshot!(dry_run(&read_all(CSV)));
}

#[test]
fn broken_csv_rows() {
    insta::assert_snapshot!(dry_run(&read_all(CSV_BROKEN)));
}

#[test]
fn no_row_is_lost() {
    let in_data = MOOCHUB_BROKEN.lines().count() - 2;
    assert_eq!(read_all(MOOCHUB_BROKEN).rows.len(), in_data);
    // One title stands on two lines, and one is the header.
    assert_eq!(read_all(CSV_BROKEN).rows.len(), CSV_BROKEN.lines().count() - 2);
}
