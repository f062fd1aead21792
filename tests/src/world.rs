//! A platform of its own for each test.

use std::sync::Arc;
use std::time::Duration;

use domain::{Clock, Locale};
use jiff::SignedDuration;
use local::{Between, Options, OtherTable, Platform, Running, StoredMail};
use store::TableConfig;
use tempfile::TempDir;
use web::OsEntropy;

/// Names another engine to try everything on, such as `http://127.0.0.1:8000`; the embedded one where it is not set.
const ENGINE: &str = "PORTICO_TABLE_ENDPOINT";

use crate::browser::Browser;
use crate::clock::MovableClock;
use crate::cloud::{each_by_name, gate};

/// A running platform with its folder and its clock.
pub struct World {
    /// The platform.
    pub platform: Running,
    /// Its clock.
    pub clock: Arc<MovableClock>,
    /// The folder that the platform keeps everything in; gone with this value.
    pub folder: TempDir,
}

impl World {
    /// A fresh platform with the demo catalog.
    #[expect(clippy::expect_used, reason = "a test without a world has failed")]
    pub async fn start() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let clock = Arc::new(MovableClock::default());
        let platform = launch(options(&folder, &clock)).await;
        Self { platform, clock, folder }
    }

    /// A platform whose pages and mails are in every language. The others are in English only: rendering four trees for
    /// each of hundreds of worlds would be what the suite waits for.
    #[expect(clippy::expect_used, reason = "a test without a world has failed")]
    pub async fn in_every_language() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let clock = Arc::new(MovableClock::default());
        let platform = launch(Options { locales: Locale::ALL.to_vec(), ..options(&folder, &clock) }).await;
        Self { platform, clock, folder }
    }

    /// Stops the platform and starts it again on what it kept, where administrators need a second factor.
    pub async fn restart_with_second_factor(self) -> Self {
        let Self { platform, clock, folder } = self;
        platform.stop().await;
        let options = Options { second_factor_for_administrators: true, ..options(&folder, &clock) };
        Self { platform: launch(options).await, clock, folder }
    }

    /// Stops the platform and starts it again on what it kept.
    pub async fn restart(self) -> Self {
        let Self { platform, clock, folder } = self;
        platform.stop().await;
        let platform = launch(options(&folder, &clock)).await;
        Self { platform, clock, folder }
    }

    /// A browser that nobody has used yet.
    pub fn browser(&self) -> Browser {
        Browser::new(&self.platform.origin)
    }

    /// Does what waits in the table's stream: mail is sent, pages are published.
    pub async fn catch_up(&self) {
        self.platform.catch_up().await;
    }

    /// The mails to an address, the oldest first, after catching up.
    pub async fn mails_to(&self, address: &str) -> Vec<StoredMail> {
        self.catch_up().await;
        let mut mails = self.platform.mailbox.mails();
        mails.retain(|mail| mail.to.eq_ignore_ascii_case(address));
        mails
    }

    /// The first link to the platform in the newest mail to an address.
    pub async fn link_mailed_to(&self, address: &str) -> Option<String> {
        let newest = self.mails_to(address).await.pop()?;
        let words = newest.text.split_whitespace();
        words.into_iter().find(|word| word.starts_with(&self.platform.origin)).map(str::to_owned)
    }

    /// Moves the clock.
    pub fn forward(&self, by: SignedDuration) {
        self.clock.forward(by);
    }

    /// The folder that the platform keeps everything in.
    pub fn folder(&self) -> &std::path::Path {
        self.folder.path()
    }
}

fn options(folder: &TempDir, clock: &Arc<MovableClock>) -> Options {
    Options {
        port: 0,
        clock: clock.clone() as Arc<dyn Clock>,
        entropy: Arc::new(OsEntropy),
        timers: false,
        locales: vec![Locale::English],
        webhook_retries: Some(vec![Duration::from_millis(50); 20]),
        table: other_engine(folder),
        between: Some(Between { table: through_the_gate, functions: each_by_name }),
        ..Options::new(folder.path().join("data"))
    }
}

/// No function gets more of the table than its role in the cloud permits.
fn through_the_gate(config: TableConfig) -> TableConfig {
    TableConfig { http_client: Some(gate()), ..config }
}

#[expect(clippy::expect_used, reason = "a test without a world has failed")]
async fn launch(options: Options) -> Running {
    Platform::start(options).await.expect("a platform")
}

/// A table of the world's own, named after its folder, which nobody else has.
fn other_engine(folder: &TempDir) -> Option<OtherTable> {
    let endpoint = std::env::var(ENGINE).ok().filter(|text| !text.is_empty())?;
    let unique =
        folder.path().file_name().unwrap_or_default().to_string_lossy().replace(|c: char| !c.is_alphanumeric(), "");
    Some(OtherTable { endpoint, name: format!("portico-{}-{unique}", std::process::id()) })
}
