//! Every end-to-end suite in one binary: a folder or file a subject, a test a promise.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that meets nothing where something must be has failed"
)]

mod admin;
mod buying;
mod cloud;
mod command_line;
mod conformance;
mod costs;
mod description;
mod exactly_once;
mod hostile;
mod lambda;
mod languages;
mod learning;
mod matrix;
mod money;
mod own_account;
mod paying;
mod profiles;
mod refunds;
mod sign_in;
mod simulation;
mod site;
