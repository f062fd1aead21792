//! Dates of feeds: moments with an offset, or days alone; and the runs they make up.

use domain::{TERMS_MAX, Term, Title};
use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};

use crate::findings::Findings;

const REASON: &str = "must be a date (`2027-03-01`) or a moment with an offset (`2027-03-01T09:00:00+01:00`)";

/// Which side of a run a date stands on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Side {
    Start,
    End,
}

/// A run that is given by days alone lasts from the first minute of the first to the last minute of the last, UTC.
fn moment(text: &str, side: Side) -> Result<Timestamp, &'static str> {
    let text = text.trim();
    if text.len() != "2027-03-01".len() {
        return text.parse().map_err(|_| REASON);
    }
    let day: Date = text.parse().map_err(|_| REASON)?;
    let start = day.to_zoned(TimeZone::UTC).map_err(|_| REASON)?.timestamp();
    match side {
        Side::Start => Ok(start),
        Side::End => start.checked_add(SignedDuration::from_mins(24 * 60 - 1)).map_err(|_| REASON),
    }
}

/// The names of the two fields, for reports.
pub(crate) struct DateFields {
    pub(crate) starts: &'static str,
    pub(crate) ends: &'static str,
}

/// The runs that lists of beginnings and ends describe, the earliest first; of very many, the latest. An empty end is
/// that of a run without one.
pub(crate) fn terms(
    starts: &[String],
    ends: &[String],
    fields: &DateFields,
    place: impl Fn(usize) -> Option<Title>,
    findings: &mut Findings,
) -> Vec<Term> {
    if ends.len() > starts.len() {
        findings.error(fields.ends, ends.last().map_or("", String::as_str), "there are more ends than beginnings");
        return Vec::new();
    }
    if !ends.is_empty() && ends.len() < starts.len() {
        findings.warn(fields.ends, "", "there are fewer ends than beginnings: the last runs have none");
    }
    let mut terms = Vec::with_capacity(starts.len());
    for (index, start) in starts.iter().enumerate() {
        let starts_at = findings.need(fields.starts, start, moment(start, Side::Start));
        let end = ends.get(index).filter(|end| !end.is_empty());
        let ends_at = end.map(|end| findings.need(fields.ends, end, moment(end, Side::End)));
        let (Some(starts_at), ends_at) = (starts_at, ends_at.flatten()) else { continue };
        if ends_at.is_some_and(|ends_at| ends_at < starts_at) {
            findings.error(fields.ends, end.map_or("", String::as_str), "must not be before the beginning");
        }
        terms.push(Term::dated(starts_at, ends_at, place(index)));
    }
    terms.sort_by_key(|term| (term.starts_at, term.ends_at));
    terms.dedup();
    let too_many = terms.len().saturating_sub(TERMS_MAX);
    if too_many > 0 {
        findings.warn(fields.starts, "", format!("only the latest {TERMS_MAX} runs are kept, {too_many} are left out"));
        terms.drain(..too_many);
    }
    terms
}

#[cfg(test)]
mod tests {
    use super::*;

    const FIELDS: DateFields = DateFields { starts: "starts", ends: "ends" };

    fn read(starts: &[&str], ends: &[&str]) -> (Vec<Term>, Findings) {
        let mut findings = Findings::default();
        let owned = |texts: &[&str]| texts.iter().map(|&text| text.to_owned()).collect::<Vec<_>>();
        let terms = terms(&owned(starts), &owned(ends), &FIELDS, |_| None, &mut findings);
        (terms, findings)
    }

    #[test]
    fn runs_are_sorted_and_days_last_until_their_end() {
        let (terms, findings) =
            read(&["2027-09-01", "2027-03-01T09:00:00+01:00"], &["2027-09-02", "2027-04-01T00:00:00Z"]);
        let text: Vec<_> =
            terms.iter().map(|term| format!("{} {}", term.starts_at, term.ends_at.unwrap_or_default())).collect();
        assert_eq!(text, ["2027-03-01T08:00:00Z 2027-04-01T00:00:00Z", "2027-09-01T00:00:00Z 2027-09-02T23:59:00Z"]);
        assert!(findings.errors.is_empty() && findings.warnings.is_empty());
    }

    #[test]
    fn what_is_no_run_is_reported() {
        for (starts, ends, field) in [
            (&["soon"][..], &[][..], "starts"),
            (&["2027-02-30"], &[], "starts"),
            (&["2027-03-01T09:00:00"], &[], "starts"),
            (&["2027-03-01"], &["2027-02-01"], "ends"),
            (&["2027-03-01"], &["2027-04-01", "2027-05-01"], "ends"),
        ] {
            let (_, findings) = read(starts, ends);
            assert_eq!(findings.errors.iter().map(|error| error.field.as_str()).collect::<Vec<_>>(), [field]);
        }
        assert_eq!(read(&["2027-03-01", "2027-04-01"], &["2027-03-02"]).1.warnings.len(), 1);
    }

    #[test]
    fn of_very_many_runs_the_latest_stay() {
        let days: Vec<String> = (0..60).map(|day| format!("2027-{:02}-{:02}", day / 28 + 1, day % 28 + 1)).collect();
        let days: Vec<&str> = days.iter().map(String::as_str).collect();
        let (terms, findings) = read(&days, &[]);
        assert_eq!((terms.len(), findings.warnings.len()), (TERMS_MAX, 1));
        assert_eq!(terms[0].starts_at.to_string(), "2027-01-21T00:00:00Z");
    }
}
