//! Fingerprints: what a page is made from, and what a file holds, in 128 bits each.
//!
//! They only tell whether something changed between two runs on one machine, so speed counts and secrecy does not.

use std::io;

use serde::Serialize;
use templates::Templates;
use twox_hash::XxHash3_128;

use crate::error::SiteError;

/// 128 bits that stand for some bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Fingerprint(pub(crate) u128);

impl Fingerprint {
    /// Of a file's content.
    pub(crate) fn of_bytes(bytes: &[u8]) -> Self {
        Self(XxHash3_128::oneshot(bytes))
    }

    /// Of every template and asset: where one of them changes, every page does.
    pub(crate) fn of_templates(templates: &Templates) -> Self {
        let mut hash = Hash::default();
        for (name, source) in templates.sources() {
            hash.part(name.as_bytes());
            hash.part(source.as_bytes());
        }
        for asset in templates.assets() {
            hash.part(asset.path.as_bytes());
        }
        Self(hash.0.finish_128())
    }

    /// Of all that a page is told. Two pages of one template that are told the same are the same.
    pub(crate) fn of_page<C: Serialize>(templates: Self, file: &str, context: &C) -> Result<Self, SiteError> {
        let mut hash = Hash::default();
        hash.part(&templates.0.to_be_bytes());
        hash.part(file.as_bytes());
        rmp_serde::encode::write(&mut hash, context).map_err(|error| SiteError::Fingerprint(error.to_string()))?;
        Ok(Self(hash.0.finish_128()))
    }
}

#[derive(Default)]
struct Hash(XxHash3_128);

impl Hash {
    /// With its length, so that no two lists of parts run together.
    fn part(&mut self, bytes: &[u8]) {
        self.0.write(&u64::try_from(bytes.len()).unwrap_or(u64::MAX).to_be_bytes());
        self.0.write(bytes);
    }
}

impl io::Write for Hash {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.write(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
