//! The independent referee. Everything is in the test beside it: `run/`.
