//! The registry is complete, every entry renders, and nothing on any page runs or styles from within.

use std::collections::BTreeSet;
use std::path::Path;

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
            let inline = line.contains("<script") && !line.contains(" src=") && !line.contains("application/ld+json");
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
