//! The sitemap: every public page, with the day its content last changed.

use std::fmt::Write as _;

use jiff::Timestamp;
use templates::escape_xml;

/// The protocol's own limit for one file.
const ADDRESSES_PER_FILE: usize = 50_000;

/// A page and when its content last changed, where that is known.
pub(crate) type Entry = (String, Option<Timestamp>);

/// `/sitemap.xml`, and its parts where one file cannot hold it.
pub(crate) fn sitemap(base_url: &str, entries: &[Entry]) -> Vec<(String, String)> {
    split(base_url, entries, ADDRESSES_PER_FILE)
}

fn split(base_url: &str, entries: &[Entry], most: usize) -> Vec<(String, String)> {
    const NAMESPACE: &str = "xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"";
    const DECLARATION: &str = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n";
    let base = escape_xml(base_url);
    let part = |entries: &[Entry]| {
        let mut xml = format!("{DECLARATION}<urlset {NAMESPACE}>\n");
        for (address, changed) in entries {
            // Writing into a string does not fail.
            let _ = write!(xml, "<url><loc>{base}{}</loc>", escape_xml(address));
            if let Some(changed) = changed {
                let _ = write!(xml, "<lastmod>{changed}</lastmod>");
            }
            xml.push_str("</url>\n");
        }
        xml.push_str("</urlset>\n");
        xml
    };
    if entries.len() <= most {
        return vec![("/sitemap.xml".to_owned(), part(entries))];
    }
    let mut index = format!("{DECLARATION}<sitemapindex {NAMESPACE}>\n");
    let mut files = Vec::new();
    for (at, entries) in entries.chunks(most).enumerate() {
        let address = format!("/sitemap-{}.xml", at + 1);
        let _ = writeln!(index, "<sitemap><loc>{base}{address}</loc></sitemap>");
        files.push((address, part(entries)));
    }
    index.push_str("</sitemapindex>\n");
    files.push(("/sitemap.xml".to_owned(), index));
    files
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn past_its_limit_it_becomes_an_index() {
        let entries: Vec<Entry> = (0..5).map(|at| (format!("/courses/{at}/"), None)).collect();
        let whole = split("https://a.example", &entries, 5);
        assert_eq!(whole.len(), 1);
        let parts = split("https://a.example", &entries, 2);
        let names: Vec<&str> = parts.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(names, ["/sitemap-1.xml", "/sitemap-2.xml", "/sitemap-3.xml", "/sitemap.xml"]);
        assert_eq!(parts[3].1.matches("<sitemap>").count(), 3);
        assert_eq!(parts.iter().map(|(_, xml)| xml.matches("<url>").count()).sum::<usize>(), 5);
    }
}
