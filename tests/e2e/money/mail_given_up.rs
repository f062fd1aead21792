//! A mail that no server takes is given up in the end, and that looks different from one that was sent.

use std::sync::Arc;

use background::{Background, Schedule};
use jiff::SignedDuration;
use mail::{Letter, MailError, Mailer, Sent};

use super::till::Till;

/// A server that takes nothing.
struct Closed;

impl Mailer for Closed {
    fn send<'a>(&'a self, _: &'a Letter) -> Sent<'a> {
        Box::pin(async { Err(MailError::Server("closed".to_owned())) })
    }
}

/// Proves: F29, P09
#[tokio::test(flavor = "multi_thread")]
async fn a_mail_that_was_given_up_is_found_and_sent_again() {
    let till = Till::open().await;
    till.sell("ada@example.org").await;
    let (world, store) = (&till.world, &till.world.platform.app.store);
    let closed = Background { mailer: Arc::new(Closed), ..world.platform.background().clone() };
    for _ in 0..store::ATTEMPTS_MAX {
        Schedule::SweepOutbox.run(&closed).await.unwrap();
        world.forward(SignedDuration::from_hours(48));
    }
    let given_up = store.given_up_entries(None, 10).await.unwrap().items;
    assert_eq!(given_up.len(), 1);
    assert!(given_up[0].given_up_at.is_some() && given_up[0].closed_at.is_none());
    Schedule::SweepOutbox.run(world.platform.background()).await.unwrap();
    assert!(world.platform.mailbox.mails().is_empty(), "given up is given up");
    assert!(store.redrive_entry(given_up[0].id).await.unwrap());
    Schedule::SweepOutbox.run(world.platform.background()).await.unwrap();
    world.use_password_link("ada@example.org").await;
    assert!(store.given_up_entries(None, 10).await.unwrap().items.is_empty());
    assert!(!store.redrive_entry(given_up[0].id).await.unwrap(), "it was sent");
}
