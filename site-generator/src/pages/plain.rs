//! Files that are no pages: sitemap, robots, feeds.

use domain::{Course, Locale};

use super::Frame;
use crate::feed::atom;
use crate::lists::{Kind, List};
use crate::sitemap::{Entry, sitemap};

/// Feed readers keep what they saw; these many cover a month of a busy catalog.
const FEED_ENTRIES: usize = 100;
const SUBJECT_FEED_ENTRIES: usize = 50;

impl Frame<'_> {
    /// Address and text of each. They are the same for readers of every language, and stand at the root.
    pub(crate) fn plain_files(&self) -> Vec<(String, String)> {
        let base = &self.options.base_url;
        let closed =
            |locale: &Locale| ["console", "learn"].map(|room| format!("Disallow: {}/{room}/\n", locale.root()));
        let closed: String = self.options.locales.iter().flat_map(closed).collect();
        let robots = format!("User-agent: *\nDisallow: /api/\n{closed}\nSitemap: {base}/sitemap.xml\n");
        let mut files = sitemap(base, &self.addresses());
        files.push(("/robots.txt".to_owned(), robots));
        let newest = |list: &List, most: usize| -> Vec<&Course> {
            list.rows.iter().rev().take(most).filter_map(|row| self.catalog.courses.get(*row)).collect()
        };
        let name = &self.options.platform_name;
        for list in self.catalog.lists.of_kind(Kind::All) {
            let text = atom(base, "/feed.xml", &format!("New courses on {name}"), &newest(list, FEED_ENTRIES));
            files.push(("/feed.xml".to_owned(), text));
        }
        for list in self.catalog.lists.of_kind(Kind::Subject) {
            let address = format!("{}feed.xml", list.address(1));
            let title = format!("New courses on {name}: {}", list.name);
            let text = atom(base, &address, &title, &newest(list, SUBJECT_FEED_ENTRIES));
            files.push((address, text));
        }
        files
    }

    /// Every page that search engines should know, in every language; each page itself names its other languages. A
    /// list changed when the last of its courses did.
    fn addresses(&self) -> Vec<Entry> {
        let pages = self.addresses_of_a_tree();
        let tree = |locale: &Locale| {
            let root = locale.root();
            pages.iter().map(|(address, changed)| (format!("{root}{address}"), *changed)).collect::<Vec<Entry>>()
        };
        self.options.locales.iter().flat_map(tree).collect()
    }

    fn addresses_of_a_tree(&self) -> Vec<Entry> {
        let changed = |rows: &[usize]| {
            rows.iter().filter_map(|row| self.catalog.courses.get(*row)).map(|course| course.updated_at).max()
        };
        let mut entries: Vec<Entry> = vec![("/".to_owned(), None), ("/search/".to_owned(), None)];
        entries.extend(Kind::INDEXED.map(|kind| (kind.address().to_owned(), None)));
        for list in &self.catalog.lists.lists {
            let at = changed(&list.rows);
            entries.extend((1..=list.pages()).map(|page| (list.address(page), at)));
        }
        let courses = self.catalog.courses.iter();
        entries.extend(courses.map(|course| (format!("/courses/{}/", course.slug), Some(course.updated_at))));
        entries
    }
}
