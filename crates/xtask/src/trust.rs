//! `docs/trust.md`: what can be trusted, and the test that proves it. Made from `tests/trust/requirements.csv` and from
//! the line `Proves: A14, F07` above a test; a requirement without a test is a breach, unless its row says what has to
//! come first.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

const ROWS: &str = "tests/trust/requirements.csv";
const PAGE: &str = "docs/trust.md";
const MARK: &str = "Proves: ";
/// Between the mark and the test stand its other words and attributes.
const LINES_BETWEEN_MAX: usize = 20;

/// A requirement.
struct Row {
    id: String,
    what: String,
    later: String,
}

/// A test that says what it proves.
struct Proof {
    ids: Vec<String>,
    test: String,
}

/// Writes the page anew.
pub(crate) fn write() -> Result<(), String> {
    let page = page(&rows()?, &proofs());
    fs::write(PAGE, page).map_err(|error| format!("{PAGE}: {error}"))
}

/// Whether the page says what is so, and every requirement has its test.
pub(crate) fn check(breaches: &mut Vec<String>) {
    let rows = match rows() {
        Ok(rows) => rows,
        Err(error) => return breaches.push(error),
    };
    let proofs = proofs();
    let proved = |id: &str| proofs.iter().any(|proof| proof.ids.iter().any(|known| known == id));
    for row in &rows {
        match (proved(&row.id), row.later.is_empty()) {
            (false, true) => breaches.push(format!("{ROWS}: {}: no test proves it: {}", row.id, row.what)),
            (true, false) => {
                breaches.push(format!("{ROWS}: {}: is proved; nothing has to come first any more", row.id))
            }
            _ => {}
        }
    }
    for proof in &proofs {
        for id in proof.ids.iter().filter(|id| rows.iter().all(|row| row.id != **id)) {
            breaches.push(format!("{}: proves {id}, which is no requirement", proof.test));
        }
    }
    if fs::read_to_string(PAGE).unwrap_or_default() != page(&rows, &proofs) {
        breaches.push(format!("{PAGE}: is not what the tests say: run `cargo xtask trust`"));
    }
}

fn rows() -> Result<Vec<Row>, String> {
    let mut table = csv::Reader::from_path(ROWS).map_err(|error| format!("{ROWS}: {error}"))?;
    let row = |record: csv::StringRecord| {
        let cell = |at: usize| record.get(at).unwrap_or_default().to_owned();
        Row { id: cell(0), what: cell(1), later: cell(2) }
    };
    table.records().map(|record| record.map(row).map_err(|error| format!("{ROWS}: {error}"))).collect()
}

/// Every marked test, in the order of files and lines.
fn proofs() -> Vec<Proof> {
    let mut files = Vec::new();
    for place in ["tests", "crates", "functions", "site-generator", "templates"] {
        collect(Path::new(place), &mut files);
    }
    files.sort();
    files.iter().flat_map(|file| proofs_in(file)).collect()
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        let hidden = entry.file_name().to_string_lossy().starts_with('.') || path.ends_with("node_modules");
        let test = path.extension().is_some_and(|kind| ["rs", "mjs", "py"].iter().any(|known| kind == *known));
        if path.is_dir() && !hidden {
            collect(&path, files);
        } else if test {
            files.push(path);
        }
    }
}

fn proofs_in(file: &Path) -> Vec<Proof> {
    let text = fs::read_to_string(file).unwrap_or_default();
    let lines: Vec<&str> = text.lines().map(str::trim).collect();
    let marked = lines.iter().enumerate().filter_map(|(at, line)| {
        let ids = line.strip_prefix("/// ").or_else(|| line.strip_prefix("// ")).or_else(|| line.strip_prefix("# "))?;
        let ids = ids.strip_prefix(MARK)?;
        let name = lines.iter().skip(at).take(LINES_BETWEEN_MAX).find_map(|line| name_of(line))?;
        let ids = ids.split(',').map(|id| id.trim().trim_end_matches('.').to_owned()).collect();
        Some(Proof { ids, test: format!("`{}`: {name}", file.display()) })
    });
    marked.collect()
}

/// The name of the test that begins in this line.
fn name_of(line: &str) -> Option<String> {
    let quoted = |rest: &str| rest.split('"').next().map(str::to_owned);
    if let Some(rest) = line.strip_prefix("test(\"") {
        return quoted(rest);
    }
    let rest = line.split_once("fn ").or_else(|| line.split_once("def "))?.1;
    if line.starts_with("//") || line.starts_with('#') {
        return None;
    }
    rest.split_once('(').map(|(name, _)| name.trim().replace('_', " "))
}

fn page(rows: &[Row], proofs: &[Proof]) -> String {
    let mut tests_of: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for proof in proofs {
        for id in &proof.ids {
            tests_of.entry(id).or_default().push(&proof.test);
        }
    }
    let mut page = String::from(
        "# What can be trusted\n\nMade by `cargo xtask trust` from `tests/trust/requirements.csv` and the tests; \
         `cargo xtask tidy` fails where it\nis out of date, or where a requirement has neither a test nor a reason to \
         wait.\n",
    );
    for (letter, heading) in [
        ('A', "Signing in, tokens, cookies, input, authorization"),
        ('F', "Faults and bad input on the way of the money"),
        ('P', "What really happened on other platforms"),
    ] {
        let of_kind: Vec<&Row> = rows.iter().filter(|row| row.id.starts_with(letter)).collect();
        let proved = of_kind.iter().filter(|row| tests_of.contains_key(row.id.as_str())).count();
        // Writing into a string does not fail.
        let _ = write!(
            page,
            "\n## {heading}\n\n{proved} of {} proved.\n\n| | what | proved by |\n|---|---|---|\n",
            of_kind.len()
        );
        for row in of_kind {
            let tests = match tests_of.get(row.id.as_str()) {
                Some(tests) => tests.join("<br>"),
                None => format!("*waits for: {}*", row.later),
            };
            let _ = writeln!(page, "| {} | {} | {tests} |", row.id, row.what);
        }
    }
    page
}
