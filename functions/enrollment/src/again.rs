//! Trying again what another writer overtook. Each attempt asks for its permission anew, so it decides on what is
//! there now; it must not carry anything over from the attempt before.

use store::StoreError;
use web::Failure;

/// Of several writers that meet, one gets through each time. These are the browsers of one person, or two people of
/// staff on one enrollment: eight at the same instant are more than there ever are.
const ATTEMPTS: usize = 8;

/// Runs the attempt until no other writer was in its way, or the attempts are used up.
pub(crate) async fn again_on_conflict<T, Attempt>(attempt: impl Fn() -> Attempt) -> Result<T, Failure>
where
    Attempt: Future<Output = Result<Result<T, StoreError>, Failure>>,
{
    for _ in 1..ATTEMPTS {
        match attempt().await? {
            Err(StoreError::Conflict(_)) => {}
            settled => return Ok(settled?),
        }
    }
    Ok(attempt().await??)
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use super::*;

    async fn attempts_of(outcome: impl Fn(usize) -> Result<(), StoreError>) -> (usize, Result<(), Failure>) {
        let made = Cell::new(0);
        let end = again_on_conflict(|| async {
            made.set(made.get() + 1);
            Ok(outcome(made.get()))
        });
        let end = end.await;
        (made.get(), end)
    }

    #[tokio::test]
    async fn only_a_conflict_is_tried_again_and_not_for_ever() {
        let conflict = || Err(StoreError::Conflict("it"));
        assert!(matches!(attempts_of(|_| Ok(())).await, (1, Ok(()))));
        assert!(matches!(attempts_of(|made| if made < 3 { conflict() } else { Ok(()) }).await, (3, Ok(()))));
        assert!(matches!(attempts_of(|_| conflict()).await, (ATTEMPTS, Err(Failure::Conflict(_)))));
        assert!(matches!(attempts_of(|_| Err(StoreError::Taken("it"))).await, (1, Err(Failure::Conflict(_)))));
    }
}
