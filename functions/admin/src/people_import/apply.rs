//! Doing what a plan says.

use std::collections::HashMap;

use authorization::{Granted, act};
use domain::{Account, AccountId, AccountKind, EmailAddress};
use feeds::FieldError;
use jiff::Timestamp;
use store::{Newcomer, StoreError};
use web::Cx;

use super::judge::differences;
use super::plan::{Outcome, Plan};

/// Told how many of how many accounts are done.
pub type Progress<'a> = dyn FnMut(usize, usize) + Send + 'a;

/// Accounts between two words of progress and two looks at the clock; a few transactions.
const ACCOUNTS_AT_ONCE: usize = 64;

const NOT_AVAILABLE: &str = "was not written, since the table is not available: import the same table again";
const CHANGED: &str =
    "was not written, since your own account or your rights have changed meanwhile: import the same table again";
const OUT_OF_TIME: &str = "was not written in the time that one request has: import the same table again";
const THERE_BY_NOW: &str = "has got an account by somebody else meanwhile";

impl Plan {
    /// Makes every account that is new. A row that is refused becomes an error and takes no other with it. Where the
    /// table goes away, the one who imports loses their rights, or the clock passes `until`, the rest are errors too,
    /// and importing the same table again goes on from there.
    pub async fn apply(mut self, cx: &Cx, until: Option<Timestamp>, progress: &mut Progress<'_>) -> Self {
        let mut by_kind: HashMap<AccountKind, Vec<(usize, Newcomer)>> = HashMap::new();
        for (at, row) in self.rows.iter_mut().enumerate() {
            if let Some(newcomer) = row.newcomer.take() {
                by_kind.entry(newcomer.account().kind).or_default().push((at, newcomer));
            }
        }
        let total: usize = by_kind.values().map(Vec::len).sum();
        let (mut done, mut stopped) = (0, None);
        // In the order of the table as far as kinds allow: what is written is its beginning.
        let mut groups: Vec<_> = by_kind.into_iter().collect();
        groups.sort_by_key(|(_, numbered)| numbered.first().map(|(at, _)| *at));
        for (kind, numbered) in groups {
            let mut numbered = numbered.into_iter();
            while numbered.len() > 0 {
                let (places, newcomers): (Vec<usize>, Vec<Newcomer>) = numbered.by_ref().take(ACCOUNTS_AT_ONCE).unzip();
                if until.is_some_and(|until| cx.now() >= until) {
                    stopped = stopped.or(Some(OUT_OF_TIME));
                }
                let (outcomes, there) = match (stopped, self.permits.get(&kind)) {
                    (None, Some(grant)) => {
                        let outcomes = cx.store().import_accounts(grant, &newcomers).await;
                        let there = there_by_now(cx, grant, &newcomers, &outcomes).await;
                        (outcomes, there)
                    }
                    _ => (Vec::new(), HashMap::new()),
                };
                self.note(&places, &newcomers, outcomes, &there, &mut stopped);
                done += places.len();
                progress(done, total);
            }
        }
        self.cut_off = stopped.is_some();
        self
    }

    /// Writes down what became of several rows. Outcomes may end early: nothing was written after the last of them.
    fn note(
        &mut self,
        places: &[usize],
        newcomers: &[Newcomer],
        outcomes: Vec<Result<(), StoreError>>,
        there: &HashMap<String, Account>,
        stopped: &mut Option<&'static str>,
    ) {
        let mut outcomes = outcomes.into_iter();
        for (place, newcomer) in places.iter().zip(newcomers) {
            let outcome = outcomes.next().map(|outcome| outcome.map(|()| newcomer.account().id));
            let Some(row) = self.rows.get_mut(*place) else { continue };
            let wished = newcomer.account();
            if let Some(account) = there.get(wished.email.normal()).filter(|_| is_taken(outcome.as_ref())) {
                row.outcome = Outcome::Skip(account.id);
                row.warnings = differences(account, &wished.name, wished.kind, wished.expires_at);
                continue;
            }
            match settled(outcome, stopped) {
                Ok(account) => row.made = Some(account),
                Err(error) => row.outcome = Outcome::Error(vec![error]),
            }
        }
    }
}

fn is_taken<T>(outcome: Option<&Result<T, StoreError>>) -> bool {
    matches!(outcome, Some(Err(StoreError::Taken("the e-mail address"))))
}

/// The accounts that others made of the same people meanwhile, by address: whoever comes second finds them there, as if
/// the table had been sent once more.
async fn there_by_now(
    cx: &Cx,
    grant: &Granted<act::ImportUser>,
    newcomers: &[Newcomer],
    outcomes: &[Result<(), StoreError>],
) -> HashMap<String, Account> {
    let second = newcomers.iter().zip(outcomes).filter(|(_, outcome)| is_taken(Some(outcome)));
    let addresses: Vec<EmailAddress> = second.map(|(newcomer, _)| newcomer.account().email.clone()).collect();
    match addresses.is_empty() {
        true => HashMap::new(),
        // Where they cannot be read, the rows say that somebody else was first.
        false => cx.store().accounts_to_import(grant, &addresses).await.unwrap_or_default(),
    }
}

/// The new account, or what stands against the row in words that carry no internals.
fn settled(
    outcome: Option<Result<AccountId, StoreError>>,
    stopped: &mut Option<&'static str>,
) -> Result<AccountId, FieldError> {
    let (column, reason) = match outcome {
        Some(Ok(account)) => return Ok(account),
        Some(Err(StoreError::Taken("the e-mail address"))) => ("email", THERE_BY_NOW.to_owned()),
        Some(Err(StoreError::Corrupt(_))) => ("", "could not be written".to_owned()),
        Some(Err(StoreError::Unavailable(_))) => ("", (*stopped.insert(NOT_AVAILABLE)).to_owned()),
        Some(Err(StoreError::Conflict("your account" | "your rights"))) => ("", (*stopped.insert(CHANGED)).to_owned()),
        Some(Err(error)) => ("", error.to_string()),
        None => ("", stopped.unwrap_or(NOT_AVAILABLE).to_owned()),
    };
    Err(FieldError::new(column, "", reason))
}
