//! `cargo xtask`: what the house does for itself. `tidy` is the house rules as a program.

#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a command speaks to whoever typed it")]

mod common_passwords;
mod edges;
mod files;
mod words;

use std::process::ExitCode;

fn main() -> ExitCode {
    match std::env::args().nth(1).as_deref() {
        Some("tidy") => tidy(),
        Some("common-passwords") => common_passwords(),
        _ => {
            eprintln!("usage: cargo xtask tidy | common-passwords LIST...");
            ExitCode::FAILURE
        }
    }
}

fn common_passwords() -> ExitCode {
    match common_passwords::make(&std::env::args().skip(2).collect::<Vec<_>>()) {
        Ok(count) => {
            println!("common-passwords: {count} passwords");
            ExitCode::SUCCESS
        }
        Err(why) => {
            eprintln!("common-passwords: {why}");
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
    for breach in &breaches {
        println!("{breach}");
    }
    println!("tidy: {} files, {} breaches", sources.len(), breaches.len());
    if breaches.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
