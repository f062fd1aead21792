//! Names for the headings of a text, so that a table of contents and other texts can point at them.

use std::collections::HashMap;

/// Longer names are cut: they only have to be told apart.
const ANCHOR_CHARS_MAX: usize = 60;

/// The names given so far within one text.
#[derive(Debug, Default)]
pub(crate) struct Anchors {
    given: HashMap<String, u32>,
}

impl Anchors {
    /// A name for the heading: its letters and digits, in any script, and a number from the second of its kind on.
    pub(crate) fn name(&mut self, heading: &str) -> String {
        let mut name = String::new();
        for c in heading.chars().flat_map(char::to_lowercase).take(ANCHOR_CHARS_MAX) {
            if c.is_alphanumeric() {
                name.push(c);
            } else if !name.is_empty() && !name.ends_with('-') {
                name.push('-');
            }
        }
        let name = match name.trim_end_matches('-') {
            "" => "part".to_owned(),
            name => name.to_owned(),
        };
        let count = self.given.entry(name.clone()).or_default();
        *count += 1;
        if *count == 1 { name } else { format!("{name}-{count}") }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_headings_get_different_names() {
        let mut anchors = Anchors::default();
        assert_eq!(anchors.name("What you need?"), "what-you-need");
        assert_eq!(anchors.name("What you need"), "what-you-need-2");
        assert_eq!(anchors.name("الدرس الأول"), "الدرس-الأول");
        assert_eq!(anchors.name("!!"), "part");
    }
}
