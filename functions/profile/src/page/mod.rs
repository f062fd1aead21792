//! The one page that every account has: what its owner wrote, what the account knows, its friends and its photos.

pub(crate) mod of_others;
pub(crate) mod own;
mod view;
pub(crate) mod write;

pub(crate) use of_others::sees_account;
pub(crate) use view::PhotoView;
