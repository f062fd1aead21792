//! One's own account as a whole: everything that is kept of it, and its end. It is here because this function reads and
//! deletes accounts with all that hangs on them anyway.

pub(crate) mod data;
pub(crate) mod delete;
mod keys;
mod learned;
mod met;
