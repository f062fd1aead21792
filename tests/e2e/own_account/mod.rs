//! One's own account as a whole: everything that is kept of it, and its end.

mod data;
mod delete;
