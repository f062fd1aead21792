//! Home, search and the page for addresses that lead nowhere.

use std::collections::BTreeSet;

use templates::{HomePage, IndexEntry, JsonLd, NavEntry, NotFoundPage, SearchPage};

use super::{Frame, described};
use crate::catalog::coming_terms;
use crate::error::SiteError;
use crate::lists::Kind;
use crate::structured;

const SUBJECTS_SHOWN: usize = 12;
const NEWEST_SHOWN: usize = 8;
const SOONEST_SHOWN: usize = 4;
const NAMES_SHOWN: usize = 12;

impl Frame<'_> {
    pub(super) fn home(&self) -> Result<(String, String), SiteError> {
        let (canonical, editions) = (self.absolute("/"), self.editions("/"));
        let told = [("count", self.catalog.len().into()), ("platform", self.options.platform_name.as_str().into())];
        let (title, description) = (self.say("home-title", &[]), self.say("home-description", &told));
        let newest = self.newest();
        let json_ld = self.item_list(&newest)?;
        let head = self.head(&title, &canonical, NavEntry::Elsewhere, &editions);
        let mut head = described(head, &description, Some(&json_ld));
        head.feed = Some("/feed.xml");
        let page = HomePage {
            head,
            courses: self.catalog.len(),
            subjects_total: self.catalog.lists.of_kind(Kind::Subject).count(),
            subjects: self.largest(Kind::Subject, SUBJECTS_SHOWN),
            newest: self.cards_of(newest.iter().copied()),
            soonest: self.cards_of(self.soonest().into_iter()),
            partners: self.largest(Kind::Partner, NAMES_SHOWN),
            partners_total: self.catalog.lists.of_kind(Kind::Partner).count(),
            languages: self.largest(Kind::Language, NAMES_SHOWN),
        };
        Ok(("/".to_owned(), self.templates.home(&page)?))
    }

    pub(super) fn search(&self) -> Result<(String, String), SiteError> {
        let (canonical, editions) = (self.absolute("/search/"), self.editions("/search/"));
        let description = self.say("search-description", &[("count", self.catalog.len().into())]);
        let title = self.say("search-title", &[]);
        let head = described(self.head(&title, &canonical, NavEntry::Search, &editions), &description, None);
        let subjects = self.largest(Kind::Subject, SUBJECTS_SHOWN);
        let page = SearchPage { head, courses: self.catalog.len(), subjects };
        Ok(("/search/".to_owned(), self.templates.search(&page)?))
    }

    pub(super) fn not_found(&self) -> Result<(String, String), SiteError> {
        let title = self.say("not-found-title", &[]);
        let head = templates::Head::private(self.platform(), &title);
        let page = NotFoundPage { head, subjects: self.largest(Kind::Subject, SUBJECTS_SHOWN) };
        Ok(("/404.html".to_owned(), self.templates.not_found(&page)?))
    }

    fn largest(&self, kind: Kind, most: usize) -> Vec<IndexEntry> {
        self.catalog.lists.largest(kind, most).into_iter().map(|list| list.entry(self.locale())).collect()
    }

    fn item_list(&self, rows: &[usize]) -> Result<JsonLd, SiteError> {
        let courses = rows.iter().filter_map(|row| self.catalog.courses.get(*row));
        let addresses: Vec<String> =
            courses.map(|course| self.absolute(&format!("/courses/{}/", course.slug))).collect();
        Ok(structured::item_list(&addresses, 1)?)
    }

    /// The newest, but one of each subject: an import brings hundreds of one kind at once.
    fn newest(&self) -> Vec<usize> {
        let mut seen = BTreeSet::new();
        let rows = self.catalog.courses.iter().enumerate().rev();
        let first_of_kind = rows.filter(|(_, course)| seen.insert(course.subjects.first()));
        first_of_kind.take(NEWEST_SHOWN).map(|(row, _)| row).collect()
    }

    fn soonest(&self) -> Vec<usize> {
        let courses = self.catalog.courses.iter().enumerate();
        let mut starts: Vec<_> = courses
            .filter_map(|(row, course)| Some((coming_terms(course, self.today).first()?.starts_at, row)))
            .collect();
        starts.sort();
        starts.into_iter().take(SOONEST_SHOWN).map(|(_, row)| row).collect()
    }
}
