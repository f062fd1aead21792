//! The command: a feed in, a folder of files out.

use std::error::Error;
use std::fs;
use std::io::{self, Write as _};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Parser;
use domain::{Course, Locale, LocaleListError, Publication};
use feeds::{Format, Options};
use jiff::Timestamp;
use site_generator::{Catalog, Publisher, SiteOptions};
use templates::Editions;

/// A build is made of small strings that live for one page; this takes a sixth of its time away.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

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
    #[arg(long, default_value = "http://127.0.0.1:8080", value_parser = base_url)]
    base_url: String,
    /// The platform's name.
    #[arg(long, default_value = "Portico")]
    name: String,
    /// The languages that pages are written in, English first: each other one gets a tree of its own.
    #[arg(long, default_value = "en,pl,fr,ar", value_parser = locales)]
    languages: Locales,
}

#[expect(clippy::print_stderr, reason = "this is how a command says what went wrong")]
fn main() -> ExitCode {
    match run(Command::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("site-generator: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run(command: Command) -> Result<(), Box<dyn Error>> {
    let input = read(&command).map_err(|error| format!("{}: {error}", command.catalog.display()))?;
    let options = SiteOptions {
        base_url: command.base_url,
        platform_name: command.name,
        attribution: input.attribution,
        locales: command.languages.0,
    };
    let mut publisher = Publisher::open(&command.out)?;
    let published = publisher.publish(&Catalog::new(input.courses), &Editions::new(), &options, now())?;
    let (files, written, deleted) = (published.files, published.written.len(), published.deleted.len());
    let refused = input.refused;
    writeln!(io::stdout(), "{files} files: {written} written, {deleted} removed; {refused} rows refused")?;
    Ok(())
}

/// The languages of the site, as one argument.
#[derive(Debug, Clone)]
struct Locales(Vec<Locale>);

fn locales(text: &str) -> Result<Locales, LocaleListError> {
    Locale::list(text).map(Locales)
}

fn base_url(text: &str) -> Result<String, String> {
    let text = text.trim_end_matches('/');
    let host = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://")).unwrap_or_default();
    if host.is_empty() || host.contains(['/', '?', '#', ' ', '"', '<', '>']) {
        return Err("must be a scheme and a host, like `https://courses.example`".to_owned());
    }
    Ok(text.to_owned())
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
    tell_refused(&feed.rows);
    let drafts = feed.rows.into_iter().filter_map(|row| row.outcome.ok());
    let courses = drafts.map(|draft| {
        let (mut course, _) = draft.into_course(made_at);
        course.publication = Publication::Published;
        course
    });
    Ok(Input { courses: courses.collect(), attribution: feed.attribution, refused })
}

/// Nothing is left out silently.
#[expect(clippy::print_stderr, reason = "the last line of the other stream is the result")]
fn tell_refused(rows: &[feeds::Row]) {
    for row in rows {
        for error in row.outcome.as_ref().err().into_iter().flatten() {
            eprintln!("line {}, {}: {error}", row.line, row.key);
        }
    }
}

#[expect(clippy::disallowed_methods, reason = "the command is where time comes from")]
fn now() -> Timestamp {
    Timestamp::now()
}
