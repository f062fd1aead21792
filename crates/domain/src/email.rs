//! An e-mail address: shown as it was typed, compared by its normal form.

use std::fmt;

use serde::{Deserialize, Serialize};
use thiserror::Error;
use unicode_normalization::UnicodeNormalization;

/// Why an address was refused.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum EmailError {
    /// No `@`, no dot in the domain, or a forbidden character.
    #[error("must be an e-mail address such as `name@example.org`")]
    Shape,
    /// Longer than mail servers take.
    #[error("must have at most {} characters", EmailAddress::BYTES_MAX)]
    TooLong,
}

/// An address that a mail server may accept. Two addresses are equal when their normal forms are.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct EmailAddress {
    typed: String,
    normal: String,
}

impl EmailAddress {
    /// RFC 5321's limit for a whole address.
    pub const BYTES_MAX: usize = 254;
    /// RFC 5321's limit for the part before the `@`.
    const LOCAL_BYTES_MAX: usize = 64;

    /// Trims; refuses what could not be an address, or could smuggle a header or a second recipient.
    pub fn new(text: &str) -> Result<Self, EmailError> {
        let typed: String = text.trim().nfc().collect();
        if typed.len() > Self::BYTES_MAX {
            return Err(EmailError::TooLong);
        }
        let Some((local, domain)) = typed.rsplit_once('@') else { return Err(EmailError::Shape) };
        let local_ok = !local.is_empty()
            && local.len() <= Self::LOCAL_BYTES_MAX
            && local.split('.').all(|part| !part.is_empty() && part.chars().all(is_atext));
        let labels_ok = domain.contains('.')
            && domain.split('.').all(|label| {
                !label.is_empty()
                    && label.len() <= 63
                    && !label.starts_with('-')
                    && !label.ends_with('-')
                    && label.chars().all(|c| c.is_alphanumeric() || c == '-')
            });
        if typed.chars().any(is_invisible) || !local_ok || !labels_ok {
            return Err(EmailError::Shape);
        }
        let normal = typed.to_lowercase().nfc().collect();
        Ok(Self { typed, normal })
    }

    /// The address as its owner wrote it; for showing and for sending.
    pub fn typed(&self) -> &str {
        &self.typed
    }

    /// Lower case and NFC; the key under which it is unique. Dots and plus signs are kept: they differ at some hosts.
    pub fn normal(&self) -> &str {
        &self.normal
    }
}

/// What a word before the `@` is made of: RFC 5322's `atext`, and letters and digits of every script (RFC 6531). Mail
/// programs take no more than this unquoted; whatever else is accepted here could never be sent to.
fn is_atext(c: char) -> bool {
    c.is_alphanumeric() || "!#$%&'*+-/=?^_`{|}~".contains(c)
}

/// Characters that print as nothing and so make two addresses look alike; some of them count as letters.
fn is_invisible(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180b}'..='\u{180f}'
        | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{3164}'
        | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fffd}' | '\u{e0000}'..='\u{e0fff}')
}

impl PartialEq for EmailAddress {
    fn eq(&self, other: &Self) -> bool {
        self.normal == other.normal
    }
}

impl Eq for EmailAddress {}

impl fmt::Display for EmailAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.typed)
    }
}

impl TryFrom<String> for EmailAddress {
    type Error = EmailError;
    fn try_from(text: String) -> Result<Self, EmailError> {
        Self::new(&text)
    }
}

impl From<EmailAddress> for String {
    fn from(email: EmailAddress) -> String {
        email.typed
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_person_has_one_normal_form() {
        let typed = EmailAddress::new(" Ren\u{65}\u{301}.B+x@Example.ORG ").unwrap();
        assert_eq!(typed.typed(), "René.B+x@Example.ORG");
        assert_eq!(typed.normal(), "rené.b+x@example.org");
        assert_eq!(typed, EmailAddress::new("rené.b+x@example.org").unwrap());
        assert_ne!(typed, EmailAddress::new("rené.b@example.org").unwrap());
    }

    #[test]
    fn no_address_smuggles_anything() {
        for bad in [
            "",
            "a",
            "a@b",
            "@example.org",
            "a@",
            "a@@example.org",
            "a b@example.org",
            "a@example.org\r\nBcc: x@y.z",
            "a@example.org,b@example.org",
            "<a@example.org>",
            "a..b@example.org",
            "a@-x.org",
            "a@x..org",
            "a\u{200b}@example.org",
            "a@exa\u{202e}mple.org",
            "a\0@example.org",
            "a\u{1f600}@example.org",
            "a\u{301}\u{316}\u{302}@example.org",
            "a\u{61c}@example.org",
            "a\u{fffd}@example.org",
            "a\u{e000}@example.org",
            "a\u{180e}@example.org",
            "a\u{e0041}@example.org",
            "a\u{3164}@example.org",
            "a\u{115f}@example.org",
            "a\u{1160}@example.org",
            "a\u{ffa0}@example.org",
            "a\u{34f}@example.org",
            "a@exa\u{3164}mple.org",
            "\"a b\"@example.org",
        ] {
            assert_eq!(EmailAddress::new(bad), Err(EmailError::Shape), "{bad:?}");
        }
        assert_eq!(EmailAddress::new(&format!("a@{}.org", "x".repeat(260))), Err(EmailError::TooLong));
    }
}
