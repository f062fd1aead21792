//! The site in several languages: a tree for each, joined by links, with the same courses in all of them.

use domain::Locale;

use super::fixture::{EDITIONS, courses, now, options, site};
use super::html::attributes;
use crate::catalog::Catalog;
use crate::pages::is_own_page;
use crate::path::SitePath;
use crate::render::{Site, SiteOptions, render};

fn whole_site() -> Site {
    let options = SiteOptions { locales: Locale::ALL.to_vec(), ..options() };
    render(&Catalog::new(courses()), &EDITIONS, &options, now()).unwrap()
}

fn text<'a>(site: &'a Site, path: &str) -> &'a str {
    std::str::from_utf8(&site.files[path]).unwrap()
}

#[test]
fn every_language_has_every_page() {
    let site = whole_site();
    let english: Vec<&str> = site.files.keys().map(SitePath::as_str).filter(|path| path.ends_with(".html")).collect();
    for locale in [Locale::Polish, Locale::French, Locale::Arabic] {
        let root = format!("{}/", locale.code());
        let own: Vec<&str> = english.iter().filter_map(|path| path.strip_prefix(&root)).collect();
        let other_trees =
            |path: &str| Locale::ALL.iter().any(|locale| path.starts_with(&format!("{}/", locale.code())));
        let expected = english.iter().copied().filter(|path| !other_trees(path));
        assert_eq!(own, expected.collect::<Vec<_>>(), "{locale:?}");
        for path in own {
            let html = text(&site, &format!("{root}{path}"));
            // Browsers keep no page of one's own, in whatever language.
            assert_eq!(is_own_page(&format!("{root}{path}")), is_own_page(path), "{path}");
            let direction = if locale == Locale::Arabic { "rtl" } else { "ltr" };
            assert!(html.contains(&format!("<html lang=\"{}\" dir=\"{direction}\">", locale.code())), "{path}");
        }
    }
}

#[test]
fn every_link_stays_in_its_language_and_leads_to_a_file() {
    let site = whole_site();
    // Feeds and assets are shared by all languages.
    let shared = ["/assets/", "/feed.xml"];
    for (path, bytes) in site.files.iter().filter(|(path, _)| path.as_str().starts_with("ar/")) {
        let html = std::str::from_utf8(bytes).unwrap();
        let switcher = html.split(" data-editions>").nth(1).and_then(|rest| rest.split("</nav>").next());
        let switched: Vec<String> = switcher.into_iter().flat_map(|nav| attributes(nav, "href")).collect();
        // Where nothing stands there is nothing to read in another language.
        assert_eq!(switched.len(), if path.as_str() == "ar/404.html" { 0 } else { 4 }, "{path}");
        for href in attributes(html, "href").chain(attributes(html, "action")).filter(|href| href.starts_with('/')) {
            let address = href.split('?').next().unwrap();
            if address.starts_with("/api/") {
                assert!(href.contains("language=ar") || html.contains("name=\"language\" value=\"ar\""), "{href}");
                continue;
            }
            assert!(site.files.contains_key(&SitePath::of_address(address).unwrap()), "{path}: {href}");
            let stays = address.starts_with("/ar/") || shared.iter().any(|start| address.starts_with(start));
            assert!(stays || address.ends_with("feed.xml") || switched.contains(&href), "{path}: {href}");
        }
    }
}

/// Reciprocal: whatever page names another as its translation is named by it, and English is the one for everybody else.
#[test]
fn translations_name_each_other() {
    let site = whole_site();
    let alternates = |html: &str| -> Vec<(String, String)> {
        let links = html.lines().filter(|line| line.contains("rel=\"alternate\" hreflang="));
        let one = |line: &str, name| attributes(line, name).next().unwrap();
        links.map(|line| (one(line, "hreflang"), one(line, "href"))).collect()
    };
    let mut pages = 0;
    for (path, bytes) in site.files.iter().filter(|(path, _)| path.as_str().ends_with(".html")) {
        let html = std::str::from_utf8(bytes).unwrap();
        if !html.contains("rel=\"canonical\"") {
            assert_eq!(alternates(html), [], "{path}");
            continue;
        }
        let named = alternates(html);
        let languages: Vec<&str> = named.iter().map(|(code, _)| code.as_str()).collect();
        assert_eq!(languages, ["en", "x-default", "pl", "fr", "ar"], "{path}");
        assert_eq!(named[0].1, named[1].1, "{path}");
        for (_, address) in &named {
            let address = address.strip_prefix("https://portico.example").unwrap();
            let other = text(&site, SitePath::of_address(address).unwrap().as_str());
            assert_eq!(alternates(other), named, "{path} and {address}");
        }
        pages += 1;
    }
    assert!(pages > 4 * 80, "{pages}");
    let sitemap = text(&site, "sitemap.xml");
    assert_eq!(sitemap.matches("<loc>").count(), pages);
    assert!(!sitemap.contains("/console/") && !sitemap.contains("/learn/"));
    let robots = text(&site, "robots.txt");
    for closed in ["/console/", "/ar/console/", "/pl/learn/"] {
        assert!(robots.contains(&format!("Disallow: {closed}\n")), "{closed}");
    }
}

#[test]
fn a_course_is_framed_in_the_reader_s_language_and_stays_in_its_own() {
    let site = whole_site();
    let page = text(&site, "pl/courses/course-100/index.html");
    for polish in
        ["19,99\u{a0}€", "15 stycznia 2026", "Zaawansowany", "1 godz. 35 min", "1 lekcja", "Przejdź do płatności"]
    {
        assert!(page.contains(polish), "{polish}");
    }
    assert!(page.contains("<h1 lang=\"en\" dir=\"auto\">Ownership in depth</h1>"));
    assert!(page.contains("href=\"/pl/levels/advanced/\"") && page.contains("?language=pl\""));
    let list = text(&site, "ar/courses/index.html");
    assert!(list.contains("lang=\"ar\" dir=\"auto\"><a href=\"/ar/courses/course-102/\""));
    assert!(list.contains("كل الدورات"));
    assert!(text(&site, "fr/languages/ar/index.html").contains("<h1><bdi>Arabe</bdi></h1>"));
}

#[test]
fn a_site_in_one_language_names_no_other() {
    let site = site(courses());
    let home = text(&site, "index.html");
    assert!(!home.contains("hreflang") && !home.contains("Polski"));
    assert!(!site.files.keys().any(|path| path.as_str().starts_with("pl/")));
}
