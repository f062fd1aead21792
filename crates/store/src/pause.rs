//! Waiting between attempts: each pause is twice the one before, and cut by chance, so that writers who met once do
//! not meet again at the same moment.

use std::sync::Arc;
use std::time::Duration;

use domain::{Entropy, random_bytes};

/// The first pause; the others follow from it.
const FIRST: Duration = Duration::from_millis(20);

/// The pauses of one call.
pub(crate) struct Pauses {
    entropy: Arc<dyn Entropy>,
    longest: Duration,
}

impl Pauses {
    pub(crate) fn new(entropy: &Arc<dyn Entropy>) -> Self {
        Self { entropy: entropy.clone(), longest: FIRST }
    }

    /// Waits between half of the pause and all of it.
    pub(crate) async fn wait(&mut self) {
        let [dice] = random_bytes::<1>(&*self.entropy);
        let half = self.longest / 2;
        tokio::time::sleep(half + half * u32::from(dice) / u32::from(u8::MAX)).await;
        self.longest *= 2;
    }
}
