//! Photos on a profile page: a handful, each small, kept without what tells where they were taken.

mod add;
mod picture;
pub(crate) mod remove;
pub(crate) mod show;

pub(crate) use add::route;
