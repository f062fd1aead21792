//! Answers that take one and the same time, whatever is found on the way: how long somebody waits must not tell whether an
//! address has an account.

use std::time::Duration;

/// What is looked up and written takes a fraction of it, so the time of the answer does not tell whether it was.
const ANSWER_AFTER: Duration = Duration::from_millis(100);

/// Does the work, and answers no sooner than after the time that any of it takes.
pub async fn in_equal_time<T>(work: impl Future<Output = T>) -> T {
    let (outcome, ()) = tokio::join!(work, tokio::time::sleep(ANSWER_AFTER));
    outcome
}
