//! Why somebody may or may not do something.

pub(crate) mod explain;
mod names;
mod view;
