//! The registry is complete, every entry renders, and nothing on any page runs or styles from within.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use domain::Locale;

use crate::engine::Templates;
use crate::registry::{FILES, sample_mails, sample_pages};

fn files_under(folder: &Path, found: &mut BTreeSet<String>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files_under(&path, found);
        } else {
            let name = path.strip_prefix(env!("CARGO_MANIFEST_DIR")).unwrap();
            found.insert(name.to_str().unwrap().to_owned());
        }
    }
}

#[test]
fn every_file_is_registered() {
    let mut found = BTreeSet::new();
    for folder in ["pages", "parts", "emails"] {
        files_under(&Path::new(env!("CARGO_MANIFEST_DIR")).join(folder), &mut found);
    }
    let registered: BTreeSet<String> = FILES.iter().map(|(name, _)| (*name).to_owned()).collect();
    assert_eq!(found, registered);
}

#[test]
fn every_page_renders_its_sample_with_nothing_inline() {
    let templates = Templates::new().unwrap();
    for (name, page) in sample_pages(&templates) {
        let page = page.unwrap_or_else(|error| panic!("{name}: {error:?}"));
        assert!(!page.contains("<script>"), "{name}: text became markup");
        assert!(!page.contains("javascript:"), "{name}");
        for line in page.lines() {
            assert!(!line.contains(" style=") && !line.contains("<style"), "{name}: {line}");
            let data = ["application/ld+json", "application/json"].iter().any(|kind| line.contains(kind));
            let inline = line.contains("<script") && !line.contains(" src=") && !data;
            assert!(!inline, "{name}: {line}");
        }
        for (at, _) in page.match_indices(" on") {
            let word: String = page[at + 3..].chars().take_while(char::is_ascii_alphabetic).collect();
            assert!(!page[at + 3 + word.len()..].starts_with("=\""), "{name}: on{word}");
        }
    }
}

#[test]
fn mails_read_well() {
    let templates = Templates::new().unwrap();
    for (name, mail) in sample_mails(&templates) {
        let mail = mail.unwrap_or_else(|error| panic!("{name}: {error:?}"));
        assert!(!mail.subject.contains(['\r', '\n']), "{name}");
        assert!(!mail.html.contains("<b>now"), "{name}: text became markup");
        let printed = format!("Subject: {}\n\n{}\n----- html -----\n{}", mail.subject, mail.text, mail.html);
        insta::assert_snapshot!(name, printed);
    }
}

/// The scripts that a page loads, and those that they import.
fn scripts_of(page: &str) -> BTreeSet<&'static str> {
    let assets = crate::assets::FILES;
    let named = |text: &str| -> Vec<&'static str> {
        let found = assets.iter().filter(|asset| asset.name.ends_with(".js"));
        found.filter(|asset| text.contains(&asset.path["/assets/".len()..])).map(|asset| asset.name).collect()
    };
    let mut found = BTreeSet::new();
    let mut next = named(page);
    while let Some(name) = next.pop() {
        if found.insert(name) {
            let asset = assets.iter().find(|asset| asset.name == name).unwrap();
            let text = std::str::from_utf8(asset.bytes).unwrap();
            // Files beside each other name each other without their folder.
            let folder = name.rsplit_once('/').map_or("", |(folder, _)| folder);
            let beside = text.replace("\"./", &format!("\"{folder}/"));
            next.extend(named(&beside));
        }
    }
    found
}

#[test]
fn pages_hand_over_every_message_that_their_scripts_say_and_no_other_group() {
    let assets = crate::assets::FILES;
    for locale in Locale::ALL {
        let templates = Templates::speaking(locale).unwrap();
        let mut handing = 0;
        for (name, page) in sample_pages(&templates) {
            let page = page.unwrap();
            let handed = page.split("data-messages>").nth(1).and_then(|rest| rest.split("</script>").next());
            let handed: BTreeMap<String, serde_json::Value> =
                handed.map(|json| serde_json::from_str(json).unwrap()).unwrap_or_default();
            let mut said = BTreeSet::new();
            for script in scripts_of(&page) {
                let asset = assets.iter().find(|asset| asset.name == script).unwrap();
                let text = std::str::from_utf8(asset.bytes).unwrap();
                said.extend(text.split("message(\"").skip(1).map(|rest| rest.split('"').next().unwrap().to_owned()));
            }
            let missing: Vec<_> = said.iter().filter(|id| !handed.contains_key(*id)).collect();
            assert!(missing.is_empty(), "{name}: nobody hands over {missing:?}");
            let group = |id: &str| id.split('-').next().unwrap().to_owned();
            let groups: BTreeSet<String> = said.iter().map(|id| group(id)).collect();
            let idle: Vec<_> = handed.keys().filter(|id| !groups.contains(&group(id))).collect();
            assert!(idle.is_empty(), "{name}: no script says {idle:?}");
            handing += usize::from(!handed.is_empty());
        }
        assert!(handing > 20, "{handing}");
    }
}
