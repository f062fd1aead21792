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
use tracing::Level;
use tracing_subscriber::Layer;
use tracing_subscriber::filter::Targets;
use tracing_subscriber::layer::SubscriberExt;
use tracing_subscriber::util::SubscriberInitExt;

#[expect(clippy::print_stderr, reason = "this is how a command says what went wrong")]
#[tokio::main]
async fn main() -> ExitCode {
    let told = std::env::var("RUST_LOG").ok().and_then(|setting| setting.parse().ok());
    let quiet = || Targets::new().with_default(Level::WARN).with_target("dynoxide", Level::ERROR);
    let lines = tracing_subscriber::fmt::layer().with_writer(std::io::stderr);
    tracing_subscriber::registry().with(lines.with_filter(told.unwrap_or_else(quiet))).init();
    match command::Command::parse().run().await {
        Ok(code) => code,
        Err(error) => {
            eprintln!("portico: {error}");
            ExitCode::FAILURE
        }
    }
}
