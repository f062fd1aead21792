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
        let (canonical, editions) = (self.absolute(&address), self.editions(&address));
        let (locale, heading) = (self.locale(), list.name_in(self.locale()));
        let skipped = page.saturating_sub(1) * CARDS_PER_PAGE;
        let rows: Vec<usize> = list.rows.iter().rev().skip(skipped).take(CARDS_PER_PAGE).copied().collect();
        let courses = rows.iter().filter_map(|row| self.catalog.courses.get(*row));
        let addresses: Vec<String> =
            courses.map(|course| self.absolute(&format!("/courses/{}/", course.slug))).collect();
        let json_ld = structured::item_list(&addresses, skipped + 1)?;
        let numbered = [("name", heading.as_str().into()), ("page", page.into())];
        let title = if page > 1 { self.say("list-title-page", &numbered) } else { heading.clone() };
        let platform = self.options.platform_name.as_str();
        let told =
            [("name", heading.as_str().into()), ("count", list.rows.len().into()), ("platform", platform.into())];
        let description = self.say("list-description", &told);
        let head = self.head(&title, &canonical, nav(list.kind), &editions);
        let mut head = described(head, &description, Some(&json_ld));
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
            heading: &heading,
            above: list
                .slug
                .as_ref()
                .map(|_| Link { href: self.at(list.kind.address()), text: list.kind.heading(locale) }),
            website: website.map(|url| url.as_str()),
            count: list.rows.len(),
            cards: self.cards_of(rows.into_iter()),
            facets,
            paging: self.paging(list, page),
            search_href: &self.at(&list.search_address()),
            cover: (list.kind == Kind::Subject).then(|| Cover::of(&list.name)),
        };
        self.unless_same(sink, &address, &page, Templates::course_list)
    }

    pub(super) fn index(&self, kind: Kind) -> Result<(String, String), SiteError> {
        let address = kind.address();
        let (canonical, editions, locale) = (self.absolute(address), self.editions(address), self.locale());
        let entries: Vec<IndexEntry> = self.catalog.lists.of_kind(kind).map(|list| list.entry(locale)).collect();
        let heading = kind.heading(locale);
        let lead = match kind {
            Kind::Partner => "index-lead-partners",
            Kind::Language => "index-lead-languages",
            Kind::Level => "index-lead-levels",
            Kind::Format => "index-lead-formats",
            Kind::Subject | Kind::All | Kind::Free => "index-lead-subjects",
        };
        let lead = self.say(lead, &[("entries", entries.len().into()), ("courses", self.catalog.len().into())]);
        let told = [("heading", heading.as_str().into()), ("platform", self.options.platform_name.as_str().into())];
        let description = self.say("index-description", &told);
        let head = described(self.head(&heading, &canonical, nav(kind), &editions), &description, None);
        let groups = grouped(entries, self.say("index-all", &[]));
        let page = IndexPage { head, heading: &heading, lead: &lead, groups };
        Ok((address.to_owned(), self.templates.index(&page)?))
    }

    fn paging(&self, list: &List, page: usize) -> Paging {
        let pages = list.pages();
        let address = |page: usize| self.at(&list.address(page));
        let mut links: Vec<Option<Link>> = Vec::new();
        let mut before = 0;
        for number in 1..=pages {
            let near = number.abs_diff(page) <= NEIGHBOURS;
            if near || number == 1 || number == pages {
                if number > before + 1 {
                    links.push(None);
                }
                links.push(Some(Link { href: address(number), text: number.to_string() }));
                before = number;
            }
        }
        Paging {
            page,
            pages,
            previous: (page > 1).then(|| address(page - 1)),
            next: (page < pages).then(|| address(page + 1)),
            links,
        }
    }
}

fn nav(kind: Kind) -> NavEntry {
    match kind {
        Kind::Subject => NavEntry::Subjects,
        Kind::Partner => NavEntry::Partners,
        _ => NavEntry::Courses,
    }
}

fn grouped(mut entries: Vec<IndexEntry>, all: String) -> Vec<(String, Vec<IndexEntry>)> {
    if entries.len() < LETTERS_FROM {
        entries.sort_by(|a, b| b.count.cmp(&a.count).then_with(|| a.text.cmp(&b.text)));
        return vec![(all, entries)];
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
