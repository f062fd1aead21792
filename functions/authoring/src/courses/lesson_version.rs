//! What tells one wording of a lesson from another.

use domain::Lesson;
use sha2::{Digest, Sha256};
use web::Failure;

/// Sixteen hexadecimal digits are enough to tell the wordings of one lesson apart.
const DIGEST_BYTES: usize = 8;

/// The version of a lesson, made of what it says. Whoever writes the same again has changed nothing, and a lesson that is
/// changed back is what it was.
pub(super) fn lesson_version(lesson: &Lesson) -> String {
    let mut digest = Sha256::new();
    digest.update(lesson.minutes.to_be_bytes());
    // A title has no line break: nothing moves from one part to the other unnoticed.
    digest.update(lesson.title.as_str());
    digest.update("\n");
    digest.update(&lesson.markdown);
    digest.finalize().iter().take(DIGEST_BYTES).map(|byte| format!("{byte:02x}")).collect()
}

/// Refuses what was decided by another wording. Every write of a lesson raises the version of its course, so what is compared
/// here holds until it is written.
pub(super) fn unchanged_since(version: &str, now: &Lesson) -> Result<(), Failure> {
    match lesson_version(now) == version {
        true => Ok(()),
        false => Err(Failure::conflict("the lesson was changed by somebody else meanwhile: look at it again")),
    }
}

#[cfg(test)]
mod tests {
    use domain::{LessonId, Title};

    use super::*;

    #[test]
    fn every_part_of_a_lesson_makes_another_version() {
        let id = LessonId::from_bytes([1; 16]);
        let lesson = |title: &str, minutes: u32, markdown: &str| {
            let title = Title::new(title).unwrap();
            lesson_version(&Lesson { id, title, minutes, markdown: markdown.to_owned() })
        };
        let first = lesson("A", 1, "text");
        assert_eq!(first.len(), 2 * DIGEST_BYTES);
        assert_eq!(first, lesson("A", 1, "text"));
        for other in [lesson("B", 1, "text"), lesson("A", 2, "text"), lesson("A", 1, "text "), lesson("At", 1, "ext")] {
            assert_ne!(first, other);
        }
    }
}
