//! An authenticator app as people have one on their telephone.

use jiff::Timestamp;
use totp_rs::{Builder, Secret, Totp};

/// Shows another code every half minute.
pub struct Authenticator(Totp);

impl Authenticator {
    /// One that was told this secret, in base32.
    #[expect(clippy::expect_used, reason = "a test without a secret has failed")]
    pub fn with(secret: &str) -> Self {
        let secret = Secret::try_from_base32(secret).expect("a secret in base32");
        Self(Builder::new().with_secret(secret).build_noncompliant())
    }

    /// What it shows at a moment.
    pub fn shows(&self, at: Timestamp) -> String {
        self.0.generate(u64::try_from(at.as_second()).unwrap_or_default()).to_string()
    }
}
