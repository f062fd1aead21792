//! `portico administrator`: the way to the first administrator of a platform, here or in the cloud.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, Subcommand};
use local::{Operator, StartError};

#[derive(Subcommand)]
pub(crate) enum Administrator {
    /// Print a fresh one-time link that makes the first administrator. It replaces any before it, and works for a day.
    ///
    /// With `--data`, of the platform in that folder. Without it, of the platform that the environment describes as it
    /// does for the functions: `PORTICO_ORIGIN`, `PORTICO_TABLE`, `PORTICO_SIGNING_KEYS` and `PORTICO_PEPPER`, with
    /// `PORTICO_TABLE_ENDPOINT` or the credentials of AWS.
    Link(Link),
}

#[derive(Args)]
pub(crate) struct Link {
    /// Where a local platform keeps everything; running or not.
    #[arg(long)]
    data: Option<PathBuf>,
}

impl Administrator {
    #[expect(clippy::print_stdout, clippy::print_stderr, reason = "what was asked for, and why there is none")]
    pub(crate) async fn run(self) -> Result<ExitCode, StartError> {
        let Administrator::Link(Link { data }) = self;
        let operator = match data {
            Some(data) => Operator::connect(&data).await?,
            None => Operator::of_environment().await?,
        };
        if let Some(link) = operator.founder_link().await? {
            println!("administrator {link}");
            return Ok(ExitCode::SUCCESS);
        }
        eprintln!("portico: the platform has its first administrator already: ask them for an account");
        Ok(ExitCode::FAILURE)
    }
}
