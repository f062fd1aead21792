//! How a file is called, and how files call each other.

use std::fmt::Write as _;

use sha2::{Digest, Sha256};

/// How a file mentions another one, in quotes: by the way from its own folder.
pub(crate) fn mention(from: &str, to: &str) -> String {
    match from.rsplit_once('/') {
        Some((folder, _)) => match to.strip_prefix(folder).and_then(|rest| rest.strip_prefix('/')) {
            Some(beside) => format!("\"./{beside}\""),
            None => format!("\"../{to}\""),
        },
        None => format!("\"./{to}\""),
    }
}

/// Eight hexadecimal digits: two versions of one file meet by chance once in four billion.
pub(crate) fn fingerprint(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().take(4).fold(String::with_capacity(8), |mut text, byte| {
        // Writing into a string does not fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}
