//! What a handler cannot write: each program in `src/bin` is refused by the compiler, just where and as it says itself
//! in a line of the form `// error[E0308]: mismatched types` above the place. Programs that say nothing must compile.
//!
//! They are checked with the workspace's own dependencies, which are there already; a check in a workspace of its own
//! would compile them all again.

#![expect(clippy::unwrap_used, reason = "a test that meets nothing where something must be has failed")]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::Value;

/// A program's name, the line of a fault in it from 1, and the fault in the compiler's words.
type Fault = (String, u64, String);

#[test]
fn a_permission_cannot_be_forged_forgotten_swapped_or_reused() {
    let programs = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/bin");
    let mut names = Vec::new();
    let mut expected = BTreeSet::new();
    for file in fs::read_dir(programs).unwrap() {
        let path = file.unwrap().path();
        let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
        expected.extend(announced(&name, &fs::read_to_string(&path).unwrap()));
        names.push(name);
    }
    assert_eq!(faults_of(&names), expected);
    assert!(names.len() > 10, "only {names:?}");
}

/// The faults that a program names in comments, each in the line above.
fn announced(name: &str, text: &str) -> Vec<Fault> {
    let lines = (1..).zip(text.lines());
    let comments = lines.filter_map(|(at, line)| Some((at, line.trim().strip_prefix("// error")?)));
    comments.map(|(at, fault)| (name.to_owned(), at + 1, format!("error{fault}"))).collect()
}

/// What the compiler finds in these programs.
fn faults_of(names: &[String]) -> BTreeSet<Fault> {
    let mut cargo = Command::new(env!("CARGO"));
    // The whole workspace, so that every dependency has the features that it was built with before.
    cargo.args(["check", "--workspace", "--features", "portico-refused/refused", "--offline", "--locked"]);
    cargo.args(["--quiet", "--keep-going", "--message-format", "json"]);
    cargo.args(names.iter().flat_map(|name| ["--bin", name]));
    let output = cargo.output().unwrap();
    let said = String::from_utf8(output.stdout).unwrap();
    let messages = said.lines().map(|line| serde_json::from_str(line).unwrap());
    let faults: BTreeSet<Fault> = messages.filter_map(|message| fault(&message)).collect();
    assert!(!faults.is_empty(), "{}", String::from_utf8_lossy(&output.stderr));
    faults
}

/// An error with its place; sums such as "aborting due to two errors" have none.
fn fault(compiled: &Value) -> Option<Fault> {
    let text = |path| compiled.pointer(path)?.as_str();
    let places = compiled.pointer("/message/spans")?.as_array()?;
    let place = places.iter().find(|span| span.get("is_primary") == Some(&Value::Bool(true)))?;
    let code = text("/message/code/code").filter(|code| code.starts_with('E'));
    let error = code.map_or_else(|| "error".to_owned(), |code| format!("error[{code}]"));
    let words = format!("{error}: {}", text("/message/message")?);
    let found = (text("/target/name")?.to_owned(), place.get("line_start")?.as_u64()?, words);
    (text("/message/level") == Some("error")).then_some(found)
}
