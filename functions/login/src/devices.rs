//! Where an account is signed in: one file for each thing that can be done with the list.

pub(crate) mod end;
pub(crate) mod end_all;
pub(crate) mod list;
