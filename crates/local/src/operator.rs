//! An operator's way to the table from the command line: through the running platform where there is one, so that its
//! stream sees what changes, and directly otherwise.

use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use commerce::Shop;
use domain::Locale;
use serde::{Deserialize, Serialize};
use web::{App, OsEntropy, SystemClock};

use crate::keys::Keys;
use crate::lock::{self, Lock};
use crate::options::StartError;
use crate::platform::{connect_app, directly, shop};
use crate::table::EmbeddedTable;

pub(crate) const NOTE: &str = "running.json";

/// How long a command waits for whoever holds the folder, and how often it looks.
const PATIENCE: Duration = Duration::from_secs(10);
const LOOK_EVERY: Duration = Duration::from_millis(50);

/// Where the platform of a data folder answers, kept beside it while it runs.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Whereabouts {
    pub(crate) origin: String,
    pub(crate) table: String,
    pub(crate) table_name: String,
    pub(crate) stripe: String,
    /// What an operator asks is not asked for it, whatever it is.
    #[serde(default)]
    pub(crate) second_factor_for_administrators: bool,
    /// The languages that pages and mails are written in.
    #[serde(default)]
    pub(crate) locales: Vec<Locale>,
}

impl Whereabouts {
    pub(crate) fn keep(&self, data: &Path) -> Result<(), StartError> {
        let broken = |why: &dyn std::fmt::Display| StartError::Data { path: data.join(NOTE), why: why.to_string() };
        let json = serde_json::to_vec(self).map_err(|error| broken(&error))?;
        std::fs::write(data.join(NOTE), json).map_err(|error| broken(&error))
    }

    /// What the holder of the folder has said; nothing where it does not answer yet.
    fn read(data: &Path) -> Option<Self> {
        serde_json::from_slice(&std::fs::read(data.join(NOTE)).ok()?).ok()
    }
}

/// A connection for an operator's work. Holds the folder while no platform runs on it.
pub struct Operator {
    /// The shared parts, to work with.
    pub app: App,
    /// What orders are worked on with; the payment provider answers only while a platform runs.
    pub shop: Shop,
    pub(crate) keys: Keys,
    _embedded: Option<(EmbeddedTable, Lock)>,
}

impl Operator {
    /// Connects to the platform of a data folder.
    pub async fn connect(data: &Path) -> Result<Self, StartError> {
        let (clock, entropy) = (Arc::new(SystemClock), Arc::new(OsEntropy));
        if !Keys::are_in(data) {
            return Err(StartError::NoPlatform(data.to_path_buf()));
        }
        let until = Instant::now() + PATIENCE;
        loop {
            match lock::take(data) {
                Ok(lock) => return Self::alone(lock, data, clock, entropy).await,
                // A platform that has begun and does not answer yet, or another command: neither takes long.
                Err(StartError::Busy(_)) if Instant::now() < until => {
                    if let Some(at) = Whereabouts::read(data) {
                        return Self::beside(&at, data, clock, entropy);
                    }
                    tokio::time::sleep(LOOK_EVERY).await;
                }
                Err(error) => return Err(error),
            }
        }
    }

    /// On a folder that nobody else works on meanwhile.
    async fn alone(
        lock: Lock,
        data: &Path,
        clock: Arc<SystemClock>,
        entropy: Arc<OsEntropy>,
    ) -> Result<Self, StartError> {
        let keys = Keys::read_or_make(data, &*entropy)?;
        let embedded = EmbeddedTable::open(data).await?;
        let at = Whereabouts {
            origin: "http://127.0.0.1:8080".to_owned(),
            table: embedded.endpoint.clone(),
            table_name: crate::table::NAME.to_owned(),
            stripe: "http://127.0.0.1:1".to_owned(),
            second_factor_for_administrators: false,
            locales: Locale::ALL.to_vec(),
        };
        let app = connect_app(&keys, &at, clock, entropy, directly)?;
        let made = app.store.create_table_if_missing().await;
        made.map_err(|error| StartError::part("the table")(&error))?;
        let shop = shop(&app, &keys, &at.stripe)?;
        Ok(Self { app, shop, keys, _embedded: Some((embedded, lock)) })
    }

    /// Through the platform that runs on the folder.
    fn beside(
        at: &Whereabouts,
        data: &Path,
        clock: Arc<SystemClock>,
        entropy: Arc<OsEntropy>,
    ) -> Result<Self, StartError> {
        let keys = Keys::read_or_make(data, &*entropy)?;
        let app = connect_app(&keys, at, clock, entropy, directly)?;
        let shop = shop(&app, &keys, &at.stripe)?;
        Ok(Self { app, shop, keys, _embedded: None })
    }
}

/// The shared parts of the platform that the environment describes, as its functions have them.
pub fn app_of_environment() -> Result<App, StartError> {
    web::connect().map_err(|error| StartError::part("the platform")(&error))
}

/// A fresh link that makes the first administrator; `None` where there is one.
pub async fn founder_link(app: &App) -> Result<Option<String>, StartError> {
    let link = signup::founder_link(app).await;
    link.map_err(|failure| StartError::part("the first administrator")(&failure.problem().message))
}
