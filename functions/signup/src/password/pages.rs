//! The pages around a mailed link.

use axum::http::StatusCode;
use axum::response::Response;
use store::LinkPurpose;
use templates::{FormRealm, LinkExpired, PasswordSaved, SetPassword};
use web::{Failure, PASSWORD_CHARS_MIN, PasswordRefused, Reader, RealmName, html, page_with_token};

use crate::opened_link::OpenedLink;

/// What was typed the last time, and what was wrong with it.
#[derive(Default)]
pub(crate) struct Tried<'a> {
    pub(crate) name: Option<&'a str>,
    pub(crate) refused: Option<PasswordRefused>,
}

/// The form, with what was typed and what was wrong the last time.
pub(crate) fn form(reader: &Reader, opened: &OpenedLink, token: &str, tried: Tried<'_>) -> Result<Response, Failure> {
    let error = tried.refused.map(|refused| reader.password_error(refused));
    let name_error = tried.name.and_then(|name| reader.name_error(name));
    let title = reader.say("password-title", &[]);
    let account = &opened.grant.target().account;
    let name = tried.name.unwrap_or(account.name.as_str());
    let page = SetPassword {
        head: reader.head(&title),
        action: "/api/signup/password",
        token,
        realm: &RealmName::from(account.kind.realm()).to_string(),
        email: account.email.typed(),
        first: opened.link.purpose == LinkPurpose::FirstPassword,
        undoes_factor: opened.link.purpose == LinkPurpose::FactorUndo,
        name: opened.names_its_owner().then_some(name),
        name_error: name_error.as_deref(),
        length_min: PASSWORD_CHARS_MIN,
        error: error.as_deref(),
    };
    let status =
        if error.is_some() || name_error.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    Ok(page_with_token(status, reader.pages()?.set_password(&page)?))
}

/// The answer to a link that does not open, with the form that asks for another one in the realm that the link named.
pub(crate) fn expired(reader: &Reader, realm: Option<&RealmName>) -> Result<Response, Failure> {
    let title = reader.say("expired-title", &[]);
    let locale = reader.locale();
    let (name, words) = realm.map(|realm| (realm.to_string(), realm.words(locale))).unzip();
    let page = LinkExpired {
        head: reader.head(&title),
        realm: name.as_deref().zip(words.as_deref()).map(|(name, words)| FormRealm { name, words }),
        sign_in_href: &realm.unwrap_or(&RealmName::Public).sign_in_path(locale),
    };
    Ok(page_with_token(StatusCode::GONE, reader.pages()?.link_expired(&page)?))
}

/// The way on after a password was saved.
pub(crate) fn saved(reader: &Reader, sign_in_href: &str) -> Result<Response, Failure> {
    let title = reader.say("password-saved-title", &[]);
    let page = PasswordSaved { head: reader.head(&title), sign_in_href };
    Ok(html(StatusCode::OK, reader.pages()?.password_saved(&page)?))
}
