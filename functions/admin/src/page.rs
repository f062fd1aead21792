//! How every list of this API looks, and how its query is read.

use serde::Serialize;
use unicode_normalization::UnicodeNormalization;
use utoipa::ToSchema;
use web::Failure;

/// Names are found by how they begin; nobody types more than this to find one, and the index takes no key beyond
/// 1,024 bytes.
const SEARCH_CHARS_MAX: usize = 100;

/// One page of a list.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct PageOf<T: ToSchema> {
    /// What is on it.
    items: Vec<T>,
    /// The `cursor` of the next page; `null` on the last one.
    next: Option<String>,
}

impl<T: ToSchema> PageOf<T> {
    /// Shows each entry of a page of the table.
    pub(crate) fn of<S>(page: store::Page<S>, view: impl Fn(S) -> T) -> Self {
        let next = page.next.map(|cursor| cursor.text());
        Self { items: page.items.into_iter().map(view).collect(), next }
    }
}

/// The beginning of a name to search for, in the form in which names are stored.
pub(crate) fn search(q: Option<String>) -> Result<Option<String>, Failure> {
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
