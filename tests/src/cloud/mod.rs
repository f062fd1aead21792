//! `infra/template.yaml` as tests read it, and the roles in it as every world keeps to them.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a template without what must be in it has failed the test that reads it"
)]

mod access;
mod gate;
pub mod template;
mod watched;

pub use access::{Access, asked, permitted};
pub use gate::{at_work, each_by_name, gate, named, routed};
pub use watched::watched;
