//! signup
