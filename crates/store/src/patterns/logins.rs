//! Logins: one record for each signed-in browser, and the one query that tells who asks and what they may do.
//!
//! A login's refresh value is derived from its seed, its generation and a key outside the table, so a copy of the
//! table lets nobody in. Every refresh raises the generation.

use authorization::{Granted, RoleGrant, Standing, act};
use domain::{Account, AccountId, LoginId};
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use crate::item::{Attributes, Item, is_expired, read, sort_key};
use crate::keys::Key;
use crate::patterns::acting::Acting;
use crate::patterns::outbox::{OutboxEntry, Task};
use crate::patterns::passkeys::PasskeyQuestion;
use crate::patterns::passwords::Credential;
use crate::patterns::standing::{Held, stored_standing};
use crate::table::Question;
use crate::transaction::{Failure, Transaction, number};
use crate::{Store, StoreError, keys};

/// One signed-in browser.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Login {
    /// Its id.
    pub id: LoginId,
    /// Whose.
    pub account: AccountId,
    /// Raised by every change.
    pub version: u64,
    /// How often it was refreshed.
    pub generation: u64,
    /// Random, in hexadecimal; half of what refresh values are derived from.
    pub seed: String,
    /// The account's login epoch when the login began. Once the account's is another, the login has ended.
    #[serde(default)]
    pub epoch: u64,
    /// What the browser calls itself, shortened.
    pub device: String,
    /// When the password was last proved with it.
    #[serde(default)]
    pub confirmed_at: Timestamp,
    /// When it began.
    pub created_at: Timestamp,
    /// When it was last refreshed.
    pub refreshed_at: Timestamp,
    /// The end that no refresh moves.
    pub expires_at: Timestamp,
    /// What became of the second factor, where the account has one.
    #[serde(default, skip_serializing_if = "SecondFactor::is_not_asked")]
    pub second_factor: SecondFactor,
    /// The device cookie's id of the browser it began in, where that was known to the account.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub known_as: Option<String>,
    /// What its browser was asked for a passkey and has not answered yet.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub question: Option<PasskeyQuestion>,
    /// Who opened it, where that is not the account's owner.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub acting: Option<Acting>,
}

/// What a login knows of its account's second factor.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SecondFactor {
    /// The account had none when the login began.
    #[default]
    NotAsked,
    /// The password alone was proved: this login opens nothing yet.
    Owed {
        /// Whether the owner is told of the browser, once it is proved.
        tell_owner: bool,
        /// When the password that was proved was set: another one since, and this proves nothing.
        #[serde(default)]
        password_of: Option<Timestamp>,
    },
    /// It was proved with this login.
    Proved {
        /// When.
        at: Timestamp,
    },
}

impl SecondFactor {
    fn is_not_asked(&self) -> bool {
        *self == Self::NotAsked
    }

    /// Whether it was proved.
    pub fn is_proved(&self) -> bool {
        matches!(self, Self::Proved { .. })
    }

    /// Whether it is still to be proved.
    pub fn is_owed(&self) -> bool {
        matches!(self, Self::Owed { .. })
    }
}

/// What a login begins with.
#[derive(Debug, Clone)]
pub struct NewLogin {
    /// Random, in hexadecimal.
    pub seed: String,
    /// What the browser calls itself, shortened.
    pub device: String,
    /// Whether the owner is told of it. Of one that owes its second factor, they are told once that is proved.
    pub tell_owner: bool,
    /// What is known of the second factor. Until one that is owed is proved, the login opens nothing.
    pub second_factor: SecondFactor,
    /// The device cookie's id of a browser that is known to the account.
    pub known_as: Option<String>,
    /// When the password that was proved was set; nothing for an account without any.
    pub password_of: Option<Timestamp>,
    /// Which version of the second factors was looked at, 0 for none at all; nothing where they were not asked about.
    pub factors_of: Option<u64>,
}

/// A signed-in account: who asks, and everything they were granted.
#[derive(Debug, Clone)]
pub struct Session {
    /// The account.
    pub account: Account,
    /// Roles beside that of the kind.
    pub grants: Vec<RoleGrant>,
    /// The login that the request came with.
    pub login: Login,
}

impl Session {
    /// How the account stands at `now`.
    pub fn standing(&self, now: Timestamp) -> Standing {
        Standing::of(&self.account, self.grants.clone(), now)
    }
}

pub(super) fn item(login: &Login) -> Result<Item, StoreError> {
    Ok(Item::new(key(login), login)?.until(login.expires_at))
}

/// Where a login is kept. Those that owe a second factor lie apart: whoever knows the password alone begins them, and
/// however many they are, they make no request of the account's owner dearer and push nothing out.
pub(super) fn key(login: &Login) -> Key {
    match login.second_factor.is_owed() {
        true => keys::half_login(login.account, login.id),
        false => keys::login(login.account, login.id),
    }
}

impl Store {
    /// Who asks: account, role grants and the login, in one strongly read query; and in another one what the profiles and
    /// custom roles bring, for those who hold any. `None` where the login has ended, or owes a second factor.
    pub async fn session(&self, account: AccountId, login: LoginId) -> Result<Option<Session>, StoreError> {
        let now = self.now();
        let items = self.standing_items(account).await?;
        let wanted = keys::login(account, login);
        let found = items.iter().find(|item| sort_key(item) == wanted.sk && !is_expired(item, now)).cloned();
        let login = found.map(read::<Login>).transpose()?.filter(|login| !login.second_factor.is_owed());
        self.session_of(items, login).await
    }

    /// The same for whoever has proved the password and owes the second factor: it opens nothing but the way to prove it.
    pub async fn half_session(&self, account: AccountId, login: LoginId) -> Result<Option<Session>, StoreError> {
        let key = keys::half_login(account, login);
        let (items, login) = tokio::try_join!(self.standing_items(account), self.table.entity::<Login>(&key))?;
        self.session_of(items, login.filter(|login| login.expires_at > self.now())).await
    }

    async fn standing_items(&self, account: AccountId) -> Result<Vec<Attributes>, StoreError> {
        self.table.all(&Question::of(keys::account_partition(account), keys::STANDING)).await
    }

    async fn session_of(&self, items: Vec<Attributes>, login: Option<Login>) -> Result<Option<Session>, StoreError> {
        let Some(login) = login else { return Ok(None) };
        let Some(standing) = stored_standing(items)? else { return Ok(None) };
        // Whose login has ended is not asked for what they hold.
        if login.epoch != standing.account.login_epoch {
            return Ok(None);
        }
        let Held { account, grants, .. } = self.merged(standing).await?;
        Ok(Some(Session { account, grants, login }))
    }

    /// Begins a login for an account whose password was just proved, under the epoch that `account` had then. Fails
    /// if logins were ended meanwhile, or if password or second factors are no longer what was looked at: neither a
    /// deactivation nor another password nor a first factor is ever overtaken.
    pub async fn begin_login(
        &self,
        account: &Account,
        begun: NewLogin,
        lifetime: SignedDuration,
    ) -> Result<Login, StoreError> {
        let now = self.now();
        let login = Login {
            id: LoginId::new(now, &*self.entropy),
            account: account.id,
            version: 1,
            generation: 0,
            seed: begun.seed,
            epoch: account.login_epoch,
            device: begun.device,
            confirmed_at: now,
            created_at: now,
            refreshed_at: now,
            expires_at: now.saturating_add(lifetime).unwrap_or(now),
            second_factor: begun.second_factor,
            known_as: begun.known_as,
            question: None,
            acting: None,
        };
        let changed = Failure::Conflict("the password");
        let mut transaction = Transaction::on(&self.table)
            .same_epoch(account.id, account.login_epoch)
            .same_password(account.id, begun.password_of, changed)
            .create(item(&login)?, "the login");
        if let Some(version) = begun.factors_of {
            transaction = transaction.same_factors(account.id, version);
        }
        if begun.tell_owner && !begun.second_factor.is_owed() {
            transaction = transaction.create(self.new_device(&login)?, "the mail");
        }
        for ended in self.logins_to_clear(account, &login).await? {
            transaction = transaction.drop(&ended);
        }
        transaction.commit().await?;
        Ok(login)
    }

    /// The promise of a mail about a browser that is new to the account.
    pub(super) fn new_device(&self, login: &Login) -> Result<Item, StoreError> {
        let now = self.now();
        let task = Task::NewDevice { account: login.account, device: login.device.clone(), at: now };
        OutboxEntry::new(task, now, &*self.entropy).item()
    }

    /// Refreshes a login: one generation on. Of several at once, one succeeds.
    pub async fn refresh_login(&self, login: &Login) -> Result<Login, StoreError> {
        let next = Login {
            version: login.version + 1,
            generation: login.generation + 1,
            refreshed_at: self.now(),
            ..login.clone()
        };
        self.table.replace(item(&next)?, login.version, "the login").await?;
        Ok(next)
    }

    /// Notes that the password was proved once more with this login, unless it is another one by now.
    pub async fn confirm_login(&self, login: &Login, proved: &Credential) -> Result<Login, StoreError> {
        let next = Login { version: login.version + 1, confirmed_at: self.now(), ..login.clone() };
        Transaction::on(&self.table)
            .same_password(login.account, Some(proved.changed_at), Failure::Conflict("the password"))
            .replace(item(&next)?, login.version, "the login")
            .commit()
            .await?;
        Ok(next)
    }

    /// Ends a login whose refresh value was used twice: somebody has a copy.
    pub async fn end_stolen_login(&self, login: &Login) -> Result<(), StoreError> {
        Transaction::on(&self.table).drop(&keys::login(login.account, login.id)).commit().await
    }

    /// The logins of the account that asks, the newest first.
    pub async fn own_logins(&self, grant: &Granted<act::ManageOwnLogins>) -> Result<Vec<Login>, StoreError> {
        let account = &grant.target().account;
        let now = self.now();
        let question = Question::of(keys::account_partition(account.id), keys::LOGIN).newest_first();
        let items = self.table.all(&question).await?;
        let logins = items.into_iter().filter(|item| !is_expired(item, now)).map(read::<Login>);
        let logins = logins.collect::<Result<Vec<_>, _>>()?;
        let live = |login: &Login| login.epoch == account.login_epoch && !login.second_factor.is_owed();
        Ok(logins.into_iter().filter(live).collect())
    }

    /// Ends one login of the account that asks.
    pub async fn end_own_login(&self, grant: Granted<act::ManageOwnLogins>, login: LoginId) -> Result<(), StoreError> {
        let key = keys::login(grant.target().account.id, login);
        Transaction::on(&self.table).drop(&key).commit().await
    }

    /// Ends every login of the account that asks, those included that are just being begun.
    pub async fn end_own_logins(&self, grant: Granted<act::ManageOwnLogins>) -> Result<(), StoreError> {
        Transaction::on(&self.table).end_logins(grant.target().account.id).commit().await
    }
}

impl Transaction<'_> {
    /// Raises an account's login epoch, whatever it is.
    pub(crate) fn end_logins(self, account: AccountId) -> Self {
        let values = Attributes::from([(":zero".to_owned(), number(0)), (":one".to_owned(), number(1))]);
        self.update(&keys::account(account), RAISED, "attribute_exists(pk)", values, Failure::Missing("the account"))
    }

    /// The same of the account as it was judged.
    pub(crate) fn end_logins_at(self, account: AccountId, version: u64) -> Self {
        let values = Attributes::from([
            (":zero".to_owned(), number(0)),
            (":one".to_owned(), number(1)),
            (":version".to_owned(), number(version)),
        ]);
        self.update(&keys::account(account), RAISED, "version = :version", values, Failure::Conflict("the account"))
    }

    /// The same under the condition that it is still this one.
    pub(crate) fn end_logins_of(self, account: AccountId, epoch: u64) -> Self {
        let values = Attributes::from([
            (":epoch".to_owned(), number(epoch)),
            (":next".to_owned(), number(epoch + 1)),
            (":one".to_owned(), number(1)),
        ]);
        let raise = "SET login_epoch = :next, version = version + :one";
        self.update(&keys::account(account), raise, SAME_EPOCH, values, Failure::Conflict("the account"))
    }

    /// Fails where the logins of an account were ended since, or the account is gone.
    pub(crate) fn same_epoch(self, account: AccountId, epoch: u64) -> Self {
        self.same_epoch_or(account, epoch, Failure::Conflict("the account"))
    }

    /// The same, with what it means to the caller.
    pub(crate) fn same_epoch_or(self, account: AccountId, epoch: u64, failure: Failure) -> Self {
        let values = Attributes::from([(":epoch".to_owned(), number(epoch))]);
        self.holds(&keys::account(account), SAME_EPOCH, values, failure)
    }
}

const RAISED: &str = "SET login_epoch = if_not_exists(login_epoch, :zero) + :one, version = version + :one";

/// The epoch is not written before it is raised for the first time.
const SAME_EPOCH: &str = "attribute_exists(pk) AND (login_epoch = :epoch OR attribute_not_exists(login_epoch))";
