//! Ids and slugs of imported courses, made from what the feed says and from nothing else: the same course has the
//! same ones in every import.

use domain::{CourseId, LessonId, Slug, SlugError};
use sha2::{Digest, Sha256};

/// Sixteen bytes that stand for these parts. Each part goes in with its length, so that no two lists of parts run
/// together into the same text.
fn fingerprint(kind: &str, parts: &[&str]) -> [u8; 16] {
    let mut hash = Sha256::new();
    for part in std::iter::once(&kind).chain(parts) {
        hash.update(u64::try_from(part.len()).unwrap_or(u64::MAX).to_be_bytes());
        hash.update(part.as_bytes());
    }
    let mut bytes = [0; 16];
    for (to, from) in bytes.iter_mut().zip(hash.finalize()) {
        *to = from;
    }
    bytes
}

/// The id of a course: of the feed it comes from and its id there.
pub(crate) fn course_id(origin: &str, own_id: &str) -> CourseId {
    CourseId::from_bytes(fingerprint("course", &[origin, own_id]))
}

/// The id of a lesson: of its course and its file.
pub(crate) fn lesson_id(course: CourseId, file: &str) -> LessonId {
    LessonId::from_bytes(fingerprint("lesson", &[&course.to_string(), file]))
}

/// A course's slug: its code, or else words of its title and digits that tell it from courses of the same title.
/// The flag says that there was a code, and that it could not be used.
pub(crate) fn slug(code: Option<&str>, title: &str, id: CourseId) -> Result<(Slug, bool), SlugError> {
    let code = code.map(str::trim).filter(|code| !code.is_empty());
    // Codes are often written in capitals; nothing is lost in writing them small.
    if let Some(slug) = code.and_then(|code| Slug::new(&code.to_ascii_lowercase()).ok()) {
        return Ok((slug, false));
    }
    let id = id.to_string().to_ascii_lowercase();
    let suffix = id.get(id.len().saturating_sub(8)..).unwrap_or(&id);
    let slug = match Slug::from_text(title) {
        Some(words) => words.with_suffix(suffix)?,
        None => Slug::new(&format!("course-{suffix}"))?,
    };
    Ok((slug, code.is_some()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_become_slugs_where_they_can() {
        let id = course_id("feed", "1");
        for (code, title, expected, refused) in [
            (Some("rust-101"), "x", "rust-101", false),
            (Some("RUST-101"), "x", "rust-101", false),
            (Some("../../etc"), "Café & Crêpes", "cafe-crepes-", true),
            (Some("con"), "Con artists", "con-artists-", true),
            (None, "القسم", "course-", false),
            (Some(" "), "x", "x-", false),
        ] {
            let (slug, code_refused) = slug(code, title, id).unwrap();
            assert!(slug.as_str().starts_with(expected), "{slug}");
            assert_eq!(slug.as_str().len() > expected.len(), expected.ends_with('-'), "{slug}");
            assert_eq!(code_refused, refused, "{slug}");
        }
    }

    #[test]
    fn ids_depend_on_feed_and_own_id_and_nothing_else() {
        assert_eq!(course_id("a", "bc"), course_id("a", "bc"));
        assert_ne!(course_id("a", "bc"), course_id("ab", "c"));
        assert_ne!(course_id("a", "1"), course_id("b", "1"));
        // A change here gives every imported course a new id: all of them would be imported twice.
        assert_eq!(course_id("https://feeds.example", "1").to_string(), "5ECXJ1H4SP68VHXS6KVKE0EZPC");
    }
}
