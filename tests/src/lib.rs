//! portico-tests
