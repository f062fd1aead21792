//! The whole generator on small catalogs.

mod content;
mod edits;
mod fixture;
mod folder;
mod html;
mod languages;
mod search;
