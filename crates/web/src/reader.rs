//! The language of whoever reads a page that a function makes. Forms and links of a page name its language in their
//! address (`?language=pl`), which works without scripts; the answer keeps it in a cookie, so that what follows (a
//! redirect, the way back from the payment page) is in it, too. An address within a language's own tree (`/pl/…`) is read
//! in that language. Where nothing was said, the browser's wish counts.

mod typed;

use std::convert::Infallible;

use axum::extract::{FromRef, FromRequestParts};
use axum::http::header::{ACCEPT_LANGUAGE, SET_COOKIE};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, Uri};
use domain::Locale;
use templates::{Argument, Head, Platform, Templates, say};

use crate::context::App;
use crate::cookies::cookie;
use crate::failure::Failure;

/// Holds the code of the language. It is no secret, and opens nothing.
const LANGUAGE_COOKIE: &str = "__Host-language";
/// The longest that browsers keep any cookie: 400 days.
const MAX_AGE_S: u32 = 400 * 24 * 60 * 60;
/// The name that addresses give the language by.
const FIELD: &str = "language";

/// Whoever reads the answer, and the pages in their language.
#[derive(Clone)]
pub struct Reader {
    app: App,
    locale: Locale,
}

impl std::fmt::Debug for Reader {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Reader").field("locale", &self.locale).finish_non_exhaustive()
    }
}

impl Reader {
    /// The reader of an answer to a request.
    pub(crate) fn of(app: &App, uri: &Uri, headers: &HeaderMap) -> Self {
        let locale = said(app, uri).or_else(|| in_tree(app, uri)).unwrap_or_else(|| usual(app, headers));
        Self { app: app.clone(), locale }
    }

    /// The language.
    pub fn locale(&self) -> Locale {
        self.locale
    }

    /// Every page in the language.
    pub fn pages(&self) -> Result<&Templates, Failure> {
        Ok(self.app.editions.of(self.locale)?)
    }

    /// The head of a page that is nobody else's business.
    pub fn head<'a>(&'a self, title: &'a str) -> Head<'a> {
        let platform = Platform { name: &self.app.settings.platform_name, attribution: None };
        Head::private(platform, title)
    }

    /// Says a message in the language.
    pub fn say(&self, id: &str, arguments: &[(&str, Argument<'_>)]) -> String {
        say(self.locale, id, arguments)
    }
}

impl<S> FromRequestParts<S> for Reader
where
    App: FromRef<S>,
    S: Send + Sync,
{
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Infallible> {
        Ok(Self::of(&App::from_ref(state), &parts.uri, &parts.headers))
    }
}

/// The cookie that keeps the language that an address says, where the browser's next request would not lead to it.
pub(crate) fn kept_language(app: &App, uri: &Uri, headers: &HeaderMap) -> Option<HeaderValue> {
    let locale = said(app, uri).filter(|locale| *locale != usual(app, headers))?;
    let line =
        format!("{LANGUAGE_COOKIE}={}; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age={MAX_AGE_S}", locale.code());
    HeaderValue::from_str(&line).ok()
}

/// Puts it into an answer.
pub(crate) fn keep(language: Option<HeaderValue>, answer: &mut HeaderMap) {
    if let Some(line) = language {
        answer.append(SET_COOKIE, line);
    }
}

/// What the address says.
fn said(app: &App, uri: &Uri) -> Option<Locale> {
    let fields = uri.query()?.split('&').filter_map(|field| field.split_once('='));
    let code = fields.into_iter().find(|(name, _)| *name == FIELD)?.1;
    spoken(app, Locale::of_code(code)?)
}

/// The language of the tree that the address stands in, where that is not everybody's.
fn in_tree(app: &App, uri: &Uri) -> Option<Locale> {
    spoken(app, Some(Locale::of_path(uri.path())).filter(|locale| !locale.goes_without_saying())?)
}

/// What counts where the address says nothing.
fn usual(app: &App, headers: &HeaderMap) -> Locale {
    let kept = cookie(headers, LANGUAGE_COOKIE).and_then(Locale::of_code).and_then(|locale| spoken(app, locale));
    let wished = || {
        let header = headers.get(ACCEPT_LANGUAGE)?.to_str().ok()?;
        spoken(app, Locale::of_preferences(header)?)
    };
    kept.or_else(wished).unwrap_or_default()
}

/// Only languages that the site is written in: a page of another one would lead to pages that are not there.
fn spoken(app: &App, locale: Locale) -> Option<Locale> {
    Some(locale).filter(|locale| app.settings.locales.contains(locale))
}
