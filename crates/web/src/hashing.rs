//! Where password hashes are worked out: away from the threads that answer requests, and only a few at a time, so
//! that a flood of attempts to sign in takes neither the memory nor the processor from everybody else.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use tokio::sync::Semaphore;

use crate::context::App;
use crate::failure::Failure;
use crate::password::{HashCost, Password};

/// Each takes 19 MiB and one core for about 40 ms; a small machine has two.
const HASHES_AT_ONCE: usize = 2;
/// Whoever has waited this long has given up or is a flood.
const WAIT_MAX: Duration = Duration::from_secs(5);

/// The places in which a hash can be worked out, and what each costs.
#[derive(Debug, Clone)]
pub(crate) struct HashingPlaces {
    cost: HashCost,
    places: Arc<Semaphore>,
    worked_out: Arc<AtomicU64>,
}

impl HashingPlaces {
    pub(crate) fn of(cost: HashCost) -> Self {
        Self { cost, places: Arc::new(Semaphore::new(HASHES_AT_ONCE)), worked_out: Arc::default() }
    }
}

impl HashingPlaces {
    async fn work<T: Send + 'static>(&self, work: impl FnOnce() -> T + Send + 'static) -> Result<T, Failure> {
        let place = tokio::time::timeout(WAIT_MAX, Arc::clone(&self.places).acquire_owned()).await;
        let Ok(Ok(place)) = place else { return Err(Failure::Unavailable) };
        self.worked_out.fetch_add(1, Ordering::Relaxed);
        let done = tokio::task::spawn_blocking(move || {
            let result = work();
            // Freed by the work, not by the request: a client that hangs up must not make room for the next.
            drop(place);
            result
        });
        done.await.map_err(|error| Failure::Internal(error.to_string()))
    }
}

/// What became of a password that was compared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PasswordVerdict {
    /// It is not the one.
    Wrong,
    /// It is the one.
    Right {
        /// A hash with today's parameters, where the stored one has lesser ones.
        renewed: Option<String>,
    },
}

impl App {
    /// How often a password was hashed since the start.
    pub fn hashes_worked_out(&self) -> u64 {
        self.hashing.worked_out.load(Ordering::Relaxed)
    }

    /// The hash to store of a new password.
    pub async fn hash_password(&self, password: Password) -> Result<String, Failure> {
        let (app, cost) = (self.clone(), self.hashing.cost);
        let hash = move || password.hash(&app.settings.secrets.peppers, &*app.entropy, cost);
        let hash = self.hashing.work(hash).await?;
        hash.ok_or_else(|| Failure::Internal("argon2 refused its parameters".to_owned()))
    }

    /// Compares a password with a stored hash. Where there is none the same work is done and the answer is no.
    pub async fn check_password(&self, password: Password, hash: Option<String>) -> Result<PasswordVerdict, Failure> {
        let (app, cost) = (self.clone(), self.hashing.cost);
        let check = move || {
            let peppers = &app.settings.secrets.peppers;
            if !password.matches(hash.as_deref(), peppers, cost) {
                return PasswordVerdict::Wrong;
            }
            let outdated = hash.as_deref().is_some_and(|hash| Password::is_outdated(hash, peppers, cost));
            PasswordVerdict::Right { renewed: outdated.then(|| password.hash(peppers, &*app.entropy, cost)).flatten() }
        };
        self.hashing.work(check).await
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn hanging_up_frees_no_place_before_the_work_is_done() {
        let places = HashingPlaces::of(HashCost::TODAY);
        let (finish, waits) = std::sync::mpsc::channel::<()>();
        let busy = places.clone();
        let request = tokio::spawn(async move { busy.work(move || waits.recv().is_ok()).await });
        while places.places.available_permits() == HASHES_AT_ONCE {
            tokio::task::yield_now().await;
        }
        request.abort();
        assert!(request.await.is_err());
        assert_eq!(places.places.available_permits(), HASHES_AT_ONCE - 1);
        drop(finish);
    }
}
