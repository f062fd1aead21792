//! The audit log: a line for every write of staff, in the transaction of the write itself. Lines hold plain ids, so
//! that they outlive whom they name.

use authorization::{Act, Action, Actor, Granted, act};
use domain::{AccountId, AuditId, Lesson};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::item::Item;
use crate::keys::{IndexKey, Key};
use crate::page::{Cursor, Page};
use crate::table::{Index, Question};
use crate::transaction::Transaction;
use crate::{Store, StoreError, keys};

/// One line: who did what to what, and what it looked like before and after.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct AuditLine {
    /// Its id; sorts by time.
    pub id: AuditId,
    /// When.
    pub at: Timestamp,
    /// Who.
    pub actor: Actor,
    /// The person who acted as that account, where it was somebody else.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub behind: Option<AccountId>,
    /// The action's id.
    pub action: String,
    /// What it was done to, as `kind:id`.
    pub object: String,
    /// What it looked like before, as JSON; nothing where it is new.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub before: Option<String>,
    /// What it looks like now, as JSON; nothing where it is gone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<String>,
}

/// A write of staff as the audit sees it.
pub(crate) struct Record {
    pub(crate) object: String,
    pub(crate) before: Option<Value>,
    pub(crate) after: Option<Value>,
}

impl Record {
    /// Only what differs between the two is kept; long texts are shortened.
    pub(crate) fn of<T: Serialize>(object: String, before: Option<&T>, after: Option<&T>) -> Self {
        let json = |entity: Option<&T>| entity.and_then(|entity| serde_json::to_value(entity).ok());
        let (before, after) = differences(json(before), json(after));
        Self { object, before, after }
    }

    /// Names, beside what the course says of itself, the lessons whose text was written with it.
    pub(crate) fn with_lessons(mut self, lessons: &[Lesson]) -> Self {
        if let (false, Some(Value::Object(after))) = (lessons.is_empty(), &mut self.after) {
            let ids = lessons.iter().take(ENTRIES_MAX).map(|lesson| lesson.id.to_string());
            after.insert("lessons_written".to_owned(), ids.collect());
        }
        self
    }
}

/// Who did something, and what it was; kept of a permission that is used up before its line is written.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Doer {
    actor: Actor,
    behind: Option<AccountId>,
    action: Action,
}

impl Doer {
    pub(crate) fn of<A: Act>(granted: &Granted<A>) -> Self {
        let behind = granted.behind().map(|behind| behind.account);
        Self { actor: granted.actor(), behind, action: granted.action() }
    }

    /// What came of something that an account tried and that was refused.
    pub(crate) fn of_account(account: AccountId, action: Action) -> Self {
        Self { actor: Actor::Account(account), behind: None, action }
    }
}

const TEXT_CHARS_MAX: usize = 300;
/// Of lists in lists (lessons in sections) each keeps so many: the longest line stays far below a record's 400 kB.
const ENTRIES_MAX: usize = 10;

fn differences(before: Option<Value>, after: Option<Value>) -> (Option<Value>, Option<Value>) {
    let (before, after) = match (before, after) {
        (Some(Value::Object(mut before)), Some(Value::Object(mut after))) => {
            let same: Vec<String> = before.keys().filter(|key| before.get(*key) == after.get(*key)).cloned().collect();
            for key in same {
                before.remove(&key);
                after.remove(&key);
            }
            for (key, before) in &mut before {
                if let (Value::Array(before), Some(Value::Array(after))) = (before, after.get_mut(key)) {
                    leave_out_what_both_have(before, after);
                }
            }
            (Some(Value::Object(before)), Some(Value::Object(after)))
        }
        other => other,
    };
    (before.map(shortened), after.map(shortened))
}

/// Of two lists only the entries that the other does not have.
fn leave_out_what_both_have(before: &mut Vec<Value>, after: &mut Vec<Value>) {
    let both: Vec<Value> = before.iter().filter(|entry| after.contains(entry)).cloned().collect();
    before.retain(|entry| !both.contains(entry));
    after.retain(|entry| !both.contains(entry));
}

fn shortened(value: Value) -> Value {
    match value {
        Value::String(text) if text.chars().count() > TEXT_CHARS_MAX => {
            let start: String = text.chars().take(TEXT_CHARS_MAX).collect();
            Value::String(format!("{start}…"))
        }
        Value::Array(entries) => {
            let more = entries.len().saturating_sub(ENTRIES_MAX);
            let mut kept: Vec<Value> = entries.into_iter().take(ENTRIES_MAX).map(shortened).collect();
            if more > 0 {
                kept.push(Value::String(format!("… and {more} more")));
            }
            Value::Array(kept)
        }
        Value::Object(fields) => fields.into_iter().map(|(key, value)| (key, shortened(value))).collect(),
        other => other,
    }
}

impl Store {
    /// A transaction of staff: it carries its audit line, and fails if the account that was permitted has changed
    /// since, the one of whoever acts as it, or a profile or custom role by which it was (unless that very record is
    /// what changes).
    pub(crate) fn audited<A: Act>(
        &self,
        granted: &Granted<A>,
        own_key: Option<&Key>,
        record: Record,
    ) -> Result<Transaction<'_>, StoreError> {
        let mut transaction = self.with_audit_line(Transaction::on(&self.table), granted, record)?;
        let of_behind = granted.behind().and_then(|behind| behind.source);
        for source in granted.sources().iter().copied().chain(of_behind) {
            let key = keys::permission_set(source.set);
            if own_key != Some(&key) && !transaction.touches(&key) {
                transaction = transaction.unmoved(&key, source.version, "your rights");
            }
        }
        let behind = granted.behind().map(|behind| (behind.account, behind.version));
        for (account, version) in granted.judged_account().into_iter().chain(behind) {
            let key = keys::account(account);
            if own_key != Some(&key) {
                transaction = transaction.unmoved(&key, version, "your account");
            }
        }
        Ok(transaction)
    }

    /// A transaction of an account in its own affairs. Where somebody else acts as it, the audit is told, and it fails if
    /// that person's account has changed since, or the profile or custom role by which they act: who was demoted or switched
    /// off meanwhile is nobody to act.
    pub(crate) fn own<A: Act>(
        &self,
        granted: &Granted<A>,
        record: impl FnOnce() -> Record,
    ) -> Result<Transaction<'_>, StoreError> {
        match granted.behind() {
            Some(behind) => {
                let transaction = self.with_audit_line(Transaction::on(&self.table), granted, record())?;
                let transaction = transaction.unmoved(&keys::account(behind.account), behind.version, "your account");
                Ok(match behind.source {
                    Some(by) => transaction.unmoved(&keys::permission_set(by.set), by.version, "your rights"),
                    None => transaction,
                })
            }
            None => Ok(Transaction::on(&self.table)),
        }
    }

    /// The transaction with one more line of the audit; for writes that touch several objects.
    pub(crate) fn with_audit_line<'t, A: Act>(
        &self,
        transaction: Transaction<'t>,
        granted: &Granted<A>,
        record: Record,
    ) -> Result<Transaction<'t>, StoreError> {
        self.with_line(transaction, Doer::of(granted), record)
    }

    /// The same for a deed whose permission was used up before: who did it, and what it was.
    pub(crate) fn with_line<'t>(
        &self,
        transaction: Transaction<'t>,
        doer: Doer,
        record: Record,
    ) -> Result<Transaction<'t>, StoreError> {
        let at = self.now();
        let line = AuditLine {
            id: AuditId::new(at, &*self.entropy),
            at,
            actor: doer.actor,
            behind: doer.behind,
            action: doer.action.id().to_owned(),
            object: record.object,
            before: record.before.map(|value| value.to_string()),
            after: record.after.map(|value| value.to_string()),
        };
        let key = Key { pk: keys::audit(&keys::year(at)), sk: line.id.to_string() };
        let of = IndexKey { pk: keys::audit_of(&line.object), sk: line.id.to_string() };
        Ok(transaction.create(Item::new(key, &line)?.gsi1(of), "the audit line"))
    }

    /// The audit log, the newest line first.
    pub async fn audit(
        &self,
        _: &Granted<act::ViewAudit>,
        object: Option<&str>,
        cursor: Option<&Cursor>,
        limit: usize,
    ) -> Result<Page<AuditLine>, StoreError> {
        if let Some(object) = object {
            let question = Question::of(keys::audit_of(object), "").through(Index::Gsi1).newest_first();
            return self.table.page(&question, cursor, limit).await;
        }
        let question_of = |year: &str| Question::of(keys::audit(year), "").newest_first();
        self.table.page_of_parts(keys::years(self.now()), question_of, cursor, limit).await
    }
}
