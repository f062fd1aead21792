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
    /// Nothing that anybody sees.
    #[error("must have at least one visible character")]
    Invisible,
    /// A name with a hole in it: what stands for a letter that a program could not read.
    #[error("holds `\u{FFFD}`, which stands where a letter was lost: write it anew, or save the file as UTF-8")]
    Damaged,
    /// Not an address of the web.
    #[error("must be a web address that starts with `https://` or `http://`")]
    NotWeb,
    /// An address that reads as another one than it is.
    #[error("must not contain characters that nobody sees or that turn the text around them")]
    Hidden,
    /// No port is called so.
    #[error("must have a port of at most 65535 behind its host, or none")]
    Port,
}

/// What turns the text around it, or hides between its letters. Pages isolate what they show, so a line needs none of it.
pub(crate) const fn is_meddling(c: char) -> bool {
    matches!(c, '\u{200B}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}')
}

/// Joiners, direction marks, fillers and selectors: part of words and pictures, and nothing by themselves.
const fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}' | '\u{180B}'..='\u{180F}'
            | '\u{200C}'..='\u{200F}' | '\u{2060}'..='\u{206F}' | '\u{2800}' | '\u{3164}' | '\u{FE00}'..='\u{FE0F}'
            | '\u{FFA0}' | '\u{FFF0}'..='\u{FFFB}' | '\u{E0000}'..='\u{E0FFF}'
    )
}

/// Trims, brings to NFC, drops what meddles with the text around it, and refuses control characters. Direction marks
/// and joiners stay: titles in many scripts need them.
fn tidy_line(text: &str, chars_max: usize) -> Result<String, TextError> {
    let tidy: String = text.nfc().filter(|c| !is_meddling(*c)).collect();
    let tidy = tidy.trim().to_owned();
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
    if tidy.chars().all(|c| c.is_whitespace() || is_invisible(c)) {
        return Err(TextError::Invisible);
    }
    Ok(tidy)
}

/// Refuses a name in which letters were lost on the way: nobody is called so, and it would stand on certificates.
fn undamaged(line: String) -> Result<String, TextError> {
    if line.contains(char::REPLACEMENT_CHARACTER) { Err(TextError::Damaged) } else { Ok(line) }
}

macro_rules! lines {
    ($($(#[$doc:meta])* $name:ident, $chars_max:literal, $rule:path;)*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(try_from = "String", into = "String")]
        pub struct $name(String);

        impl $name {
            /// The most characters (not bytes) it may have.
            pub const CHARS_MAX: usize = $chars_max;

            /// Trims and normalizes; refuses what is empty, too long or holds control characters.
            pub fn new(text: &str) -> Result<Self, TextError> {
                tidy_line(text, $chars_max).and_then($rule).map(Self)
            }

            /// The text.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl TryFrom<String> for $name {
            type Error = TextError;
            /// Reads what was stored. A rule that came later does not make a record unreadable.
            fn try_from(text: String) -> Result<Self, TextError> {
                tidy_line(&text, $chars_max).map(Self)
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
    Title, 400, Ok;
    /// What a person is called. No rule beyond one line of letters that arrived: names know no rules.
    PersonName, 200, undamaged;
    /// One sentence that says what a course is for.
    Summary, 600, Ok;
    /// A subject (topic, keyword) of a course.
    Subject, 120, Ok;
    /// Why somebody did what others will ask about; kept in the audit log. Longer reasons belong into a letter.
    Reason, 500, Ok;
    /// What the owner of a passkey calls it: the device it is on, in a few words.
    PasskeyName, 60, Ok;
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
        if !host_starts_well || broken {
            return Err(TextError::NotWeb);
        }
        if text.chars().any(|c| is_meddling(c) || is_invisible(c)) {
            return Err(TextError::Hidden);
        }
        let url = Self(text.to_owned());
        if url.port().is_none_or(is_port) { Ok(url) } else { Err(TextError::Port) }
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

    /// What stands behind the host, where anything does. An address of the sixth version has colons within its brackets.
    fn port(&self) -> Option<&str> {
        let host = self.host();
        let after_name = host.rsplit_once('@').map_or(host, |(_, host)| host);
        let after_name = after_name.rsplit_once(']').map_or(after_name, |(_, rest)| rest);
        after_name.split_once(':').map(|(_, port)| port)
    }
}

fn is_port(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit()) && text.parse::<u16>().is_ok()
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
        assert_eq!(PersonName::new("J\u{FFFD}rg"), Err(TextError::Damaged));
        assert_eq!(PersonName::try_from("J\u{FFFD}rg".to_owned()).unwrap().as_str(), "J\u{FFFD}rg", "as it is stored");
        assert!(Title::new(&"t".repeat(400)).is_ok());
        assert_eq!(Title::new(&"t".repeat(401)), Err(TextError::TooLong { max: 400, found: 401 }));
        assert!(Title::new("\u{200f}القسم السادس\u{200f}").is_ok());
    }

    #[test]
    fn nobody_is_called_by_what_nobody_sees() {
        for invisible in ["\u{200b}", "\u{202e}\u{2066}", "\u{200d} \u{2060}", "\u{3164}", "\u{2800}\u{fe0f}"] {
            assert!(PersonName::new(invisible).is_err(), "{invisible:?}");
        }
        assert_eq!(PersonName::new("Eve\u{202e}nimda\u{202c} \u{feff}").unwrap().as_str(), "Evenimda");
        // Joiners belong to words and to pictures.
        for kept in ["می\u{200c}خواهم", "👩\u{200d}🏫", "❤\u{fe0f}"] {
            assert_eq!(PersonName::new(kept).unwrap().as_str(), kept);
        }
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

    #[test]
    fn addresses_read_as_what_they_are() {
        for hidden in ["https://b\u{200b}ank.example/", "https://a.example/\u{202e}gpj.exe", "https://a\u{ad}b.example"]
        {
            assert_eq!(HttpUrl::new(hidden), Err(TextError::Hidden), "{hidden:?}");
        }
        for (host, fits) in [
            ("a.example:0", true),
            ("a.example:65535", true),
            ("[::1]:443", true),
            ("[2001:db8::1]", true),
            ("me:secret@a.example:443", true),
            ("a.example:65536", false),
            ("a.example:99999", false),
            ("a.example:", false),
            ("a.example:+80", false),
            ("a.example:80:80", false),
            ("[::1]:x", false),
        ] {
            let read = HttpUrl::new(&format!("https://{host}/b:c"));
            assert_eq!(read.err(), (!fits).then_some(TextError::Port), "{host}");
        }
    }
}
