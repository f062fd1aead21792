//! The table of what the platform has to hold to. Everything is in the test beside it: `run/`.
