//! Proving a second factor, when signing in and once more later; and how often codes of an app were refused.

use aws_sdk_dynamodb::types::AttributeValue;
use domain::{AccountId, LoginId};
use jiff::SignedDuration;

use crate::item::read;
use crate::keys::Key;
use crate::patterns::guessing::failures_in_a_row;
use crate::patterns::logins::{self, Login, SecondFactor, Session};
use crate::patterns::passwords::Credential;
use crate::patterns::second_factors::{FactorChange, SecondFactors};
use crate::transaction::{Failure, Transaction};
use crate::{Store, StoreError, keys};

/// How long the longer count of refused codes is kept.
const LATELY_S: i64 = 30 * 24 * 60 * 60;

/// How many codes were refused since the last proof.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct RefusedCodes {
    /// In a row since the last end of all logins, such as another password by a link.
    pub in_a_row: u64,
    /// Within this month (thirty days, counted from 1970), whatever became of the password.
    pub lately: u64,
    /// Passkeys in a row; they switch nothing off.
    pub passkeys: u64,
}

impl Store {
    /// The second factor is proved: a login that opens what the account may, and lives as long as any, takes the place of
    /// the one that owed it, so that nothing that was handed out before the proof opens more than it did. `after` has what
    /// was used for it used up; of several proofs by one code, one succeeds. Fails as missing where the password is another
    /// one than this login proved.
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
            question: None,
            expires_at: login.created_at.saturating_add(lifetime).unwrap_or(now),
            ..login.clone()
        };
        let SecondFactor::Owed { tell_owner, password_of, .. } = login.second_factor else {
            return Err(StoreError::Missing("the login"));
        };
        let mut transaction = self
            .with_factors(after)?
            .same_epoch(login.account, login.epoch)
            .same_password(login.account, password_of, Failure::Missing("the password"))
            .delete(&logins::key(login), login.version, "the login")
            .create(logins::item(&next)?, "the login");
        if tell_owner {
            transaction = transaction.create(self.new_device(login)?, "the mail");
        }
        for ended in self.logins_to_clear(&half.account, &next).await? {
            transaction = transaction.drop(&ended);
        }
        self.committed(transaction, login.account, told).await?;
        Ok(next)
    }

    /// Notes that the password and a second factor were proved once more with this login. `after` has what was used for it
    /// used up. Fails as missing where the password is another one than was proved.
    pub async fn confirm_with_factor(
        &self,
        login: &Login,
        proved: &Credential,
        after: SecondFactors,
        told: Option<FactorChange>,
    ) -> Result<Login, StoreError> {
        let now = self.now();
        let next = Login {
            version: login.version + 1,
            confirmed_at: now,
            second_factor: SecondFactor::Proved { at: now },
            question: None,
            ..login.clone()
        };
        let transaction = self
            .with_factors(after)?
            .same_epoch(login.account, login.epoch)
            .same_password(login.account, Some(proved.changed_at), Failure::Missing("the password"))
            .replace(logins::item(&next)?, login.version, "the login");
        self.committed(transaction, login.account, told).await?;
        Ok(next)
    }

    async fn committed(
        &self,
        transaction: Transaction<'_>,
        account: AccountId,
        told: Option<FactorChange>,
    ) -> Result<(), StoreError> {
        let transaction = match told {
            Some(change) => transaction.create(self.factor_notice(account, change)?, "the mail"),
            None => transaction,
        };
        transaction.commit().await
    }

    /// The second factors that a login owes or proves once more, and how much was refused since the last proof.
    pub async fn factors_and_refused(&self, login: &Login) -> Result<(SecondFactors, RefusedCodes), StoreError> {
        let account = login.account;
        let wanted = [
            keys::second_factors(account),
            keys::failures(&in_a_row(login)),
            self.refused_lately(account),
            keys::failures(&passkeys_in_a_row(login)),
        ];
        let mut items = self.table.get_all(&wanted).await?.into_iter();
        let stored: Option<SecondFactors> = items.next().flatten().map(read).transpose()?;
        let mut count = || Ok::<_, StoreError>(items.next().flatten().map(failures_in_a_row).transpose()?.unwrap_or(0));
        let refused = RefusedCodes { in_a_row: count()?, lately: count()?, passkeys: count()? };
        Ok((stored.unwrap_or_else(|| SecondFactors::none_of(account)), refused))
    }

    /// Counts a refused code, and gives how many there were.
    pub async fn count_refused_code(&self, login: &Login) -> Result<RefusedCodes, StoreError> {
        let now = self.now();
        let key = self.refused_lately(login.account);
        let ends = (self.month() + 1) * LATELY_S;
        let when = ("last_at", AttributeValue::S(now.to_string()));
        let lately = self.add_and_set(&key, &["in_a_row"], 1, ends, Some(when)).await?;
        let in_a_row = self.count_failure_in(&in_a_row(login)).await?;
        Ok(RefusedCodes { in_a_row, lately: lately.first().copied().unwrap_or(0), passkeys: 0 })
    }

    /// Counts a refused passkey, and gives how many there were in a row.
    pub async fn count_refused_passkey(&self, login: &Login) -> Result<u64, StoreError> {
        self.count_failure_in(&passkeys_in_a_row(login)).await
    }

    /// Forgets them, after a proof.
    pub async fn forget_refused_codes(&self, login: &Login, refused: RefusedCodes) -> Result<(), StoreError> {
        if refused.passkeys > 0 {
            self.forget_failures_in(&passkeys_in_a_row(login)).await?;
        }
        if refused.in_a_row == 0 && refused.lately == 0 {
            return Ok(());
        }
        self.forget_failures_in(&in_a_row(login)).await?;
        self.forget_failures_in(&lately(login.account, self.month())).await
    }

    /// Tells the owner that somebody has the password and not the second factor.
    pub async fn warn_of_refused_factor(&self, account: AccountId, change: FactorChange) -> Result<(), StoreError> {
        self.table.put(self.factor_notice(account, change)?).await
    }

    pub(super) fn refused_lately(&self, account: AccountId) -> Key {
        keys::failures(&lately(account, self.month()))
    }

    /// Which thirty days since 1970 these are.
    fn month(&self) -> i64 {
        self.now().as_second().div_euclid(LATELY_S)
    }
}

/// Where codes in a row are counted: another password by mail, like every end of all logins, begins anew.
fn in_a_row(login: &Login) -> String {
    format!("codes#{}#{}", login.account, login.epoch)
}

/// Where refused passkeys in a row are counted.
fn passkeys_in_a_row(login: &Login) -> String {
    format!("passkeys#{}#{}", login.account, login.epoch)
}

/// Where codes are counted whatever becomes of the password: whoever holds the mailbox chooses one as often as they like.
fn lately(account: AccountId, month: i64) -> String {
    format!("codes-lately#{account}#{month}")
}
