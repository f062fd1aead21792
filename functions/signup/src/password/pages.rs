//! The pages around a mailed link.

use axum::http::StatusCode;
use axum::response::Response;
use store::LinkPurpose;
use templates::{FormRealm, LinkExpired, PasswordSaved, SetPassword};
use web::{App, Failure, PASSWORD_CHARS_MIN, RealmName, html, page_with_token};

use crate::opened_link::OpenedLink;

/// The form, with what was wrong the last time.
pub(crate) fn form(app: &App, opened: &OpenedLink, token: &str, error: Option<&str>) -> Result<Response, Failure> {
    let account = &opened.grant.target().account;
    let page = SetPassword {
        head: app.page_head("Choose your password"),
        action: "/api/signup/password",
        token,
        realm: &RealmName::from(account.kind.realm()).to_string(),
        email: account.email.typed(),
        first: opened.link.purpose == LinkPurpose::FirstPassword,
        length_min: PASSWORD_CHARS_MIN,
        error,
    };
    let status = if error.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    Ok(page_with_token(status, app.templates.set_password(&page)?))
}

/// The answer to a link that does not open, with the form that asks for another one in the realm that the link named.
pub(crate) fn expired(app: &App, realm: Option<&RealmName>) -> Result<Response, Failure> {
    let head = app.page_head("This link no longer works");
    let (name, words) = realm.map(|realm| (realm.to_string(), realm.words())).unzip();
    let page = LinkExpired {
        head,
        realm: name.as_deref().zip(words.as_deref()).map(|(name, words)| FormRealm { name, words }),
        sign_in_href: &realm.map_or_else(|| RealmName::Public.sign_in_path(), RealmName::sign_in_path),
    };
    Ok(page_with_token(StatusCode::GONE, app.templates.link_expired(&page)?))
}

/// The way on after a password was saved.
pub(crate) fn saved(app: &App, sign_in_href: &str) -> Result<Response, Failure> {
    let head = app.page_head("Your password is saved");
    Ok(html(StatusCode::OK, app.templates.password_saved(&PasswordSaved { head, sign_in_href })?))
}
