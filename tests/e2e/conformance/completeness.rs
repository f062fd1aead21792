//! The suite against its table: every row of S000 has a test of its number, and every number names a row.

use std::collections::BTreeSet;

const TABLE: &str = include_str!("../../conformance/statements.csv");
const VOCABULARY: &str = include_str!("../../conformance/vocabulary.csv");

const SOURCES: &[&str] = &[
    include_str!("account_types.rs"),
    include_str!("attachment.rs"),
    include_str!("commerce.rs"),
    include_str!("directory.rs"),
    include_str!("makers.rs"),
    include_str!("menus.rs"),
    include_str!("own_catalog.rs"),
    include_str!("partner_platforms.rs"),
    include_str!("paths.rs"),
    include_str!("powers.rs"),
    include_str!("profiles.rs"),
    include_str!("public_catalog.rs"),
    include_str!("reach.rs"),
    include_str!("requests.rs"),
    include_str!("runs.rs"),
    include_str!("teaching.rs"),
];

/// One column of a table.
fn column(table: &str, name: &str) -> Vec<String> {
    let mut reader = csv::Reader::from_reader(table.as_bytes());
    let at = reader.headers().unwrap().iter().position(|header| header == name).unwrap();
    reader.records().map(|record| record.unwrap()[at].to_owned()).collect()
}

/// The rows that the functions of the suite name. Only a function that the harness runs counts.
fn tested() -> Vec<String> {
    let mut rows = Vec::new();
    for source in SOURCES {
        let lines: Vec<&str> = source.lines().collect();
        for pair in lines.windows(2) {
            // Every source's number begins with a zero, and no other function's name does.
            let Some((_, rest)) = pair[1].split_once("fn s0") else { continue };
            let runs = pair[0] == "#[test]" || pair[0].starts_with("#[tokio::test");
            assert!(runs, "not run: {}", pair[1]);
            let (seed, rest) = rest.split_once('_').unwrap();
            let (number, words) = rest.split_once('_').unwrap();
            assert!(words.contains('_'), "the name does not tell the fact: {}", pair[1]);
            rows.push(format!("S0{seed}-{number}"));
        }
    }
    rows
}

#[test]
fn every_row_of_the_first_source_has_its_test_and_every_test_its_row() {
    let tested = tested();
    let once: BTreeSet<_> = tested.iter().collect();
    assert_eq!(once.len(), tested.len(), "a row has two tests");
    let ids = column(TABLE, "id");
    let wanted: BTreeSet<_> = ids.iter().filter(|id| id.starts_with("S000-")).collect();
    assert_eq!(wanted.len(), 48);
    let of_the_first = once.iter().copied().filter(|id| id.starts_with("S000-"));
    assert_eq!(of_the_first.collect::<BTreeSet<_>>(), wanted);
    for id in once {
        assert!(ids.contains(id), "{id} is no row");
    }
}

#[test]
fn the_table_is_sound() {
    let ids = column(TABLE, "id");
    assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len(), "an id stands twice");
    let explained: BTreeSet<_> = column(VOCABULARY, "capability").into_iter().collect();
    for (id, capability) in ids.iter().zip(column(TABLE, "capability")) {
        assert!(explained.contains(&capability), "{id}: {capability} is not in the vocabulary");
    }
    for (id, verdict) in ids.iter().zip(column(TABLE, "verdict")) {
        assert!(["fact", "allow", "deny", "conditional"].contains(&verdict.as_str()), "{id}: {verdict}");
    }
}
