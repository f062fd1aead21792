//! The secret key, and which service it may be sent to. A key never shows itself.

use std::fmt;

use crate::error::PaymentError;

/// Stripe's keys have about a hundred characters; what is much shorter was typed as an example.
const KEY_BYTES_MIN: usize = 24;
/// No header needs more.
const KEY_BYTES_MAX: usize = 255;

/// Keys printed in Stripe's documentation, and the words that people put where a key should be.
const SAMPLES: [&str; 10] = [
    "4ec39hqlyjwdarjtt1zdp7dc",
    "bqokikjovbii2hlwgh4olfq2",
    "26phem9ahjzvu623dfe1x7sd",
    "example",
    "sample",
    "changeme",
    "placeholder",
    "standin",
    "your",
    "xxxx",
];

/// A secret (`sk_`) or restricted (`rk_`) key.
#[derive(Clone, PartialEq, Eq)]
pub struct ApiKey(String);

impl ApiKey {
    /// Refuses what cannot be a key: another prefix, or characters that no header may carry.
    pub fn new(text: &str) -> Result<Self, PaymentError> {
        let known = ["sk_test_", "sk_live_", "rk_test_", "rk_live_"].iter().any(|prefix| text.starts_with(prefix));
        if !known || text.len() > KEY_BYTES_MAX || !text.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_') {
            return Err(PaymentError::Misconfigured("the Stripe key must begin with sk_ or rk_, then test_ or live_"));
        }
        Ok(Self(text.to_owned()))
    }

    /// Whether it moves real money.
    pub fn is_live(&self) -> bool {
        self.0.starts_with("sk_live_") || self.0.starts_with("rk_live_")
    }

    /// Whether it was copied from a page instead of a Stripe account.
    fn is_sample(&self) -> bool {
        let plain = self.0.to_ascii_lowercase().replace('_', "");
        self.0.len() < KEY_BYTES_MIN || SAMPLES.iter().any(|sample| plain.contains(sample))
    }

    pub(crate) fn expose(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for ApiKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if self.is_live() { "ApiKey(live, hidden)" } else { "ApiKey(test, hidden)" })
    }
}

/// Where calls go.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Service {
    /// Stripe itself, in a deployment; sample keys are refused.
    Stripe,
    /// A stand-in on this machine; live keys are refused.
    StandIn {
        /// `http://` and a loopback address with its port.
        base_url: String,
    },
}

impl Service {
    /// Refuses a key that does not belong to the service.
    pub(crate) fn check(&self, key: &ApiKey) -> Result<(), PaymentError> {
        match self {
            Self::Stripe if key.is_sample() => {
                Err(PaymentError::Misconfigured("a sample key was given where Stripe itself is called"))
            }
            Self::Stripe => Ok(()),
            Self::StandIn { .. } if key.is_live() => {
                Err(PaymentError::Misconfigured("a live key must never be sent to a stand-in"))
            }
            Self::StandIn { base_url } if !is_loopback(base_url) => {
                Err(PaymentError::Misconfigured("a stand-in lives on this machine: http:// and a loopback address"))
            }
            Self::StandIn { .. } => Ok(()),
        }
    }
}

fn is_loopback(base_url: &str) -> bool {
    let Some(rest) = base_url.strip_prefix("http://") else { return false };
    let authority = rest.strip_suffix('/').unwrap_or(rest);
    let address = authority.parse::<std::net::SocketAddr>();
    address.is_ok_and(|address| address.ip().is_loopback())
        || authority.strip_prefix("localhost:").is_some_and(|port| port.parse::<u16>().is_ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn service(base_url: &str) -> Service {
        Service::StandIn { base_url: base_url.to_owned() }
    }

    #[test]
    fn keys_and_services_must_belong_together() {
        let live = ApiKey::new("sk_live_51Qm3kLpWvRt8ZyBn2Xa").unwrap();
        let test = ApiKey::new("rk_test_51Qm3kLpWvRt8ZyBn2Xa").unwrap();
        let sample = ApiKey::new("sk_test_4eC39HqLyjWDarjtT1zdp7dc").unwrap();
        assert!(Service::Stripe.check(&live).is_ok());
        assert!(Service::Stripe.check(&test).is_ok());
        assert!(Service::Stripe.check(&sample).is_err());
        assert!(Service::Stripe.check(&ApiKey::new("sk_test_123").unwrap()).is_err());
        for local in ["http://127.0.0.1:1234", "http://127.0.0.1:1234/", "http://localhost:80", "http://[::1]:9"] {
            assert!(service(local).check(&test).is_ok(), "{local}");
            assert!(service(local).check(&sample).is_ok(), "{local}");
            assert!(service(local).check(&live).is_err(), "{local}");
        }
        for foreign in
            ["https://api.stripe.com", "http://10.0.0.1:80", "http://127.0.0.1.example.org:80", "127.0.0.1:1"]
        {
            assert!(service(foreign).check(&test).is_err(), "{foreign}");
        }
    }

    #[test]
    fn a_key_has_a_shape_and_never_shows_itself() {
        for wrong in ["", "pk_test_51Qm3kLpWvRt8ZyBn2Xa", "sk_test_abc\r\nx: y", "sk_51Qm3kLpWvRt8ZyBn2Xa", "whsec_abc"]
        {
            assert!(ApiKey::new(wrong).is_err(), "{wrong}");
        }
        assert_eq!(format!("{:?}", ApiKey::new("sk_test_4eC39HqLyjWDarjtT1zdp7dc").unwrap()), "ApiKey(test, hidden)");
    }
}
