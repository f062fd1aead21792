//! Makes the table of common passwords that `crates/web/src/common.rs` reads: the first four bytes of each one's
//! SHA-256, sorted. It must not know what is done with them.

use std::fs;
use std::path::Path;

use sha2::{Digest, Sha256};

const ASSET: &str = "crates/web/assets/common-passwords.bin";
/// Shorter ones say nothing, not even as a part of a longer one.
const CHARS_MIN: usize = 4;

/// Reads lists with one password on each line, and writes the table.
pub(crate) fn make(lists: &[String]) -> Result<usize, String> {
    let mut hashes = Vec::new();
    for list in lists {
        let bytes = fs::read(list).map_err(|error| format!("{list}: {error}"))?;
        let text = String::from_utf8_lossy(&bytes);
        let words = text.lines().map(|line| line.trim().to_lowercase());
        hashes.extend(words.filter(|word| word.chars().count() >= CHARS_MIN).map(|word| hash(&word)));
    }
    hashes.sort_unstable();
    hashes.dedup();
    let table: Vec<u8> = hashes.iter().flatten().copied().collect();
    fs::write(Path::new(ASSET), table).map_err(|error| format!("{ASSET}: {error}"))?;
    Ok(hashes.len())
}

fn hash(word: &str) -> [u8; 4] {
    let digest: [u8; 32] = Sha256::digest(word.as_bytes()).into();
    let [a, b, c, d, ..] = digest;
    [a, b, c, d]
}
