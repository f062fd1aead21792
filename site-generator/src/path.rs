//! The path of a file of the site. Its one constructor is why nothing is ever written outside the output folder.

use std::borrow::Borrow;
use std::fmt;

use crate::error::SiteError;

/// A relative path such as `courses/rust/index.html`, made of plain names only.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SitePath(String);

impl SitePath {
    /// Accepts names of `a-z`, `0-9`, `-`, `_` and inner points, parted by single slashes.
    pub fn new(path: &str) -> Result<Self, SiteError> {
        let plain = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || matches!(b, b'-' | b'_' | b'.');
        let fits = |name: &str| !name.is_empty() && !name.starts_with('.') && name.bytes().all(plain);
        if path.split('/').all(fits) { Ok(Self(path.to_owned())) } else { Err(SiteError::Path(path.to_owned())) }
    }

    /// The file behind an address of the site: `/courses/` is `courses/index.html`.
    pub fn of_address(address: &str) -> Result<Self, SiteError> {
        let relative = address.strip_prefix('/').ok_or_else(|| SiteError::Path(address.to_owned()))?;
        if relative.is_empty() || relative.ends_with('/') {
            return Self::new(&format!("{relative}index.html"));
        }
        Self::new(relative)
    }

    /// The path with slashes.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for SitePath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Borrow<str> for SitePath {
    fn borrow(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Proves: F40
    #[test]
    fn only_plain_names_become_paths() {
        assert_eq!(SitePath::of_address("/").unwrap().as_str(), "index.html");
        assert_eq!(SitePath::of_address("/a/b-1/").unwrap().as_str(), "a/b-1/index.html");
        assert_eq!(SitePath::of_address("/assets/site.1f.css").unwrap().as_str(), "assets/site.1f.css");
        for bad in ["", "a/", "//a", "/../a/", "/a//b/", "/.portico/x", "/a\\b", "/é/", "/a%2f/", "/A/", "/a\0"] {
            assert!(SitePath::of_address(bad).is_err(), "{bad}");
        }
    }
}
