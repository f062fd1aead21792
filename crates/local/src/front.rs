//! The front: one address for the site and for every function, as CloudFront gives it in the cloud.

use std::path::Path;

use axum::Router;
use axum::extract::Request;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::http::{HeaderValue, StatusCode, Uri};
use axum::response::IntoResponse;
use axum::routing::get;
use commerce::Shop;
use domain::Locale;
use payments::WebhookVerifier;
use site_generator::is_own_page;
use tower::{ServiceExt, service_fn};
use tower_http::services::{ServeDir, ServeFile};
use utoipa::openapi::OpenApi;
use web::{App, with_policies};

use crate::openapi::description;

/// Every function's router, merged, with the description of all of them.
pub struct Routers {
    /// The router, with the policies that every function has.
    pub api: Router,
    /// Its description.
    pub description: OpenApi,
}

impl Routers {
    /// Mounts every function.
    pub fn new(app: &App, shop: &Shop, verifier: WebhookVerifier) -> Self {
        let functions = [
            signup::routes(app.clone()),
            login::routes(app.clone()),
            checkout::routes(app.clone(), shop.clone()),
            stripe_webhook::routes(app.clone(), shop.clone(), verifier),
            enrollment::routes(app.clone()),
            profile::routes(app.clone()),
            authoring::routes(app.clone()),
            admin::routes(app.clone()),
        ];
        let (mut api, mut parts) = (Router::new(), Vec::new());
        for function in functions {
            let (router, part) = function.split_for_parts();
            api = api.merge(router);
            parts.push(part);
        }
        let description = description(&app.settings.platform_name, parts);
        let served = serde_json::to_string(&description).unwrap_or_default();
        let api = api.route("/api/openapi.json", get(async move || ([(CONTENT_TYPE, "application/json")], served)));
        Self { api: with_policies(api, app.clone()), description }
    }
}

/// How long browsers keep what is named after its content.
const FINGERPRINTED: HeaderValue = HeaderValue::from_static("public, max-age=31536000, immutable");
/// Pages are asked for again each time; an unchanged one is answered in a few bytes.
const PAGE: HeaderValue = HeaderValue::from_static("public, no-cache");
/// Pages of one's own are kept nowhere: going back after signing out must not show what they were filled with.
const OWN_PAGE: HeaderValue = HeaderValue::from_static("no-store");

/// The site's folder and the functions behind one address.
pub(crate) fn front(api: Router, site: &Path, app: &App) -> Router {
    let locales = app.settings.locales.clone();
    // In the language of the tree that the address stands in.
    let nothing_at = move |path: &str| {
        let locale = Some(Locale::of_path(path)).filter(|locale| locales.contains(locale)).unwrap_or_default();
        format!("{}/404.html", locale.root())
    };
    let (folder, page_of) = (site.to_owned(), nothing_at.clone());
    let not_found = service_fn(move |request: Request| {
        ServeFile::new(folder.join(page_of(request.uri().path()).trim_start_matches('/'))).oneshot(request)
    });
    let files = ServeDir::new(site).append_index_html_on_directories(true).not_found_service(not_found);
    let headers = web::security_headers(&app.settings);
    Router::new().fallback(async move |request: Request| {
        if request.uri().path().starts_with("/api/") {
            return api.oneshot(request).await.into_response();
        }
        // The generator keeps its notes in a hidden folder beside the pages.
        let hidden = request.uri().path().contains("/.") || request.uri().path().to_ascii_lowercase().contains("%2e");
        let (mut parts, body) = request.into_parts();
        if hidden {
            parts.uri = Uri::try_from(nothing_at(parts.uri.path())).unwrap_or_default();
        }
        let request = Request::from_parts(parts, body);
        let lasting = request.uri().path().starts_with("/assets/");
        let page = if is_own_page(request.uri().path().trim_start_matches('/')) { OWN_PAGE } else { PAGE };
        let mut response = files.oneshot(request).await.into_response();
        if hidden {
            *response.status_mut() = StatusCode::NOT_FOUND;
        }
        response.headers_mut().extend(headers);
        let found = response.status().is_success();
        response.headers_mut().insert(CACHE_CONTROL, if lasting && found { FINGERPRINTED } else { page });
        response
    })
}
