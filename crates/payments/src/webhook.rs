//! Whether a webhook request is Stripe's: HMAC-SHA256 over the raw bytes, before anything reads them as JSON.
//!
//! Written here instead of taken from `async-stripe-webhook`: that crate reads the wall clock, takes one secret and
//! a `str`, and refuses a whole event when an object in it has a field fewer than its types. This room takes the
//! clock from outside, several secrets (a rolled one stays valid for a day), raw bytes, and reads events loosely.

use std::fmt;

use hmac::{Hmac, KeyInit, Mac};
use jiff::Timestamp;
use sha2::Sha256;

use crate::error::WebhookError;
use crate::event::{VerifiedEvent, read_event};

/// How far a signature's time may lie from ours, either way. Stripe's own tools use five minutes; zero would switch
/// the check off.
pub const SIGNATURE_TOLERANCE_SECONDS: i64 = 300;

/// Two secrets overlap while one is rolled; more is a mistake in the configuration.
const SECRETS_MAX: usize = 4;
/// Stripe's secrets have 38 characters; a much shorter one can be guessed.
const SECRET_BYTES_MIN: usize = 24;
/// A header with a handful of signatures has some 300 bytes.
const HEADER_BYTES_MAX: usize = 2_048;

/// Knows the endpoint's signing secrets.
#[derive(Clone)]
pub struct WebhookVerifier {
    secrets: Vec<Hmac<Sha256>>,
}

impl WebhookVerifier {
    /// Refuses to exist without a usable secret: an endpoint without one would believe anybody. Give the old and the
    /// new one while a secret is rolled.
    pub fn new<S: AsRef<str>>(secrets: &[S]) -> Result<Self, WebhookError> {
        let usable = |secret: &str| {
            let fits = secret.starts_with("whsec_") && secret.len() >= SECRET_BYTES_MIN && secret.trim() == secret;
            Hmac::new_from_slice(secret.as_bytes()).ok().filter(|_| fits)
        };
        let secrets: Option<Vec<_>> = secrets.iter().map(|secret| usable(secret.as_ref())).collect();
        match secrets {
            Some(secrets) if (1..=SECRETS_MAX).contains(&secrets.len()) => Ok(Self { secrets }),
            _ => Err(WebhookError::NoSecret),
        }
    }

    /// Checks the `Stripe-Signature` header (empty text when there was none) against the body as it came over the
    /// wire, then reads the event.
    pub fn verify(
        &self,
        raw_body: &[u8],
        signature_header: &str,
        now: Timestamp,
    ) -> Result<VerifiedEvent, WebhookError> {
        let header = Header::read(signature_header).ok_or(WebhookError::NoSignature)?;
        let fits = |secret: &Hmac<Sha256>| {
            let mut mac = secret.clone();
            mac.update(header.time_text.as_bytes());
            mac.update(b".");
            mac.update(raw_body);
            header.signatures.iter().any(|signature| mac.clone().verify_slice(signature).is_ok())
        };
        if !self.secrets.iter().any(fits) {
            return Err(WebhookError::BadSignature);
        }
        let seconds_off = now.as_second().saturating_sub(header.time_second);
        if seconds_off.abs() > SIGNATURE_TOLERANCE_SECONDS {
            return Err(WebhookError::Stale { seconds_off });
        }
        read_event(raw_body).ok_or(WebhookError::NotAnEvent)
    }
}

impl fmt::Debug for WebhookVerifier {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "WebhookVerifier({} secrets, hidden)", self.secrets.len())
    }
}

/// `t=1690000000,v1=<hex>,v1=<hex>,v0=<hex>`: one time, any number of signatures, of which `v0` is a decoy.
struct Header<'a> {
    time_text: &'a str,
    time_second: i64,
    signatures: Vec<[u8; 32]>,
}

impl<'a> Header<'a> {
    fn read(text: &'a str) -> Option<Self> {
        if text.len() > HEADER_BYTES_MAX {
            return None;
        }
        let parts: Vec<_> = text.split(',').filter_map(|part| part.trim().split_once('=')).collect();
        let mut times = parts.iter().filter(|(name, _)| *name == "t");
        let (Some((_, time_text)), None) = (times.next(), times.next()) else { return None };
        let signatures: Vec<_> =
            parts.iter().filter(|(name, _)| *name == "v1").filter_map(|(_, hex)| from_hex(hex)).collect();
        let time_second = time_text.parse().ok()?;
        if signatures.is_empty() { None } else { Some(Self { time_text, time_second, signatures }) }
    }
}

fn from_hex(hex: &str) -> Option<[u8; 32]> {
    let digits: Option<Vec<u8>> =
        hex.chars().map(|c| c.to_digit(16).and_then(|digit| u8::try_from(digit).ok())).collect();
    let bytes: Vec<u8> =
        digits?.chunks_exact(2).map(|pair| pair.iter().fold(0, |byte, digit| byte * 16 + digit)).collect();
    if hex.len() == 64 { bytes.try_into().ok() } else { None }
}
