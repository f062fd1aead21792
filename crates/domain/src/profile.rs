//! The one profile page of an account: what its owner tells of themselves, and where else they are to be found. What the
//! account itself knows (name, address, status) is not repeated here.

use std::fmt;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::id::{AccountId, PhotoId};
use crate::text::{HttpUrl, TextError, is_meddling};

/// So many links a page holds at most: one for each network that anybody keeps up with.
pub const LINKS_MAX: usize = 10;
/// So many photos a page holds at most: an album belongs elsewhere.
pub const PHOTOS_MAX: usize = 6;
/// The most bytes of one photo as it is sent, small enough for a single record of the table (400 kB).
pub const PHOTO_BYTES_MAX: usize = 250_000;

/// What somebody writes about themselves, as Markdown. It may be empty.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct AboutText(String);

impl AboutText {
    /// The most characters it may have: about two pages.
    pub const CHARS_MAX: usize = 5_000;

    /// Trims, drops what meddles with the text around it, and refuses what is too long or holds control characters
    /// other than line breaks and tabs.
    pub fn new(text: &str) -> Result<Self, TextError> {
        let text = text.replace(is_meddling, "").trim().replace("\r\n", "\n");
        let found = text.chars().count();
        if found > Self::CHARS_MAX {
            return Err(TextError::TooLong { max: Self::CHARS_MAX, found });
        }
        if text.chars().any(|c| c.is_control() && c != '\n' && c != '\t') {
            return Err(TextError::Control);
        }
        Ok(Self(text))
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for AboutText {
    type Error = TextError;
    fn try_from(text: String) -> Result<Self, TextError> {
        Self::new(&text)
    }
}

impl From<AboutText> for String {
    fn from(text: AboutText) -> String {
        text.0
    }
}

/// Why an address is no link of a profile page.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum LinkError {
    /// No web address at all.
    #[error(transparent)]
    Text(#[from] TextError),
    /// Another scheme than `https`.
    #[error("must be a web address that starts with `https://`")]
    NotSecure,
    /// `https://one.example@another.example/` looks like the one and leads to the other.
    #[error("must not hold a name or password before the host")]
    Credentials,
}

/// Where else somebody is to be found: an `https` address that leads where it seems to lead.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct SocialLink(HttpUrl);

impl SocialLink {
    /// Accepts `https` addresses without credentials.
    pub fn new(text: &str) -> Result<Self, LinkError> {
        let url = HttpUrl::new(text)?;
        let secure = url.as_str().get(..8).is_some_and(|start| start.eq_ignore_ascii_case("https://"));
        match (secure, url.host().contains('@')) {
            (false, _) => Err(LinkError::NotSecure),
            (true, true) => Err(LinkError::Credentials),
            (true, false) => Ok(Self(url)),
        }
    }

    /// The address.
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }

    /// The host that it leads to, with its port, as written.
    pub fn host(&self) -> &str {
        self.0.host()
    }
}

impl TryFrom<String> for SocialLink {
    type Error = LinkError;
    fn try_from(text: String) -> Result<Self, LinkError> {
        Self::new(&text)
    }
}

impl From<SocialLink> for String {
    fn from(link: SocialLink) -> String {
        link.0.into()
    }
}

/// What a photo is stored as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PhotoFormat {
    /// JPEG.
    Jpeg,
    /// PNG.
    Png,
    /// WebP.
    Webp,
}

impl PhotoFormat {
    /// Its media type.
    pub const fn media_type(self) -> &'static str {
        match self {
            PhotoFormat::Jpeg => "image/jpeg",
            PhotoFormat::Png => "image/png",
            PhotoFormat::Webp => "image/webp",
        }
    }
}

impl fmt::Display for PhotoFormat {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.media_type())
    }
}

/// A photo on a profile page, without its picture.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Photo {
    /// Its id; sorts by age.
    pub id: PhotoId,
    /// What it is stored as.
    pub format: PhotoFormat,
    /// Its length in bytes.
    pub bytes: usize,
    /// When it was put here.
    pub added_at: Timestamp,
}

/// A profile page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Profile {
    /// Whose.
    pub account: AccountId,
    /// Raised by every change; 0 while nothing was written.
    pub version: u64,
    /// What the owner writes about themselves.
    pub about: AboutText,
    /// Where else the owner is to be found.
    pub links: Vec<SocialLink>,
    /// Photos, the oldest first.
    pub photos: Vec<Photo>,
    /// When it was last changed; nothing while nothing was written.
    pub updated_at: Option<Timestamp>,
}

impl Profile {
    /// The page of somebody who wrote nothing yet: every account has one.
    pub fn blank(account: AccountId) -> Self {
        Self {
            account,
            version: 0,
            about: AboutText::default(),
            links: Vec::new(),
            photos: Vec::new(),
            updated_at: None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_lead_where_they_seem_to_lead() {
        for good in ["https://social.example/@ada", "HTTPS://example.org", "https://example.org/a@b?c=d@e"] {
            assert!(SocialLink::new(good).is_ok(), "{good}");
        }
        assert_eq!(SocialLink::new("http://example.org"), Err(LinkError::NotSecure));
        assert_eq!(SocialLink::new("https://bank.example@evil.example/"), Err(LinkError::Credentials));
        assert_eq!(SocialLink::new("https://bank.example:x@evil.example"), Err(LinkError::Credentials));
        for bad in ["javascript:alert(1)", "data:text/html,x", "", "mailto:a@example.org"] {
            assert_eq!(SocialLink::new(bad), Err(LinkError::Text(TextError::NotWeb)), "{bad}");
        }
    }

    #[test]
    fn a_text_may_have_lines_and_an_end() {
        assert_eq!(AboutText::new("  one\r\n\ttwo \n").unwrap().as_str(), "one\n\ttwo");
        assert_eq!(AboutText::new(" ").unwrap(), AboutText::default());
        assert_eq!(AboutText::new("\u{feff}a\u{202e}b\u{2069} \u{200b}").unwrap().as_str(), "ab");
        assert_eq!(AboutText::new("a\0b"), Err(TextError::Control));
        assert!(AboutText::new(&"a".repeat(5_000)).is_ok());
        assert_eq!(AboutText::new(&"a".repeat(5_001)), Err(TextError::TooLong { max: 5_000, found: 5_001 }));
    }
}
