//! `portico courses`: an operator's work on courses.

use std::path::PathBuf;
use std::process::ExitCode;

use authoring::import::{Outcome, Plan};
use clap::{Args, Subcommand};
use domain::Audience;
use http::Method;
use indicatif::{ProgressBar, ProgressStyle};
use local::{ImportWish, StartError, import_file};

use crate::asking::{At, each, list};
use crate::say::say;

const COURSES: &str = "/api/admin/courses";

#[derive(Subcommand)]
pub(crate) enum Courses {
    /// Import a catalog (MOOChub v3 or CSV). Importing the same file again changes nothing; one that was cut off goes
    /// on where it stopped.
    Import(Import),
    /// List courses by title: id, publication, title.
    List(List),
    /// Put courses into their catalog.
    Publish(These),
    /// Take courses out of their catalog; whoever is in them stays.
    Unpublish(These),
    /// Put courses away.
    Archive(These),
}

#[derive(Args)]
pub(crate) struct List {
    /// `public`, `internal` or the id of a partner.
    #[arg(long, default_value = "public")]
    audience: String,
    /// How the title begins.
    #[arg(long)]
    search: Option<String>,
    #[command(flatten)]
    at: At,
}

#[derive(Args)]
pub(crate) struct These {
    /// The courses' ids.
    #[arg(required = true)]
    courses: Vec<String>,
    #[command(flatten)]
    at: At,
}

#[derive(Args)]
pub(crate) struct Import {
    /// The file; lessons that it names lie beside it.
    file: PathBuf,
    #[command(flatten)]
    at: At,
    /// Whom the courses are made for where a row does not say: `public`, `internal`, or the id of a partner.
    #[arg(long, default_value = "public", value_parser = audience)]
    audience: Audience,
    /// Put new courses into their catalog at once; otherwise they begin as drafts.
    #[arg(long)]
    publish: bool,
    /// Only say what would happen, row by row.
    #[arg(long)]
    dry_run: bool,
}

fn audience(text: &str) -> Result<Audience, String> {
    match text {
        "public" => Ok(Audience::Public),
        "internal" => Ok(Audience::Internal),
        partner => {
            let partner = partner.parse();
            partner.map(Audience::Partner).map_err(|_| "must be `public`, `internal` or the id of a partner".to_owned())
        }
    }
}

impl Courses {
    pub(crate) async fn run(self) -> Result<ExitCode, StartError> {
        let (these, verb) = match self {
            Courses::Import(wish) => return import(wish).await,
            Courses::List(wish) => {
                let said = [("audience", Some(wish.audience.as_str())), ("q", wish.search.as_deref())];
                return list(&wish.at, COURSES, &said, &["id", "publication", "title"]).await;
            }
            Courses::Publish(these) => (these, "publish"),
            Courses::Unpublish(these) => (these, "unpublish"),
            Courses::Archive(these) => (these, "archive"),
        };
        each(&these.at, &these.courses, Method::POST, |id| format!("{COURSES}/{id}/{verb}")).await
    }
}

async fn import(import: Import) -> Result<ExitCode, StartError> {
    let operator = import.at.connect().await?;
    let bar = ProgressBar::new(0).with_style(style());
    let mut progress = |done: usize, total: usize| {
        bar.set_length(u64::try_from(total).unwrap_or(0));
        bar.set_position(u64::try_from(done).unwrap_or(0));
    };
    let wish = ImportWish { audience: import.audience, publish: import.publish, dry_run: import.dry_run };
    let plan = import_file(&operator.app, &import.file, wish, &mut progress).await;
    bar.finish_and_clear();
    let plan = plan.map_err(|why| StartError::Catalog { path: import.file, why })?;
    Ok(tell(&plan, import.dry_run))
}

fn style() -> ProgressStyle {
    ProgressStyle::with_template("{bar:40} {pos}/{len} courses, {eta} left")
        .unwrap_or_else(|_| ProgressStyle::default_bar())
}

/// One line for each row of which something is to be said, then the sums. Rows with errors fail the command.
fn tell(plan: &Plan, dry_run: bool) -> ExitCode {
    for row in &plan.rows {
        match &row.outcome {
            Outcome::Error(errors) => {
                errors.iter().for_each(|error| say(format_args!("error   line {}, {}: {error}", row.line, row.key)))
            }
            Outcome::Create if dry_run => say(format_args!("create  line {}, {}", row.line, row.key)),
            Outcome::Change(changes) if dry_run => {
                for change in changes {
                    say(format_args!(
                        "change  line {}, {}: {}: {} -> {}",
                        row.line, row.key, change.field, change.before, change.after
                    ));
                }
            }
            Outcome::Create | Outcome::Change(_) | Outcome::Skip => {}
        }
        row.warnings.iter().for_each(|warning| say(format_args!("warning line {}, {}: {warning}", row.line, row.key)));
    }
    let sums = plan.counts();
    let so_far = if dry_run { "dry run, nothing written: " } else { "" };
    say(format_args!(
        "{so_far}{} created, {} changed, {} left as they are; {} rows with errors",
        sums.create, sums.change, sums.skip, sums.error
    ));
    if sums.error == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
