//! `GET /api/login/page`: the sign-in page of one realm, ready to be sent without a line of JavaScript. It looks the
//! same for a partner platform that does not exist.

use axum::http::StatusCode;
use axum::response::Response;
use serde::Deserialize;
use templates::{FormRealm, SignIn};
use utoipa::IntoParams;
use web::{Devices, Failure, Query, Reader, RealmName, html};

use crate::next_path::asked_path;

/// Whose page, and what the form leads to.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct SignInPageQuery {
    /// `public`, `main`, or a partner platform by slug or id; a choice where it is none of them. Where it is not said,
    /// the realm in which this browser signed in last.
    realm: Option<String>,
    /// Where the form leads afterwards: a path of this site.
    next: Option<String>,
    /// Whether the page answers an attempt that failed.
    #[serde(default)]
    failed: bool,
}

/// The sign-in page of a realm.
#[utoipa::path(
    get,
    path = "/api/login/page",
    tag = "login",
    summary = "The sign-in page of a realm",
    params(SignInPageQuery),
    responses((status = 200, description = "The form", content_type = "text/html"))
)]
pub(crate) async fn show_sign_in(
    reader: Reader,
    Devices(devices): Devices,
    Query(query): Query<SignInPageQuery>,
) -> Result<Response, Failure> {
    let realm = match &query.realm {
        Some(typed) => typed_realm(typed),
        // Where this browser became known last.
        None => devices.into_iter().next().map(|device| device.realm),
    };
    let (name, words) = realm.as_ref().map(|realm| (realm.to_string(), realm.words(reader.locale()))).unzip();
    let title = reader.say("sign-in-title", &[]);
    let page = SignIn {
        head: reader.head(&title),
        failed: query.failed,
        realm: name.as_deref().zip(words.as_deref()).map(|(name, words)| FormRealm { name, words }),
        next: asked_path(query.next.as_deref()).unwrap_or_default(),
        forgot_href: &realm.unwrap_or_default().forgot_password_path(reader.locale()),
    };
    Ok(html(StatusCode::OK, reader.pages()?.sign_in(&page)?))
}

/// The realm as somebody typed it: short names are written small, and people write them as they like.
pub(crate) fn typed_realm(text: &str) -> Option<RealmName> {
    let text = text.trim();
    [text.to_owned(), text.to_lowercase()].into_iter().find_map(|text| text.try_into().ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_short_name_is_read_as_people_type_it() {
        for (typed, read) in [("acme", Some("acme")), (" Acme ", Some("acme")), ("MAIN", Some("main")), ("a b", None)] {
            assert_eq!(typed_realm(typed).map(|realm| realm.to_string()).as_deref(), read, "{typed}");
        }
        let id = "01HZZZZZZZZZZZZZZZZZZZZZZZ";
        assert_eq!(typed_realm(id).map(|realm| realm.to_string()).as_deref(), Some(id));
    }
}
