//! Sending what stands in the outbox: claim, issue the link once, hand the mail over, close. A crash between any two
//! steps leaves an entry that becomes due again, and a mail that is sent twice carries one name and one link.

use domain::{AccountId, AccountStatus, OutboxId};
use mail::MailError;
use store::{Link, LinkPurpose, OutboxEntry, Store, StoreError, Task};
use web::LinkSecret;

use crate::Background;
use crate::letters::{Recipient, letter, link_of, secret_of};

/// What became of an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Delivery {
    /// The mail is out.
    Sent,
    /// Nothing to do: sent before, not due, in other hands, or never to be sent.
    Nothing,
    /// It will be tried again.
    Postponed,
}

/// Whom a mail goes to, with what.
struct Ready {
    recipient: Recipient,
    task: Task,
    secret: Option<LinkSecret>,
}

/// Works on one entry.
pub(crate) async fn deliver(background: &Background, id: OutboxId) -> Result<Delivery, StoreError> {
    let store = &background.app.store;
    let Some(mut entry) = store.claim(id).await? else { return Ok(Delivery::Nothing) };
    match prepare(background, &mut entry).await {
        Ok(Some(ready)) => send(background, entry, ready).await,
        Ok(None) => {
            store.close_entry(entry).await?;
            Ok(Delivery::Nothing)
        }
        Err(error) => {
            // Nothing has left the house: whoever tries next need not wait for the lease to end.
            if let Err(error) = store.release_entry(entry).await {
                tracing::warn!(mail = %id, %error, "a mail is free again only when its lease ends");
            }
            Err(error)
        }
    }
}

/// Finds out whom to write to and issues the link; nothing where there is nobody to write to any more.
async fn prepare(background: &Background, entry: &mut OutboxEntry) -> Result<Option<Ready>, StoreError> {
    let (app, store) = (&background.app, &background.app.store);
    let now = app.clock.now();
    if let Some(recipient) = Recipient::without_account(&entry.task) {
        return Ok(Some(Ready { recipient, task: entry.task.clone(), secret: None }));
    }
    let Some(id) = entry.task.account() else { return Ok(None) };
    let account = store.account_to_mail(id).await?;
    // Deleted or switched off since: there is nobody to write to.
    let Some(account) = account.filter(|account| account.status(now) == AccountStatus::Activated) else {
        return Ok(None);
    };
    let task = match entry.task.clone() {
        // An invitation to somebody who has a password by now is a way to another one.
        Task::AccountInvited { account } if store.has_password(account).await? => Task::PasswordReset { account },
        // What nobody paid for is told, and the link that is out stays the way in. Whoever issued a link of their own has
        // decided otherwise before.
        Task::AccessReady { account, course_title, unpaid: true }
            if entry.link_key.is_none() && another_is_out(store, entry, account).await? =>
        {
            *entry = store.retell_entry(entry.clone(), Task::CourseAdded { account, course_title }).await?;
            entry.task.clone()
        }
        task => task,
    };
    let recipient = Recipient::of(account);
    let Some((purpose, lifetime)) = link_of(&task) else { return Ok(Some(Ready { recipient, task, secret: None })) };
    let (key, secret) = secret_of(app, entry).ok_or_else(|| StoreError::Corrupt("no signing key".to_owned()))?;
    let expires_at = now.saturating_add(lifetime).unwrap_or(now);
    let email = task.address().filter(|_| purpose == LinkPurpose::EmailChange).cloned();
    let epoch = match &task {
        Task::EmailLink { epoch, .. } => *epoch,
        _ => None,
    };
    let link = Link { account: id, purpose, secret_hash: secret.hash(), mail: entry.id, expires_at, email, epoch };
    *entry = match store.issue_link(entry.clone(), &link, key).await {
        // Used, or replaced by a newer mail's: this one would open nothing.
        Err(StoreError::Missing(_)) => return Ok(None),
        issued => issued?,
    };
    Ok(Some(Ready { recipient, task, secret: Some(secret) }))
}

/// Whether the account has a link that works and that another mail carries.
async fn another_is_out(store: &Store, entry: &OutboxEntry, account: AccountId) -> Result<bool, StoreError> {
    Ok(store.link_of(account).await?.is_some_and(|link| link.mail != entry.id))
}

/// Writes the letter and hands it over.
async fn send(background: &Background, entry: OutboxEntry, ready: Ready) -> Result<Delivery, StoreError> {
    let (store, Ready { recipient, task, secret }) = (&background.app.store, ready);
    let written = letter(&background.app, &entry, &task, &recipient, secret);
    let sent = match written.map_err(|error| MailError::Content(error.to_string())) {
        Ok(letter) => background.mailer.send(&letter).await,
        Err(error) => Err(error),
    };
    match sent {
        Ok(()) => {
            store.close_entry(entry).await?;
            Ok(Delivery::Sent)
        }
        Err(error @ MailError::Content(_)) => {
            tracing::error!(mail = %entry.id, %error, "a mail can never be sent and is given up");
            store.give_up_entry(entry).await?;
            Ok(Delivery::Nothing)
        }
        Err(error) => {
            tracing::error!(mail = %entry.id, attempts = entry.attempts, %error, "a mail was not sent");
            let later = store.postpone_entry(entry).await?;
            if later.given_up_at.is_some() {
                tracing::error!(mail = %later.id, "a mail is given up: `portico mails redrive` has it tried again");
            }
            Ok(Delivery::Postponed)
        }
    }
}
