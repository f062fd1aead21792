//! The facts of `tests/conformance/statements.csv`, one test a row: `s000_17_…` proves S000-17. Most of them ask
//! through HTTP, as anybody outside would. A row that allows is accepted, one that denies is refused, and one with a
//! condition is shown from both sides.

mod account_types;
mod attachment;
mod commerce;
mod completeness;
mod deeds;
mod directory;
mod makers;
mod menus;
mod newcomers;
mod own_catalog;
mod partner_platforms;
mod paths;
mod permission_pages;
mod platforms;
mod powers;
mod profiles;
mod public_catalog;
mod reach;
mod requests;
mod runs;
mod scene;
mod shared;
mod teaching;
