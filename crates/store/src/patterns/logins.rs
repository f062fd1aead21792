//! Logins: one record for each signed-in browser, and the one query that tells who asks and what they may do.
//!
//! A login's refresh value is derived from its seed, its generation and a key outside the table, so a copy of the
//! table lets nobody in. Every refresh raises the generation.

use authorization::{GrantObject, Granted, Role, RoleGrant, act};
use aws_sdk_dynamodb::types::AttributeValue;
use domain::{Account, AccountId, LoginId};
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use crate::item::{Attributes, Item, is_expired, read, sort_key};
use crate::keys::Key;
use crate::table::Question;
use crate::transaction::Transaction;
use crate::{Store, StoreError, keys};

/// The most browsers an account is signed in with at once; the oldest gives way. Keeps the standing query small.
pub const LOGINS_MAX: usize = 20;

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
    /// What the browser calls itself, shortened.
    pub device: String,
    /// When it began.
    pub created_at: Timestamp,
    /// When it was last refreshed.
    pub refreshed_at: Timestamp,
    /// The end that no refresh moves.
    pub expires_at: Timestamp,
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

/// A role grant as stored.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct StoredGrant {
    pub(crate) role: String,
    pub(crate) object: GrantObject,
}

impl StoredGrant {
    pub(crate) fn into_grant(self) -> Result<RoleGrant, StoreError> {
        let role =
            Role::from_id(&self.role).ok_or_else(|| StoreError::Corrupt(format!("unknown role {}", self.role)))?;
        Ok(RoleGrant { role, object: self.object })
    }
}

fn item(login: &Login) -> Result<Item, StoreError> {
    Ok(Item::new(keys::login(login.account, login.id), login)?.until(login.expires_at))
}

impl Store {
    /// Who asks: account, role grants and the login, in one strongly read query. `None` where the login has ended.
    pub async fn session(&self, account: AccountId, login: LoginId) -> Result<Option<Session>, StoreError> {
        let now = self.now();
        let items = self.table.all(&Question::of(keys::account_partition(account), keys::STANDING)).await?;
        let wanted = keys::login(account, login);
        let (mut found, mut of_account, mut grants) = (None, None, Vec::new());
        for item in items {
            match sort_key(&item) {
                key if key == wanted.sk && !is_expired(&item, now) => found = Some(read::<Login>(item)?),
                key if key == keys::STANDING => of_account = Some(read::<Account>(item)?),
                key if key.starts_with(keys::ROLE) => grants.push(read::<StoredGrant>(item)?.into_grant()?),
                _ => {}
            }
        }
        Ok(of_account.zip(found).map(|(account, login)| Session { account, grants, login }))
    }

    /// Begins a login for an account whose password was just proved. Fails if the account has changed meanwhile: a
    /// deactivation is never overtaken. `seed` is random.
    pub async fn begin_login(
        &self,
        account: &Account,
        seed: String,
        device: String,
        lifetime: SignedDuration,
    ) -> Result<Login, StoreError> {
        let now = self.now();
        let login = Login {
            id: LoginId::new(now, &*self.entropy),
            account: account.id,
            version: 1,
            generation: 0,
            seed,
            device,
            created_at: now,
            refreshed_at: now,
            expires_at: now.saturating_add(lifetime).unwrap_or(now),
        };
        let logins = self.logins_of(account.id).await?;
        let mut transaction = Transaction::on(&self.table)
            .unmoved(&keys::account(account.id), account.version, "the account")
            .create(item(&login)?, "the login")
            .add(&keys::logins(account.id), "ADD version :one", Attributes::from([(":one".to_owned(), one())]));
        // Ids sort by age, so the first are the oldest.
        let surplus = (logins.keys.len() + 1).saturating_sub(LOGINS_MAX);
        for oldest in logins.keys.iter().take(surplus) {
            transaction = transaction.drop(oldest);
        }
        transaction.commit().await?;
        Ok(login)
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

    /// Ends a login whose refresh value was used twice: somebody has a copy.
    pub async fn end_stolen_login(&self, login: &Login) -> Result<(), StoreError> {
        Transaction::on(&self.table).drop(&keys::login(login.account, login.id)).commit().await
    }

    /// The logins of the account that asks, the newest first.
    pub async fn own_logins(&self, grant: &Granted<act::ManageOwnLogins>) -> Result<Vec<Login>, StoreError> {
        let account = grant.target().account.id;
        let now = self.now();
        let items = self.table.all(&Question::of(keys::account_partition(account), keys::LOGIN).newest_first()).await?;
        items.into_iter().filter(|item| !is_expired(item, now)).map(read).collect()
    }

    /// Ends one login of the account that asks.
    pub async fn end_own_login(&self, grant: Granted<act::ManageOwnLogins>, login: LoginId) -> Result<(), StoreError> {
        let key = keys::login(grant.target().account.id, login);
        Transaction::on(&self.table).drop(&key).commit().await
    }

    /// Ends every login of the account that asks.
    pub async fn end_own_logins(&self, grant: Granted<act::ManageOwnLogins>) -> Result<(), StoreError> {
        let mut transaction = Transaction::on(&self.table);
        for login in self.logins_of(grant.target().account.id).await?.keys {
            transaction = transaction.drop(&login);
        }
        transaction.commit().await
    }

    pub(crate) async fn logins_of(&self, account: AccountId) -> Result<Logins, StoreError> {
        let question = Question::of(keys::account_partition(account), keys::LOGINS_AND_COUNT);
        Logins::among(account, &self.table.all(&question).await?)
    }
}

fn one() -> AttributeValue {
    AttributeValue::N("1".to_owned())
}

/// The logins of an account at one moment, to be ended together.
#[derive(Debug)]
pub(crate) struct Logins {
    account: AccountId,
    pub(crate) keys: Vec<Key>,
    /// How many were begun until then; `None` where none ever was.
    begun: Option<u64>,
}

/// The count of an account's logins.
#[derive(Debug, Deserialize)]
struct Begun {
    version: u64,
}

impl Logins {
    /// Finds them among the items of an account.
    pub(crate) fn among(account: AccountId, items: &[Attributes]) -> Result<Self, StoreError> {
        let pk = keys::account_partition(account);
        let logins = items.iter().map(sort_key).filter(|key| key.starts_with(keys::LOGIN));
        let keys = logins.map(|sk| Key { pk: pk.clone(), sk: sk.to_owned() }).collect();
        let count = items.iter().find(|item| sort_key(item) == keys::LOGINS);
        let begun: Option<Begun> = count.cloned().map(read).transpose()?;
        Ok(Self { account, keys, begun: begun.map(|begun| begun.version) })
    }

    /// Ends all of them with a transaction, which fails if another one has begun meanwhile: none slips through between
    /// the look and the write.
    pub(crate) fn end<'t>(&self, transaction: Transaction<'t>) -> Transaction<'t> {
        let count = keys::logins(self.account);
        let transaction = match self.begun {
            Some(begun) => transaction.unmoved(&count, begun, "the logins"),
            None => transaction.absent(&count, "the logins"),
        };
        self.keys.iter().fold(transaction, |transaction, login| transaction.drop(login))
    }
}
