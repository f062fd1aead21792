//! How a function is linked for Lambda: without the tables that say how to unwind, a ninth of its size. A function ends at
//! a panic (`config.toml`), so nobody reads them. Flags of the compiler cannot leave them out: the standard library
//! brings its own.
//!
//! Every function names this file as its build script.

#![expect(clippy::print_stdout, reason = "this is how a build script speaks to cargo")]

use std::env;

/// Beside the manifest's folder, wherever the checkout is.
const SCRIPT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../.cargo/no_unwinding.ld");

fn main() {
    println!("cargo::rerun-if-changed={SCRIPT}");
    // Only what is built as it is deployed ends at a panic; no other build is made this small.
    let deployed = env::var("OPT_LEVEL").is_ok_and(|level| level == "z");
    let linux = env::var("CARGO_CFG_TARGET_OS").is_ok_and(|system| system == "linux");
    if deployed && linux {
        println!("cargo::rustc-link-arg-bins=-Wl,-T,{SCRIPT}");
    }
}
