//! What signing in needs to know, and the count of failures in a row. It is kept by lane: the address for everybody, and
//! a lane of its own for each browser that has proved the password before, so that nobody shuts the owner out.

use aws_sdk_dynamodb::types::AttributeValue;
use domain::{Account, AccountId, EmailAddress, OutboxId, Realm};
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use crate::item::{Attributes, Item, read};
use crate::patterns::logins::Login;
use crate::patterns::outbox::{OutboxEntry, Task};
use crate::patterns::passwords::Credential;
use crate::patterns::second_factors::SecondFactors;
use crate::transaction::Transaction;
use crate::{Store, StoreError, keys};

/// Nobody who left off guessing for half a year goes on where they were.
const KEPT: SignedDuration = SignedDuration::from_hours(24 * 180);

/// What is known of an address when somebody signs in with it.
#[derive(Debug, Clone)]
pub struct SignInFacts {
    /// The account, where there is one.
    pub account: Option<Account>,
    /// Its password, where it has one.
    pub credential: Option<Credential>,
    /// Whether the browser has proved this account's password or mailbox before.
    pub known_device: bool,
    /// Where guesses are counted.
    pub lane: String,
    /// Failures in a row since the last success, and since the password was set.
    pub failures: u64,
    /// What is asked for beside the password, where something is.
    pub second_factors: Option<SecondFactors>,
    /// The version of the stored factors, whether they are asked for or not; 0 where none are stored.
    pub factors_version: u64,
    /// Whether the stored failures were another password's.
    outdated: bool,
}

/// What a browser's device cookie proves.
#[derive(Debug, Clone, Copy)]
pub struct ProvedDevice<'d> {
    /// Whose password or mailbox it has proved.
    pub account: AccountId,
    /// Its own id.
    pub id: &'d str,
    /// The account's login epoch at that time. Once it is another, the browser is no longer known.
    pub epoch: u64,
}

/// Failures in a row, as stored.
#[derive(Debug, Serialize, Deserialize)]
struct Failures {
    in_a_row: u64,
    last_at: Timestamp,
}

/// Whom notes about addresses without an account are for: nobody. They are written all the same, so that a failure
/// takes as long for them as for others.
fn nobody() -> AccountId {
    AccountId::from_bytes([0; 16])
}

/// Where wrong passwords that came with a login are counted.
fn lane_of(login: &Login) -> String {
    format!("own#{}", login.id)
}

/// How many a stored item counts.
pub(super) fn failures_in_a_row(item: Attributes) -> Result<u64, StoreError> {
    Ok(read::<Failures>(item)?.in_a_row)
}

fn kept_until(now: Timestamp) -> Timestamp {
    now.saturating_add(KEPT).unwrap_or(now)
}

impl Store {
    /// The account of an address with its password and its failures, in two round trips. An address without an account
    /// takes both as well, so the time does not tell which it is.
    pub async fn sign_in_facts(
        &self,
        realm: Realm,
        email: &EmailAddress,
        device: Option<ProvedDevice<'_>>,
    ) -> Result<SignInFacts, StoreError> {
        let id = self.account_of_email(realm, email).await?.unwrap_or(nobody());
        let device = device.filter(|device| device.account == id);
        let of_everybody = format!("address#{}#{}", keys::realm(realm), email.normal());
        let of_device = device.map(|device| format!("device#{}", device.id));
        let mut wanted = vec![keys::account(id), keys::password(id), keys::second_factors(id)];
        wanted.push(keys::failures(&of_everybody));
        wanted.extend(of_device.as_deref().map(keys::failures));
        let mut items = self.table.get_all(&wanted).await?.into_iter();
        let account: Option<Account> = items.next().flatten().map(read).transpose()?;
        let credential: Option<Credential> = items.next().flatten().map(read).transpose()?;
        let second_factors: Option<SecondFactors> = items.next().flatten().map(read).transpose()?;
        let epoch = account.as_ref().map(|account| account.login_epoch);
        let known_device = device.is_some_and(|device| Some(device.epoch) == epoch);
        let (lane, at) = match of_device.filter(|_| known_device) {
            Some(lane) => (lane, 1),
            None => (of_everybody, 0),
        };
        let stored: Option<Failures> = items.nth(at).flatten().map(read).transpose()?;
        let factors_version = second_factors.as_ref().map_or(0, |factors| factors.version);
        let second_factors = second_factors.filter(SecondFactors::are_asked_for);
        let since = credential.as_ref().map(|credential| credential.changed_at);
        let outdated = stored.as_ref().zip(since).is_some_and(|(stored, since)| stored.last_at < since);
        let failures = stored.filter(|_| !outdated).map_or(0, |stored| stored.in_a_row);
        Ok(SignInFacts { account, credential, known_device, lane, failures, second_factors, factors_version, outdated })
    }

    /// Counts a failure; gives how many there were in a row.
    pub async fn count_failure(&self, facts: &SignInFacts) -> Result<u64, StoreError> {
        if facts.outdated {
            let now = self.now();
            let first = Failures { in_a_row: 1, last_at: now };
            self.table.put(Item::new(keys::failures(&facts.lane), &first)?.until(kept_until(now))).await?;
            return Ok(1);
        }
        self.count_failure_in(&facts.lane).await
    }

    pub(super) async fn count_failure_in(&self, lane: &str) -> Result<u64, StoreError> {
        let (key, now) = (keys::failures(lane), self.now());
        let ttl = kept_until(now);
        let when = ("last_at", AttributeValue::S(now.to_string()));
        let counts = self.add_and_set(&key, &["in_a_row"], 1, ttl.as_second(), Some(when)).await?;
        Ok(counts.first().copied().unwrap_or(0))
    }

    /// Forgets the failures of a lane, after a success.
    pub async fn forget_failures(&self, facts: &SignInFacts) -> Result<(), StoreError> {
        self.forget_failures_in(&facts.lane).await
    }

    pub(super) async fn forget_failures_in(&self, lane: &str) -> Result<(), StoreError> {
        let never = Failures { in_a_row: 0, last_at: Timestamp::UNIX_EPOCH };
        self.table.put(Item::new(keys::failures(lane), &never)?.until(self.now())).await
    }

    /// Tells an account's owner that somebody keeps guessing.
    pub async fn warn_of_failures(&self, facts: &SignInFacts, password_off: bool) -> Result<(), StoreError> {
        let account = facts.account.as_ref().map_or(nobody(), |account| account.id);
        self.table.put(self.many_failures(account, password_off)?).await
    }

    fn many_failures(&self, account: AccountId, password_off: bool) -> Result<Item, StoreError> {
        let now = self.now();
        let task = Task::ManyFailures { account, password_off };
        OutboxEntry::due(OutboxId::new(now, &*self.entropy), task, now).item()
    }

    /// Counts a wrong password that came with a login; gives how many there were in a row.
    pub async fn count_failure_of(&self, login: &Login) -> Result<u64, StoreError> {
        self.count_failure_in(&lane_of(login)).await
    }

    /// Forgets those of a login, after a right one.
    pub async fn forget_failures_of(&self, login: &Login) -> Result<(), StoreError> {
        self.forget_failures_in(&lane_of(login)).await
    }

    /// Ends a login that guesses at the password on and on, and tells the account's owner.
    pub async fn end_guessing_login(&self, login: &Login) -> Result<(), StoreError> {
        let transaction = Transaction::on(&self.table).drop(&keys::login(login.account, login.id));
        transaction.create(self.many_failures(login.account, false)?, "the mail").commit().await
    }
}
