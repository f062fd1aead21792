//! The file name of a lesson: how the lessons of a course link to one another.

use std::fmt;

use serde::{Deserialize, Serialize};
use thiserror::Error;

/// A relative path such as `rust/01-start.md`, made of plain names. It only ever leads below the folder it starts in,
/// on every system.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct LessonFile(String);

/// A text that is no such path.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("must be a path below the feed's own folder, with `/` between its parts")]
pub struct LessonFileError;

const BYTES_MAX: usize = 300;

impl LessonFile {
    /// The path, if it is one.
    pub fn new(path: &str) -> Result<Self, LessonFileError> {
        let plain = |c: char| !c.is_control() && !matches!(c, '\\' | ':' | '*' | '?' | '"' | '<' | '>' | '|' | '%');
        let part =
            |part: &str| !part.is_empty() && part != "." && part != ".." && part.trim() == part && !part.ends_with('.');
        let fits = path.len() <= BYTES_MAX && path.chars().all(plain) && path.split('/').all(part);
        if fits { Ok(Self(path.to_owned())) } else { Err(LessonFileError) }
    }

    /// The path.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The file that a link in this file means: `02-next.md` lies beside it, `../other/01.md` in a neighbouring folder.
    /// `None` where the link leads out of the course.
    pub fn linked(&self, link: &str) -> Option<Self> {
        let mut parts: Vec<&str> = self.0.split('/').collect();
        parts.pop();
        for part in link.split('/') {
            match part {
                "." => {}
                ".." => {
                    parts.pop()?;
                }
                name => parts.push(name),
            }
        }
        Self::new(&parts.join("/")).ok()
    }
}

impl TryFrom<String> for LessonFile {
    type Error = LessonFileError;
    fn try_from(path: String) -> Result<Self, LessonFileError> {
        Self::new(&path)
    }
}

impl From<LessonFile> for String {
    fn from(file: LessonFile) -> String {
        file.0
    }
}

impl fmt::Display for LessonFile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lessons_lie_below_the_feed() {
        for good in ["a.md", "rust/01-start.md", "المقدمة.md"] {
            assert!(LessonFile::new(good).is_ok(), "{good}");
        }
        for bad in [
            "",
            "/etc/passwd",
            "../a.md",
            "a/../../b.md",
            "a//b.md",
            "./a.md",
            "C:\\a",
            "a\\b",
            "a\0",
            "%2e%2e/a",
            "a/",
            ".. /a",
            "...",
        ] {
            assert!(LessonFile::new(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn links_start_where_the_file_lies() {
        let file = LessonFile::new("rust/01-start.md").unwrap();
        let linked = |link: &str| file.linked(link).map(String::from);
        assert_eq!(linked("02-next.md").as_deref(), Some("rust/02-next.md"));
        assert_eq!(linked("./02-next.md").as_deref(), Some("rust/02-next.md"));
        assert_eq!(linked("../go/01.md").as_deref(), Some("go/01.md"));
        assert_eq!(linked("../../passwd"), None);
        assert_eq!(linked("/etc/passwd"), None);
    }
}
