//! The page that shows the mails, and the same as JSON.

use std::net::IpAddr;

use axum::extract::{Request, State};
use axum::http::StatusCode;
use axum::http::header::HOST;
use axum::middleware::{Next, from_fn};
use axum::response::{Html, IntoResponse, Response};
use axum::routing::get;
use axum::{Json, Router};
use templates::escape_html;

use crate::mailbox::{Mailbox, StoredMail};

pub(super) fn router(mailbox: Mailbox) -> Router {
    let pages = Router::new().route("/", get(page)).route("/mail.json", get(json)).with_state(mailbox);
    pages.layer(from_fn(loopback_only))
}

/// A page of another site can make its own name mean this machine, and would then read the mails with their links: a
/// browser says which name it asked for, and only this machine's own are answered.
async fn loopback_only(request: Request, next: Next) -> Response {
    let host = request.headers().get(HOST).and_then(|value| value.to_str().ok()).unwrap_or_default();
    if is_loopback(host) { next.run(request).await } else { StatusCode::MISDIRECTED_REQUEST.into_response() }
}

fn is_loopback(host: &str) -> bool {
    let name = host.rsplit_once(':').filter(|(_, port)| port.bytes().all(|byte| byte.is_ascii_digit()));
    let name = name.map_or(host, |(name, _)| name).trim_matches(['[', ']']);
    name.eq_ignore_ascii_case("localhost") || name.parse::<IpAddr>().is_ok_and(|address| address.is_loopback())
}

async fn json(State(mailbox): State<Mailbox>) -> Json<Vec<StoredMail>> {
    Json(mailbox.mails())
}

async fn page(State(mailbox): State<Mailbox>) -> Html<String> {
    let mails: String = mailbox.mails().iter().rev().map(entry).collect();
    let empty = if mails.is_empty() { "<p>Nothing has arrived yet.</p>" } else { "" };
    Html(format!(
        "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><meta name=\"viewport\" \
         content=\"width=device-width\"><link rel=\"icon\" href=\"data:,\"><title>Mailbox</title><h1>Mailbox</h1><p>Every mail that the local platform \
         sends ends here.</p>{empty}{mails}</html>"
    ))
}

fn entry(mail: &StoredMail) -> String {
    format!(
        "<article><h2>{}</h2><p>To {} at {}</p>{}</article><hr>",
        escape_html(&mail.subject),
        escape_html(&mail.to),
        escape_html(&mail.received_at),
        with_links(&mail.text)
    )
}

/// The text line by line, web addresses made into links.
fn with_links(text: &str) -> String {
    let line = |line: &str| {
        let trimmed = line.trim();
        if trimmed.starts_with("http://") || trimmed.starts_with("https://") {
            let address = escape_html(trimmed);
            format!("<a href=\"{address}\">{address}</a><br>")
        } else {
            format!("{}<br>", escape_html(line))
        }
    };
    text.lines().map(line).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_this_machines_own_names_are_answered() {
        for own in ["127.0.0.1:4711", "localhost:80", "localhost", "[::1]:4711", "127.0.0.1"] {
            assert!(is_loopback(own), "{own}");
        }
        for other in
            ["", "evil.example", "evil.example:4711", "127.0.0.1.evil.example", "10.0.0.1:80", "localhost.evil"]
        {
            assert!(!is_loopback(other), "{other}");
        }
    }
}
