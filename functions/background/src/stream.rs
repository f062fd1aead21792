//! Records of the table's stream: a mail that is due, a course that changed. A record that fails is named, so that
//! only it comes again; the others are done.

use std::collections::BTreeSet;
use std::sync::Arc;

use aws_lambda_events::event::dynamodb::EventRecord;
use domain::{CourseId, OutboxId};
use serde::Serialize;
use store::{OutboxEntry, Store};

use crate::Background;
use crate::mail_room::deliver;

/// The records that must come again, as the event source mapping reads it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Failures {
    /// One for each record.
    pub batch_item_failures: Vec<Failed>,
}

/// A record that must come again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Failed {
    /// Its sequence number.
    pub item_identifier: String,
}

fn key<'r>(record: &'r EventRecord, name: &str) -> &'r str {
    match record.change.keys.get(name) {
        Some(serde_dynamo::AttributeValue::S(text)) => text,
        _ => "",
    }
}

fn failed(record: &EventRecord) -> Failed {
    Failed { item_identifier: record.change.sequence_number.clone().unwrap_or_default() }
}

/// Works through a batch.
pub async fn handle(background: &Background, records: &[EventRecord]) -> Failures {
    let mut failures = Failures::default();
    let mut courses: BTreeSet<CourseId> = BTreeSet::new();
    let mut of_courses = Vec::new();
    for record in records {
        let (pk, sk) = (key(record, "pk"), key(record, "sk"));
        if let Some(course) = Store::course_from_stream(pk, sk) {
            courses.insert(course);
            of_courses.push(record);
        }
        // Only a fresh entry: every later change of it is our own work.
        if let Some(mail) = OutboxEntry::id_from_stream(pk).filter(|_| record.event_name == "INSERT")
            && !delivered(background, mail).await
        {
            failures.batch_item_failures.push(failed(record));
        }
    }
    if !courses.is_empty() && !published(background, courses.into_iter().collect()).await {
        failures.batch_item_failures.extend(of_courses.into_iter().map(failed));
    }
    failures
}

async fn delivered(background: &Background, mail: OutboxId) -> bool {
    let delivery = deliver(background, mail).await;
    if let Err(error) = &delivery {
        tracing::error!(%mail, %error, "an outbox entry could not be worked on");
    }
    delivery.is_ok()
}

async fn published(background: &Background, changed: Vec<CourseId>) -> bool {
    let Some(site) = background.site.clone() else { return true };
    let _turn = site.turn().await;
    let now_public = match background.app.store.public_courses(&changed).await {
        Ok(courses) => courses,
        Err(error) => {
            tracing::error!(%error, "changed courses could not be read");
            return false;
        }
    };
    let update = publish_apart(site.clone(), changed, now_public).await;
    match &update {
        Some(Ok(done)) => tracing::info!(written = done.written.len(), deleted = done.deleted.len(), "site updated"),
        Some(Err(error)) => tracing::error!(%error, "the site could not be updated"),
        None => tracing::error!("the site could not be updated: the work was ended"),
    }
    matches!(update, Some(Ok(_)))
}

/// Rendering keeps every core busy; requests are answered on another thread meanwhile.
async fn publish_apart(
    site: Arc<crate::SiteKeeper>,
    changed: Vec<CourseId>,
    now_public: Vec<domain::Course>,
) -> Option<crate::SiteUpdate> {
    tokio::task::spawn_blocking(move || site.publish_changes(&changed, now_public)).await.ok()
}
