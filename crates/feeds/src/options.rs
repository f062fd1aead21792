//! What whoever imports decides, beside the feed itself.

use domain::Audience;

/// Gives the text of a lesson by its path beside the feed (`rust-basics/01-start.md`). The path is relative and
/// never leads upwards.
pub type LoadLesson<'a> = dyn Fn(&str) -> Option<String> + 'a;

/// How to read a feed.
pub struct Options<'a> {
    /// Whom the courses are made for where a row does not say. A row can only choose an audience of the same
    /// tenant: an import for a partner's learners cannot publish to the world.
    pub audience: Audience,
    /// Who sends the feed; part of every id. Without it a MOOChub document is known by its own address
    /// (`links.first`), and two tables by nobody are the same feed.
    pub origin: Option<&'a str>,
    /// Where lessons come from. Without it outlines are left out, with a warning.
    pub load_lesson: Option<&'a LoadLesson<'a>>,
}

impl Default for Options<'_> {
    fn default() -> Self {
        Self { audience: Audience::Public, origin: None, load_lesson: None }
    }
}
