//! Where an address leads: to the web, to mail, within this text, to another page of ours, or to a neighbouring file.

use std::borrow::Cow;

use crate::allow_list::ID_PREFIX;

/// The kinds of addresses that a text can hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Address {
    /// `https://...`
    Https,
    /// Another scheme; the allow-list decides.
    OtherScheme,
    /// `#part` of this text.
    Fragment,
    /// `/path` on this site.
    Site,
    /// `file.md` beside this text.
    File,
    /// `//host`, back slashes and the like: never what an author means.
    Odd,
}

impl Address {
    pub(crate) fn of(text: &str) -> Self {
        let lower_start: String = text.chars().take(8).flat_map(char::to_lowercase).collect();
        let odd = text.chars().any(|c| c.is_control() || c == '\\');
        let before_path = text.split(['/', '?', '#']).next().unwrap_or_default();
        if odd || text.is_empty() || text.starts_with("//") || text.starts_with(char::is_whitespace) {
            Self::Odd
        } else if lower_start == "https://" {
            Self::Https
        } else if text.starts_with('#') {
            Self::Fragment
        } else if text.starts_with('/') {
            Self::Site
        } else if before_path.contains(':') {
            Self::OtherScheme
        } else {
            Self::File
        }
    }
}

/// What may stay in `href`. Fragments get the prefix of the ids; a file beside the text has no meaning on a page.
pub(crate) fn own_fragment(href: &str) -> Option<Cow<'_, str>> {
    match Address::of(href) {
        Address::Https | Address::OtherScheme | Address::Site => Some(Cow::Borrowed(href)),
        Address::Fragment if href.get(1..).is_some_and(|part| part.starts_with(ID_PREFIX)) => Some(Cow::Borrowed(href)),
        Address::Fragment => Some(Cow::Owned(format!("#{ID_PREFIX}{}", href.trim_start_matches('#')))),
        Address::File | Address::Odd => None,
    }
}

/// The address that a link of the text gets: files go through `resolve`, which sees them without their fragment;
/// the rest stays.
pub(crate) fn resolved(href: &str, resolve: &dyn Fn(&str) -> Option<String>) -> Option<String> {
    if Address::of(href) != Address::File {
        return None;
    }
    let (file, part) = href.split_once('#').unwrap_or((href, ""));
    let page = resolve(file)?;
    // The allow-list prefixes fragments of this text only; this one leads into a text that went through it too.
    Some(if part.is_empty() { page } else { format!("{page}#{ID_PREFIX}{part}") })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_told_apart() {
        for (text, address) in [
            ("https://a.example", Address::Https),
            ("HTTPS://a.example", Address::Https),
            ("http://a.example", Address::OtherScheme),
            ("mailto:a@a.example", Address::OtherScheme),
            ("javascript:alert(1)", Address::OtherScheme),
            ("#part", Address::Fragment),
            ("/courses", Address::Site),
            ("02-next.md", Address::File),
            ("a/b.md?x=1:2", Address::File),
            ("//evil.example", Address::Odd),
            ("/\\evil.example", Address::Odd),
            ("/\t/evil.example", Address::Odd),
            ("", Address::Odd),
        ] {
            assert_eq!(Address::of(text), address, "{text}");
        }
    }
}
