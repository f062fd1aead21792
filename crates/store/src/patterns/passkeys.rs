//! What a login is asked for a passkey, and what becomes of a passkey that somebody copied. A question is kept in the
//! login's own record: whoever else has the password asks in a login of theirs, and takes nothing from this one.

use authorization::Action;
use domain::Account;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::json;

use crate::patterns::audit::{Doer, Record};
use crate::patterns::logins::{self, Login, Session};
use crate::patterns::second_factors::{FactorChange, SecondFactors};
use crate::transaction::Transaction;
use crate::{Store, StoreError};

/// What a login was asked and has not answered yet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PasskeyQuestion {
    /// What is needed to check the answer, as JSON.
    pub state: String,
    /// Until when it may be answered.
    pub until: Timestamp,
}

impl Store {
    /// Keeps what a login is asked. A former question of the same login counts no more.
    pub async fn ask_for_passkey(&self, login: &Login, question: PasskeyQuestion) -> Result<(), StoreError> {
        self.with_question(login, Some(question))?.commit().await
    }

    /// Keeps that the question was answered, and not as it should be: it is used up.
    pub async fn use_question_up(&self, login: &Login) -> Result<(), StoreError> {
        self.with_question(login, None)?.commit().await
    }

    /// Keeps that the passkey with this id signed with a count that was used before: the owner is told, the audit has a
    /// line, and the question is used up.
    pub async fn refuse_copied_passkey(
        &self,
        session: &Session,
        factors: &SecondFactors,
        id: &str,
    ) -> Result<(), StoreError> {
        let account: &Account = &session.account;
        let name = factors.passkeys.iter().find(|passkey| passkey.id == id).map(|passkey| passkey.name.clone());
        let refused = json!({ "passkey_refused": name, "because": "its count of signatures went backwards" });
        let record = Record { object: format!("account:{}", account.id), before: None, after: Some(refused) };
        let transaction = self
            .with_question(&session.login, None)?
            .create(self.factor_notice(account.id, FactorChange::PasskeyCopied)?, "the mail");
        let doer = Doer::of_account(account.id, Action::ManageSecondFactors);
        self.with_line(transaction, doer, record)?.commit().await
    }

    /// Nothing is written of a login that has ended meanwhile.
    fn with_question(&self, login: &Login, question: Option<PasskeyQuestion>) -> Result<Transaction<'_>, StoreError> {
        let next = Login { version: login.version + 1, question, ..login.clone() };
        let transaction = Transaction::on(&self.table).same_epoch(login.account, login.epoch);
        Ok(transaction.replace(logins::item(&next)?, login.version, "the login"))
    }
}
