//! The whole generator on small catalogs.
