//! `portico`: the local platform, and what an operator does from the command line.

mod accounts;
mod administrator;
mod api;
mod asking;
mod command;
mod courses;
mod orders;
mod partners;
mod permissions;
mod say;

use std::process::ExitCode;

use clap::Parser;

#[expect(clippy::print_stderr, reason = "this is how a command says what went wrong")]
#[tokio::main]
async fn main() -> ExitCode {
    let level = tracing_subscriber::EnvFilter::try_from_default_env().unwrap_or_else(|_| "warn,dynoxide=error".into());
    tracing_subscriber::fmt().with_env_filter(level).with_writer(std::io::stderr).init();
    match command::Command::parse().run().await {
        Ok(code) => code,
        Err(error) => {
            eprintln!("portico: {error}");
            ExitCode::FAILURE
        }
    }
}
