//! The pages around a mailed link.

use axum::http::StatusCode;
use axum::response::Response;
use store::{Link, LinkPurpose};
use templates::{LinkExpired, PasswordSaved, SetPassword};
use web::{App, Failure, PASSWORD_CHARS_MIN, html};

/// The form, with what was wrong the last time.
pub(crate) fn form(app: &App, link: &Link, token: &str, error: Option<&str>) -> Result<Response, Failure> {
    let page = SetPassword {
        head: app.page_head("Choose your password"),
        action: "/api/signup/password",
        token,
        first: link.purpose == LinkPurpose::FirstPassword,
        length_min: PASSWORD_CHARS_MIN,
        error,
    };
    let status = if error.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    Ok(html(status, app.templates.set_password(&page)?))
}

/// The answer to a link that does not open, with the form that asks for another one.
pub(crate) fn expired(app: &App) -> Result<Response, Failure> {
    let head = app.page_head("This link no longer works");
    Ok(html(StatusCode::GONE, app.templates.link_expired(&LinkExpired { head })?))
}

/// The way on after a password was saved.
pub(crate) fn saved(app: &App, sign_in_href: &str) -> Result<Response, Failure> {
    let head = app.page_head("Your password is saved");
    Ok(html(StatusCode::OK, app.templates.password_saved(&PasswordSaved { head, sign_in_href })?))
}
