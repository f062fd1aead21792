//! What the pages hold: no text becomes markup, every link leads somewhere, dates are told as they are.

use super::fixture::{courses, hostile_titles, site};
use super::html::{attributes, json_ld};
use crate::pages::is_own_page;
use crate::path::SitePath;
use crate::render::Site;

fn pages(site: &Site) -> impl Iterator<Item = (&str, &str)> {
    let html = site.files.iter().filter(|(path, _)| path.as_str().ends_with(".html"));
    html.map(|(path, bytes)| (path.as_str(), std::str::from_utf8(bytes).unwrap()))
}

fn text<'a>(site: &'a Site, path: &str) -> &'a str {
    std::str::from_utf8(&site.files[path]).unwrap()
}

#[test]
fn the_tree_is_the_one_that_was_reviewed() {
    let paths: Vec<String> = site(courses())
        .files
        .keys()
        .map(|path| path.as_str().to_owned())
        .filter(|path| !path.starts_with("assets/") && !path.starts_with("search/words/"))
        .collect();
    insta::assert_snapshot!(paths.join("\n"));
}

#[test]
fn pages_of_ones_own_are_those_that_scripts_fill() {
    let site = site(courses());
    let mut own = 0;
    for (path, html) in pages(&site).filter(|(path, _)| *path != "search/index.html") {
        assert_eq!(is_own_page(path), html.contains("needs JavaScript"), "{path}");
        own += usize::from(is_own_page(path));
    }
    assert!(own > 20, "{own}");
}

#[test]
fn a_course_page_reads_as_it_was_reviewed() {
    let site = site(courses());
    let page = text(&site, "courses/course-100/index.html");
    let body = page.split("<main").nth(1).unwrap().split("</main>").next().unwrap();
    insta::assert_snapshot!(body);
    insta::assert_json_snapshot!(json_ld(page));
}

/// Proves: F39
#[test]
fn no_text_becomes_markup() {
    let site = site(courses());
    for (path, html) in pages(&site) {
        let scripts = html.matches("<script").count();
        let known = html.matches("<script type=\"module\" src=\"/assets/").count()
            + html.matches("<script type=\"application/ld+json\">").count()
            + html.matches("<script type=\"application/json\" data-messages>").count();
        assert_eq!(scripts, known, "{path}");
        assert_eq!(scripts, html.matches("</script>").count(), "{path}");
        // Pages about one's own account hold no text of the catalog, and places for a photo and a code to scan.
        let pictures = if path.starts_with("account/") { &[][..] } else { &["<img", "<svg"][..] };
        for bad in pictures {
            assert!(!html.contains(bad), "{path}: {bad}");
        }
        for bad in ["<style", " style=\"", " onerror=\"", " onload=\"", "onclick"] {
            assert!(!html.contains(bad), "{path}: {bad}");
        }
        for href in attributes(html, "href").chain(attributes(html, "action")).chain(attributes(html, "src")) {
            let fits = href.starts_with('/') || href.starts_with('#') || href.starts_with("https://");
            assert!(fits && !href.starts_with("//"), "{path}: {href}");
        }
        json_ld(html);
    }
    for title in hostile_titles() {
        let escaped = templates::escape_html(&title);
        assert!(pages(&site).any(|(_, html)| html.contains(escaped.as_ref())), "{title} is nowhere");
    }
}

#[test]
fn every_link_of_the_site_leads_to_a_file() {
    let site = site(courses());
    for (path, html) in pages(&site) {
        for href in attributes(html, "href").chain(attributes(html, "src")) {
            if let Some(anchor) = href.strip_prefix('#') {
                assert!(html.contains(&format!("id=\"{anchor}\"")), "{path}: #{anchor}");
            } else if href.starts_with('/') {
                let address = href.split('?').next().unwrap();
                let target = SitePath::of_address(address).unwrap();
                assert!(site.files.contains_key(&target), "{path}: {href}");
            }
        }
        for canonical in attributes(html, "href").filter(|href| href.starts_with("https://portico.example/")) {
            let address = canonical.trim_start_matches("https://portico.example");
            assert!(site.files.contains_key(&SitePath::of_address(address).unwrap()), "{path}: {canonical}");
        }
    }
}

#[test]
fn sitemap_and_feeds_name_what_exists() {
    let site = site(courses());
    let sitemap = text(&site, "sitemap.xml");
    let addresses: Vec<&str> =
        sitemap.split("<loc>").skip(1).map(|rest| rest.split("</loc>").next().unwrap()).collect();
    assert!(addresses.len() > 80);
    for address in &addresses {
        let path = address.trim_start_matches("https://portico.example");
        assert!(site.files.contains_key(&SitePath::of_address(path).unwrap()), "{address}");
    }
    let canonical = pages(&site).filter(|(_, html)| html.contains("rel=\"canonical\"")).count();
    assert_eq!(canonical, addresses.len(), "every page with an address of its own is in the sitemap");
    for feed in ["feed.xml", "subjects/rust/feed.xml"] {
        let xml = text(&site, feed);
        assert!(!xml.contains("<script") && !xml.contains("]]>"), "{feed}");
        let entries = xml.matches("<entry>").count();
        assert!(entries >= 50 && entries == xml.matches("</entry>").count(), "{feed}");
    }
}

#[test]
fn dates_are_told_as_they_are() {
    let site = site(courses());
    let dated = text(&site, "courses/course-100/index.html");
    assert!(dated.contains("15 January 2026") && !dated.contains("1 February 2025"), "today still counts");
    let past = text(&site, "courses/course-101/index.html");
    assert!(past.contains("No date announced") && past.contains("It last began on"), "{past}");
    assert!(!past.contains("action=\"/api/checkout?language=en\""), "what is over is not sold");
}

#[test]
fn a_course_held_in_two_languages_stands_in_both_lists() {
    let site = site(courses());
    for list in ["languages/ar/index.html", "languages/en/index.html"] {
        assert!(text(&site, list).contains("lang=\"ar\" dir=\"auto\"><a href=\"/courses/course-102/\""), "{list}");
    }
    assert!(!site.files.keys().any(|path| path.as_str().contains("course-103")), "a draft is nobody's business");
}
