//! Where a browser goes after signing in. A link may say so, and anybody can make a link: only addresses of this very
//! site are followed.

use std::borrow::Cow;

use domain::{Account, Locale};
use web::Reader;

/// Where everybody starts, within the tree of a language.
const START: &str = "/learn/";
/// What browsers and proxies take.
const BYTES_MAX: usize = 2_000;

/// The asked-for path if it is one of ours.
pub(crate) fn asked_path(asked: Option<&str>) -> Option<&str> {
    asked.filter(|path| is_own(path))
}

/// The asked-for path if it is one of ours, else the page where everybody starts, in the language of whoever signed in:
/// `spoken` are the languages of this site.
pub(crate) fn next_path<'a>(
    asked: Option<&'a str>,
    reader: &Reader,
    account: &Account,
    spoken: &[Locale],
) -> Cow<'a, str> {
    asked_path(asked).map_or_else(|| start(reader.locale(), account.locale, spoken).into(), Cow::Borrowed)
}

/// Whoever signs in on a page of another language than English has chosen that language just now. English is also where
/// nothing was chosen: there, the language of the account counts.
fn start(page: Locale, own: Locale, spoken: &[Locale]) -> String {
    let locale = if page == Locale::English && spoken.contains(&own) { own } else { page };
    format!("{}{START}", locale.root())
}

/// Browsers read `//` and `/\` as the start of another host, and drop tabs and line breaks before they look.
fn is_own(path: &str) -> bool {
    let printable = path.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'\\');
    path.starts_with('/') && !path.starts_with("//") && printable && path.len() <= BYTES_MAX
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_paths_of_this_site_are_followed() {
        for own in ["/", "/learn/01J/", "/courses/?page=2#top", "/a//b"] {
            assert_eq!(asked_path(Some(own)), Some(own));
        }
        let long = format!("/{}", "a".repeat(BYTES_MAX));
        for foreign in [
            "",
            "//evil",
            "/\\evil",
            "/\t/evil",
            "/\n/evil",
            "https://evil",
            "evil",
            "/a\r\nset-cookie: x",
            "/é",
            &long,
        ] {
            assert_eq!(asked_path(Some(foreign)), None, "{foreign:?}");
        }
        assert_eq!(asked_path(None), None);
    }

    #[test]
    fn everybody_starts_in_a_language_of_theirs_that_the_site_has() {
        use Locale::{Arabic, English, French, Polish};
        let every = Locale::ALL;
        assert_eq!(start(English, English, &every), "/learn/");
        assert_eq!(start(English, Polish, &every), "/pl/learn/");
        assert_eq!(start(Arabic, English, &every), "/ar/learn/");
        assert_eq!(start(French, Polish, &every), "/fr/learn/");
        assert_eq!(start(English, Polish, &[English, French]), "/learn/");
    }
}
