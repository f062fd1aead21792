//! Every list of courses that has pages of its own, and its address.

use std::collections::BTreeMap;

use domain::{Course, CourseMode, LanguageTag, Level, Locale, Price, Slug};
use templates::{Cover, IndexEntry, language_label, level_label, mode_label, say};

use crate::slugs::{digest, slugs_of};

/// Cards on a page: six rows of four, three or two.
pub(crate) const CARDS_PER_PAGE: usize = 24;

/// What the courses of a list have in common.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Kind {
    All,
    Subject,
    Partner,
    Language,
    Level,
    Format,
    Free,
}

impl Kind {
    /// The kinds that have an index page.
    pub(crate) const INDEXED: [Kind; 5] = [Kind::Subject, Kind::Partner, Kind::Language, Kind::Level, Kind::Format];

    /// The folder of its lists, and its index where it has one.
    pub(crate) const fn address(self) -> &'static str {
        match self {
            Kind::All => "/courses/",
            Kind::Subject => "/subjects/",
            Kind::Partner => "/partners/",
            Kind::Language => "/languages/",
            Kind::Level => "/levels/",
            Kind::Format => "/formats/",
            Kind::Free => "/free/",
        }
    }

    /// Its heading.
    pub(crate) fn heading(self, locale: Locale) -> String {
        let id = match self {
            Kind::All => "all-courses",
            Kind::Subject => "kind-subjects",
            Kind::Partner => "kind-partners",
            Kind::Language => "kind-languages",
            Kind::Level => "kind-levels",
            Kind::Format => "kind-formats",
            Kind::Free => "kind-free",
        };
        say(locale, id, &[])
    }

    /// Its name in the address of the search page.
    pub(crate) const fn search_key(self) -> Option<&'static str> {
        match self {
            Kind::All => None,
            Kind::Subject => Some("subject"),
            Kind::Partner => Some("partner"),
            Kind::Language => Some("language"),
            Kind::Level => Some("level"),
            Kind::Format => Some("format"),
            Kind::Free => Some("price"),
        }
    }
}

/// What a list is called after.
#[derive(Debug, Clone)]
pub(crate) enum Named {
    /// Its kind: there is one list of it.
    Kind,
    /// A subject or a partner, called the same in every language.
    Same,
    Language(LanguageTag),
    Level(Level),
    Format(CourseMode),
}

/// One list.
#[derive(Debug, Clone)]
pub(crate) struct List {
    pub(crate) kind: Kind,
    /// In English; what is derived from it (order, colours) is the same in every language.
    pub(crate) name: String,
    named: Named,
    pub(crate) slug: Option<Slug>,
    /// Rows of the catalog, ascending.
    pub(crate) rows: Vec<usize>,
}

impl List {
    /// Its name in a language.
    pub(crate) fn name_in(&self, locale: Locale) -> String {
        match &self.named {
            Named::Kind => self.kind.heading(locale),
            Named::Same => self.name.clone(),
            Named::Language(tag) => language_label(tag, locale),
            Named::Level(level) => level_label(*level, locale),
            Named::Format(mode) => mode_label(*mode, locale),
        }
    }

    /// The address of its page, from 1, within the tree of a language.
    pub(crate) fn address(&self, page: usize) -> String {
        let folder = self.kind.address();
        let slug = self.slug.as_ref().map(|slug| format!("{slug}/")).unwrap_or_default();
        if page <= 1 { format!("{folder}{slug}") } else { format!("{folder}{slug}page/{page}/") }
    }

    pub(crate) fn pages(&self) -> usize {
        self.rows.len().div_ceil(CARDS_PER_PAGE).max(1)
    }

    /// The search page with this list as its filter.
    pub(crate) fn search_address(&self) -> String {
        match (self.kind.search_key(), &self.slug) {
            (Some(key), Some(slug)) => format!("/search/?{key}={slug}"),
            (Some(key), None) => format!("/search/?{key}=free"),
            _ => "/search/".to_owned(),
        }
    }

    pub(crate) fn entry(&self, locale: Locale) -> IndexEntry {
        let cover = Cover::of(&self.name);
        let href = format!("{}{}", locale.root(), self.address(1));
        IndexEntry { href, text: self.name_in(locale), count: self.rows.len(), cover }
    }
}

/// All lists, by kind, each kind in the order of its names (levels and formats in their own).
#[derive(Debug, Clone)]
pub(crate) struct Lists {
    pub(crate) lists: Vec<List>,
}

impl Lists {
    pub(crate) fn of_kind(&self, kind: Kind) -> impl Iterator<Item = &List> {
        self.lists.iter().filter(move |list| list.kind == kind)
    }

    /// The largest lists of a kind; equals by name.
    pub(crate) fn largest(&self, kind: Kind, most: usize) -> Vec<&List> {
        let mut lists: Vec<&List> = self.of_kind(kind).collect();
        lists.sort_by(|a, b| b.rows.len().cmp(&a.rows.len()).then_with(|| a.name.cmp(&b.name)));
        lists.truncate(most);
        lists
    }
}

/// The slug of a level in addresses.
pub(crate) fn level_slug(level: Level) -> &'static str {
    match level {
        Level::Beginner => "beginner",
        Level::Intermediate => "intermediate",
        Level::Advanced => "advanced",
    }
}

/// The slug of a format in addresses.
pub(crate) fn mode_slug(mode: CourseMode) -> &'static str {
    match mode {
        CourseMode::SelfPaced => "self-paced",
        CourseMode::Live => "live",
        CourseMode::OnSite => "on-site",
        CourseMode::Blended => "blended",
    }
}

/// The slug of a language: its tag in lower case. A few tags are names that file systems keep.
pub(crate) fn language_slug(tag: &str) -> Option<Slug> {
    Slug::new(&tag.to_ascii_lowercase()).or_else(|_| Slug::new(&format!("x-{}", digest(tag)))).ok()
}

pub(crate) fn lists_of(courses: &[Course]) -> Lists {
    let only =
        |kind: Kind, rows| List { slug: None, named: Named::Kind, name: kind.heading(Locale::English), kind, rows };
    let all = only(Kind::All, (0..courses.len()).collect());
    let is_free = |course: &Course| course.price == Price::Free;
    let free = courses.iter().enumerate().filter(|(_, course)| is_free(course)).map(|(row, _)| row).collect();
    let free = only(Kind::Free, free);
    let mut lists = vec![all, free];

    let by_subject = grouped(courses, |course| course.subjects.iter().map(|subject| subject.as_str()).collect());
    let mut slugs = slugs_of(by_subject.keys().copied());
    lists.extend(
        by_subject.into_iter().map(|(name, rows)| named(Kind::Subject, Named::Same, name, slugs.remove(name), rows)),
    );

    let by_partner = grouped(courses, |course| vec![course.publisher.name.as_str()]);
    let mut slugs = slugs_of(by_partner.keys().copied());
    lists.extend(
        by_partner.into_iter().map(|(name, rows)| named(Kind::Partner, Named::Same, name, slugs.remove(name), rows)),
    );

    let by_language = grouped(courses, |course| course.languages.iter().collect());
    let mut languages: Vec<List> = by_language
        .into_iter()
        .map(|(tag, rows)| {
            let name = language_label(tag, Locale::English);
            named(Kind::Language, Named::Language(tag.clone()), &name, language_slug(tag.as_str()), rows)
        })
        .collect();
    languages.sort_by(|a, b| a.name.cmp(&b.name));
    lists.append(&mut languages);

    let by_level = grouped(courses, |course| course.level.into_iter().collect());
    lists.extend(by_level.into_iter().map(|(level, rows)| {
        let name = level_label(level, Locale::English);
        named(Kind::Level, Named::Level(level), &name, Slug::new(level_slug(level)).ok(), rows)
    }));
    let by_mode = grouped(courses, |course| vec![course.mode]);
    lists.extend(by_mode.into_iter().map(|(mode, rows)| {
        let name = mode_label(mode, Locale::English);
        named(Kind::Format, Named::Format(mode), &name, Slug::new(mode_slug(mode)).ok(), rows)
    }));
    Lists { lists }
}

fn named(kind: Kind, named: Named, name: &str, slug: Option<Slug>, rows: Vec<usize>) -> List {
    List { kind, name: name.to_owned(), named, slug, rows }
}

fn grouped<'a, K: Ord>(courses: &'a [Course], keys: impl Fn(&'a Course) -> Vec<K>) -> BTreeMap<K, Vec<usize>> {
    let mut groups: BTreeMap<K, Vec<usize>> = BTreeMap::new();
    for (row, course) in courses.iter().enumerate() {
        for key in keys(course) {
            let rows = groups.entry(key).or_default();
            // A course may name a subject twice; it is listed once.
            if rows.last() != Some(&row) {
                rows.push(row);
            }
        }
    }
    groups
}
