//! The grid that decides, with what the deployment is set to: kept for a moment in each process.
//!
//! Roles, statuses and demotions are read with every request and count on the next one. Settings and overrides are one
//! record for everybody: read by every request, it would be the one hot key of the table. So a process keeps them for
//! [`GRID_LASTS`]; the process that changes them forgets them at once, every other one follows within that time.

use std::sync::{Arc, PoisonError, RwLock};

use authorization::Grid;
use jiff::{SignedDuration, Timestamp};
use store::{Store, StoreError};

/// How long a process decides by what it read: shorter than it takes to tell somebody that a switch was moved.
const GRID_LASTS: SignedDuration = SignedDuration::from_secs(2);

/// What a process knows of the grid.
#[derive(Debug, Default)]
struct Kept {
    /// How often it was forgotten: what was read before that is not kept after it.
    forgotten: u64,
    /// The grid, and when it was read.
    grid: Option<(Timestamp, Arc<Grid>)>,
}

/// The grid as a process keeps it.
#[derive(Debug, Default)]
pub(crate) struct KeptGrid(RwLock<Kept>);

impl KeptGrid {
    /// The grid as it was at most [`GRID_LASTS`] ago.
    pub(crate) async fn at(&self, now: Timestamp, store: &Store) -> Result<Arc<Grid>, StoreError> {
        let (fresh, forgotten) = self.fresh(now);
        if let Some(grid) = fresh {
            return Ok(grid);
        }
        let grid = store.grid().await?;
        let mut kept = self.0.write().unwrap_or_else(PoisonError::into_inner);
        if kept.forgotten == forgotten {
            kept.grid = Some((now, grid.clone()));
        }
        Ok(grid)
    }

    fn fresh(&self, now: Timestamp) -> (Option<Arc<Grid>>, u64) {
        let kept = self.0.read().unwrap_or_else(PoisonError::into_inner);
        let age = kept.grid.as_ref().map(|(read_at, grid)| (now.duration_since(*read_at), grid));
        let fresh = age.filter(|(age, _)| !age.is_negative() && *age < GRID_LASTS);
        (fresh.map(|(_, grid)| grid.clone()), kept.forgotten)
    }

    /// Reads anew at the next question.
    pub(crate) fn forget(&self) {
        let mut kept = self.0.write().unwrap_or_else(PoisonError::into_inner);
        kept.forgotten += 1;
        kept.grid = None;
    }
}
