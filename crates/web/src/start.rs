//! How a function starts: settings, table, then poll. Whatever is wrong stops it here, with a sentence that says what.

use std::sync::Arc;

use store::{Store, TableConfig};
use thiserror::Error;
use tracing_subscriber::Layer;
use tracing_subscriber::filter::{LevelFilter, Targets};
use tracing_subscriber::fmt::MakeWriter;
use tracing_subscriber::layer::SubscriberExt;
use tracing_subscriber::util::SubscriberInitExt;

use crate::Routes;
use crate::context::App;
use crate::headers::with_policies;
use crate::real::{OsEntropy, SystemClock};
use crate::settings::{Settings, SettingsError};

/// A function that cannot start.
#[derive(Debug, Error)]
pub enum StartError {
    /// A setting is missing or wrong.
    #[error("cannot start: {0}")]
    Settings(#[from] SettingsError),
    /// Anything else.
    #[error("cannot start: {0}")]
    Other(String),
    /// The runtime ended.
    #[error("the Lambda runtime ended: {0}")]
    Runtime(lambda_runtime::Error),
}

/// Reads the environment and connects; nothing is sent yet.
pub fn connect() -> Result<App, StartError> {
    log_as_json();
    let settings = Settings::read(|name| std::env::var(name).ok())?;
    let (clock, entropy) = (Arc::new(SystemClock), Arc::new(OsEntropy));
    let table =
        TableConfig { name: settings.table.clone(), endpoint: settings.table_endpoint.clone(), http_client: None };
    let store = Store::connect(table, clock.clone(), entropy.clone());
    App::new(settings, store, clock, entropy).map_err(|failure| StartError::Other(failure.problem().message))
}

/// Serves a router as a Lambda function behind an HTTP API.
pub async fn run(app: App, routes: Routes) -> Result<(), StartError> {
    let (router, _) = routes.split_for_parts();
    lambda_http::run(with_policies(router, app)).await.map_err(StartError::Runtime)
}

fn log_as_json() {
    // A second subscriber in one process is a test's; the first one stays.
    let _ = log_subscriber(std::io::stdout).try_init();
}

/// What is logged of which crate: the setting `RUST_LOG` (`warn`, `info,store=warn`), or what is worth knowing of each.
/// By crate and level alone: filters that look into spans bring a whole engine of patterns into every function.
fn log_levels() -> Targets {
    let told = std::env::var("RUST_LOG").ok().and_then(|setting| setting.parse().ok());
    told.unwrap_or_else(|| Targets::new().with_default(LevelFilter::INFO))
}

/// What a function logs, written to `writer`. A line is one JSON document: its time is in UTC, and nothing that
/// somebody sent begins another line.
pub fn log_subscriber<W>(writer: W) -> impl tracing::Subscriber + Send + Sync
where
    W: for<'w> MakeWriter<'w> + Send + Sync + 'static,
{
    let lines = tracing_subscriber::fmt::layer().json().with_writer(writer);
    tracing_subscriber::registry().with(lines.with_filter(log_levels()))
}
