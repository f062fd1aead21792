//! The keys of a local platform: made at the first start, kept in its folder, readable by their owner only.

use std::fs;
use std::io::Write;
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;

use domain::{Entropy, random_bytes};
use serde::{Deserialize, Serialize};
use web::{Pepper, Secrets, SigningKey};

use crate::options::StartError;

const NAME: &str = "keys.json";

/// What is kept; each in hexadecimal. The port keeps old payment pages reachable after a restart.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Keys {
    signing: String,
    pepper: String,
    pub(crate) stripe_key: String,
    pub(crate) webhook_secret: String,
    /// Where the stand-in for Stripe listened last.
    pub(crate) stripe_port: u16,
}

impl Keys {
    /// Whether a platform was ever started in a folder.
    pub(crate) fn are_in(data: &Path) -> bool {
        data.join(NAME).is_file()
    }

    /// Reads the keys of a data folder, or makes them.
    pub(crate) fn read_or_make(data: &Path, entropy: &dyn Entropy) -> Result<Self, StartError> {
        let path = data.join(NAME);
        let broken = |why: &dyn std::fmt::Display| StartError::Data { path: path.clone(), why: why.to_string() };
        match fs::read(&path) {
            Ok(bytes) => serde_json::from_slice(&bytes).map_err(|error| broken(&error)),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
                let keys = Self::make(entropy);
                keys.keep(data)?;
                Ok(keys)
            }
            Err(error) => Err(broken(&error)),
        }
    }

    fn make(entropy: &dyn Entropy) -> Self {
        let random = || hex(&random_bytes::<32>(entropy));
        Self {
            signing: random(),
            pepper: random(),
            stripe_key: format!("sk_test_local_{}", random()),
            webhook_secret: format!("whsec_{}", random()),
            stripe_port: 0,
        }
    }

    /// Writes them, whole or not at all.
    pub(crate) fn keep(&self, data: &Path) -> Result<(), StartError> {
        let path = data.join(NAME);
        let broken = |why: &dyn std::fmt::Display| StartError::Data { path: path.clone(), why: why.to_string() };
        let json = serde_json::to_vec_pretty(self).map_err(|error| broken(&error))?;
        let fresh = data.join("keys.json.new");
        let file = fs::OpenOptions::new().write(true).create(true).truncate(true).mode(0o600).open(&fresh);
        let mut file = file.map_err(|error| broken(&error))?;
        let written = file.write_all(&json).and_then(|()| file.sync_all()).and_then(|()| fs::rename(&fresh, &path));
        written.map_err(|error| broken(&error))
    }

    /// The secrets of the platform's functions.
    pub(crate) fn secrets(&self) -> Option<Secrets> {
        let signing = SigningKey::from_bytes("local", bytes(&self.signing)?);
        Some(Secrets { signing: vec![signing], peppers: vec![Pepper::from_bytes("", bytes(&self.pepper)?)] })
    }
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn bytes(hex: &str) -> Option<[u8; 32]> {
    let mut bytes = [0; 32];
    for (at, byte) in bytes.iter_mut().enumerate() {
        *byte = u8::from_str_radix(hex.get(at * 2..at * 2 + 2)?, 16).ok()?;
    }
    Some(bytes)
}
