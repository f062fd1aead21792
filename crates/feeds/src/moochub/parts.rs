//! The smaller parts of a course: who publishes it, under which licence, and where it is held.

use domain::{CourseMode, HttpUrl, Publisher, Term, Title};

use super::object::Object;
use crate::findings::Findings;

pub(crate) fn publisher(attributes: &Object<'_>, findings: &mut Findings) -> Option<Publisher> {
    if attributes.raw("publisher").is_none() {
        findings.error("publisher", "", "is missing");
    }
    let publisher = attributes.object("publisher", findings)?;
    let name = publisher.needed_text("name", findings)?;
    let url = publisher.text("url", findings);
    let url = url.and_then(|url| findings.need("publisher.url", &url, HttpUrl::new(&url)));
    let name = findings.need("publisher.name", &name, Title::new(&name))?;
    Some(Publisher { name, url })
}

/// The first of the licences. The schema wants one; a course without is shown without.
pub(crate) fn licence(attributes: &Object<'_>, findings: &mut Findings) -> Option<Title> {
    let licences = attributes.objects("license", findings);
    let Some(first) = licences.first() else {
        findings.warn("license", "", "is missing: the schema asks for one, or for `proprietary`");
        return None;
    };
    let name = first.text("identifier", findings)?;
    findings.like(&first.field("identifier"), &name, Title::new(&name))
}

/// The runs with their place, where the course is held at one; none at all for a course that is open at any time.
pub(crate) fn placed(
    mut terms: Vec<Term>,
    mode: CourseMode,
    attributes: &Object<'_>,
    findings: &mut Findings,
) -> Vec<Term> {
    match mode {
        CourseMode::SelfPaced => terms.clear(),
        CourseMode::Live => {}
        CourseMode::OnSite | CourseMode::Blended => {
            let place = place(attributes, findings);
            for term in &mut terms {
                term.place.clone_from(&place);
            }
        }
    }
    terms
}

/// From the narrow to the wide: room, house, city.
fn place(attributes: &Object<'_>, findings: &mut Findings) -> Option<Title> {
    let location = attributes.object("contentLocation", findings)?;
    let address = location.object("address", findings);
    let of_address = |name: &str, findings: &mut Findings| address.as_ref().and_then(|a| a.text(name, findings));
    let mut parts: Vec<String> = Vec::new();
    for part in [of_address("description", findings), location.text("name", findings), of_address("city", findings)] {
        if let Some(part) = part.map(|part| part.trim().to_owned()).filter(|part| !part.is_empty())
            && !parts.iter().any(|known| known.contains(&part))
        {
            parts.push(part);
        }
    }
    let place = parts.join(", ");
    if place.is_empty() { None } else { findings.like("contentLocation", &place, Title::new(&place)) }
}
