//! The local mailbox: a mail server that delivers nowhere, and a page that shows what it got. The platform sends to it
//! through the same SMTP client as to a real one.

mod letter;
mod page;
mod smtp;

use std::fs::{File, OpenOptions};
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

use serde::{Deserialize, Serialize};
use tokio::net::TcpListener;
use tokio::task::JoinSet;

use crate::options::StartError;

/// A mail that arrived.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StoredMail {
    /// Its `Message-ID`; a mail that comes twice is kept once.
    pub id: String,
    /// To whom.
    pub to: String,
    /// The decoded subject.
    pub subject: String,
    /// The decoded plain text.
    pub text: String,
    /// When it arrived.
    pub received_at: String,
}

/// A running mailbox. Cheap to clone.
#[derive(Clone)]
pub struct Mailbox {
    kept: Arc<Mutex<Kept>>,
}

struct Kept {
    mails: Vec<StoredMail>,
    file: File,
}

impl Mailbox {
    /// Reads the mails of earlier runs.
    pub(crate) fn open(data: &Path) -> Result<Self, StartError> {
        let broken = StartError::part("the mailbox");
        let path = data.join("mail.jsonl");
        let file =
            OpenOptions::new().read(true).append(true).create(true).open(path).map_err(|error| broken(&error))?;
        let lines = BufReader::new(&file).lines().map_while(Result::ok);
        // A line that was cut off by a crash was never acknowledged, so its mail comes again.
        let mails = lines.filter_map(|line| serde_json::from_str(&line).ok()).collect();
        Ok(Self { kept: Arc::new(Mutex::new(Kept { mails, file })) })
    }

    /// Everything that arrived, the oldest first.
    pub fn mails(&self) -> Vec<StoredMail> {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner).mails.clone()
    }

    /// Keeps a mail, once; on disk before the sender is told.
    fn keep(&self, mail: StoredMail) -> std::io::Result<()> {
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        if kept.mails.iter().any(|known| known.id == mail.id) {
            return Ok(());
        }
        let mut line = serde_json::to_vec(&mail)?;
        line.push(b'\n');
        kept.file.write_all(&line)?;
        kept.file.sync_data()?;
        kept.mails.push(mail);
        Ok(())
    }

    /// Takes mail on one listener and shows it on the other, until the set is dropped.
    pub(crate) fn serve(&self, mail: TcpListener, pages: TcpListener, clock: Arc<dyn domain::Clock>) -> JoinSet<()> {
        let mut tasks = JoinSet::new();
        tasks.spawn(smtp::serve(mail, self.clone(), clock));
        let router = page::router(self.clone());
        tasks.spawn(async move {
            if let Err(error) = axum::serve(pages, router).await {
                tracing::error!(%error, "the mailbox page ended");
            }
        });
        tasks
    }
}
