//! What an account's owner proves beside the password: codes of an app, passkeys, and recovery codes for the day when
//! neither is at hand. One record an account, replaced under its version, so that each code and each question to a passkey
//! is used once.
//!
//! The record opens nothing by itself: the app's secret is sealed with a key outside the table, recovery codes are kept
//! as hashes made with one, and of passkeys there is only the public half.

use authorization::{Granted, act};
use domain::{Account, AccountId, LoginId, PasskeyName};
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use crate::item::{Item, read};
use crate::patterns::audit::Record;
use crate::patterns::guessing::failures_in_a_row;
use crate::patterns::logins::{self, Login, SecondFactor, Session};
use crate::patterns::outbox::{OutboxEntry, Task};
use crate::transaction::Transaction;
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
    /// What a browser was asked for its passkey and has not answered yet.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub question: Option<PasskeyQuestion>,
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

/// What a browser was asked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PasskeyQuestion {
    /// The login that was asked. Nobody else's answer counts.
    pub login: LoginId,
    /// What is needed to check the answer, as JSON.
    pub state: String,
    /// Until when it may be answered.
    pub until: Timestamp,
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
    /// Somebody who typed the password right did not have the second factor, several times over.
    Refused,
    /// So often that codes of the app are taken no more.
    CodesOff,
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
            Self::Refused => "refused",
            Self::CodesOff => "codes_off",
        }
    }

    /// Whether there is a factor more than before, which the login that asks has just proved.
    fn adds_one(self) -> bool {
        matches!(self, Self::AppAdded | Self::PasskeyAdded)
    }
}

impl SecondFactors {
    fn none_of(account: AccountId) -> Self {
        let (recovery, passkeys) = (Vec::new(), Vec::new());
        Self { account, version: 0, app: None, offered: None, recovery, passkeys, question: None }
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

    /// The second factors that a login owes.
    pub async fn second_factors_to_prove(&self, half: &Session) -> Result<SecondFactors, StoreError> {
        self.second_factors(half.account.id).await
    }

    async fn second_factors(&self, account: AccountId) -> Result<SecondFactors, StoreError> {
        let stored = self.table.entity(&keys::second_factors(account)).await?;
        Ok(stored.unwrap_or_else(|| SecondFactors::none_of(account)))
    }

    /// Stores a change of what was read, unless somebody else changed it meanwhile or the logins of the account were
    /// ended. `told` is what the owner is mailed; `login` is the one that asks.
    ///
    /// A factor that comes, and the last one that goes, end every other login with the same write: none that began with
    /// the password alone lives beside a factor, and none counts as proved without one.
    pub async fn change_second_factors(
        &self,
        grant: Granted<act::ManageSecondFactors>,
        after: SecondFactors,
        told: Option<FactorChange>,
        login: &Login,
    ) -> Result<(), StoreError> {
        let account = grant.target().account.id;
        let now_is = if told.is_some_and(FactorChange::adds_one) {
            Some(SecondFactor::Proved { at: self.now() })
        } else if login.second_factor.is_proved() && !after.are_asked_for() {
            Some(SecondFactor::NotAsked)
        } else {
            None
        };
        let mut transaction = self.with_factors(after)?;
        transaction = match now_is {
            None => transaction.same_epoch(account, login.epoch),
            Some(second_factor) => {
                let (version, epoch) = (login.version + 1, login.epoch + 1);
                let next = Login { version, epoch, second_factor, ..login.clone() };
                let transaction = transaction.end_logins_of(account, login.epoch);
                transaction.replace(logins::item(&next)?, login.version, "the login")
            }
        };
        if let Some(change) = told {
            transaction = transaction.create(self.factor_notice(account, change)?, "the mail");
        }
        transaction.commit().await
    }

    /// The second factor is proved: a login that opens what the account may, and lives as long as any, takes the place of
    /// the one that owed it, so that nothing that was handed out before the proof opens more than it did. `after` has what
    /// was used for it used up; of several proofs by one code, one succeeds.
    pub async fn prove_second_factor(
        &self,
        half: &Session,
        after: SecondFactors,
        told: Option<FactorChange>,
        lifetime: SignedDuration,
    ) -> Result<Login, StoreError> {
        let (login, now) = (&half.login, self.now());
        let next = Login {
            id: LoginId::new(now, &*self.entropy),
            version: 1,
            second_factor: SecondFactor::Proved { at: now },
            expires_at: login.created_at.saturating_add(lifetime).unwrap_or(now),
            ..login.clone()
        };
        let mut transaction = self
            .with_factors(after)?
            .same_epoch(login.account, login.epoch)
            .delete(&keys::login(login.account, login.id), login.version, "the login")
            .create(logins::item(&next)?, "the login");
        if matches!(login.second_factor, SecondFactor::Owed { tell_owner: true, .. }) {
            transaction = transaction.create(self.new_device(login)?, "the mail");
        }
        if let Some(change) = told {
            transaction = transaction.create(self.factor_notice(login.account, change)?, "the mail");
        }
        transaction.commit().await?;
        Ok(next)
    }

    /// The second factors that a login owes, and how many codes in a row were refused since the last one that was right
    /// or the last end of all logins.
    pub async fn codes_to_prove(&self, half: &Session) -> Result<(SecondFactors, u64), StoreError> {
        let account = half.account.id;
        let wanted = [keys::second_factors(account), keys::failures(&codes_lane(&half.login))];
        let mut items = self.table.get_all(&wanted).await?.into_iter();
        let stored: Option<SecondFactors> = items.next().flatten().map(read).transpose()?;
        let refused = items.next().flatten().map(failures_in_a_row).transpose()?;
        Ok((stored.unwrap_or_else(|| SecondFactors::none_of(account)), refused.unwrap_or(0)))
    }

    /// Counts a refused code, and gives how many there were in a row.
    pub async fn count_refused_code(&self, half: &Session) -> Result<u64, StoreError> {
        self.count_failure_in(&codes_lane(&half.login)).await
    }

    /// Forgets them, after a proof.
    pub async fn forget_refused_codes(&self, half: &Session) -> Result<(), StoreError> {
        self.forget_failures_in(&codes_lane(&half.login)).await
    }

    /// Tells the owner that somebody has the password and not the second factor.
    pub async fn warn_of_refused_factor(&self, half: &Session, change: FactorChange) -> Result<(), StoreError> {
        self.table.put(self.factor_notice(half.account.id, change)?).await
    }

    /// Takes every second factor away and ends every login: the password alone signs in again.
    pub async fn reset_second_factors(&self, grant: Granted<act::ResetSecondFactors>) -> Result<(), StoreError> {
        let account = grant.target().account.id;
        let record = Record::of::<Account>(format!("account:{account}"), None, None);
        let transaction = self.audited(&grant, Some(&keys::account(account)), record)?;
        transaction
            .drop(&keys::second_factors(account))
            .end_logins(account)
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
        OutboxEntry::new(Task::SecondFactor { account, change }, self.now(), &*self.entropy).item()
    }
}

/// Where codes in a row are counted: another password by mail, like every end of all logins, begins anew.
fn codes_lane(login: &Login) -> String {
    format!("codes#{}#{}", login.account, login.epoch)
}
