//! Logins: one record for each signed-in browser, and the one query that tells who asks and what they may do.
//!
//! A login's refresh value is derived from its seed, its generation and a key outside the table, so a copy of the
//! table lets nobody in. Every refresh raises the generation.

use authorization::{GrantObject, Granted, Role, RoleGrant, act};
use domain::{Account, AccountId, LoginId};
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use crate::item::{Item, is_expired, read, sort_key};
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
        let mut logins = self.login_keys(account.id).await?;
        let mut transaction = Transaction::on(&self.table)
            .unmoved(&keys::account(account.id), account.version, "the account")
            .create(item(&login)?, "the login");
        // Ids sort by age, so the first are the oldest.
        let surplus = (logins.len() + 1).saturating_sub(LOGINS_MAX);
        for oldest in logins.drain(..surplus) {
            transaction = transaction.drop(&oldest);
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
        for login in self.login_keys(grant.target().account.id).await? {
            transaction = transaction.drop(&login);
        }
        transaction.commit().await
    }

    pub(crate) async fn login_keys(&self, account: AccountId) -> Result<Vec<Key>, StoreError> {
        let pk = keys::account_partition(account);
        let items = self.table.all(&Question::of(pk.clone(), keys::LOGIN)).await?;
        Ok(items.iter().map(|item| Key { pk: pk.clone(), sk: sort_key(item).to_owned() }).collect())
    }
}
