//! Parts of a course that are written and read in the same shape: who offers it, and its dated runs.

use std::collections::HashSet;

use domain::{Course, HttpUrl, Publisher, TERMS_MAX, Term, TermId, Title, matched_terms};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use web::FieldErrors;
use web::fields::{moment, present};

/// Who offers a course.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct PublisherPart {
    /// Its name.
    name: String,
    /// Its own site.
    url: Option<String>,
}

impl PublisherPart {
    /// Shows who offers a course.
    pub(crate) fn of(publisher: &Publisher) -> Self {
        let url = publisher.url.as_ref().map(|url| url.as_str().to_owned());
        Self { name: publisher.name.to_string(), url }
    }

    /// Reads it, and notes what is wrong.
    pub(crate) fn read(&self, errors: &mut FieldErrors) -> Option<Publisher> {
        let name = errors.take("publisher.name", Title::new(&self.name));
        let url = errors.take("publisher.url", self.url.as_deref().map(HttpUrl::new).transpose());
        name.zip(url).map(|(name, url)| Publisher { name, url })
    }
}

/// A dated run of a course.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct TermPart {
    /// Its id. A run that is sent without one is that which begins at the same moment in the same place, or a new one.
    id: Option<String>,
    /// When it begins.
    #[schema(format = DateTime)]
    starts_at: String,
    /// When it ends.
    #[schema(format = DateTime)]
    ends_at: Option<String>,
    /// Where it is held.
    place: Option<String>,
    /// How many may be in it at once; `null` is as many as the course says. What is left out stays.
    #[serde(default, deserialize_with = "present")]
    #[schema(value_type = Option<u32>)]
    seats: Option<Option<u32>>,
}

impl TermPart {
    /// Shows a run.
    pub(crate) fn of(term: &Term) -> Self {
        Self {
            id: Some(term.id.to_string()),
            starts_at: term.starts_at.to_string(),
            ends_at: term.ends_at.map(|at| at.to_string()),
            place: term.place.as_ref().map(ToString::to_string),
            seats: Some(term.seats),
        }
    }

    fn read(&self, at: usize, before: &Course, errors: &mut FieldErrors) -> Option<(Option<TermId>, Term)> {
        let field = |name: &str| format!("terms[{at}].{name}");
        let known =
            |id: &str| id.parse().ok().filter(|id| before.term(*id).is_some()).ok_or("is no run of this course");
        let id = errors.take(&field("id"), self.id.as_deref().map(known).transpose());
        let starts_at = errors.take(&field("starts_at"), moment(&self.starts_at));
        let ends_at = errors.take(&field("ends_at"), self.ends_at.as_deref().map(moment).transpose());
        let place = errors.take(&field("place"), self.place.as_deref().map(Title::new).transpose());
        let (id, starts_at, ends_at, place) = (id?, starts_at?, ends_at?, place?);
        let ordered =
            if ends_at.is_some_and(|end| end < starts_at) { Err("must not lie before the start") } else { Ok(()) };
        errors.take(&field("ends_at"), ordered)?;
        Some((id, Term::dated(starts_at, ends_at, place)))
    }
}

/// Reads all runs over those that the course has, and puts the earliest first.
pub(crate) fn terms(parts: &[TermPart], before: &Course, errors: &mut FieldErrors) -> Option<Vec<Term>> {
    let few = if parts.len() > TERMS_MAX { Err(format!("must be at most {TERMS_MAX}")) } else { Ok(()) };
    errors.take("terms", few)?;
    let read: Vec<_> = parts.iter().enumerate().map(|(at, part)| part.read(at, before, errors)).collect();
    let dated = read.into_iter().collect::<Option<Vec<_>>>()?;
    let mut named = HashSet::new();
    let twice = dated.iter().position(|(id, _)| id.is_some_and(|id| !named.insert(id)));
    if let Some(at) = twice {
        return errors.take(&format!("terms[{at}].id"), Err("is named twice"));
    }
    let mut terms = matched_terms(before.id, dated, &before.terms);
    for (term, part) in terms.iter_mut().zip(parts) {
        term.seats = part.seats.unwrap_or(term.seats);
    }
    terms.sort_by_key(|term| term.starts_at);
    Some(terms)
}

/// Why runs cannot be taken away.
pub(crate) fn people_in_gone_terms(people: usize) -> String {
    format!("leaves out runs that have people in them ({people}): move them to another run first")
}

#[cfg(test)]
mod tests {
    use domain::{Audience, CourseId};
    use jiff::Timestamp;

    use super::*;
    use crate::courses::draft::draft;

    #[test]
    fn runs_are_sorted_and_their_mistakes_named() {
        let term = |start: &str, end: Option<&str>| TermPart {
            id: None,
            seats: None,
            starts_at: start.to_owned(),
            ends_at: end.map(str::to_owned),
            place: None,
        };
        let title = Title::new("A").unwrap();
        let id = CourseId::from_bytes([1; 16]);
        let course = draft(id, Audience::Public, title.clone(), title, Timestamp::UNIX_EPOCH).unwrap();
        let terms = |parts: &[TermPart], errors: &mut FieldErrors| terms(parts, &course, errors);
        let (early, late) = ("2027-01-01T00:00:00Z", "2027-02-01T00:00:00Z");
        let mut errors = FieldErrors::default();
        let sorted = terms(&[term(late, None), term(early, Some(late))], &mut errors).unwrap();
        assert!(sorted[0].starts_at < sorted[1].starts_at);
        assert!(terms(&[term(early, None), term(late, Some(early)), term("x", None)], &mut errors).is_none());
        let named: Vec<&str> = errors.list().iter().map(|field| field.field.as_str()).collect();
        assert_eq!(named, ["terms[1].ends_at", "terms[2].starts_at"]);
        let foreign = TermPart { id: Some(TermId::from_bytes([1; 16]).to_string()), ..term(early, None) };
        assert!(terms(&[foreign], &mut errors).is_none());
        assert_eq!(errors.list().last().map(|field| field.field.as_str()), Some("terms[0].id"));
        let many: Vec<TermPart> = (0..=TERMS_MAX).map(|_| term(early, None)).collect();
        assert!(terms(&many, &mut FieldErrors::default()).is_none());
    }
}
