//! The pages of the site: which there are, and what each is told.

mod cards;
mod course;
mod facets;
mod home;
mod lists;
mod plain;
mod shells;

use jiff::Timestamp;
use rayon::prelude::*;
use templates::{Head, JsonLd, Markup, NavEntry, Platform, Templates};

use crate::catalog::Catalog;
use crate::error::SiteError;
use crate::lists::Kind;
use crate::render::SiteOptions;
use shells::Shell;

/// One page.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Page {
    Home,
    Course(usize),
    /// List by number, page from 1.
    List(usize, usize),
    Index(Kind),
    Search,
    NotFound,
    Shell(Shell),
}

/// Everything that pages share, made once a run.
pub(crate) struct Frame<'a> {
    catalog: &'a Catalog,
    templates: &'a Templates,
    options: &'a SiteOptions,
    today: Timestamp,
    /// The card of each course, by row.
    cards: Vec<Markup>,
    /// The facets beside each list, by its number.
    facets: Vec<Markup>,
}

impl<'a> Frame<'a> {
    pub(crate) fn new(
        catalog: &'a Catalog,
        templates: &'a Templates,
        options: &'a SiteOptions,
        today: Timestamp,
    ) -> Result<Self, SiteError> {
        let cards: Result<_, SiteError> =
            catalog.courses.par_iter().map(|course| cards::card(course, templates, today)).collect();
        let facets: Result<_, SiteError> =
            catalog.lists.lists.par_iter().map(|list| facets::facets(&catalog.lists, list, templates)).collect();
        Ok(Self { catalog, templates, options, today, cards: cards?, facets: facets? })
    }

    /// Every page of the site.
    pub(crate) fn pages(&self) -> Vec<Page> {
        let mut pages = vec![Page::Home, Page::Search, Page::NotFound];
        pages.extend(Shell::ALL.map(Page::Shell));
        pages.extend(Kind::INDEXED.map(Page::Index));
        for (number, list) in self.catalog.lists.lists.iter().enumerate() {
            pages.extend((1..=list.pages()).map(|page| Page::List(number, page)));
        }
        pages.extend((0..self.catalog.len()).map(Page::Course));
        pages
    }

    /// The page's address and HTML.
    pub(crate) fn render(&self, page: &Page) -> Result<(String, String), SiteError> {
        match *page {
            Page::Home => self.home(),
            Page::Course(row) => self.course(row),
            Page::List(number, page) => self.list(number, page),
            Page::Index(kind) => self.index(kind),
            Page::Search => self.search(),
            Page::NotFound => self.not_found(),
            Page::Shell(shell) => self.shell(shell),
        }
    }

    fn absolute(&self, address: &str) -> String {
        format!("{}{address}", self.options.base_url)
    }

    fn platform(&self) -> Platform<'_> {
        Platform { name: &self.options.platform_name, attribution: self.options.attribution.as_deref() }
    }

    fn head<'h>(&'h self, title: &'h str, canonical: &'h str, nav: NavEntry) -> Head<'h> {
        Head { canonical: Some(canonical), nav, ..Head::private(self.platform(), title) }
    }

    fn cards_of(&self, rows: impl Iterator<Item = usize>) -> Vec<Markup> {
        rows.filter_map(|row| self.cards.get(row).cloned()).collect()
    }
}

/// Sets the optional parts of a head.
fn described<'h>(head: Head<'h>, description: &'h str, json_ld: Option<&'h JsonLd>) -> Head<'h> {
    Head { description: Some(description), json_ld, ..head }
}
