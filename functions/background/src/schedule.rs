//! Schedules: what is looked after whether or not anything happened.

use std::sync::Arc;

use commerce::{CommerceError, Reconciled, reconcile};
use serde::{Deserialize, Serialize};
use store::{Store, StoreError};

use crate::mail_room::{Delivery, deliver};
use crate::{Background, SiteKeeper};

/// What to do; the schedule's event says so.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Schedule {
    /// Send mail that is due and was left behind.
    SweepOutbox,
    /// Compare open orders with the payment provider; close those that ran out.
    Reconcile,
    /// Render the site anew where a day has gone by since, or where the last time failed: pages tell what begins soon.
    RefreshSite,
}

/// What a schedule did.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum ScheduleReport {
    /// Mails sent.
    Swept {
        /// How many.
        sent: usize,
    },
    /// The site looked after.
    Refreshed {
        /// How many files were written or removed.
        changed: usize,
    },
    /// Orders compared.
    Reconciled {
        /// How many were looked at.
        looked_at: usize,
        /// How many are fulfilled after this run.
        fulfilled: usize,
        /// How many were closed unpaid.
        closed: usize,
        /// How many followed money that had moved.
        settled: usize,
        /// How many could not be decided.
        failed: usize,
    },
}

/// Due entries of one shard that one run works on; the next run comes within minutes.
const SWEEP_MAX: usize = 100;

impl Schedule {
    /// Does it.
    pub async fn run(self, background: &Background) -> Result<ScheduleReport, CommerceError> {
        match self {
            Schedule::SweepOutbox => Ok(ScheduleReport::Swept { sent: sweep(background).await? }),
            Schedule::RefreshSite => {
                let changed = match &background.site {
                    Some(site) => refresh(site, &background.app.store).await,
                    None => 0,
                };
                Ok(ScheduleReport::Refreshed { changed })
            }
            Schedule::Reconcile => {
                let done = reconcile(&background.shop).await?;
                let Reconciled { looked_at, fulfilled, closed, settled, failed, oldest_unfulfilled_s } = done;
                // The template makes a metric of this line, and an alarm of the metric.
                tracing::info!(oldest_unfulfilled_s, looked_at, failed, "reconciled");
                Ok(ScheduleReport::Reconciled { looked_at, fulfilled, closed, settled, failed })
            }
        }
    }
}

/// Renders the site anew where that is due; tells how many files changed.
pub async fn refresh(site: &Arc<SiteKeeper>, store: &Store) -> usize {
    match site.keep_up(store, &[]).await {
        Ok(done) => done.written.len() + done.deleted.len(),
        Err(error) => {
            tracing::error!(%error, "the site could not be refreshed; it is tried again");
            0
        }
    }
}

async fn sweep(background: &Background) -> Result<usize, StoreError> {
    let mut sent = 0;
    for entry in background.app.store.due_entries(SWEEP_MAX).await? {
        match deliver(background, entry.id).await {
            Ok(delivery) => sent += usize::from(delivery == Delivery::Sent),
            // The others are as due as this one.
            Err(error) => tracing::error!(mail = %entry.id, %error, "an outbox entry could not be worked on"),
        }
    }
    Ok(sent)
}
