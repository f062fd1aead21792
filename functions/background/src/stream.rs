//! Records of the table's stream: a mail that is due, a course that changed. A record that fails is named, so that
//! only it comes again; the others are done.

use std::collections::BTreeSet;
use std::sync::Arc;

use aws_lambda_events::event::dynamodb::EventRecord;
use domain::{CourseId, OutboxId};
use serde::Serialize;
use store::{OutboxEntry, Store};

use crate::mail_room::deliver;
use crate::{Background, SiteKeeper};

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

/// Works through a batch: mails that are due, and courses where this process keeps the site.
pub async fn handle(background: &Background, records: &[EventRecord]) -> Failures {
    let mut failures = deliver_mails(background, records).await;
    if let Some(site) = &background.site {
        let publishing = publish(site, &background.app.store, records).await;
        failures.batch_item_failures.extend(publishing.batch_item_failures);
    }
    failures
}

async fn deliver_mails(background: &Background, records: &[EventRecord]) -> Failures {
    let mut failures = Failures::default();
    // Only a fresh entry: every later change of it is our own work.
    for record in records.iter().filter(|record| record.event_name == "INSERT") {
        if let Some(mail) = OutboxEntry::id_from_stream(key(record, "pk"))
            && !delivered(background, mail).await
        {
            failures.batch_item_failures.push(failed(record));
        }
    }
    failures
}

async fn delivered(background: &Background, mail: OutboxId) -> bool {
    // Boxed: what it is made of is too deep for the compiler where it lies inside of others' work.
    let delivery = Box::pin(deliver(background, mail)).await;
    if let Err(error) = &delivery {
        tracing::error!(%mail, %error, "an outbox entry could not be worked on");
    }
    delivery.is_ok()
}

/// Brings the site to what became of the courses of a batch, all at once.
pub async fn publish(site: &Arc<SiteKeeper>, store: &Store, records: &[EventRecord]) -> Failures {
    let course = |record: &EventRecord| Store::course_from_stream(key(record, "pk"), key(record, "sk"));
    let changed: BTreeSet<CourseId> = records.iter().filter_map(course).collect();
    if changed.is_empty() {
        return Failures::default();
    }
    match site.keep_up(store, &changed.into_iter().collect::<Vec<_>>()).await {
        Ok(done) => {
            tracing::info!(written = done.written.len(), deleted = done.deleted.len(), "site updated");
            Failures::default()
        }
        Err(error) => {
            tracing::error!(%error, "the site could not be updated");
            let of_courses = records.iter().filter(|record| course(record).is_some());
            Failures { batch_item_failures: of_courses.map(failed).collect() }
        }
    }
}
