//! The table: dynoxide on a file, served on loopback, so that the real SDK talks to it as to AWS; or a table of any
//! other engine that a test names.

use std::path::Path;

use dynoxide::Database;
use tokio::net::TcpListener;
use tokio::sync::oneshot;
use tokio::task::JoinHandle;

use crate::options::{Options, OtherTable, StartError};
use crate::stream::Stream;

/// The table's name on a laptop.
pub(crate) const NAME: &str = "portico";

/// The engine that the platform's table is in.
pub(crate) enum Engine {
    Embedded(EmbeddedTable),
    Other(OtherTable),
}

impl Engine {
    /// The embedded engine, where no other one is wished for.
    pub(crate) async fn open(options: &Options) -> Result<Self, StartError> {
        match &options.table {
            None => EmbeddedTable::open(&options.data).await.map(Self::Embedded),
            Some(table) => Ok(Self::Other(table.clone())),
        }
    }

    pub(crate) fn endpoint(&self) -> &str {
        match self {
            Self::Embedded(table) => &table.endpoint,
            Self::Other(table) => &table.endpoint,
        }
    }

    pub(crate) fn name(&self) -> &str {
        match self {
            Self::Embedded(_) => NAME,
            Self::Other(table) => &table.name,
        }
    }

    /// The way to the table's stream.
    pub(crate) fn stream(&self) -> Stream {
        match self {
            Self::Embedded(table) => Stream::Embedded(table.database.clone()),
            Self::Other(table) => Stream::over_http(&table.endpoint),
        }
    }

    /// The embedded engine's own handle, for the chores that other engines do by themselves.
    pub(crate) fn database(&self) -> Option<Database> {
        match self {
            Self::Embedded(table) => Some(table.database.clone()),
            Self::Other(_) => None,
        }
    }

    /// Lets go of the table; what was acknowledged is kept already.
    pub(crate) fn stop(&mut self) {
        if let Self::Embedded(table) = self {
            table.stop();
        }
    }
}

/// A running embedded table.
pub struct EmbeddedTable {
    pub(crate) database: Database,
    /// Where it answers.
    pub endpoint: String,
    stop: Option<oneshot::Sender<()>>,
    server: JoinHandle<()>,
}

impl EmbeddedTable {
    /// Opens the file and listens.
    pub async fn open(data: &Path) -> Result<Self, StartError> {
        let broken = StartError::part("the table");
        let path = data.join("table.db");
        let path = path.to_str().ok_or_else(|| broken(&"its path is not UTF-8"))?;
        let database = Database::new(path).map_err(|error| broken(&error))?;
        index_stream(path);
        let listener = TcpListener::bind(("127.0.0.1", 0)).await.map_err(|error| broken(&error))?;
        let address = listener.local_addr().map_err(|error| broken(&error))?;
        let (stop, stopped) = oneshot::channel::<()>();
        let served = database.clone();
        let server = tokio::spawn(async move {
            let until = async move {
                // A dropped sender means the same as a sent word.
                let _ = stopped.await;
            };
            if let Err(error) = dynoxide::server::serve_with_shutdown(listener, served, until).await {
                tracing::error!(%error, "the table ended");
            }
        });
        Ok(Self { database, endpoint: format!("http://{address}"), stop: Some(stop), server })
    }

    /// Stops listening; what was acknowledged is on disk already.
    pub(crate) fn stop(&mut self) {
        if let Some(stop) = self.stop.take() {
            let _ = stop.send(());
        }
        self.server.abort();
    }
}

/// The engine asks for the newest record of its stream at every write, and reads all of them to answer: the thousandth
/// write would cost a thousand times the first. An index makes it one step. Without it everything still works, slower,
/// so an engine that keeps its stream elsewhere one day is no error.
fn index_stream(path: &str) {
    let indexed = rusqlite::Connection::open(path).and_then(|connection| {
        connection.execute_batch(
            "CREATE INDEX IF NOT EXISTS portico_stream_order
             ON _stream_records (table_name, CAST(sequence_number AS INTEGER))",
        )
    });
    if let Err(error) = indexed {
        tracing::warn!(%error, "the table's stream has no index: large imports will be slow");
    }
}
