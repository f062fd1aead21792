//! Logging in as somebody else: a login of theirs that an administrator opens, for minutes.
//!
//! It is known by its access token alone and never refreshed, so the administrator's own login stays in the browser
//! beside it, and is what is left when it ends.

use authorization::{Granted, act};
use domain::{AccountId, LoginId, Reason};
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use crate::item::read;
use crate::keys::Key;
use crate::patterns::audit::Record;
use crate::patterns::logins::{self, Login, SecondFactor};
use crate::table::Question;
use crate::transaction::Transaction;
use crate::{Store, StoreError, keys};

/// How long somebody is logged in as another one: as long as an access token lives.
pub const ACTING_LASTS: SignedDuration = SignedDuration::from_mins(10);

/// A transaction takes a hundred writes; what is left over goes next time, or runs out.
const CLEARED_MAX: usize = 50;

/// Who is logged in as the account that a login belongs to, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Acting {
    /// The person.
    pub by: AccountId,
    /// Their own login. Once that has ended, so has this one.
    pub own_login: LoginId,
    /// Why.
    pub reason: Reason,
}

impl Store {
    /// Opens a login of the account that was permitted, for its administrator's own login. It takes the place of what
    /// the same login opened there before, and of all that has run out.
    pub async fn begin_acting(
        &self,
        granted: Granted<act::ImpersonateUser>,
        own: &Login,
        reason: Reason,
    ) -> Result<Login, StoreError> {
        let now = self.now();
        let account = &granted.target().account;
        let acting = Acting { by: own.account, own_login: own.id, reason };
        let login = Login {
            id: LoginId::new(now, &*self.entropy),
            account: account.id,
            version: 1,
            generation: 0,
            // Nothing is derived from it: there is no refresh value.
            seed: String::new(),
            epoch: account.login_epoch,
            device: own.device.clone(),
            // No password of the account was proved.
            confirmed_at: Timestamp::UNIX_EPOCH,
            created_at: now,
            refreshed_at: now,
            expires_at: now.saturating_add(ACTING_LASTS).unwrap_or(now),
            second_factor: SecondFactor::NotAsked,
            known_as: None,
            question: None,
            acting: Some(acting.clone()),
        };
        let record = Record::of(format!("account:{}", account.id), None, Some(&acting));
        let transaction = self
            .audited(&granted, None, record)?
            .same_epoch(account.id, account.login_epoch)
            .create(logins::item(&login)?, "the login");
        self.former_acting(account.id, own.id).await?.iter().fold(transaction, Transaction::drop).commit().await?;
        Ok(login)
    }

    /// Logins of an account that were opened for somebody else, and are of no use once `own` opens another one.
    async fn former_acting(&self, account: AccountId, own: LoginId) -> Result<Vec<Key>, StoreError> {
        let now = self.now();
        let items = self.table.all(&Question::of(keys::account_partition(account), keys::LOGIN)).await?;
        let logins = items.into_iter().map(read::<Login>).collect::<Result<Vec<_>, _>>()?;
        let former = |login: &Login| {
            login.acting.as_ref().is_some_and(|acting| acting.own_login == own || login.expires_at <= now)
        };
        let former = logins.iter().filter(|login| former(login)).map(|login| keys::login(account, login.id));
        Ok(former.take(CLEARED_MAX).collect())
    }

    /// Ends a login that was opened for somebody else.
    pub async fn end_acting(&self, granted: Granted<act::ViewSelf>, login: &Login) -> Result<(), StoreError> {
        let record = Record::of(format!("account:{}", login.account), login.acting.as_ref(), None);
        let transaction = self.audited(&granted, Some(&keys::account(login.account)), record)?;
        transaction.drop(&keys::login(login.account, login.id)).commit().await
    }
}
