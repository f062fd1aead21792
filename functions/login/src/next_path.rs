//! Where a browser goes after signing in. A link may say so, and anybody can make a link: only addresses of this very
//! site are followed.

/// Where everybody starts.
const DEFAULT: &str = "/learn/";
/// What browsers and proxies take.
const BYTES_MAX: usize = 2_000;

/// The asked-for path if it is one of ours, else the page where everybody starts.
pub(crate) fn next_path(asked: Option<&str>) -> &str {
    asked.filter(|path| is_own(path)).unwrap_or(DEFAULT)
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
            assert_eq!(next_path(Some(own)), own);
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
            assert_eq!(next_path(Some(foreign)), DEFAULT, "{foreign:?}");
        }
        assert_eq!(next_path(None), DEFAULT);
    }
}
