//! The words that feeds use for levels and modes, and what they mean here.

use domain::{CourseMode, Level};

/// A level by its English name in any case. Numbers and other words are somebody else's scale.
pub(crate) fn level(word: &str) -> Option<Level> {
    match word.trim().to_ascii_lowercase().as_str() {
        "beginner" | "introductory" => Some(Level::Beginner),
        "intermediate" => Some(Level::Intermediate),
        "advanced" | "expert" => Some(Level::Advanced),
        _ => None,
    }
}

pub(crate) fn level_word(level: Level) -> &'static str {
    match level {
        Level::Beginner => "beginner",
        Level::Intermediate => "intermediate",
        Level::Advanced => "advanced",
    }
}

/// A mode by its name in a table.
pub(crate) fn mode(word: &str) -> Option<CourseMode> {
    match word.trim().to_ascii_lowercase().replace(['_', ' '], "-").as_str() {
        "self-paced" => Some(CourseMode::SelfPaced),
        "live" => Some(CourseMode::Live),
        "on-site" | "onsite" => Some(CourseMode::OnSite),
        "blended" => Some(CourseMode::Blended),
        _ => None,
    }
}

pub(crate) fn mode_word(mode: CourseMode) -> &'static str {
    match mode {
        CourseMode::SelfPaced => "self-paced",
        CourseMode::Live => "live",
        CourseMode::OnSite => "on-site",
        CourseMode::Blended => "blended",
    }
}

/// How many dates a course names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Dates {
    /// None.
    None,
    /// Beginnings only: the course is open since then.
    Starts,
    /// At least one beginning with its end: a run.
    Runs,
}

/// The mode that MOOChub's words add up to. Words that are not in its list are given back.
///
/// A course without a place that runs from one date to another is held at fixed dates, whatever it says of being
/// asynchronous; one that only began at some date can be taken at any time since.
pub(crate) fn moochub_mode(words: &[String], dates: Dates) -> (CourseMode, Vec<&String>) {
    const KNOWN: &[&str] = &["blended", "onsite", "online", "synchronous", "asynchronous"];
    let has = |word: &str| words.iter().any(|found| found == word);
    let mode = if has("blended") || (has("onsite") && has("online")) {
        CourseMode::Blended
    } else if has("onsite") {
        CourseMode::OnSite
    } else if dates == Dates::Runs || (has("synchronous") && !has("asynchronous")) {
        CourseMode::Live
    } else {
        CourseMode::SelfPaced
    };
    (mode, words.iter().filter(|word| !KNOWN.contains(&word.as_str())).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moochub_words_add_up_to_a_mode() {
        for (words, dates, mode) in [
            ("online asynchronous", Dates::None, CourseMode::SelfPaced),
            ("online asynchronous", Dates::Starts, CourseMode::SelfPaced),
            ("online asynchronous", Dates::Runs, CourseMode::Live),
            ("online synchronous", Dates::None, CourseMode::Live),
            ("onsite synchronous", Dates::Runs, CourseMode::OnSite),
            ("onsite online", Dates::None, CourseMode::Blended),
            ("blended", Dates::None, CourseMode::Blended),
            ("", Dates::None, CourseMode::SelfPaced),
        ] {
            let words: Vec<String> = words.split_whitespace().map(str::to_owned).collect();
            assert_eq!(moochub_mode(&words, dates), (mode, vec![]), "{words:?}");
        }
        let words = ["hybrid".to_owned()];
        assert_eq!(moochub_mode(&words, Dates::None).1, [&words[0]]);
    }
}
