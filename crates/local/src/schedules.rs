//! Schedules, as the template has them, on a laptop's timers.

use std::sync::Arc;
use std::time::Duration;

use background::{Background, Schedule};
use dynoxide::Database;
use tokio::task::JoinSet;

use crate::pump::{self, Pump};
use crate::site;

const SWEEP_EVERY: Duration = Duration::from_secs(30);
const RECONCILE_EVERY: Duration = Duration::from_secs(60);
/// A look at the calendar; work only once a day.
const REFRESH_EVERY: Duration = Duration::from_secs(60);
/// The embedded table deletes nothing by itself.
const TTL_EVERY: Duration = Duration::from_secs(600);

/// Starts all of them; they end with the set.
/// With `publish_first` the whole site is brought up to date before the stream is read.
pub(crate) fn start(
    background: Background,
    pump: Arc<Pump>,
    database: Option<Database>,
    publish_first: bool,
) -> JoinSet<()> {
    let mut tasks = JoinSet::new();
    let pumped = background.clone();
    tasks.spawn(async move {
        if let Some(keeper) = pumped.site.clone().filter(|_| publish_first)
            && let Err(error) = site::publish(&pumped.app, &keeper).await
        {
            tracing::error!(%error, "the site of the last run could not be brought up to date");
        }
        let mut ticks = tokio::time::interval(pump::EVERY);
        loop {
            ticks.tick().await;
            pump.run(&pumped).await;
        }
    });
    let schedules = [
        (Schedule::SweepOutbox, SWEEP_EVERY),
        (Schedule::Reconcile, RECONCILE_EVERY),
        (Schedule::RefreshSite, REFRESH_EVERY),
    ];
    for (schedule, every) in schedules {
        let background = background.clone();
        tasks.spawn(async move {
            let mut ticks = tokio::time::interval(every);
            loop {
                ticks.tick().await;
                if let Err(error) = schedule.run(&background).await {
                    tracing::warn!(%error, ?schedule, "a schedule failed; it comes again");
                }
            }
        });
    }
    let Some(database) = database else { return tasks };
    tasks.spawn(async move {
        let mut ticks = tokio::time::interval(TTL_EVERY);
        loop {
            ticks.tick().await;
            let database = database.clone();
            let swept = tokio::task::spawn_blocking(move || database.sweep_ttl()).await;
            if let Ok(Err(error)) = swept {
                tracing::warn!(%error, "expired records could not be deleted");
            }
        }
    });
    tasks
}
