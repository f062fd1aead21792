//! A small catalog with everything that breaks sites in it.

use std::path::PathBuf;
use std::sync::LazyLock;
use std::sync::atomic::{AtomicU32, Ordering};

use domain::{
    Audience, Course, CourseId, CourseMode, Currency, HttpUrl, LanguageTag, LessonId, LessonOutline, Level, Locale,
    Money, Price, Publication, Publisher, SeatLimit, Section, SelfEnrollment, Slug, Subject, Summary, Term, Title,
};
use jiff::Timestamp;
use templates::Editions;

use crate::catalog::Catalog;
use crate::render::{Site, SiteOptions, render};

pub(super) static EDITIONS: LazyLock<Editions> = LazyLock::new(Editions::new);

pub(super) fn options() -> SiteOptions {
    SiteOptions {
        base_url: "https://portico.example".into(),
        platform_name: "Portico".into(),
        attribution: Some("Made up for tests <CC0>".into()),
        locales: vec![Locale::English],
    }
}

pub(super) fn now() -> Timestamp {
    "2026-01-15T12:00:00Z".parse().unwrap()
}

pub(super) fn site(courses: Vec<Course>) -> Site {
    render(&Catalog::new(courses), &EDITIONS, &options(), now()).unwrap()
}

/// A folder of its own for a test, under the one that cargo gives.
pub(super) fn folder() -> PathBuf {
    static NEXT: AtomicU32 = AtomicU32::new(0);
    let number = NEXT.fetch_add(1, Ordering::Relaxed);
    let path = std::env::temp_dir().join(format!("portico-site-{}-{number}", std::process::id()));
    let _ = std::fs::remove_dir_all(&path);
    path
}

/// A plain published course.
pub(super) fn course(number: u8, title: &str) -> Course {
    let day: Timestamp = "2025-06-01T00:00:00Z".parse().unwrap();
    Course {
        id: CourseId::from_bytes([number; 16]),
        version: 1,
        slug: Slug::new(&format!("course-{number}")).unwrap(),
        title: Title::new(title).unwrap(),
        summary: None,
        description_html: String::new(),
        languages: vec![LanguageTag::new("en").unwrap()],
        subjects: vec![Subject::new("Rust").unwrap()],
        level: Some(Level::Beginner),
        mode: CourseMode::SelfPaced,
        audience: Audience::Public,
        publication: Publication::Published,
        price: Price::Free,
        self_enrollment: SelfEnrollment::Open,
        seats: SeatLimit::Unlimited,
        publisher: Publisher { name: Title::new("Ferris Academy").unwrap(), url: None },
        source_url: None,
        licence: None,
        workload_minutes: None,
        terms: Vec::new(),
        outline: Vec::new(),
        created_at: day + jiff::SignedDuration::from_hours(24 * i64::from(number)),
        updated_at: day + jiff::SignedDuration::from_hours(24 * i64::from(number)),
    }
}

/// Titles that try to leave their place.
pub(super) fn hostile_titles() -> Vec<String> {
    vec![
        "<script>alert(1)</script>".into(),
        "\"><img src=x onerror=alert(1)>".into(),
        "</script><svg onload=alert(1)>".into(),
        "javascript:alert(1)".into(),
        "]]> & &lt; '".into(),
        "🦀 Ferris learns to 飛ぶ".into(),
        "\u{200f}القسم السادس : الشبكات\u{200f}".into(),
        "{{ head.title }} {% raw %}".into(),
        "t".repeat(400),
    ]
}

pub(super) fn hostile() -> Vec<Course> {
    let mut courses: Vec<Course> = (1..).zip(hostile_titles()).map(|(number, title)| course(number, &title)).collect();
    for (course, title) in courses.iter_mut().zip(hostile_titles()) {
        course.publisher.name = Title::new(&title).unwrap();
        course.subjects.push(Subject::new(&title.chars().take(120).collect::<String>()).unwrap());
        course.summary = Some(Summary::new(&title).unwrap());
    }
    courses
}

/// The catalog of most tests: many of one kind, some of every kind, and the hostile ones.
pub(super) fn courses() -> Vec<Course> {
    let mut courses = hostile();
    courses.extend((20..80).map(|number| course(number, &format!("Lesson {number} of the long list"))));
    courses.push(dated());
    courses.push(past());
    let mut arabic = course(102, "تعليم الآلة");
    arabic.languages = vec![LanguageTag::new("ar").unwrap(), LanguageTag::new("en").unwrap()];
    arabic.subjects = ["C", "C++", "C#", "数学"].map(|name| Subject::new(name).unwrap()).to_vec();
    courses.push(arabic);
    let mut draft = course(103, "Not for the world");
    draft.publication = Publication::Draft;
    courses.push(draft);
    courses
}

fn dated() -> Course {
    let term = |starts: &str| {
        let ends_at = "2026-12-01T00:00:00Z".parse().unwrap();
        Term::dated(starts.parse().unwrap(), Some(ends_at), Some(Title::new("Room <1>").unwrap()))
    };
    let lesson = LessonOutline {
        id: LessonId::from_bytes([1; 16]),
        title: Title::new("Borrowing & lending").unwrap(),
        minutes: 95,
        file: None,
    };
    Course {
        mode: CourseMode::OnSite,
        level: Some(Level::Advanced),
        price: Price::Paid(Money::from_minor(1_999, Currency::EUR).unwrap()),
        terms: vec![term("2025-02-01T08:00:00Z"), term("2026-01-15T08:00:00Z"), term("2026-09-01T08:00:00Z")],
        outline: vec![Section { title: Title::new("Ownership").unwrap(), lessons: vec![lesson] }],
        description_html: "<p>Move semantics &amp; lifetimes, zymurgy</p>".into(),
        source_url: Some(HttpUrl::new("https://ferris.example/a?b=1&c=2").unwrap()),
        licence: Some(Title::new("CC-BY-4.0").unwrap()),
        ..course(100, "Ownership in depth")
    }
}

fn past() -> Course {
    let term = Term::dated("2024-02-01T08:00:00Z".parse().unwrap(), None, None);
    Course { mode: CourseMode::Live, terms: vec![term], ..course(101, "A course that was") }
}
