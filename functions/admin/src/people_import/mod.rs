//! Bringing many people in at once: what a table of people would do ([`plan`]), and doing it ([`Plan::apply`]).
//!
//! The endpoint and the command line go the same way. A plan judges every row, by itself and by the rights of whoever
//! imports, and writes nothing; applying it makes accounts and changes none. Sending the same table again finds nothing
//! to do, which also makes an import that was cut off one that can be started again.

mod apply;
mod body;
pub(crate) mod endpoint;
mod judge;
mod plan;
mod report;

pub use apply::Progress;
pub use plan::{Counts, Outcome, Plan, RowPlan, plan};
