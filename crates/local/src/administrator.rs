//! `portico administrator`: the way to the first administrator of a platform, here or in the cloud.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, Subcommand};
use local::{Operator, StartError, app_of_environment, founder_link};

use crate::say::say;

#[derive(Subcommand)]
pub(crate) enum Administrator {
    /// Print a fresh one-time link that makes the first administrator. It replaces any before it, and works for a day.
    ///
    /// With `--data`, of the platform in that folder. Without it, of the platform that the environment describes as it
    /// does for the functions: `PORTICO_ORIGIN`, `PORTICO_TABLE`, `PORTICO_SIGNING_KEYS` and `PORTICO_PEPPER`, with
    /// `AWS_REGION` and the credentials that `aws configure export-credentials --format env` prints.
    Link(Link),
}

#[derive(Args)]
pub(crate) struct Link {
    /// Where a local platform keeps everything; running or not.
    #[arg(long)]
    data: Option<PathBuf>,
}

impl Administrator {
    #[expect(clippy::print_stderr, reason = "why there is none")]
    pub(crate) async fn run(self) -> Result<ExitCode, StartError> {
        let Administrator::Link(Link { data }) = self;
        let link = match data {
            Some(data) => founder_link(&Operator::connect(&data).await?.app).await?,
            None => founder_link(&app_of_environment().map_err(no_folder_either)?).await?,
        };
        if let Some(link) = link {
            say(format_args!("administrator {link}"));
            return Ok(ExitCode::SUCCESS);
        }
        eprintln!("portico: the platform has its first administrator already: ask them for an account");
        Ok(ExitCode::FAILURE)
    }
}

/// Most who leave `--data` out mean the platform beside them.
fn no_folder_either(error: StartError) -> StartError {
    let why = format!("{error}; for a platform in a folder of this machine say `--data FOLDER`");
    StartError::Part { part: "the platform that the environment describes", why }
}
