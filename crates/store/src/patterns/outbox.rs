//! The outbox: mail that was promised by a committed transaction and is still to be sent. It survives every crash,
//! since it is written by the very transaction that makes it due.

mod task;

use authorization::{Granted, act};
use aws_sdk_dynamodb::types::AttributeValue;
use domain::{AccountId, OutboxId};
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

pub use task::Task;

use crate::item::{Attributes, Item, read};
use crate::page::{Cursor, Page};
use crate::patterns::links::Link;
use crate::table::{Index, Question};
use crate::transaction::{Failure, Transaction};
use crate::{Store, StoreError, keys};

/// How long a sender may take before another one picks the entry up.
const LEASE: SignedDuration = SignedDuration::from_secs(60);
/// After so many failures a person must look. With doubling pauses that is about a day.
pub const ATTEMPTS_MAX: u32 = 12;
const FIRST_PAUSE_S: i64 = 30;
/// Done entries stay a while, to answer "was it sent?".
const KEPT: SignedDuration = SignedDuration::from_hours(24 * 30);

/// A mail that is to be sent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OutboxEntry {
    /// Its id; also the mail's `Message-ID`, so a mail sent twice is known as one.
    pub id: OutboxId,
    /// Raised by every change.
    pub version: u64,
    /// What is to be mailed.
    pub task: Task,
    /// Not before this moment.
    pub due_at: Timestamp,
    /// How often it was tried.
    pub attempts: u32,
    /// The name of the key that the secret of the mail's link was derived with; nothing before it was issued.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub link_key: Option<String>,
    /// When it was sent, or found to have nobody to go to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub closed_at: Option<Timestamp>,
    /// When it was given up: after [`ATTEMPTS_MAX`] attempts, or since it cannot be written. A person can have it tried again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub given_up_at: Option<Timestamp>,
}

impl OutboxEntry {
    pub(crate) fn due(id: OutboxId, task: Task, due_at: Timestamp) -> Self {
        Self { id, version: 1, task, due_at, attempts: 0, link_key: None, closed_at: None, given_up_at: None }
    }

    /// The entry that a record of the table's stream is about, told by its key.
    pub fn id_from_stream(pk: &str) -> Option<OutboxId> {
        pk.strip_prefix("OUTBOX#")?.parse().ok()
    }

    pub(crate) fn item(&self) -> Result<Item, StoreError> {
        let item = Item::new(keys::outbox(self.id), self)?;
        Ok(match (self.closed_at, self.given_up_at) {
            (Some(at), _) => item.until(at.saturating_add(KEPT).unwrap_or(at)),
            (None, Some(at)) => item.gsi2(keys::outbox_given_up(self.id, at)),
            (None, None) => item.gsi2(keys::outbox_due(self.id, self.due_at)),
        })
    }
}

impl Store {
    /// Takes an entry to work on, if it is due and nobody else has it. The lease ends by itself.
    pub async fn claim(&self, id: OutboxId) -> Result<Option<OutboxEntry>, StoreError> {
        let now = self.now();
        let Some(entry) = self.table.entity::<OutboxEntry>(&keys::outbox(id)).await? else { return Ok(None) };
        if entry.closed_at.is_some() || entry.given_up_at.is_some() || entry.due_at > now {
            return Ok(None);
        }
        let due_at = now.saturating_add(LEASE).unwrap_or(now);
        let claimed = OutboxEntry { version: entry.version + 1, due_at, ..entry.clone() };
        match self.replace_entry(&claimed, entry.version).await {
            Ok(()) => Ok(Some(claimed)),
            Err(StoreError::Conflict(_)) => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// Stores the link that a mail will carry, under the name of the key that its secret comes from. At a later attempt
    /// the link gets its whole time again, as long as it is still this mail's: one that was used or replaced never
    /// comes back, and the answer is that the link is missing. So it is where another password was set than the one that
    /// was proved for it, or all logins were ended. The mail about a course that nobody paid for takes no link away that is out: whoever typed the
    /// address may have been anybody.
    pub async fn issue_link(&self, entry: OutboxEntry, link: &Link, key: &str) -> Result<OutboxEntry, StoreError> {
        let issued = OutboxEntry { version: entry.version + 1, link_key: Some(key.to_owned()), ..entry.clone() };
        let transaction = Transaction::on(&self.table).replace(issued.item()?, entry.version, "the mail");
        let transaction = match &entry.task {
            Task::EmailLink { account, password_of: Some(set_at), epoch, .. } => {
                let ended = Failure::Missing("the link");
                let transaction = transaction.same_password(*account, Some(*set_at), ended);
                match epoch {
                    Some(epoch) => transaction.same_epoch_or(*account, *epoch, ended),
                    None => transaction,
                }
            }
            _ => transaction,
        };
        let transaction = if entry.link_key.is_none() && entry.task.is_unpaid() {
            let there: Option<Link> = self.table.entity(&keys::link(link.account)).await?;
            match there {
                None => transaction.create(link.item()?, "the link"),
                Some(there) if there.expires_at > self.now() => return Err(StoreError::Conflict("the link")),
                Some(there) => {
                    let values = Attributes::from([(":mail".to_owned(), AttributeValue::S(there.mail.to_string()))]);
                    transaction.put_where(link.item()?, "mail = :mail", values, Failure::Conflict("the link"))
                }
            }
        } else if entry.link_key.is_none() {
            transaction.put(link.item()?)
        } else {
            let values = Attributes::from([(":mail".to_owned(), AttributeValue::S(entry.id.to_string()))]);
            transaction.put_where(link.item()?, "mail = :mail", values, Failure::Missing("the link"))
        };
        transaction.commit().await?;
        Ok(issued)
    }

    /// Nothing was done about the mail after all: it is due at once.
    pub async fn release_entry(&self, entry: OutboxEntry) -> Result<(), StoreError> {
        let free = OutboxEntry { version: entry.version + 1, due_at: self.now(), ..entry.clone() };
        self.replace_entry(&free, entry.version).await
    }

    /// The mail is out. Of one that tells somebody who has no account nothing is kept, neither name nor address.
    pub async fn close_entry(&self, entry: OutboxEntry) -> Result<(), StoreError> {
        if entry.task.is_a_farewell() {
            let transaction = Transaction::on(&self.table);
            return transaction.delete(&keys::outbox(entry.id), entry.version, "the mail").commit().await;
        }
        let closed = OutboxEntry { version: entry.version + 1, closed_at: Some(self.now()), ..entry.clone() };
        self.replace_entry(&closed, entry.version).await
    }

    /// The mail could not be sent: later again, or given up after [`ATTEMPTS_MAX`]. Gives the entry as it is now.
    pub async fn postpone_entry(&self, entry: OutboxEntry) -> Result<OutboxEntry, StoreError> {
        let now = self.now();
        let attempts = entry.attempts + 1;
        let pause = SignedDuration::from_secs(FIRST_PAUSE_S << attempts.min(ATTEMPTS_MAX));
        let given_up_at = (attempts >= ATTEMPTS_MAX).then_some(now);
        let due_at = now.saturating_add(pause).unwrap_or(now);
        let later = OutboxEntry { version: entry.version + 1, attempts, due_at, given_up_at, ..entry.clone() };
        self.replace_entry(&later, entry.version).await?;
        Ok(later)
    }

    /// Has the mail tell something else, now and at every later attempt: one that is sent twice says one thing. Gives the
    /// entry as it is now.
    pub async fn retell_entry(&self, entry: OutboxEntry, task: Task) -> Result<OutboxEntry, StoreError> {
        let retold = OutboxEntry { version: entry.version + 1, task, ..entry };
        self.replace_entry(&retold, entry.version).await?;
        Ok(retold)
    }

    /// The mail can never be sent as it is; a person must look.
    pub async fn give_up_entry(&self, entry: OutboxEntry) -> Result<(), StoreError> {
        let given_up = OutboxEntry { version: entry.version + 1, given_up_at: Some(self.now()), ..entry.clone() };
        self.replace_entry(&given_up, entry.version).await
    }

    /// Mails that were given up, the newest first; for an operator.
    pub async fn given_up_entries(
        &self,
        cursor: Option<&Cursor>,
        limit: usize,
    ) -> Result<Page<OutboxEntry>, StoreError> {
        let question = Question::of(keys::OUTBOX_GIVEN_UP, "").through(Index::Gsi2).newest_first();
        self.table.page(&question, cursor, limit).await
    }

    /// Has a mail that was given up tried again from the start. `false` where it was not given up.
    pub async fn redrive_entry(&self, id: OutboxId) -> Result<bool, StoreError> {
        let Some(entry) = self.table.entity::<OutboxEntry>(&keys::outbox(id)).await? else { return Ok(false) };
        if entry.given_up_at.is_none() {
            return Ok(false);
        }
        let (version, due_at) = (entry.version + 1, self.now());
        // Its link has run out meanwhile, and nobody ever got it: it is issued anew.
        let link_key = None;
        let again = OutboxEntry { version, attempts: 0, due_at, link_key, given_up_at: None, ..entry.clone() };
        self.replace_entry(&again, entry.version).await?;
        Ok(true)
    }

    /// Tells the owner of an account that somebody applied for a course that is in it already.
    pub async fn tell_owner(
        &self,
        _: &Granted<act::ApplyForCourse>,
        account: AccountId,
        course_title: String,
    ) -> Result<(), StoreError> {
        let task = Task::AlreadyOwned { account, course_title };
        self.table.put(OutboxEntry::new(task, self.now(), &*self.entropy).item()?).await
    }

    /// Entries that are due, for the sweeper: whatever the stream missed or a crash left behind.
    pub async fn due_entries(&self, limit: usize) -> Result<Vec<OutboxEntry>, StoreError> {
        let now = self.now();
        let mut due = Vec::new();
        for shard in 0..keys::SHARDS {
            let question = Question::of(keys::outbox_shard(shard), "").through(Index::Gsi2);
            // One that does not read back must not keep the others.
            for item in self.table.some(&question, limit).await? {
                match read::<OutboxEntry>(item) {
                    Ok(entry) => due.extend(Some(entry).filter(|entry| entry.due_at <= now)),
                    Err(error) => tracing::error!(%error, "an outbox entry does not read back"),
                }
            }
        }
        Ok(due)
    }

    /// Puts a mail into the outbox that follows from no other write: a password link that somebody asked for.
    pub async fn request_password_link(
        &self,
        grant: Granted<act::RequestPasswordLink>,
        has_password: bool,
    ) -> Result<(), StoreError> {
        let account = grant.target().account.id;
        let task = if has_password { Task::PasswordReset { account } } else { Task::AccountInvited { account } };
        self.table.put(OutboxEntry::new(task, self.now(), &*self.entropy).item()?).await
    }

    async fn replace_entry(&self, entry: &OutboxEntry, version: u64) -> Result<(), StoreError> {
        self.table.replace(entry.item()?, version, "the mail").await
    }
}
