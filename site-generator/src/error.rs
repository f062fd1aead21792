//! Why a site could not be made.

use std::path::{Path, PathBuf};

use templates::TemplateError;
use thiserror::Error;

/// What went wrong, and where.
#[derive(Debug, Error)]
pub enum SiteError {
    /// A page did not render.
    #[error("a page cannot be rendered")]
    Template(#[from] TemplateError),
    /// A part of the search index cannot be written as JSON.
    #[error("the search index cannot be written")]
    Index(#[from] serde_json::Error),
    /// What a page is told cannot be written down.
    #[error("a page cannot be told from others: {0}")]
    Fingerprint(String),
    /// A name that may not become a file of the site.
    #[error("`{0}` is no path of the site")]
    Path(String),
    /// The folder holds files that this program did not make; it would delete them.
    #[error("{0} is not empty and was not made by this program; name an empty folder")]
    Foreign(PathBuf),
    /// The disk refused.
    #[error("{path}: {source}")]
    Disk {
        /// The file or folder.
        path: PathBuf,
        /// Its reason.
        #[source]
        source: std::io::Error,
    },
}

impl SiteError {
    /// For `map_err` on calls that touch `path`.
    pub(crate) fn disk(path: &Path) -> impl FnOnce(std::io::Error) -> Self {
        move |source| Self::Disk { path: path.to_owned(), source }
    }
}
