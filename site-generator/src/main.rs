//! The command: a feed in, a folder of files out.

use std::error::Error;
use std::fs;
use std::io::{self, Write as _};
use std::path::PathBuf;

use clap::Parser;
use domain::{Course, Publication};
use feeds::{Format, Options};
use jiff::Timestamp;
use site_generator::{Catalog, Publisher, SiteOptions};
use templates::Templates;

/// Renders the public course catalog to a folder of plain files.
#[derive(Debug, Parser)]
struct Command {
    /// A MOOChub v3 document (JSON) or a CSV file.
    #[arg(long)]
    catalog: PathBuf,
    /// The folder to write; empty, or written by this command before.
    #[arg(long)]
    out: PathBuf,
    /// Scheme and host that the site is served from.
    #[arg(long, default_value = "http://127.0.0.1:8080")]
    base_url: String,
    /// The platform's name.
    #[arg(long, default_value = "Portico")]
    name: String,
}

fn main() -> Result<(), Box<dyn Error>> {
    let command = Command::parse();
    let input = read(&command)?;
    let options = SiteOptions {
        base_url: command.base_url.trim_end_matches('/').to_owned(),
        platform_name: command.name,
        attribution: input.attribution,
    };
    let mut publisher = Publisher::open(&command.out)?;
    let published = publisher.publish(&Catalog::new(input.courses), &Templates::new()?, &options, now())?;
    let (files, written, deleted) = (published.files, published.written.len(), published.deleted.len());
    let refused = input.refused;
    writeln!(io::stdout(), "{files} files: {written} written, {deleted} removed; {refused} rows refused")?;
    Ok(())
}

/// What a feed gives.
struct Input {
    courses: Vec<Course>,
    attribution: Option<String>,
    refused: usize,
}

fn read(command: &Command) -> Result<Input, Box<dyn Error>> {
    let bytes = fs::read(&command.catalog)?;
    // A feed does not say when its courses were made. The file's own time keeps the output the same run after run.
    let made_at = Timestamp::try_from(fs::metadata(&command.catalog)?.modified()?)?;
    let format = Format::detect(&bytes, command.catalog.file_name().and_then(|name| name.to_str()))?;
    let feed = feeds::read(&bytes, format, &Options::default())?;
    drop(bytes);
    let refused = feed.error_count();
    let drafts = feed.rows.into_iter().filter_map(|row| row.outcome.ok());
    let courses = drafts.map(|draft| {
        let (mut course, _) = draft.into_course(made_at);
        course.publication = Publication::Published;
        course
    });
    Ok(Input { courses: courses.collect(), attribution: feed.attribution, refused })
}

#[expect(clippy::disallowed_methods, reason = "the command is where time comes from")]
fn now() -> Timestamp {
    Timestamp::now()
}
