//! What a file is called and how long it is kept, by its path.

use site_generator::is_own_page;

/// The content type. A kind that is not known is bytes, which no browser runs.
pub(crate) fn content_type(path: &str) -> &'static str {
    match path.rsplit_once('.').map(|(_, kind)| kind) {
        Some("html") => "text/html; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("js" | "mjs") => "text/javascript; charset=utf-8",
        Some("json") => "application/json",
        Some("webmanifest") => "application/manifest+json",
        Some("xml") => "application/xml",
        Some("txt") => "text/plain; charset=utf-8",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("jpg" | "jpeg") => "image/jpeg",
        Some("webp") => "image/webp",
        Some("avif") => "image/avif",
        Some("ico") => "image/x-icon",
        Some("woff2") => "font/woff2",
        _ => "application/octet-stream",
    }
}

/// What is named after its content never changes. Everything else browsers ask for again, and CloudFront once a
/// minute; a release shows at once, since it has other addresses behind CloudFront. Pages of one's own are kept nowhere:
/// going back after signing out must not show what they were filled with.
pub(crate) fn cache_control(path: &str) -> &'static str {
    if path.starts_with("assets/") {
        "public, max-age=31536000, immutable"
    } else if is_own_page(path) {
        "no-store"
    } else {
        "public, max-age=0, s-maxage=60, must-revalidate"
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_of_a_site_is_called_what_it_is() {
        for (path, kind) in [
            ("courses/rust/index.html", "text/html; charset=utf-8"),
            ("assets/site.1f2e.css", "text/css; charset=utf-8"),
            ("assets/search.9a.js", "text/javascript; charset=utf-8"),
            ("sitemap.xml", "application/xml"),
            ("robots.txt", "text/plain; charset=utf-8"),
            ("strange", "application/octet-stream"),
        ] {
            assert_eq!(content_type(path), kind, "{path}");
        }
        assert!(cache_control("assets/site.1f2e.css").contains("immutable"));
        assert!(cache_control("index.html").contains("max-age=0"));
        assert_eq!(cache_control("console/people/index.html"), "no-store");
        assert_eq!(cache_control("pl/learn/course/index.html"), "no-store");
        assert_eq!(cache_control("pl/courses/index.html"), cache_control("index.html"));
        assert_eq!(cache_control("courses/console/index.html"), cache_control("index.html"));
    }
}
