//! The same pages and mails in every language.

use std::fmt;
use std::sync::OnceLock;

use domain::Locale;

use crate::engine::Templates;
use crate::error::TemplateError;

/// Every language's templates. One is set up when it is first asked for, and kept.
#[derive(Default)]
pub struct Editions {
    english: OnceLock<Templates>,
    polish: OnceLock<Templates>,
    french: OnceLock<Templates>,
    arabic: OnceLock<Templates>,
}

impl fmt::Debug for Editions {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Editions").finish_non_exhaustive()
    }
}

impl Editions {
    /// All languages, none of them set up yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// The templates of one language.
    pub fn of(&self, locale: Locale) -> Result<&Templates, TemplateError> {
        let kept = match locale {
            Locale::English => &self.english,
            Locale::Polish => &self.polish,
            Locale::French => &self.french,
            Locale::Arabic => &self.arabic,
        };
        if let Some(templates) = kept.get() {
            return Ok(templates);
        }
        let templates = Templates::speaking(locale)?;
        Ok(kept.get_or_init(|| templates))
    }
}
