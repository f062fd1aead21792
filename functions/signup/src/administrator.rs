//! Founding a fresh platform: the page behind the founder's link, and what becomes of its form.

pub(crate) mod found;
pub(crate) mod page;
pub(crate) mod show;
