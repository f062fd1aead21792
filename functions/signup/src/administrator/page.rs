//! The form of the first administrator.

use axum::http::StatusCode;
use axum::response::Response;
use templates::FirstAdministrator;
use web::{Failure, PASSWORD_CHARS_MIN, Reader, page_with_token};

use crate::founder::PATH;

/// What was typed the last time, and what was wrong with it.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct LastTry<'a> {
    pub(crate) name: &'a str,
    pub(crate) email: &'a str,
    pub(crate) error: Option<&'a str>,
}

/// The form. The password is never shown again.
pub(crate) fn form(reader: &Reader, token: &str, last: LastTry<'_>) -> Result<Response, Failure> {
    let title = reader.say("administrator-title", &[]);
    let page = FirstAdministrator {
        head: reader.head(&title),
        action: PATH,
        token,
        name: last.name,
        email: last.email,
        length_min: PASSWORD_CHARS_MIN,
        error: last.error,
    };
    let status = if last.error.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    Ok(page_with_token(status, reader.pages()?.first_administrator(&page)?))
}
