//! Pages of lists, and the indexes above them.

use std::collections::BTreeMap;

use templates::{Cover, IndexEntry, IndexPage, Link, ListPage, NavEntry, Paging, Templates};
use unicode_normalization::UnicodeNormalization;

use super::{Frame, described};
use crate::error::SiteError;
use crate::lists::{CARDS_PER_PAGE, Kind, List};
use crate::render::Sink;
use crate::structured;

/// Pages beside the present one that the paging names.
const NEIGHBOURS: usize = 2;
/// Below this an index needs no letters.
const LETTERS_FROM: usize = 40;

impl Frame<'_> {
    pub(super) fn list(&self, number: usize, page: usize, sink: &dyn Sink) -> Result<(), SiteError> {
        let found = self.catalog.lists.lists.get(number).zip(self.facets.get(number));
        let (list, facets) = found.ok_or_else(|| SiteError::Path(format!("list {number}")))?;
        let address = list.address(page);
        let canonical = self.absolute(&address);
        let skipped = page.saturating_sub(1) * CARDS_PER_PAGE;
        let rows: Vec<usize> = list.rows.iter().rev().skip(skipped).take(CARDS_PER_PAGE).copied().collect();
        let courses = rows.iter().filter_map(|row| self.catalog.courses.get(*row));
        let addresses: Vec<String> =
            courses.map(|course| self.absolute(&format!("/courses/{}/", course.slug))).collect();
        let json_ld = structured::item_list(&addresses, skipped + 1)?;
        let title = if page > 1 { format!("{}, page {page}", list.name) } else { list.name.clone() };
        let description = format!("{}: {} courses on {}.", list.name, list.rows.len(), self.options.platform_name);
        let mut head = described(self.head(&title, &canonical, nav(list.kind)), &description, Some(&json_ld));
        let feed = match list.kind {
            Kind::Subject => Some(format!("{}feed.xml", list.address(1))),
            Kind::All => Some("/feed.xml".to_owned()),
            _ => None,
        };
        head.feed = feed.as_deref();
        let first_course = list.rows.first().and_then(|row| self.catalog.courses.get(*row));
        let website =
            first_course.filter(|_| list.kind == Kind::Partner).and_then(|course| course.publisher.url.as_ref());
        let page = ListPage {
            head,
            heading: &list.name,
            above: list
                .slug
                .as_ref()
                .map(|_| Link { href: list.kind.address().to_owned(), text: list.kind.heading().to_owned() }),
            website: website.map(|url| url.as_str()),
            count: list.rows.len(),
            cards: self.cards_of(rows.into_iter()),
            facets,
            paging: paging(list, page),
            search_href: &list.search_address(),
            cover: (list.kind == Kind::Subject).then(|| Cover::of(&list.name)),
        };
        self.unless_same(sink, &address, &page, Templates::course_list)
    }

    pub(super) fn index(&self, kind: Kind) -> Result<(String, String), SiteError> {
        let address = kind.address();
        let canonical = self.absolute(address);
        let entries: Vec<IndexEntry> = self.catalog.lists.of_kind(kind).map(List::entry).collect();
        let heading = kind.heading();
        let lead = format!("{} {}, {} courses.", entries.len(), heading.to_lowercase(), self.catalog.len());
        let description = format!("{heading} of the courses on {}.", self.options.platform_name);
        let head = described(self.head(heading, &canonical, nav(kind)), &description, None);
        let page = IndexPage { head, heading, lead: &lead, groups: grouped(entries) };
        Ok((address.to_owned(), self.templates.index(&page)?))
    }
}

fn nav(kind: Kind) -> NavEntry {
    match kind {
        Kind::Subject => NavEntry::Subjects,
        Kind::Partner => NavEntry::Partners,
        _ => NavEntry::Courses,
    }
}

fn grouped(mut entries: Vec<IndexEntry>) -> Vec<(String, Vec<IndexEntry>)> {
    if entries.len() < LETTERS_FROM {
        entries.sort_by(|a, b| b.count.cmp(&a.count).then_with(|| a.text.cmp(&b.text)));
        return vec![("All".to_owned(), entries)];
    }
    let mut groups: BTreeMap<String, Vec<IndexEntry>> = BTreeMap::new();
    for entry in entries {
        // Accents fold away; what has no Latin letter stands together at the end.
        let first = entry.text.nfkd().find(|c| c.is_alphanumeric());
        let letter = match first {
            Some(c) if c.is_ascii_alphabetic() => c.to_ascii_uppercase().to_string(),
            Some(c) if c.is_numeric() => "0–9".to_owned(),
            _ => "…".to_owned(),
        };
        groups.entry(letter).or_default().push(entry);
    }
    for entries in groups.values_mut() {
        entries.sort_by_cached_key(|entry| (entry.text.to_lowercase(), entry.text.clone()));
    }
    groups.into_iter().collect()
}

fn paging(list: &List, page: usize) -> Paging {
    let pages = list.pages();
    let mut links: Vec<Option<Link>> = Vec::new();
    let mut before = 0;
    for number in 1..=pages {
        let near = number.abs_diff(page) <= NEIGHBOURS;
        if near || number == 1 || number == pages {
            if number > before + 1 {
                links.push(None);
            }
            links.push(Some(Link { href: list.address(number), text: number.to_string() }));
            before = number;
        }
    }
    Paging {
        page,
        pages,
        previous: (page > 1).then(|| list.address(page - 1)),
        next: (page < pages).then(|| list.address(page + 1)),
        links,
    }
}
