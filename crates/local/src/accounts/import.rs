//! `portico accounts import`: a file of people, each of whom gets an account and a mail.

use std::path::PathBuf;
use std::process::ExitCode;

use admin::people_import::{Outcome, Plan};
use clap::Args;
use domain::PartnerId;
use indicatif::{ProgressBar, ProgressStyle};
use local::{PeopleWish, StartError, import_people};

use crate::asking::At;
use crate::say::say;

#[derive(Args)]
pub(crate) struct Import {
    /// A CSV table with the columns `name`, `email`, `role` (0 administrator, 1 author, 2 learner) and, if wanted, `type`,
    /// `partner`, `expires_at`.
    file: PathBuf,
    #[command(flatten)]
    at: At,
    /// Where people belong whose row does not say: `main`, or the id of a partner.
    #[arg(long, default_value = "main", value_parser = home)]
    realm: Home,
    /// Only say what would happen, row by row.
    #[arg(long)]
    dry_run: bool,
}

/// The partner platform that people belong to; none for the main platform.
#[derive(Debug, Clone, Copy)]
struct Home(Option<PartnerId>);

fn home(text: &str) -> Result<Home, String> {
    match text {
        "main" => Ok(Home(None)),
        partner => {
            let partner = partner.parse().map(|partner| Home(Some(partner)));
            partner.map_err(|_| "must be `main` or the id of a partner".to_owned())
        }
    }
}

impl Import {
    pub(crate) async fn run(self) -> Result<ExitCode, StartError> {
        let operator = self.at.connect().await?;
        let bar = ProgressBar::new(0).with_style(style());
        let mut progress = |done: usize, total: usize| {
            bar.set_length(u64::try_from(total).unwrap_or(0));
            bar.set_position(u64::try_from(done).unwrap_or(0));
        };
        let wish = PeopleWish { home: self.realm.0, dry_run: self.dry_run };
        let plan = import_people(&operator.app, &self.file, wish, &mut progress).await;
        bar.finish_and_clear();
        let plan = plan.map_err(|why| StartError::People { path: self.file, why })?;
        Ok(tell(&plan, self.dry_run))
    }
}

fn style() -> ProgressStyle {
    ProgressStyle::with_template("{bar:40} {pos}/{len} accounts, {eta} left")
        .unwrap_or_else(|_| ProgressStyle::default_bar())
}

/// One line for each row of which something is to be said, then the sums. Rows with errors fail the command.
fn tell(plan: &Plan, dry_run: bool) -> ExitCode {
    for row in &plan.rows {
        match &row.outcome {
            Outcome::Error(errors) => {
                errors.iter().for_each(|error| say(format!("error   line {}, {}: {error}", row.line, row.key)));
            }
            Outcome::Create if dry_run => say(format!("create  line {}, {}", row.line, row.key)),
            Outcome::Create | Outcome::Skip(_) => {}
        }
        row.warnings.iter().for_each(|warning| say(format!("warning line {}, {}: {warning}", row.line, row.key)));
    }
    let sums = plan.counts();
    let so_far = if dry_run { "dry run, nothing written: " } else { "" };
    say(format!(
        "{so_far}{} created, {} had an account already; {} rows with errors",
        sums.create, sums.skip, sums.error
    ));
    if sums.error == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
