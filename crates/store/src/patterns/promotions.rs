//! Promotion codes are kept by the payment provider; here is only who made them and switched them off.

use authorization::{Granted, act};
use domain::{PromotionState, PromotionTerms};
use serde::Serialize;
use serde_json::json;

use crate::patterns::audit::Record;
use crate::transaction::Transaction;
use crate::{Store, StoreError};

/// What became of a code, as the audit keeps it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PromotionOutcome {
    /// `made`, `taken`, `key_used`, `off`, `refused` or `not_known`.
    pub status: &'static str,
    /// The provider's id of the code, where there is one.
    pub promotion: Option<String>,
}

fn object(code: &str) -> String {
    format!("promotion:{code}")
}

impl Store {
    /// Writes into the audit that staff asks for a code, before the provider is asked.
    pub async fn record_promotion(
        &self,
        grant: &Granted<act::EditPromotion>,
        terms: &PromotionTerms,
    ) -> Result<(), StoreError> {
        let record = Record::of(object(terms.code.as_str()), None, Some(terms));
        self.audited(grant, None, record)?.commit().await
    }

    /// Writes into the audit that staff switches a code off, before the provider is asked.
    pub async fn record_promotion_off(
        &self,
        grant: &Granted<act::EditPromotion>,
        code: &str,
        before: PromotionState,
    ) -> Result<(), StoreError> {
        let (before, after) = (json!({ "state": before.word() }), json!({ "state": PromotionState::Off.word() }));
        let record = Record { object: object(code), before: Some(before), after: Some(after) };
        self.audited(grant, None, record)?.commit().await
    }

    /// Writes into the audit what became of it. The provider has answered, whoever lost their rights meanwhile.
    pub async fn record_promotion_outcome(
        &self,
        grant: &Granted<act::EditPromotion>,
        code: &str,
        outcome: &PromotionOutcome,
    ) -> Result<(), StoreError> {
        let record = Record::of(object(code), None, Some(outcome));
        self.with_audit_line(Transaction::on(&self.table), grant, record)?.commit().await
    }
}
