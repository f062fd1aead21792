//! What every page says around its content: title, description, address, structured data, menu.

use serde::Serialize;

use crate::escape::JsonLd;

/// The platform as pages name it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Platform<'a> {
    /// Its name.
    pub name: &'a str,
    /// Whom the catalog's data is owed to, where its licence asks for a line.
    pub attribution: Option<&'a str>,
}

/// The entry of the main menu that a page belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum NavEntry {
    /// All courses.
    Courses,
    /// Subjects.
    Subjects,
    /// Partners.
    Partners,
    /// Search.
    Search,
    /// My learning.
    Learning,
    /// None of them.
    Elsewhere,
}

/// The head of a page and its frame.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Head<'a> {
    /// The platform.
    pub platform: Platform<'a>,
    /// The page's title, without the platform's name.
    pub title: &'a str,
    /// One or two sentences for search engines and link previews.
    pub description: Option<&'a str>,
    /// The page's absolute address. Pages without one ask search engines to leave them out.
    pub canonical: Option<&'a str>,
    /// The path of the feed that follows this page.
    pub feed: Option<&'a str>,
    /// Structured data.
    pub json_ld: Option<&'a JsonLd>,
    /// Which menu entry is marked.
    pub nav: NavEntry,
    /// The same page in every language that it is written in, this one included, English first; none where it stands
    /// alone.
    pub editions: &'a [Edition],
}

/// The page in one language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Edition {
    /// The language's code.
    pub code: &'static str,
    /// The language's name in itself.
    pub name: &'static str,
    /// Its address on this site.
    pub href: String,
    /// The same with scheme and host, for search engines.
    pub absolute: String,
}

impl<'a> Head<'a> {
    /// A page that is nobody else's business: no address, no description, kept out of search engines.
    pub fn private(platform: Platform<'a>, title: &'a str) -> Self {
        Self {
            platform,
            title,
            description: None,
            canonical: None,
            feed: None,
            json_ld: None,
            nav: NavEntry::Elsewhere,
            editions: &[],
        }
    }
}

/// A link with its text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Link {
    /// Where it leads.
    pub href: String,
    /// What it says.
    pub text: String,
}

#[cfg(test)]
impl super::Sample for Head<'static> {
    fn sample() -> Self {
        let platform = Platform { name: "Portico", attribution: Some("Course list by its contributors, CC BY 4.0") };
        Self {
            description: Some("What it is about"),
            canonical: Some("https://portico.example/"),
            feed: Some("/feed.xml"),
            ..Self::private(platform, "A page & more")
        }
    }
}
