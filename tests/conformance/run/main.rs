//! Every statement of the table, and how it is verified: by driving the decision it is about, by the rule that holds it,
//! or through a real endpoint (`tests/e2e/conformance`). What nothing holds yet stands in `open.csv` with its reason.
//!
//! A statement is verified in one way. It fails the run to be in none, to be open and verified at once, or to hang on
//! something that `conditions.csv` does not say.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test that meets nothing where something must be has failed"
)]

mod decisions;
mod facts;
mod questions;
mod subjects;
mod table;
mod world;

use std::collections::{BTreeMap, BTreeSet};
use std::io::Write as _;

use facts::How;

/// How a statement came out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Verified {
    Decision,
    Http,
    Domain,
    /// The decision is verified; its endpoint belongs to course life.
    Later,
    Open,
}

/// The statements that a test of the end-to-end suite is named after: `fn s000_17_…` shows S000-17.
fn through_http() -> BTreeSet<String> {
    let mut ids = BTreeSet::new();
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../e2e/conformance");
    for file in std::fs::read_dir(folder).unwrap() {
        let text = std::fs::read_to_string(file.unwrap().path()).unwrap();
        for (_, rest) in text.lines().filter_map(|line| line.split_once("fn s0")) {
            let mut parts = rest.split('_');
            let (Some(source), Some(number)) = (parts.next(), parts.next()) else { continue };
            ids.insert(format!("S0{source}-{number}"));
        }
    }
    ids
}

/// By id, how a fact is shown. Every one of them is run.
fn shown() -> BTreeMap<String, How> {
    let mut shown = BTreeMap::new();
    for fact in facts::all() {
        (fact.shows)();
        for id in fact.ids.split(' ') {
            let before = shown.insert(id.to_owned(), fact.how);
            assert!(before.is_none(), "{id} is shown twice");
        }
    }
    shown
}

#[test]
fn every_statement_is_verified_or_named_as_open() {
    let rows = table::rows();
    let (conditions, open, later) = (table::conditions(), table::open(), table::later());
    let (http, shown) = (through_http(), shown());
    let mut used = BTreeSet::new();
    let (mut counts, mut wrong) = (BTreeMap::new(), Vec::new());
    for row in &rows {
        let condition = conditions.get(&row.id).map(String::as_str);
        let decided = || decisions::verify(row, condition);
        let by_http = http.contains(&row.id);
        let verified = match (open.contains_key(&row.id), shown.get(&row.id)) {
            (true, None) if !by_http => Verified::Open,
            (true, _) => {
                wrong.push(format!("{}: open, and yet verified", row.id));
                continue;
            }
            (false, Some(_)) if by_http => {
                wrong.push(format!("{}: shown twice", row.id));
                continue;
            }
            (false, Some(How::Domain)) => Verified::Domain,
            (false, Some(How::Decision)) if later.contains_key(&row.id) => Verified::Later,
            (false, Some(How::Decision)) => Verified::Decision,
            (false, None) if by_http => Verified::Http,
            (false, None) => match decided() {
                Ok(()) => {
                    used.extend(condition.map(|_| row.id.clone()));
                    let endpoint = questions::action(row).is_some_and(authorization::Action::has_target);
                    let of_course_life = later.keys().any(|family| row.capability.starts_with(family.as_str()));
                    if of_course_life && !endpoint { Verified::Later } else { Verified::Decision }
                }
                Err(why) => {
                    wrong.push(format!("{} ({}, {}): {why}", row.id, row.subject, row.capability));
                    continue;
                }
            },
        };
        if by_http && condition.is_some() {
            used.insert(row.id.clone());
            if let Err(why) = decided() {
                wrong.push(format!("{}: through HTTP it holds, but {why}", row.id));
            }
        }
        *counts.entry(verified).or_insert(0_usize) += 1;
    }
    let of = |verified| counts.get(&verified).copied().unwrap_or(0);
    let [decision, through, domain, later_count, open_count] =
        [Verified::Decision, Verified::Http, Verified::Domain, Verified::Later, Verified::Open].map(of);
    // Past the capture of the harness: the line is what the run is for.
    let verified = decision + through + domain;
    writeln!(
        std::io::stdout(),
        "statements: verified {verified} of {} (decision {decision}, http {through}, domain {domain}), later {later_count}, open {open_count}",
        rows.len(),
    )
    .unwrap();
    assert!(wrong.is_empty(), "{} statements are not what the table says:\n{}", wrong.len(), wrong.join("\n"));
    assert_eq!(verified + later_count + open_count, rows.len());
    let belongs = |of: &String| rows.iter().any(|row| row.id == *of || row.capability.starts_with(of.as_str()));
    let strangers: Vec<_> = later.keys().filter(|of| !belongs(of)).collect();
    assert!(strangers.is_empty(), "later, and of no statement: {strangers:?}");
    for id in open.keys().chain(shown.keys()).chain(conditions.keys()) {
        assert!(rows.iter().any(|row| row.id == *id), "{id} is no statement");
    }
    let unused: Vec<_> = conditions.keys().filter(|id| !used.contains(*id)).collect();
    assert!(unused.is_empty(), "conditions that nothing asks: {unused:?}");
}

#[test]
fn whoever_is_in_no_list_is_refused() {
    decisions::unlisted_pairs_are_refused(&table::rows());
}

#[test]
fn every_capability_that_is_decided_has_an_action_or_a_reason_why_not() {
    let without: BTreeSet<String> = table::rows()
        .into_iter()
        .filter(|row| row.verdict != table::Verdict::Fact && questions::action(row).is_none())
        .map(|row| row.capability)
        .filter(|capability| !(capability.starts_with("role.") && capability.ends_with(".hold")))
        .collect();
    // Rules about accounts, roles and pages that nobody does; each is shown among the facts or open.
    let rules = [
        "account_type.define",
        "course.widget.require",
        "import.role_code",
        "level.restrict",
        "main_menu.view",
        "module.discover_coach_share.require",
        "public_account.create",
        "role.combine",
        "scope.restrict_to_courses",
        "scope.restrict_to_users",
        "user.directory.appear",
        "user.directory.label_organization",
        "user.exist",
    ];
    assert_eq!(without.iter().map(String::as_str).collect::<Vec<_>>(), rules);
}
