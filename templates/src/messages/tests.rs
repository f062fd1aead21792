//! Every language says everything that English says, of the same things, and nothing is said that nobody asks for.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use domain::Locale;
use fluent_bundle::FluentResource;

use super::*;

/// Each message with the variables that stand in it.
fn messages(locale: Locale) -> BTreeMap<String, BTreeSet<String>> {
    let mut found: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for source in sources(locale) {
        let mut id = String::new();
        for line in source.lines().filter(|line| !line.starts_with('#')) {
            if let Some((name, _)) = line.split_once(" =").filter(|_| !line.starts_with(' ')) {
                id = name.to_owned();
                assert!(found.insert(id.clone(), BTreeSet::new()).is_none(), "{locale:?}: {id} stands twice");
            }
            let variables = line.split('$').skip(1);
            let name = |rest: &str| rest.chars().take_while(|c| c.is_ascii_alphanumeric()).collect::<String>();
            found.entry(id.clone()).or_default().extend(variables.map(name));
        }
    }
    found.remove("");
    found
}

#[test]
fn every_file_parses_and_is_read() {
    for locale in Locale::ALL {
        for (name, source) in NAMES.iter().zip(sources(locale)) {
            let parsed = FluentResource::try_new((*source).to_owned());
            parsed.unwrap_or_else(|(_, errors)| panic!("{}/{name}: {errors:?}", locale.code()));
        }
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("messages").join(locale.code());
        let files = fs::read_dir(folder).unwrap().map(|file| file.unwrap().file_name().into_string().unwrap());
        assert_eq!(files.collect::<BTreeSet<_>>(), NAMES.iter().map(|name| (*name).to_owned()).collect());
    }
}

#[test]
fn every_language_says_what_english_says_of_the_same_things() {
    let english = messages(Locale::English);
    for locale in Locale::ALL {
        let own = messages(locale);
        let missing: Vec<_> = english.keys().filter(|id| !own.contains_key(*id)).collect();
        let foreign: Vec<_> = own.keys().filter(|id| !english.contains_key(*id)).collect();
        assert!(missing.is_empty() && foreign.is_empty(), "{locale:?} lacks {missing:?}, and alone has {foreign:?}");
        for (id, variables) in &english {
            assert_eq!(&own[id], variables, "{locale:?}: {id}");
        }
    }
}

/// All text below a folder whose files may name a message.
fn texts(folder: &Path, into: &mut String) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() && path.file_name().is_some_and(|name| name != "target" && name != "messages") {
            texts(&path, into);
        } else if path.extension().is_some_and(|kind| ["rs", "html", "txt", "js"].iter().any(|known| kind == *known)) {
            into.push_str(&fs::read_to_string(&path).unwrap());
        }
    }
}

#[test]
fn every_message_is_asked_for_and_everything_asked_for_exists() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let mut text = String::new();
    for folder in ["templates", "site-generator", "crates", "functions"] {
        texts(&root.join(folder), &mut text);
    }
    let english = messages(Locale::English);
    // The name of a language is asked for by its code.
    let unused: Vec<_> =
        english.keys().filter(|id| !id.starts_with("language-") && !text.contains(&format!("\"{id}\""))).collect();
    assert!(unused.is_empty(), "nobody says {unused:?}");
    for call in [" t(\"", "say(locale, \"", ".say(\"", "message(\""] {
        for rest in text.split(call).skip(1) {
            let id = rest.split('"').next().unwrap();
            let is_id = id.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
            assert!(!is_id || !id.contains('-') || english.contains_key(id), "no message is called `{id}`");
        }
    }
}

#[test]
fn a_message_chooses_its_form_and_writes_numbers_by_language() {
    let courses = |locale, count: u64| say(locale, "courses-count", &[("count", count.into())]);
    assert_eq!([1, 1_234].map(|count| courses(Locale::English, count)), ["1 course", "1,234 courses"]);
    let polish = [1, 2, 5, 22, 12_345].map(|count| courses(Locale::Polish, count));
    assert_eq!(polish, ["1 kurs", "2 kursy", "5 kursów", "22 kursy", "12\u{a0}345 kursów"]);
    assert_eq!(courses(Locale::French, 1_234), "1\u{202f}234 cours");
    let arabic = [1, 2, 3, 11, 100].map(|count| courses(Locale::Arabic, count));
    assert_eq!(arabic, ["دورة واحدة", "دورتان", "3 دورات", "11 دورة", "100 دورة"]);
}

#[test]
fn arguments_never_become_markup_and_never_turn_the_sentence() {
    let hostile = "<b>\" תורה";
    let markup = say(Locale::English, "return-done-text-html", &[("course", hostile.into())]);
    assert_eq!(markup, "Your place in <strong><bdi>&lt;b&gt;&quot; תורה</bdi></strong> is ready.");
    let text = say(Locale::English, "course-made-by", &[("title", hostile.into()), ("publisher", "Ferris".into())]);
    assert_eq!(text, "\u{2068}<b>\" תורה\u{2069}. A course by Ferris.");
    assert_eq!(say(Locale::Polish, "no-such-message", &[]), "no-such-message");
    for (locale, choice) in Locale::ALL
        .map(|locale| (locale, say(locale, "buyer-name-wrong", &[("choice", "empty".into()), ("max", 9_u64.into())])))
    {
        let other = say(locale, "buyer-name-wrong", &[("choice", "else".into()), ("max", 9_u64.into())]);
        assert_ne!(choice, other, "{locale:?}");
    }
}
