//! Addresses for names that have none of their own: subjects and partners.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use domain::Slug;
use sha2::{Digest, Sha256};

/// One slug a name, never the same for two. Where several names spell one slug (`C`, `C++`, `C#`), the name that
/// the slug says in full keeps it, and the others take a suffix of their own, so each stays where it is when
/// another comes or goes.
pub(crate) fn slugs_of<'a>(names: impl Iterator<Item = &'a str>) -> BTreeMap<&'a str, Slug> {
    let mut spelled: BTreeMap<Option<Slug>, Vec<&'a str>> = BTreeMap::new();
    for name in names {
        let same = spelled.entry(Slug::from_text(name)).or_default();
        if !same.contains(&name) {
            same.push(name);
        }
    }
    let mut found = BTreeMap::new();
    for (slug, mut names) in spelled {
        names.sort_by_key(|name| (!says_in_full(slug.as_ref(), name), *name));
        for (at, name) in names.into_iter().enumerate() {
            let own = match &slug {
                Some(slug) if at == 0 => Some(slug.clone()),
                Some(slug) => slug.with_suffix(&digest(name)).ok(),
                None => None,
            };
            if let Some(own) = own.or_else(|| Slug::new(&format!("x-{}", digest(name))).ok()) {
                found.insert(name, own);
            }
        }
    }
    found
}

fn says_in_full(slug: Option<&Slug>, name: &str) -> bool {
    slug.is_some_and(|slug| name.to_lowercase().replace(' ', "-") == slug.as_str())
}

/// Eight hexadecimal digits: names that share a slug are few, so they do not meet again.
pub(crate) fn digest(text: &str) -> String {
    Sha256::digest(text.as_bytes()).iter().take(4).fold(String::with_capacity(8), |mut hex, byte| {
        // Writing into a string does not fail.
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_spell_one_slug_are_told_apart() {
        let found = slugs_of(["C++", "C", "C#", "القسم", "数学", "Machine Learning", "page"].into_iter());
        assert_eq!(found.len(), 7);
        assert_eq!(found["C"].as_str(), "c");
        assert!(found["C++"].as_str().starts_with("c-"));
        assert!(found["القسم"].as_str().starts_with("x-"));
        assert!(found["page"].as_str().starts_with("x-"));
        assert_eq!(found["Machine Learning"].as_str(), "machine-learning");
        let without = slugs_of(["C++", "C"].into_iter());
        assert_eq!(without["C++"], found["C++"]);
    }
}
