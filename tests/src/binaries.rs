//! The platform's programs, as `cargo build --workspace` made them.

use std::path::PathBuf;

/// A program of the workspace, built beside this test.
#[expect(clippy::expect_used, reason = "a test without its program has failed")]
pub fn binary(name: &str) -> PathBuf {
    let test = std::env::current_exe().expect("a test runs from a file");
    let path = test.parent().and_then(|deps| deps.parent()).expect("a target folder").join(name);
    assert!(path.exists(), "{} is not built: run `cargo build --workspace` first", path.display());
    path
}
