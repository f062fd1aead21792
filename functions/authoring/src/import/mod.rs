//! Importing courses: what a feed would change ([`plan`]), and doing it ([`Plan::apply`]).
//!
//! The endpoint and the command line go the same way. A plan compares every row with what is stored and writes
//! nothing; applying it writes row by row, so that one refused row takes no other with it. Importing the same file
//! again finds nothing to do, which also makes an import that was cut off one that can be started again.

mod apply;
mod body;
pub(crate) mod endpoint;
mod judge;
mod origin;
mod permits;
mod plan;
mod report;

pub use apply::Progress;
pub use origin::origin_of;
pub use permits::Permits;
pub use plan::{Counts, Outcome, Plan, RowPlan, plan};
