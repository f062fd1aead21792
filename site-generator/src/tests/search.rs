//! The search index: it stays within its budget and every word leads back to its course.

use std::collections::BTreeMap;

use domain::{Currency, LanguageTag, Money, Price};

use super::fixture::{course, courses, site};

#[test]
fn a_word_of_a_description_is_found_in_its_shard() {
    let site = site(courses());
    let table: serde_json::Value = serde_json::from_slice(&site.files["search/table.json"]).unwrap();
    let found =
        site.files.iter().filter(|(path, _)| path.as_str().starts_with("search/words/")).find_map(|(_, bytes)| {
            let shard: BTreeMap<String, Vec<usize>> = serde_json::from_slice(bytes).unwrap();
            shard.get("zymurgy").cloned()
        });
    let row = found.unwrap().into_iter().sum::<usize>();
    assert_eq!(table["titles"][row], "Ownership in depth");
    assert_eq!(table["level"]["names"][table["level"]["rows"][row].as_u64().unwrap() as usize], "Advanced");
}

#[test]
fn a_row_says_price_and_length_in_no_language_and_its_own_language_first() {
    let mut bread = course(1, "Pieczenie chleba");
    bread.languages = ["pl", "en"].map(|tag| LanguageTag::new(tag).unwrap()).to_vec();
    bread.price = Price::Paid(Money { minor: 2_900, currency: Currency::PLN });
    bread.workload_minutes = Some(200);
    let site = site(vec![bread]);
    let table: serde_json::Value = serde_json::from_slice(&site.files["search/table.json"]).unwrap();
    assert_eq!(table["price"]["values"][0], "29.00 PLN");
    assert_eq!(table["length"]["values"][0], "200");
    assert_eq!(table["language"]["slugs"][table["language"]["rows"][0][0].as_u64().unwrap() as usize], "pl");
}

#[test]
fn shards_are_bounded_and_announced() {
    for (count, shards) in [(1, 4), (3, 16), (40, 256), (250, 512)] {
        let texts = |number: u8| (0..200).map(|at| format!("w{at}x{number} {at}y{number} ")).collect::<String>();
        let every = (0..count).map(|number| {
            let mut course = course(number, "Words");
            course.description_html = texts(number);
            course
        });
        let site = site(every.collect());
        let table: serde_json::Value = serde_json::from_slice(&site.files["search/table.json"]).unwrap();
        let present = table["shards"].as_str().unwrap();
        assert_eq!(present.len() * 4, shards, "{count} courses");
        let announced: u32 = present.chars().map(|digit| digit.to_digit(16).unwrap().count_ones()).sum();
        let written = site.files.keys().filter(|path| path.as_str().starts_with("search/words/")).count();
        assert_eq!(usize::try_from(announced).unwrap(), written);
    }
}
