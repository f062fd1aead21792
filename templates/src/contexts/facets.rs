//! The ways through the catalog that stand beside every list, with how many courses lie behind each.

use serde::Serialize;

/// One value of a facet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FacetLink {
    /// The list of this value.
    pub href: String,
    /// Its name.
    pub text: String,
    /// How many courses it holds.
    pub count: usize,
    /// Whether the page shows this very list.
    pub current: bool,
}

/// One facet: subject, level, language, price or format.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Facet {
    /// Its heading.
    pub heading: String,
    /// Its most frequent values.
    pub links: Vec<FacetLink>,
    /// Where all values are listed, when some are left out here.
    pub all_href: Option<String>,
}

/// All facets; rendered once a list and embedded in each of its pages.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Facets {
    /// In the order of the page.
    pub facets: Vec<Facet>,
}

#[cfg(test)]
impl super::Sample for Facets {
    fn sample() -> Self {
        let link = FacetLink { href: "/subjects/rust/".into(), text: "Rust".into(), count: 7, current: true };
        let other = FacetLink { current: false, text: "<b>C</b>".into(), ..link.clone() };
        Self {
            facets: vec![Facet {
                heading: "Subject".into(),
                links: vec![link, other],
                all_href: Some("/subjects/".into()),
            }],
        }
    }
}
