//! A look at the nesting of a document before anything is built from it.

use crate::error::FeedError;

/// The schema needs 8 levels; this leaves room for what feeds add.
const DEPTH_MAX: usize = 64;

/// Refuses a document whose values lie deeper than [`DEPTH_MAX`]. Whether it is JSON at all is not asked here.
pub(crate) fn refuse_deep(text: &str) -> Result<(), FeedError> {
    let (mut depth, mut line) = (0_usize, 1);
    let (mut in_string, mut escaped) = (false, false);
    for byte in text.bytes() {
        match byte {
            b'\n' => line += 1,
            _ if escaped => escaped = false,
            b'\\' if in_string => escaped = true,
            b'"' => in_string = !in_string,
            b'[' | b'{' if !in_string => depth += 1,
            b']' | b'}' if !in_string => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth > DEPTH_MAX {
            return Err(FeedError::TooDeep { line, max: DEPTH_MAX });
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn brackets_in_texts_do_not_count() {
        assert_eq!(refuse_deep(&format!("{{\"a\":\"{}\\\"{}\"}}", "[".repeat(100), "{".repeat(100))), Ok(()));
        assert_eq!(refuse_deep(&"[]".repeat(1_000)), Ok(()));
        assert_eq!(refuse_deep(&format!("\n\n{}", "[".repeat(10_000))), Err(FeedError::TooDeep { line: 3, max: 64 }));
    }
}
