//! Short texts that people type, each with its limit and without the characters that break pages, mails and logs.

use std::fmt;

use serde::{Deserialize, Serialize};
use thiserror::Error;
use unicode_normalization::UnicodeNormalization;

/// Why a text was refused. The sentence can be shown to whoever typed it.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum TextError {
    /// Nothing but white space.
    #[error("must not be empty")]
    Empty,
    /// More characters than the limit.
    #[error("must have at most {max} characters, has {found}")]
    TooLong {
        /// The limit in characters.
        max: usize,
        /// What was given.
        found: usize,
    },
    /// A line break or another control character.
    #[error("must not contain line breaks or control characters")]
    Control,
    /// Not an address of the web.
    #[error("must be a web address that starts with `https://` or `http://`")]
    NotWeb,
}

/// Trims, brings to NFC, and refuses control characters. Direction marks stay: right-to-left titles need them.
fn tidy_line(text: &str, chars_max: usize) -> Result<String, TextError> {
    let tidy: String = text.trim().nfc().collect();
    let found = tidy.chars().count();
    if found == 0 {
        return Err(TextError::Empty);
    }
    if found > chars_max {
        return Err(TextError::TooLong { max: chars_max, found });
    }
    if tidy.chars().any(|c| c.is_control() || c == '\u{2028}' || c == '\u{2029}') {
        return Err(TextError::Control);
    }
    Ok(tidy)
}

macro_rules! lines {
    ($($(#[$doc:meta])* $name:ident, $chars_max:literal;)*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(try_from = "String", into = "String")]
        pub struct $name(String);

        impl $name {
            /// The most characters (not bytes) it may have.
            pub const CHARS_MAX: usize = $chars_max;

            /// Trims and normalizes; refuses what is empty, too long or holds control characters.
            pub fn new(text: &str) -> Result<Self, TextError> {
                tidy_line(text, $chars_max).map(Self)
            }

            /// The text.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl TryFrom<String> for $name {
            type Error = TextError;
            fn try_from(text: String) -> Result<Self, TextError> {
                Self::new(&text)
            }
        }

        impl From<$name> for String {
            fn from(text: $name) -> String {
                text.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    )*};
}

lines! {
    /// A title of a course, section, lesson or partner. Real catalogs hold titles of up to 400 characters.
    Title, 400;
    /// What a person is called. No rule beyond one line: names know no rules.
    PersonName, 200;
    /// One sentence that says what a course is for.
    Summary, 600;
    /// A subject (topic, keyword) of a course.
    Subject, 120;
}

/// An absolute `http` or `https` address; the scheme is what keeps `javascript:` out of every link.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct HttpUrl(String);

impl HttpUrl {
    /// The most bytes an address may have; browsers and proxies cut beyond it.
    pub const BYTES_MAX: usize = 2_000;

    /// Accepts printable text after a web scheme and a host.
    pub fn new(text: &str) -> Result<Self, TextError> {
        let text = text.trim();
        if text.len() > Self::BYTES_MAX {
            return Err(TextError::TooLong { max: Self::BYTES_MAX, found: text.len() });
        }
        let scheme_end = ["https://", "http://"]
            .iter()
            .find(|scheme| text.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme)))
            .map(|scheme| scheme.len());
        let host = scheme_end.and_then(|at| text.get(at..)).unwrap_or_default();
        let host_starts_well = host.chars().next().is_some_and(|c| c.is_alphanumeric() || c == '[');
        let broken = text.chars().any(|c| c.is_control() || c.is_whitespace() || matches!(c, '"' | '<' | '>' | '\\'));
        if host_starts_well && !broken { Ok(Self(text.to_owned())) } else { Err(TextError::NotWeb) }
    }

    /// The address as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The host with its port, as written.
    pub fn host(&self) -> &str {
        let after = self.0.split_once("://").map_or("", |(_, rest)| rest);
        after.split(['/', '?', '#']).next().unwrap_or_default()
    }
}

impl TryFrom<String> for HttpUrl {
    type Error = TextError;
    fn try_from(text: String) -> Result<Self, TextError> {
        Self::new(&text)
    }
}

impl From<HttpUrl> for String {
    fn from(url: HttpUrl) -> String {
        url.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_trimmed_and_normalized_and_stay_one_line() {
        assert_eq!(Title::new("  Cafe\u{301} ").unwrap().as_str(), "Café");
        assert_eq!(Title::new(" \u{a0} "), Err(TextError::Empty));
        assert_eq!(PersonName::new("Eve\r\nBcc: all@example.org"), Err(TextError::Control));
        assert!(Title::new(&"t".repeat(400)).is_ok());
        assert_eq!(Title::new(&"t".repeat(401)), Err(TextError::TooLong { max: 400, found: 401 }));
        assert!(Title::new("\u{200f}القسم السادس\u{200f}").is_ok());
    }

    #[test]
    fn only_web_addresses_become_links() {
        for good in ["https://example.org/a?b#c", "HTTP://example.org", "https://[::1]/", "https://ไทย.example/ก"]
        {
            assert!(HttpUrl::new(good).is_ok(), "{good}");
        }
        for bad in ["javascript:alert(1)", "//evil", "https://", "https://a b", "data:text/html,x", "https:/a", "é"] {
            assert_eq!(HttpUrl::new(bad), Err(TextError::NotWeb), "{bad}");
        }
        assert_eq!(HttpUrl::new("https://example.org:8443/a").unwrap().host(), "example.org:8443");
    }
}
