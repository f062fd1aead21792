//! New ids in Stripe's shapes.

use std::sync::Arc;

use domain::{Entropy, random_bytes};

const LETTERS: &[u8; 62] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

/// Makes ids.
#[derive(Clone)]
pub(crate) struct Mint(pub Arc<dyn Entropy>);

impl Mint {
    /// `prefix` and 24 letters and digits, such as `pi_…`.
    pub fn id(&self, prefix: &str) -> String {
        format!("{prefix}{}", self.letters::<24>())
    }

    /// Session ids are longer than all others.
    pub fn session_id(&self) -> String {
        format!("cs_test_a1{}", self.letters::<56>())
    }

    fn letters<const N: usize>(&self) -> String {
        let bytes = random_bytes::<N>(self.0.as_ref());
        let letter = |byte: u8| LETTERS.get(usize::from(byte) % LETTERS.len()).copied().unwrap_or(b'A');
        bytes.into_iter().map(|byte| char::from(letter(byte))).collect()
    }
}
