//! What a half signed-in browser is asked for its passkey, and what becomes of a passkey that somebody copied. The record
//! is the one of all second factors.

use authorization::Action;
use domain::Account;
use serde_json::json;

use crate::patterns::audit::{Doer, Record};
use crate::patterns::logins::Session;
use crate::patterns::second_factors::{FactorChange, SecondFactors};
use crate::{Store, StoreError};

impl Store {
    /// Keeps a question that a half signed-in browser is asked.
    pub async fn ask_for_passkey(&self, _: &Session, after: SecondFactors) -> Result<(), StoreError> {
        self.with_factors(after)?.commit().await
    }

    /// Keeps that the question was answered, and not as it should be: it is used up.
    pub async fn use_question_up(&self, _: &Session, factors: SecondFactors) -> Result<(), StoreError> {
        self.with_factors(SecondFactors { question: None, ..factors })?.commit().await
    }

    /// Keeps that the passkey with this id signed with a count that was used before: the owner is told, the audit has a
    /// line, and the question is used up.
    pub async fn refuse_copied_passkey(
        &self,
        half: &Session,
        factors: SecondFactors,
        id: &str,
    ) -> Result<(), StoreError> {
        let account: &Account = &half.account;
        let name = factors.passkeys.iter().find(|passkey| passkey.id == id).map(|passkey| passkey.name.clone());
        let refused = json!({ "passkey_refused": name, "because": "its count of signatures went backwards" });
        let record = Record { object: format!("account:{}", account.id), before: None, after: Some(refused) };
        let transaction = self
            .with_factors(SecondFactors { question: None, ..factors })?
            .create(self.factor_notice(account.id, FactorChange::PasskeyCopied)?, "the mail");
        let doer = Doer::of_account(account.id, Action::ManageSecondFactors);
        self.with_line(transaction, doer, record)?.commit().await
    }
}
