//! Runs that are kept, chosen and limited.

use super::*;
use serde_json::json;

fn at(text: &str) -> Timestamp {
    text.parse().unwrap()
}

fn term(starts_at: &str, ends_at: Option<&str>, place: Option<&str>) -> Term {
    Term::dated(at(starts_at), ends_at.map(at), place.map(|place| Title::new(place).unwrap()))
}

const COURSE: CourseId = CourseId::from_bytes([7; 16]);

#[test]
fn a_record_of_before_ids_reads_alike_every_time() {
    let stored = json!({ "starts_at": "2027-03-01T09:00:00Z", "place": "Berlin" });
    let read = || serde_json::from_value::<Term>(stored.clone()).unwrap();
    assert_eq!(read(), read());
    assert_eq!(read().seats, None);
    let elsewhere = json!({ "starts_at": "2027-03-01T09:00:00Z", "place": "Warsaw" });
    assert_ne!(serde_json::from_value::<Term>(elsewhere).unwrap().id, read().id);
    let kept = Term { seats: Some(3), ..read() };
    assert_eq!(serde_json::from_value::<Term>(serde_json::to_value(&kept).unwrap()).unwrap(), kept);
}

#[test]
fn what_begins_then_and_there_is_the_same_run() {
    let known = Term { seats: Some(5), id: TermId::from_bytes([9; 16]), ..term("2027-03-01T09:00:00Z", None, None) };
    let dated = vec![
        term("2027-03-01T09:00:00Z", Some("2027-03-02T09:00:00Z"), None),
        term("2027-03-01T09:00:00Z", None, Some("Berlin")),
        term("2027-03-01T09:00:00Z", None, Some("Berlin")),
    ];
    let by_dates = |terms: &[Term]| terms.iter().map(|term| (None, term.clone())).collect::<Vec<_>>();
    let matched = matched_terms(COURSE, by_dates(&dated), std::slice::from_ref(&known));
    assert_eq!((matched[0].id, matched[0].seats, matched[0].ends_at), (known.id, Some(5), dated[0].ends_at));
    assert_eq!(matched[1].seats, None);
    assert_ne!(matched[1].id, matched[2].id);
    assert_eq!(matched_terms(COURSE, by_dates(&dated), &matched), matched);
    // Whoever names the run moves it; its old dates are another run's then.
    let moved = term("2028-03-01T09:00:00Z", None, None);
    let both = vec![(Some(known.id), moved), (None, dated[0].clone())];
    let both = matched_terms(COURSE, both, std::slice::from_ref(&known));
    assert_eq!((both[0].id, both[0].seats, both[1].seats), (known.id, Some(5), None));
    assert_ne!(both[1].id, known.id);
}

#[test]
fn a_run_is_over_after_its_end_or_its_first_day() {
    let (ended, begun) =
        (term("2027-03-01T09:00:00Z", Some("2027-03-01T10:00:00Z"), None), term("2027-03-01T09:00:00Z", None, None));
    assert!(ended.is_over(at("2027-03-01T10:00:00Z")) && !ended.is_over(at("2027-03-01T09:59:59Z")));
    assert!(begun.is_over(at("2027-03-02T09:00:00Z")) && !begun.is_over(at("2027-03-02T08:59:59Z")));
}
