//! `portico partners`: an operator's work on partner platforms.

use std::process::ExitCode;

use clap::{Args, Subcommand};
use local::StartError;
use serde_json::json;

use crate::asking::{At, create, list};

const PARTNERS: &str = "/api/admin/partners";

#[derive(Subcommand)]
pub(crate) enum Partners {
    /// List partner platforms: id, slug, name.
    List(At),
    /// Make a partner platform; its people come after it.
    Create(Create),
}

#[derive(Args)]
pub(crate) struct Create {
    /// Its name.
    name: String,
    /// Names its sign-in page and stays for good; made from the name where it is left out.
    #[arg(long)]
    slug: Option<String>,
    #[command(flatten)]
    at: At,
}

impl Partners {
    pub(crate) async fn run(self) -> Result<ExitCode, StartError> {
        match self {
            Partners::List(at) => list(&at, PARTNERS, &[], &["id", "slug", "name"]).await,
            Partners::Create(wish) => {
                create(&wish.at, PARTNERS, &json!({ "name": wish.name, "slug": wish.slug })).await
            }
        }
    }
}
