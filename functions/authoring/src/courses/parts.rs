//! Parts of a course that are written and read in the same shape: who offers it, and its dated runs.

use domain::{HttpUrl, Publisher, TERMS_MAX, Term, Title};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use web::FieldErrors;
use web::fields::moment;

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
    /// When it begins.
    #[schema(format = DateTime)]
    starts_at: String,
    /// When it ends.
    #[schema(format = DateTime)]
    ends_at: Option<String>,
    /// Where it is held.
    place: Option<String>,
}

impl TermPart {
    /// Shows a run.
    pub(crate) fn of(term: &Term) -> Self {
        Self {
            starts_at: term.starts_at.to_string(),
            ends_at: term.ends_at.map(|at| at.to_string()),
            place: term.place.as_ref().map(ToString::to_string),
        }
    }

    fn read(&self, at: usize, errors: &mut FieldErrors) -> Option<Term> {
        let field = |name: &str| format!("terms[{at}].{name}");
        let starts_at = errors.take(&field("starts_at"), moment(&self.starts_at));
        let ends_at = errors.take(&field("ends_at"), self.ends_at.as_deref().map(moment).transpose());
        let place = errors.take(&field("place"), self.place.as_deref().map(Title::new).transpose());
        let (starts_at, ends_at, place) = (starts_at?, ends_at?, place?);
        let ordered =
            if ends_at.is_some_and(|end| end < starts_at) { Err("must not lie before the start") } else { Ok(()) };
        errors.take(&field("ends_at"), ordered)?;
        Some(Term { starts_at, ends_at, place })
    }
}

/// Reads all runs and puts the earliest first.
pub(crate) fn terms(parts: &[TermPart], errors: &mut FieldErrors) -> Option<Vec<Term>> {
    let few = if parts.len() > TERMS_MAX { Err(format!("must be at most {TERMS_MAX}")) } else { Ok(()) };
    errors.take("terms", few)?;
    let read: Vec<Option<Term>> = parts.iter().enumerate().map(|(at, part)| part.read(at, errors)).collect();
    let mut terms = read.into_iter().collect::<Option<Vec<Term>>>()?;
    terms.sort_by_key(|term| term.starts_at);
    Some(terms)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_are_sorted_and_their_mistakes_named() {
        let term = |start: &str, end: Option<&str>| TermPart {
            starts_at: start.to_owned(),
            ends_at: end.map(str::to_owned),
            place: None,
        };
        let (early, late) = ("2027-01-01T00:00:00Z", "2027-02-01T00:00:00Z");
        let mut errors = FieldErrors::default();
        let sorted = terms(&[term(late, None), term(early, Some(late))], &mut errors).unwrap();
        assert!(sorted[0].starts_at < sorted[1].starts_at);
        assert!(terms(&[term(early, None), term(late, Some(early)), term("x", None)], &mut errors).is_none());
        let named: Vec<&str> = errors.list().iter().map(|field| field.field.as_str()).collect();
        assert_eq!(named, ["terms[1].ends_at", "terms[2].starts_at"]);
        let many: Vec<TermPart> = (0..=TERMS_MAX).map(|_| term(early, None)).collect();
        assert!(terms(&many, &mut FieldErrors::default()).is_none());
    }
}
