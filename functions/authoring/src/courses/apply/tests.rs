//! Forms and the courses that come of them.

use domain::{Audience, CourseId, Money, Price, SeatLimit, Slug, Title};
use jiff::Timestamp;
use serde_json::{Value, json};

use super::*;
use crate::courses::draft::draft;

fn sample() -> Course {
    let title = Title::new("Rust for gardeners").unwrap();
    let mut course =
        draft(CourseId::from_bytes([1; 16]), Audience::Public, title.clone(), title, Timestamp::UNIX_EPOCH).unwrap();
    course.languages.push(LanguageTag::new("en").unwrap());
    course
}

fn apply(json: Value) -> Result<CourseChange, Failure> {
    let form: CourseForm = serde_json::from_value(json).unwrap();
    let mut next = 0;
    form.apply(&sample(), &mut || {
        next += 1;
        LessonId::from_bytes([next; 16])
    })
}

fn named(json: Value) -> Vec<String> {
    let problem = apply(json).unwrap_err().problem();
    problem.fields.into_iter().map(|field| field.field).collect()
}

#[test]
fn what_is_left_out_stays() {
    let change = apply(json!({})).unwrap();
    assert_eq!(change.course, sample());
    assert!(!change.counts_seats);
}

#[test]
fn every_field_finds_its_place() {
    let course = apply(json!({
        "title": " Rust  ", "slug": "rust", "summary": "Why", "languages": ["EN", "en", "pt-br"],
        "subjects": ["Rust", "Rust"], "level": "beginner", "mode": "live", "self_enrollment": "open", "seats": 12,
        "price": { "amount": "19.99", "currency": "eur" }, "licence": "CC-BY-4.0", "workload_minutes": 90,
        "publisher": { "name": "Us", "url": "https://example.org" }, "source_url": "https://example.org/rust",
        "description_html": "<p onclick=x>Hi<script>alert(1)</script></p>",
    }));
    let course = course.unwrap().course;
    assert_eq!((course.title.as_str(), course.slug), ("Rust", Slug::new("rust").unwrap()));
    assert_eq!(course.languages.iter().map(LanguageTag::as_str).collect::<Vec<_>>(), ["en", "pt-BR"]);
    assert_eq!(course.subjects.len(), 1);
    assert_eq!(course.price, Price::Paid(Money { minor: 1999, currency: domain::Currency::EUR }));
    assert_eq!(course.seats, SeatLimit::Seats(12));
    assert_eq!(course.description_html, "<p>Hi</p>");
}

#[test]
fn null_takes_away() {
    let change = apply(json!({ "price": null, "seats": null, "level": null, "summary": null })).unwrap();
    assert_eq!((change.course.price, change.course.seats), (Price::Free, SeatLimit::Unlimited));
    assert!(!change.counts_seats);
}

#[test]
fn every_mistake_is_named_at_once() {
    let many: Vec<String> = (0..21).map(|n| format!("s{n}")).collect();
    let long = "x".repeat(401);
    assert_eq!(
        named(json!({ "title": long, "slug": "A b", "languages": ["english"], "subjects": many, "price":
            { "amount": "1.999", "currency": "EUR" }, "publisher": { "name": "" }, "source_url": "javascript:x",
            "workload_minutes": 100_001, "description_html": "x", "description_markdown": "y" })),
        [
            "title",
            "slug",
            "description_html",
            "languages[0]",
            "subjects",
            "price.amount",
            "publisher.name",
            "source_url",
            "workload_minutes"
        ]
    );
    assert_eq!(named(json!({ "languages": [] })), ["languages"]);
}
