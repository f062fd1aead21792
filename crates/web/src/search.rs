//! What somebody types to find things by how their names begin.

use unicode_normalization::UnicodeNormalization;

use crate::failure::Failure;

/// Names are found by how they begin; nobody types more than this to find one, and the index takes no key beyond
/// 1,024 bytes.
const SEARCH_CHARS_MAX: usize = 100;

/// The beginning of a name to search for, in the form in which names are stored. `None` where nothing is typed; a
/// problem of the field `q` where it is too long, or holds what no name does.
pub fn search(q: Option<String>) -> Result<Option<String>, Failure> {
    let Some(q) = q else { return Ok(None) };
    let text: String = q.trim().nfc().collect();
    if text.chars().count() > SEARCH_CHARS_MAX {
        return Err(Failure::field("q", format!("must have at most {SEARCH_CHARS_MAX} characters")));
    }
    if text.chars().any(char::is_control) {
        return Err(Failure::field("q", "must not contain control characters"));
    }
    Ok((!text.is_empty()).then_some(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_search_is_trimmed_composed_and_bounded() {
        let found = |q: &str| search(Some(q.to_owned()));
        assert_eq!(found("  Zoe\u{301} ").unwrap().as_deref(), Some("Zo\u{e9}"));
        assert_eq!(found("   ").unwrap(), None);
        assert_eq!(search(None).unwrap(), None);
        assert!(found(&"x".repeat(101)).is_err());
        assert!(found("a\0b").is_err());
    }
}
