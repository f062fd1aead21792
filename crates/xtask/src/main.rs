//! `cargo xtask`: what the house does for itself. `tidy` is the house rules as a program.

#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a command speaks to whoever typed it")]

mod common_passwords;
mod edges;
mod files;
mod permissions;
mod trust;
mod words;

use std::process::ExitCode;

fn main() -> ExitCode {
    match std::env::args().nth(1).as_deref() {
        Some("tidy") => tidy(),
        Some("trust") => said(trust::write().map(|()| "trust: docs/trust.md is what the tests say".to_owned())),
        Some("permissions") => {
            said(permissions::write().map(|()| "permissions: docs/permissions.md is what the grid says".to_owned()))
        }
        Some("common-passwords") => {
            let made = common_passwords::make(&std::env::args().skip(2).collect::<Vec<_>>());
            said(made.map(|count| format!("common-passwords: {count} passwords")).map_err(|why| why.to_string()))
        }
        _ => {
            eprintln!("usage: cargo xtask tidy | trust | permissions | common-passwords LIST...");
            ExitCode::FAILURE
        }
    }
}

fn said(done: Result<String, String>) -> ExitCode {
    match done {
        Ok(words) => {
            println!("{words}");
            ExitCode::SUCCESS
        }
        Err(why) => {
            eprintln!("{why}");
            ExitCode::FAILURE
        }
    }
}

/// Every rule, every breach.
fn tidy() -> ExitCode {
    let mut breaches = Vec::new();
    edges::check(&mut breaches);
    let sources = files::sources();
    files::check(&sources, &mut breaches);
    words::check(&sources, &mut breaches);
    trust::check(&mut breaches);
    permissions::check(&mut breaches);
    for breach in &breaches {
        println!("{breach}");
    }
    println!("tidy: {} files, {} breaches", sources.len(), breaches.len());
    if breaches.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
