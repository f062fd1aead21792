//! The facets beside a list.

use templates::{Facet, FacetLink, Facets, Markup, Templates, say};

use crate::error::SiteError;
use crate::lists::{Kind, List, Lists};

/// Facet, the message that heads it, and how many of its values are shown before "all of them".
const SHOWN: [(Kind, &str, usize); 6] = [
    (Kind::Subject, "facet-subject", 12),
    (Kind::Level, "facet-level", 3),
    (Kind::Language, "facet-language", 8),
    (Kind::Free, "facet-price", 1),
    (Kind::Format, "facet-format", 4),
    (Kind::Partner, "facet-partner", 8),
];

pub(super) fn facets(lists: &Lists, current: &List, templates: &Templates) -> Result<Markup, SiteError> {
    let locale = templates.locale();
    let at = |address: &str| format!("{}{address}", locale.root());
    let facet = |(kind, heading, most): (Kind, &'static str, usize)| {
        let mut shown = lists.largest(kind, most);
        let is_current = |list: &List| list.kind == current.kind && list.slug == current.slug;
        // The list one is in stays visible, however small it is.
        if current.kind == kind && !shown.iter().any(|list| is_current(list)) {
            shown.push(current);
        }
        let link = |list: &&List| FacetLink {
            href: at(&list.address(1)),
            text: list.name_in(locale),
            count: list.rows.len(),
            current: is_current(list),
        };
        let all_href = (lists.of_kind(kind).count() > most).then(|| at(kind.address()));
        Facet { heading: say(locale, heading, &[]), links: shown.iter().map(link).collect(), all_href }
    };
    let facets = SHOWN.map(facet).into_iter().filter(|facet| !facet.links.is_empty()).collect();
    Ok(Markup::new(&templates.facets(&Facets { facets })?))
}
