//! The same done to many accounts with one request: each is judged by itself and has an outcome of its own, and one that
//! is refused keeps no other back.

use std::collections::HashSet;

use domain::{AccountId, EnrollmentState};
use serde::Serialize;
use utoipa::ToSchema;

use crate::context::Cx;
use crate::failure::{Failure, Problem};
use crate::input::FieldErrors;

/// The most accounts of one request. Each takes up to four round trips to the table, one after the other, since they all
/// check the asker's own account: so many take a few seconds of the half minute that the gateway waits.
pub const MANY_MAX: usize = 100;

/// Several accounts, each once, in the order in which they were named.
#[derive(Debug)]
pub struct ManyAccounts(Vec<AccountId>);

impl ManyAccounts {
    /// Reads a list of ids and names every one that is none.
    pub fn read(ids: &[String], errors: &mut FieldErrors) -> Option<Self> {
        if ids.is_empty() || ids.len() > MANY_MAX {
            let refused: Result<Self, _> = Err(format!("must name 1 to {MANY_MAX} accounts"));
            return errors.take("accounts", refused);
        }
        let mut named = HashSet::new();
        let mut accounts = Vec::new();
        let mut complete = true;
        for (at, id) in ids.iter().enumerate() {
            let read = id.parse::<AccountId>().map_err(|_| "must be the id of an account");
            match errors.take(&format!("accounts[{at}]"), read) {
                Some(account) => accounts.extend(Some(account).filter(|account| named.insert(*account))),
                None => complete = false,
            }
        }
        complete.then_some(Self(accounts))
    }
}

/// What became of one account, where it was not refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Deed {
    outcome: OutcomeWord,
    state: Option<EnrollmentState>,
}

impl Deed {
    /// It was done.
    pub const DONE: Deed = Deed { outcome: OutcomeWord::Done, state: None };
    /// It was so already.
    pub const UNCHANGED: Deed = Deed { outcome: OutcomeWord::Unchanged, state: None };

    /// The same about an enrollment, which is in this state now.
    pub fn in_state(self, state: EnrollmentState) -> Self {
        Self { state: Some(state), ..self }
    }
}

/// What became of an account.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
enum OutcomeWord {
    /// It was done.
    Done,
    /// It was so already: nothing was written.
    Unchanged,
    /// It was refused, and is as it was.
    Refused,
}

/// What became of one of several accounts.
#[derive(Debug, Serialize, ToSchema)]
struct AccountOutcome {
    /// The account.
    #[schema(value_type = String)]
    account: AccountId,
    /// What became of it.
    outcome: OutcomeWord,
    /// What its enrollment is now, where it is about enrollments and there is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, example = "enrolled")]
    state: Option<EnrollmentState>,
    /// Why it was refused, as a request about this account alone would have been.
    #[serde(skip_serializing_if = "Option::is_none")]
    problem: Option<Problem>,
}

/// What became of several accounts.
#[derive(Debug, Default, Serialize, ToSchema)]
pub struct Outcomes {
    /// How many it was done to.
    done: usize,
    /// How many were so already.
    unchanged: usize,
    /// How many were refused.
    refused: usize,
    /// Each account, in the order in which they were named.
    outcomes: Vec<AccountOutcome>,
}

impl Outcomes {
    fn note(&mut self, account: AccountId, judged: Result<Deed, Failure>) {
        let (outcome, state, problem) = match judged {
            Ok(Deed { outcome, state }) => (outcome, state, None),
            Err(failure) => (OutcomeWord::Refused, None, Some(failure.problem())),
        };
        *match outcome {
            OutcomeWord::Done => &mut self.done,
            OutcomeWord::Unchanged => &mut self.unchanged,
            OutcomeWord::Refused => &mut self.refused,
        } += 1;
        self.outcomes.push(AccountOutcome { account, outcome, state, problem });
    }
}

/// Does it to one account after the other. The asker's own comes last, whatever its place: what changes it makes every
/// other judgment of this request old. Where nothing answers at all, the whole fails.
pub async fn one_by_one<Doing>(
    cx: &Cx,
    accounts: ManyAccounts,
    deed: impl Fn(AccountId) -> Doing,
) -> Result<Outcomes, Failure>
where
    Doing: Future<Output = Result<Deed, Failure>>,
{
    let ManyAccounts(named) = accounts;
    let (own, others): (Vec<_>, Vec<_>) = named.iter().copied().partition(|account| cx.own_account() == Some(*account));
    let mut judged = Vec::new();
    for account in others.into_iter().chain(own) {
        match deed(account).await {
            Err(Failure::Unavailable) if judged.is_empty() => return Err(Failure::Unavailable),
            outcome => judged.push((account, outcome)),
        }
    }
    judged.sort_by_key(|(account, _)| named.iter().position(|one| one == account));
    let mut outcomes = Outcomes::default();
    judged.into_iter().for_each(|(account, outcome)| outcomes.note(account, outcome));
    Ok(outcomes)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fields(ids: &[&str]) -> Vec<String> {
        let ids: Vec<String> = ids.iter().map(|id| (*id).to_owned()).collect();
        let mut errors = FieldErrors::default();
        let read = ManyAccounts::read(&ids, &mut errors);
        assert_eq!(read.is_some(), errors.list().is_empty());
        errors.list().iter().map(|problem| problem.field.clone()).collect()
    }

    #[test]
    fn every_id_that_is_none_is_named() {
        let id = AccountId::from_bytes([1; 16]).to_string();
        assert_eq!(fields(&[&id, &id]), Vec::<String>::new());
        assert_eq!(fields(&[&id, "x", ""]), ["accounts[1]", "accounts[2]"]);
        assert_eq!(fields(&[]), ["accounts"]);
        assert_eq!(fields(&vec![id.as_str(); MANY_MAX + 1]), ["accounts"]);
    }

    #[test]
    fn an_account_that_is_named_twice_is_one() {
        let id = |byte| AccountId::from_bytes([byte; 16]);
        let ids = [id(2), id(1), id(2)].map(|id| id.to_string());
        let ManyAccounts(read) = ManyAccounts::read(&ids, &mut FieldErrors::default()).unwrap();
        assert_eq!(read, [id(2), id(1)]);
    }
}
