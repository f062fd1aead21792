//! The page that shows the mails, and the same as JSON.

use axum::extract::State;
use axum::response::Html;
use axum::routing::get;
use axum::{Json, Router};
use templates::escape_html;

use crate::mailbox::{Mailbox, StoredMail};

pub(super) fn router(mailbox: Mailbox) -> Router {
    Router::new().route("/", get(page)).route("/mail.json", get(json)).with_state(mailbox)
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
