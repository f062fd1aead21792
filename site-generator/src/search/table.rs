//! The table: one column for each thing that results show and facets count. Columns of equals compress well.

use std::collections::BTreeMap;

use domain::{Course, CourseMode, LanguageTag, Locale, Price};
use jiff::Timestamp;
use serde::Serialize;
use templates::{date_label, language_label};

use super::shards::Shards;
use crate::catalog::{Catalog, coming_terms};
use crate::lists::{Kind, List};

/// Names that rows refer to by number.
#[derive(Debug, Serialize)]
struct Names {
    names: Vec<String>,
    slugs: Vec<String>,
    /// For each row the numbers of its names; a single number stands for itself.
    rows: Vec<Few>,
}

/// No, one or several numbers.
#[derive(Debug, Serialize)]
#[serde(untagged)]
enum Few {
    One(usize),
    Several(Vec<usize>),
}

/// Values that many rows share, and for each row which. Number 0 is none.
#[derive(Debug, Serialize)]
struct Shared {
    values: Vec<String>,
    rows: Vec<usize>,
}

/// The table as it is written.
#[derive(Debug, Serialize)]
pub(super) struct Table {
    titles: Vec<String>,
    slugs: Vec<String>,
    subject: Names,
    partner: Names,
    language: Names,
    level: Names,
    format: Names,
    /// `29.00 USD`; none is free. Each page writes it in its own language.
    price: Shared,
    /// In minutes.
    length: Shared,
    /// First coming day as `2026-02-05`; `-` for courses with dates none of which lies ahead.
    start: Shared,
    common: Vec<String>,
    shards: String,
}

pub(super) fn table(
    catalog: &Catalog,
    order: &[usize],
    courses: &[&Course],
    found: &Shards,
    today: Timestamp,
) -> Table {
    let column = |value: &dyn Fn(&Course) -> Option<String>| shared(courses.iter().map(|course| value(course)));
    let names = |kind| names(catalog, order, kind);
    Table {
        titles: courses.iter().map(|course| course.title.to_string()).collect(),
        slugs: courses.iter().map(|course| short_slug(course.slug.as_str(), course.title.as_str())).collect(),
        subject: names(Kind::Subject),
        partner: names(Kind::Partner),
        language: names(Kind::Language),
        level: names(Kind::Level),
        format: names(Kind::Format),
        price: column(&|course| match course.price {
            Price::Free => None,
            Price::Paid(money) => Some(money.to_string()),
        }),
        length: column(&|course| course.minutes().map(|minutes| minutes.to_string())),
        start: column(&|course| match coming_terms(course, today).first() {
            Some(term) => Some(date_label(term.starts_at, Locale::English).1),
            None if course.mode == CourseMode::SelfPaced && course.terms.is_empty() => None,
            None => Some("-".to_owned()),
        }),
        common: found.common.clone(),
        shards: found.present(),
    }
}

fn names(catalog: &Catalog, order: &[usize], kind: Kind) -> Names {
    let lists: Vec<&List> = catalog.lists.of_kind(kind).collect();
    let mut numbers_of = vec![Vec::new(); catalog.courses.len()];
    for (number, list) in lists.iter().enumerate() {
        for place in &list.rows {
            if let Some(numbers) = numbers_of.get_mut(*place) {
                numbers.push(number);
            }
        }
    }
    // The first subject names the result's colours, and the first language is the one that its title is written in.
    for (course, numbers) in catalog.courses.iter().zip(&mut numbers_of) {
        let Some(first) = first_of(course, kind) else { continue };
        numbers.sort_by_key(|number| lists.get(*number).is_none_or(|list| list.name != first));
    }
    let slug = |list: &&List| short_slug(list.slug.as_ref().map_or("", |slug| slug.as_str()), &list.name);
    Names {
        names: lists.iter().map(|list| list.name.clone()).collect(),
        slugs: lists.iter().map(slug).collect(),
        rows: order.iter().map(|place| few(numbers_of.get(*place).map(Vec::as_slice).unwrap_or_default())).collect(),
    }
}

/// What a course is most of all, of the kinds of which it may be several: the name of a list.
fn first_of(course: &Course, kind: Kind) -> Option<String> {
    match kind {
        Kind::Subject => course.subjects.first().map(ToString::to_string),
        Kind::Language => course.languages.first().map(|tag: &LanguageTag| language_label(tag, Locale::English)),
        _ => None,
    }
}

fn few(numbers: &[usize]) -> Few {
    match numbers {
        [one] => Few::One(*one),
        several => Few::Several(several.to_vec()),
    }
}

fn shared(values: impl Iterator<Item = Option<String>>) -> Shared {
    let values: Vec<Option<String>> = values.collect();
    // Numbered in order of values, so that the same values always get the same numbers.
    let mut numbers: BTreeMap<&str, usize> = values.iter().flatten().map(|value| (value.as_str(), 0)).collect();
    for (at, number) in numbers.values_mut().enumerate() {
        *number = at + 1;
    }
    let number = |value: &Option<String>| value.as_deref().and_then(|value| numbers.get(value).copied()).unwrap_or(0);
    let rows = values.iter().map(number).collect();
    Shared { values: numbers.into_keys().map(str::to_owned).collect(), rows }
}

/// The slug with what the reader can derive from the title written as `*`. Only plain ASCII is derived: there the
/// two programs cannot disagree.
fn short_slug(slug: &str, title: &str) -> String {
    if !title.is_ascii() {
        return slug.to_owned();
    }
    let mut simple = String::with_capacity(title.len());
    for c in title.chars().filter(|c| *c != '\'') {
        if c.is_ascii_alphanumeric() {
            simple.push(c.to_ascii_lowercase());
        } else if !simple.is_empty() && !simple.ends_with('-') {
            simple.push('-');
        }
    }
    let simple = simple.trim_end_matches('-');
    if simple.is_empty() { slug.to_owned() } else { slug.replacen(simple, "*", 1) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slugs_are_shortened_by_their_title() {
        assert_eq!(short_slug("cs-1-intro-to-bobs-c-2f", "Intro to Bob's C++"), "cs-1-*-2f");
        assert_eq!(short_slug("ete", "Été"), "ete");
        assert_eq!(short_slug("x-1f", "!!"), "x-1f");
    }
}
