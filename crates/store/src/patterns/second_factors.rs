//! What an account's owner proves beside the password: codes of an app, passkeys, and recovery codes for the day when
//! neither is at hand. One record an account, replaced under its version, so that each code is used once.
//!
//! The record opens nothing by itself: the app's secret is sealed with a key outside the table, recovery codes are kept
//! as hashes made with one, and of passkeys there is only the public half.

use authorization::{Granted, act};
use domain::{Account, AccountId, LoginId, PasskeyName};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::item::{Attributes, Item};
use crate::patterns::audit::Record;
use crate::patterns::links::Link;
use crate::patterns::logins::{self, Login, SecondFactor};
use crate::patterns::outbox::{OutboxEntry, Task};
use crate::transaction::{Failure, Transaction};
use crate::{Store, StoreError, keys};

/// The most passkeys of an account: a telephone, a computer, a key and their spares.
pub const PASSKEYS_MAX: usize = 10;

/// The second factors of an account.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SecondFactors {
    /// Whose.
    pub account: AccountId,
    /// Raised by every change; 0 where nothing is stored yet.
    pub version: u64,
    /// The app whose codes count.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub app: Option<OneTimeCodes>,
    /// An app whose secret was shown and which has not proved itself yet.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub offered: Option<OneTimeCodes>,
    /// Hashes of the recovery codes that are not used yet.
    #[serde(default)]
    pub recovery: Vec<String>,
    /// The passkeys, the oldest first.
    #[serde(default)]
    pub passkeys: Vec<Passkey>,
}

/// An app that shows another code every half minute.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OneTimeCodes {
    /// The secret that app and platform share, sealed.
    pub sealed: String,
    /// When it was shown.
    pub since: Timestamp,
    /// The half minute (counted from 1970) whose code was used last: it and those before it are used up.
    pub last_step: u64,
}

/// One passkey.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Passkey {
    /// Its id, in URL-safe base64.
    pub id: String,
    /// What its owner calls it.
    pub name: PasskeyName,
    /// What is needed to check its signatures, as JSON.
    pub credential: String,
    /// When it was added.
    pub created_at: Timestamp,
    /// When it was last used.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub used_at: Option<Timestamp>,
}

/// What the owner is told of by mail.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FactorChange {
    /// An app was set up.
    AppAdded,
    /// The app was taken away.
    AppRemoved,
    /// A passkey was added.
    PasskeyAdded,
    /// A passkey was taken away.
    PasskeyRemoved,
    /// A passkey was refused: its count of signatures went backwards, so there is a copy of it.
    PasskeyCopied,
    /// There are fresh recovery codes; the former ones are void.
    CodesRenewed,
    /// A recovery code was used to sign in.
    CodeUsed,
    /// An administrator took all of them away.
    Reset,
    /// The link in the mail about the first one took all of them away.
    Undone,
    /// Somebody who typed the password right did not have the second factor, several times over.
    Refused,
    /// So often that codes of the app are taken no more.
    CodesOff,
    /// So often within a month that not even another password brings them back.
    CodesOffForLong,
}

impl FactorChange {
    /// The stable word.
    pub fn word(self) -> &'static str {
        match self {
            Self::AppAdded => "app_added",
            Self::AppRemoved => "app_removed",
            Self::PasskeyAdded => "passkey_added",
            Self::PasskeyRemoved => "passkey_removed",
            Self::PasskeyCopied => "passkey_copied",
            Self::CodesRenewed => "codes_renewed",
            Self::CodeUsed => "code_used",
            Self::Reset => "reset",
            Self::Undone => "undone",
            Self::Refused => "refused",
            Self::CodesOff => "codes_off",
            Self::CodesOffForLong => "codes_off_for_long",
        }
    }
}

impl SecondFactors {
    pub(super) fn none_of(account: AccountId) -> Self {
        let (recovery, passkeys) = (Vec::new(), Vec::new());
        Self { account, version: 0, app: None, offered: None, recovery, passkeys }
    }

    /// Whether the password alone opens nothing. Recovery codes stand in for another factor and are none by themselves.
    pub fn are_asked_for(&self) -> bool {
        self.app.is_some() || !self.passkeys.is_empty()
    }

    /// Without recovery codes, where there is nothing left that they could stand in for.
    pub fn without_codes_of_nothing(self) -> Self {
        if self.are_asked_for() { self } else { Self { recovery: Vec::new(), ..self } }
    }

    fn item(&self) -> Result<Item, StoreError> {
        Item::new(keys::second_factors(self.account), self)
    }
}

impl Store {
    /// The second factors of the account that asks.
    pub async fn own_second_factors(&self, grant: &Granted<act::ManageOwnLogins>) -> Result<SecondFactors, StoreError> {
        self.second_factors(grant.target().account.id).await
    }

    /// The same, before a change.
    pub async fn second_factors_to_change(
        &self,
        grant: &Granted<act::ManageSecondFactors>,
    ) -> Result<SecondFactors, StoreError> {
        self.second_factors(grant.target().account.id).await
    }

    /// The second factors that a login owes, or has to prove once more.
    pub async fn second_factors_to_prove(&self, login: &Login) -> Result<SecondFactors, StoreError> {
        self.second_factors(login.account).await
    }

    async fn second_factors(&self, account: AccountId) -> Result<SecondFactors, StoreError> {
        let stored = self.table.entity(&keys::second_factors(account)).await?;
        Ok(stored.unwrap_or_else(|| SecondFactors::none_of(account)))
    }

    /// Stores a factor more than was read, which the login that asks has just proved, unless somebody else changed them
    /// meanwhile or the logins of the account were ended. `told` is what the owner is mailed.
    ///
    /// With the first one goes a link that takes it away again: whoever learned the password must not lock its owner out.
    /// As long as that works, the account's address stays.
    /// Every login ends with the same write: none that began with the password alone lives beside a factor. In the place
    /// of the one that asks comes another one, with a `seed` of its own: a copy of its cookies has proved nothing.
    pub async fn add_second_factor(
        &self,
        grant: Granted<act::ManageSecondFactors>,
        after: SecondFactors,
        told: FactorChange,
        login: &Login,
        seed: String,
    ) -> Result<Login, StoreError> {
        let (account, now) = (grant.target().account.id, self.now());
        // Whoever has one has proved it with every login that lives.
        let first = !login.second_factor.is_proved();
        let next = Login {
            id: LoginId::new(now, &*self.entropy),
            version: 1,
            generation: 0,
            seed,
            epoch: login.epoch + 1,
            refreshed_at: now,
            second_factor: SecondFactor::Proved { at: now },
            question: None,
            ..login.clone()
        };
        let notice = self.notice_of_factor(account, told, first);
        let mut transaction = self
            .with_factors(after)?
            .end_logins_of(account, login.epoch)
            .delete(&logins::key(login), login.version, "the login")
            .create(logins::item(&next)?, "the login")
            .create(notice.item()?, "the mail");
        if first {
            transaction = transaction.put(Link::undo_to_come(account, notice.id, now).item()?);
        }
        transaction.commit().await?;
        Ok(next)
    }

    /// Stores another change of what was read, under the same conditions. `login` is the one that asks.
    ///
    /// The last factor that goes ends every other login with the same write: none counts as proved without one. Gives the
    /// login as it is now.
    pub async fn change_second_factors(
        &self,
        grant: Granted<act::ManageSecondFactors>,
        after: SecondFactors,
        told: Option<FactorChange>,
        login: &Login,
    ) -> Result<Login, StoreError> {
        let account = grant.target().account.id;
        let transaction = self.with_factors(after.clone())?;
        let mut next = login.clone();
        let mut transaction = if login.second_factor.is_proved() && !after.are_asked_for() {
            let (version, epoch, second_factor) = (login.version + 1, login.epoch + 1, SecondFactor::NotAsked);
            next = Login { version, epoch, second_factor, ..next };
            let transaction = transaction.end_logins_of(account, login.epoch);
            transaction.replace(logins::item(&next)?, login.version, "the login")
        } else {
            transaction.same_epoch(account, login.epoch)
        };
        if let Some(change) = told {
            transaction = transaction.create(self.factor_notice(account, change)?, "the mail");
        }
        transaction.commit().await?;
        Ok(next)
    }

    /// Takes every second factor away and ends every login: the password alone signs in again.
    pub async fn reset_second_factors(&self, grant: Granted<act::ResetSecondFactors>) -> Result<(), StoreError> {
        let (account, version) = (grant.target().account.id, grant.target().account.version);
        let record = Record::of::<Account>(format!("account:{account}"), None, None);
        let transaction = self.audited(&grant, Some(&keys::account(account)), record)?;
        transaction
            .drop(&keys::second_factors(account))
            .drop(&self.refused_lately(account))
            .end_logins_at(account, version)
            .create(self.factor_notice(account, FactorChange::Reset)?, "the mail")
            .commit()
            .await
    }

    pub(super) fn with_factors(&self, after: SecondFactors) -> Result<Transaction<'_>, StoreError> {
        let before = after.version;
        let item = SecondFactors { version: before + 1, ..after }.item()?;
        let transaction = Transaction::on(&self.table);
        Ok(match before {
            0 => transaction.create(item, "the second factors"),
            _ => transaction.replace(item, before, "the second factors"),
        })
    }

    pub(super) fn factor_notice(&self, account: AccountId, change: FactorChange) -> Result<Item, StoreError> {
        self.notice_of_factor(account, change, false).item()
    }

    fn notice_of_factor(&self, account: AccountId, change: FactorChange, first: bool) -> OutboxEntry {
        OutboxEntry::new(Task::SecondFactor { account, change, first }, self.now(), &*self.entropy)
    }
}

impl Transaction<'_> {
    /// Fails where the second factors are of another version than this one, 0 for none at all.
    pub(crate) fn same_factors(self, account: AccountId, version: u64) -> Self {
        let key = keys::second_factors(account);
        match version {
            0 => {
                let changed = Failure::Conflict("the second factors");
                self.holds(&key, "attribute_not_exists(pk)", Attributes::new(), changed)
            }
            version => self.unmoved(&key, version, "the second factors"),
        }
    }
}
