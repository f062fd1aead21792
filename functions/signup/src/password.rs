//! Choosing a password with a mailed link: the page that shows the form, what becomes of it, and what both answer.

pub(crate) mod pages;
pub(crate) mod set;
pub(crate) mod show;
