//! Sending what stands in the outbox: claim, issue the link once, hand the mail over, close. A crash between any two
//! steps leaves an entry that becomes due again, and a mail that is sent twice carries one name and one link.

use domain::{AccountStatus, OutboxId};
use mail::MailError;
use store::{Link, LinkPurpose, StoreError, Task};

use crate::Background;
use crate::letters::{letter, link_of, secret_of};

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

/// Works on one entry.
pub(crate) async fn deliver(background: &Background, id: OutboxId) -> Result<Delivery, StoreError> {
    let (app, store) = (&background.app, &background.app.store);
    let Some(mut entry) = store.claim(id).await? else { return Ok(Delivery::Nothing) };
    let now = app.clock.now();
    let account = store.account_to_mail(entry.task.account()).await?;
    let Some(account) = account.filter(|account| account.status(now) == AccountStatus::Activated) else {
        // Deleted or switched off since: there is nobody to write to.
        store.close_entry(entry).await?;
        return Ok(Delivery::Nothing);
    };
    // An invitation to somebody who has a password by now is a way to another one.
    let task = match entry.task.clone() {
        Task::AccountInvited { account } if store.has_password(account).await? => Task::PasswordReset { account },
        task => task,
    };
    let mut secret = None;
    if let Some((purpose, lifetime)) = link_of(&task) {
        let (key, of_mail) = secret_of(app, &entry).ok_or_else(|| StoreError::Corrupt("no signing key".to_owned()))?;
        let expires_at = now.saturating_add(lifetime).unwrap_or(now);
        let email = task.address().filter(|_| purpose == LinkPurpose::EmailChange).cloned();
        let secret_hash = of_mail.hash();
        let link = Link { account: account.id, purpose, secret_hash, mail: entry.id, expires_at, email };
        entry = match store.issue_link(entry.clone(), &link, key).await {
            Ok(issued) => issued,
            Err(StoreError::Missing(_)) => {
                // Used, or replaced by a newer mail's: this one would open nothing.
                store.close_entry(entry).await?;
                return Ok(Delivery::Nothing);
            }
            Err(error) => return Err(error),
        };
        secret = Some(of_mail);
    }
    let written = letter(app, &entry, &task, &account, secret).map_err(|error| MailError::Content(error.to_string()));
    let sent = match written {
        Ok(letter) => background.mailer.send(&letter).await,
        Err(error) => Err(error),
    };
    match sent {
        Ok(()) => {
            store.close_entry(entry).await?;
            Ok(Delivery::Sent)
        }
        Err(error @ MailError::Content(_)) => {
            tracing::error!(mail = %entry.id, %error, "a mail can never be sent and was given up");
            store.close_entry(entry).await?;
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
