//! How a platform is started, and why it may not start.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use domain::{Clock, Entropy, Locale};
use store::TableConfig;
use thiserror::Error;
use web::{OsEntropy, SystemClock};

/// A table of another engine than the embedded one. Made where it is missing, never taken away.
#[derive(Debug, Clone)]
pub struct OtherTable {
    /// Where the engine answers, such as `http://127.0.0.1:8000`. Its stream must answer there, too, and unsigned.
    pub endpoint: String,
    /// The table's name there.
    pub name: String,
}

/// What a test lays around the functions, to see what each of them asks of the table.
#[derive(Debug, Clone, Copy)]
pub struct Between {
    /// How the table is reached.
    pub table: fn(TableConfig) -> TableConfig,
    /// What goes around the router of all functions.
    pub functions: fn(Router) -> Router,
}

/// Everything a platform takes from outside.
#[derive(Clone)]
pub struct Options {
    /// The port of the platform; 0 takes any free one.
    pub port: u16,
    /// Where everything is kept.
    pub data: PathBuf,
    /// Forget what was kept.
    pub fresh: bool,
    /// Imported at the first start; the demo catalog where none is named.
    pub catalog: Option<PathBuf>,
    /// Whether administrators need a second factor for what they do as such.
    pub second_factor_for_administrators: bool,
    /// The languages that pages and mails are written in, English first.
    pub locales: Vec<Locale>,
    /// The clock.
    pub clock: Arc<dyn Clock>,
    /// The dice.
    pub entropy: Arc<dyn Entropy>,
    /// Whether the table's stream and the schedules run by themselves. A test does without, and catches up when it
    /// wants to.
    pub timers: bool,
    /// How long the stand-in for Stripe waits between attempts at a webhook; its own schedule where nothing is said.
    pub webhook_retries: Option<Vec<Duration>>,
    /// Another engine than the embedded one, so that a test can try the platform on it.
    pub table: Option<OtherTable>,
    /// What a test lays between the functions and the table.
    pub between: Option<Between>,
}

impl Options {
    /// The usual options: port 8080, data in `data`.
    pub fn new(data: PathBuf) -> Self {
        Self {
            port: 8080,
            data,
            fresh: false,
            catalog: None,
            second_factor_for_administrators: false,
            locales: Locale::ALL.to_vec(),
            clock: Arc::new(SystemClock),
            entropy: Arc::new(OsEntropy),
            timers: true,
            webhook_retries: None,
            table: None,
            between: None,
        }
    }
}

/// A platform that does not start. Each sentence says what to do.
#[derive(Debug, Error)]
pub enum StartError {
    /// The data folder cannot be used.
    #[error("the data folder `{path}` cannot be used: {why}")]
    Data {
        /// Which.
        path: PathBuf,
        /// Why.
        why: String,
    },
    /// Another platform runs there.
    #[error(
        "another platform or command is at work on `{0}`: stop it or wait for it, or name another folder with `--data`"
    )]
    Busy(PathBuf),
    /// The port is taken.
    #[error("port {0} is taken: stop what uses it, or name another one with `--port` (0 takes any free one)")]
    Port(u16),
    /// The port cannot be listened on.
    #[error("port {port} cannot be listened on: {why}")]
    Listen {
        /// Which.
        port: u16,
        /// Why.
        why: String,
    },
    /// No platform was ever started there.
    #[error("there is no platform in `{0}`: name its folder with `--data`, or start it once with `portico`")]
    NoPlatform(PathBuf),
    /// The catalog cannot be read.
    #[error("the catalog `{path}` cannot be imported: {why}")]
    Catalog {
        /// Which.
        path: PathBuf,
        /// Why.
        why: String,
    },
    /// A table of people cannot be read.
    #[error("the people of `{path}` cannot be brought in: {why}")]
    People {
        /// Which.
        path: PathBuf,
        /// Why.
        why: String,
    },
    /// A part does not start.
    #[error("{part} does not start: {why}")]
    Part {
        /// Which part.
        part: &'static str,
        /// Why.
        why: String,
    },
}

impl StartError {
    pub(crate) fn part(part: &'static str) -> impl Fn(&dyn std::fmt::Display) -> Self {
        move |why| StartError::Part { part, why: why.to_string() }
    }
}
