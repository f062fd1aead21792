//! The command line.

use std::path::PathBuf;
use std::process::ExitCode;

use crate::accounts::Accounts;
use crate::administrator::Administrator;
use crate::api::{Api, Audit};
use crate::courses::Courses;
use crate::orders::{Mails, Orders};
use crate::partners::Partners;
use crate::permissions::Permissions;
use crate::say::say;
use clap::{Args, Parser, Subcommand};
use domain::{Locale, LocaleListError};
use local::{Options, Platform, StartError};

/// Runs the whole learning platform on this machine, or does an operator's work on it.
#[derive(Parser)]
#[command(name = "portico", version, args_conflicts_with_subcommands = true)]
pub(crate) struct Command {
    #[command(subcommand)]
    verb: Option<Verb>,
    #[command(flatten)]
    run: Run,
}

#[derive(Subcommand)]
enum Verb {
    /// Run the platform (what happens without a command, too).
    Run(Run),
    /// Work on courses.
    #[command(subcommand)]
    Courses(Courses),
    /// Work on people's accounts.
    #[command(subcommand)]
    Accounts(Accounts),
    /// Work on partner platforms.
    #[command(subcommand)]
    Partners(Partners),
    /// Ask who may do what, and why.
    #[command(subcommand)]
    Permissions(Permissions),
    /// Read who did what, the newest first.
    Audit(Audit),
    /// Ask any endpoint as the operator.
    Api(Api),
    /// Work on the platform's administrators.
    #[command(subcommand)]
    Administrator(Administrator),
    /// Work on orders.
    #[command(subcommand)]
    Orders(Orders),
    /// Work on mails that nobody could be reached with.
    #[command(subcommand)]
    Mails(Mails),
    /// Print the description of every endpoint (OpenAPI).
    Openapi,
}

#[derive(Args)]
struct Run {
    /// The port to listen on; 0 takes any free one.
    #[arg(long, default_value_t = 8080)]
    port: u16,
    /// Where everything is kept.
    #[arg(long, default_value = ".portico")]
    data: PathBuf,
    /// Forget everything that was kept.
    #[arg(long)]
    fresh: bool,
    /// Import this catalog (MOOChub v3 or CSV) at the first start, instead of the demo.
    #[arg(long)]
    catalog: Option<PathBuf>,
    /// Let administrators do nothing as such without a second factor, as in the cloud.
    #[arg(long)]
    second_factor_for_administrators: bool,
    /// The languages that pages and mails are written in, English first: `en,pl,fr,ar`.
    #[arg(long, default_value = "en,pl,fr,ar", value_parser = locales)]
    languages: Locales,
}

/// The languages of the platform, as one argument.
#[derive(Clone)]
struct Locales(Vec<Locale>);

fn locales(text: &str) -> Result<Locales, LocaleListError> {
    Locale::list(text).map(Locales)
}

impl Run {
    fn options(self) -> Options {
        Options {
            port: self.port,
            fresh: self.fresh,
            catalog: self.catalog,
            second_factor_for_administrators: self.second_factor_for_administrators,
            locales: self.languages.0,
            ..Options::new(self.data)
        }
    }
}

impl Command {
    pub(crate) async fn run(self) -> Result<ExitCode, StartError> {
        match self.verb {
            None => run(self.run.options()).await,
            Some(Verb::Run(arguments)) => run(arguments.options()).await,
            Some(Verb::Courses(courses)) => courses.run().await,
            Some(Verb::Accounts(accounts)) => accounts.run().await,
            Some(Verb::Partners(partners)) => partners.run().await,
            Some(Verb::Permissions(permissions)) => permissions.run().await,
            Some(Verb::Audit(audit)) => audit.run().await,
            Some(Verb::Api(api)) => api.run().await,
            Some(Verb::Administrator(administrator)) => administrator.run().await,
            Some(Verb::Orders(orders)) => orders.run().await,
            Some(Verb::Mails(mails)) => mails.run().await,
            Some(Verb::Openapi) => describe().await,
        }
    }
}

#[expect(clippy::print_stdout, reason = "the contract: these lines tell scripts that everything answers")]
async fn run(options: Options) -> Result<ExitCode, StartError> {
    let running = Platform::start(options).await?;
    println!("stripe {}", running.stripe);
    println!("mail {}", running.mail);
    if let Some(link) = &running.administrator {
        println!("administrator {link}");
    }
    println!("ready {}", running.origin);
    until_told_to_stop().await;
    running.stop().await;
    Ok(ExitCode::SUCCESS)
}

async fn describe() -> Result<ExitCode, StartError> {
    let folder = std::env::temp_dir().join(format!("portico-openapi-{}", std::process::id()));
    let running = Platform::start(Options { port: 0, ..Options::new(folder.clone()) }).await?;
    say(&running.description);
    running.stop().await;
    // Left behind it would only waste room.
    let _ = std::fs::remove_dir_all(folder);
    Ok(ExitCode::SUCCESS)
}

/// Ctrl-C, or the signal that service managers send.
async fn until_told_to_stop() {
    use tokio::signal::unix::{SignalKind, signal};
    let Ok(mut terminated) = signal(SignalKind::terminate()) else {
        let _ = tokio::signal::ctrl_c().await;
        return;
    };
    tokio::select! {
        _ = tokio::signal::ctrl_c() => {}
        _ = terminated.recv() => {}
    }
}
