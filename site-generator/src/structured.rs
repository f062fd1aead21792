//! Structured data for readers that are machines: schema.org `Course` and `ItemList`.

use domain::{Course, CourseMode, Price};
use jiff::Timestamp;
use serde_json::{Value, json};
use templates::{JsonLd, TemplateError};

use crate::catalog::coming_terms;

/// A course with its offer and its coming runs.
pub(crate) fn course(
    course: &Course,
    description: &str,
    address: &str,
    today: Timestamp,
) -> Result<JsonLd, TemplateError> {
    let languages: Vec<&str> = course.languages.iter().map(|tag| tag.as_str()).collect();
    let mut provider = json!({ "@type": "Organization", "name": course.publisher.name });
    if let (Some(provider), Some(url)) = (provider.as_object_mut(), &course.publisher.url) {
        provider.insert("url".into(), json!(url));
    }
    let offer = match course.price {
        Price::Free => json!({ "@type": "Offer", "category": "Free" }),
        Price::Paid(money) => json!({
            "@type": "Offer", "category": "Paid", "price": money.major(), "priceCurrency": money.currency.code(),
        }),
    };
    JsonLd::new(&json!({
        "@context": "https://schema.org",
        "@type": "Course",
        "name": course.title,
        "description": description,
        "url": address,
        "provider": provider,
        "inLanguage": languages,
        "offers": offer,
        "hasCourseInstance": instances(course, today),
    }))
}

fn instances(course: &Course, today: Timestamp) -> Vec<Value> {
    let mode = match course.mode {
        CourseMode::SelfPaced | CourseMode::Live => "Online",
        CourseMode::OnSite => "Onsite",
        CourseMode::Blended => "Blended",
    };
    let workload = course.minutes().map(|minutes| format!("PT{}H{}M", minutes / 60, minutes % 60));
    let dated = coming_terms(course, today).into_iter().map(|term| (Some(term.starts_at), term.ends_at));
    let mut runs: Vec<_> = dated.collect();
    if runs.is_empty() {
        runs.push((None, None));
    }
    let run = |(starts, ends): (Option<Timestamp>, Option<Timestamp>)| {
        let parts = [
            ("@type", Some(json!("CourseInstance"))),
            ("courseMode", Some(json!(mode))),
            ("startDate", starts.map(|at| json!(at))),
            ("endDate", ends.map(|at| json!(at))),
            ("courseWorkload", workload.as_ref().map(|workload| json!(workload))),
        ];
        parts.into_iter().filter_map(|(key, value)| value.map(|value| (key.to_owned(), value))).collect()
    };
    runs.into_iter().map(run).collect()
}

/// The courses of one page of a list, by position and address.
pub(crate) fn item_list(addresses: &[String], first_position: usize) -> Result<JsonLd, TemplateError> {
    let items = addresses.iter().enumerate();
    let items = items.map(|(at, url)| json!({ "@type": "ListItem", "position": first_position + at, "url": url }));
    JsonLd::new(&json!({
        "@context": "https://schema.org",
        "@type": "ItemList",
        "itemListElement": items.collect::<Vec<Value>>(),
    }))
}
