//! The measured costs as a page for people, and its comparison with the one that is checked in.

use std::collections::BTreeMap;
use std::fmt::Write;

use super::budgets::exemption;
use super::meter::Cost;

const PAGE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../docs/costs.md");
/// Set to anything, this writes the page in place of comparing it.
const WRITE: &str = "PORTICO_WRITE_COSTS";

const HEAD: &str = "\
# What each endpoint costs

Round trips to the table and the capacity units they consume, for one typical successful call. A test measures every
route of the API and compares it with this page (`tests/e2e/costs`); `PORTICO_WRITE_COSTS=1 cargo test -p portico-tests
-- costs` writes it anew.

- A read asks the table at most twice: for the login with its account and roles, and for what it is about. A write
  asks at most three times: the third is one transaction, with its line of the audit inside. Whatever asks more often
  says why.
- Units as DynamoDB counts them: a strong read of up to 4 KB is one, an eventually consistent one half, a write of up
  to 1 KB one, and in a transaction twice that. They grow with what is read and written; round trips do not.
- By what to decide (settings and overrides) is asked once in two seconds by each process, whoever calls, and is not part
  of a call either.
- Mail and the public site follow from the table's stream, and are not part of a call.

";

/// The whole page.
pub fn page(costs: &BTreeMap<String, Cost>) -> String {
    format!("{HEAD}{}", table(costs))
}

/// The rows, by path.
pub fn table(costs: &BTreeMap<String, Cost>) -> String {
    let mut rows: Vec<_> = costs.iter().collect();
    rows.sort_by_key(|(route, _)| route.split_once(' ').map(|(method, path)| (path.to_owned(), method.to_owned())));
    let mut table = "| endpoint | round trips | read units | write units | why it asks more often |\n".to_owned();
    table += "|---|--:|--:|--:|---|\n";
    for (route, cost) in rows {
        let why = exemption(route).map_or("", |exemption| exemption.why);
        let Cost { round_trips, write_units, .. } = cost;
        writeln!(table, "| `{route}` | {round_trips} | {} | {write_units} | {why} |", halves(cost.half_read_units))
            .unwrap();
    }
    table
}

fn halves(halves: u64) -> String {
    let half = if halves.is_multiple_of(2) { "" } else { ".5" };
    format!("{}{half}", halves / 2)
}

/// Fails where the page is another one, with both of every line that differs.
pub fn compare(page: &str) {
    if std::env::var_os(WRITE).is_some() {
        std::fs::write(PAGE, page).unwrap();
        return;
    }
    let kept = std::fs::read_to_string(PAGE).unwrap_or_default();
    let missing = |from: &str, other: &str, sign: char| {
        let lines = from.lines().filter(|line| !other.lines().any(|one| one == *line));
        lines.map(|line| format!("{sign}{line}\n")).collect::<String>()
    };
    let changes = missing(&kept, page, '-') + &missing(page, &kept, '+');
    assert!(kept == page, "docs/costs.md differs; see it with {WRITE}=1\n{changes}");
}
