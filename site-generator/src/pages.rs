//! The pages of the site: which there are, and what each is told.

mod cards;
mod console;
mod course;
mod facets;
mod home;
mod lists;
mod plain;
mod shells;

use domain::Locale;
use jiff::Timestamp;
use rayon::prelude::*;
use serde::Serialize;
use templates::{Argument, Edition, Head, JsonLd, Markup, NavEntry, Platform, TemplateError, Templates, say};

use crate::catalog::Catalog;
use crate::error::SiteError;
use crate::fingerprint::Fingerprint;
use crate::lists::Kind;
use crate::path::SitePath;
use crate::render::{Sink, SiteOptions};
use console::Room;
use shells::Shell;
pub use shells::is_own_page;

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
    Console(Room),
}

/// Everything that the pages of one language share, made once a run.
pub(crate) struct Frame<'a> {
    catalog: &'a Catalog,
    templates: &'a Templates,
    templates_as_they_are: Fingerprint,
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
        let templates_as_they_are = Fingerprint::of_templates(templates);
        Ok(Self { catalog, templates, templates_as_they_are, options, today, cards: cards?, facets: facets? })
    }

    /// Every page of the language's tree.
    pub(crate) fn pages(&self) -> Vec<Page> {
        let mut pages = vec![Page::Home, Page::Search, Page::NotFound];
        pages.extend(Shell::ALL.map(Page::Shell));
        pages.extend(Room::ALL.map(Page::Console));
        pages.extend(Kind::INDEXED.map(Page::Index));
        for (number, list) in self.catalog.lists.lists.iter().enumerate() {
            pages.extend((1..=list.pages()).map(|page| Page::List(number, page)));
        }
        pages.extend((0..self.catalog.len()).map(Page::Course));
        pages
    }

    /// Renders a page into the sink.
    pub(crate) fn render(&self, page: &Page, sink: &dyn Sink) -> Result<(), SiteError> {
        let (address, html) = match *page {
            Page::Course(row) => return self.course(row, sink),
            Page::List(number, page) => return self.list(number, page, sink),
            Page::Home => self.home(),
            Page::Index(kind) => self.index(kind),
            Page::Search => self.search(),
            Page::NotFound => self.not_found(),
            Page::Shell(shell) => self.shell(shell),
            Page::Console(room) => self.console(room),
        }?;
        sink.file(SitePath::of_address(&self.at(&address))?, html.into_bytes())
    }

    /// Renders one of the many pages of a kind, unless it stands already and was told the same.
    fn unless_same<C: Serialize>(
        &self,
        sink: &dyn Sink,
        address: &str,
        context: &C,
        render: impl FnOnce(&Templates, &C) -> Result<String, TemplateError>,
    ) -> Result<(), SiteError> {
        let path = SitePath::of_address(&self.at(address))?;
        let inputs = Fingerprint::of_page(self.templates_as_they_are, std::any::type_name::<C>(), context)?;
        if sink.keeps(&path, inputs) {
            return Ok(());
        }
        sink.page(path, inputs, render(self.templates, context)?.into_bytes())
    }

    fn locale(&self) -> Locale {
        self.templates.locale()
    }

    fn say(&self, id: &str, arguments: &[(&str, Argument<'_>)]) -> String {
        say(self.locale(), id, arguments)
    }

    /// An address within the tree of this language.
    fn at(&self, address: &str) -> String {
        format!("{}{address}", self.locale().root())
    }

    /// The same with scheme and host.
    fn absolute(&self, address: &str) -> String {
        format!("{}{}{address}", self.options.base_url, self.locale().root())
    }

    /// The page at this address in every language of the site; none where there is one language.
    fn editions(&self, address: &str) -> Vec<Edition> {
        let locales = &self.options.locales;
        let edition = |locale: &Locale| {
            let href = format!("{}{address}", locale.root());
            let absolute = format!("{}{href}", self.options.base_url);
            Edition { code: locale.code(), name: locale.own_name(), href, absolute }
        };
        if locales.len() > 1 { locales.iter().map(edition).collect() } else { Vec::new() }
    }

    fn platform(&self) -> Platform<'_> {
        Platform { name: &self.options.platform_name, attribution: self.options.attribution.as_deref() }
    }

    fn head<'h>(&'h self, title: &'h str, canonical: &'h str, nav: NavEntry, editions: &'h [Edition]) -> Head<'h> {
        Head { canonical: Some(canonical), nav, editions, ..Head::private(self.platform(), title) }
    }

    fn cards_of(&self, rows: impl Iterator<Item = usize>) -> Vec<Markup> {
        rows.filter_map(|row| self.cards.get(row).cloned()).collect()
    }
}

/// Sets the optional parts of a head.
fn described<'h>(head: Head<'h>, description: &'h str, json_ld: Option<&'h JsonLd>) -> Head<'h> {
    Head { description: Some(description), json_ld, ..head }
}
