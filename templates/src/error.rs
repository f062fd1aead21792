//! What can go wrong with a template. Every cause is a mistake in this package: callers can only report it.

use thiserror::Error;

/// A template that does not compile or does not render.
#[derive(Debug, Error)]
pub enum TemplateError {
    /// The engine cannot be set up.
    #[error("the template engine cannot be set up")]
    Engine(#[source] Box<minijinja::Error>),
    /// The file holds a mistake, or does not fit its context.
    #[error("template `{name}` does not render")]
    Render {
        /// The file, relative to the package.
        name: &'static str,
        /// Line and reason.
        #[source]
        source: Box<minijinja::Error>,
    },
    /// Structured data that JSON cannot hold.
    #[error("structured data cannot be written")]
    StructuredData(#[from] serde_json::Error),
}
