//! How many mails anybody can have sent to an address: links to a password, and news of courses that cost nothing. Counted
//! together, since a mailbox is flooded by either; and for every address, so that no count tells which ones have an account.

use domain::{EmailAddress, Realm};
use jiff::SignedDuration;

use crate::{Store, StoreError, keys};

/// One hour.
const WINDOW: SignedDuration = SignedDuration::from_hours(1);
/// A mailbox must not be flooded through us. Counted by network and address: what others ask for does not keep an owner
/// from asking.
const FROM_NETWORK: (&str, u64) = ("link-mail-network", 3);
/// And not from many networks either; whoever has so many of them at hand can silence the form for an hour.
const TO_ADDRESS: (&str, u64) = ("link-mail", 12);

impl Store {
    /// Counts a mail that somebody causes, and says whether it may go. `network` is where they are, where that is known.
    pub async fn mail_may_go(
        &self,
        network: Option<&str>,
        realm: Realm,
        email: &EmailAddress,
    ) -> Result<bool, StoreError> {
        let subject = format!("{}#{}", keys::realm(realm), email.normal());
        let near = network.map(|network| format!("{network}#{subject}"));
        let limits = near.iter().map(|near| (FROM_NETWORK, near)).chain([(TO_ADDRESS, &subject)]);
        for ((kind, most), subject) in limits {
            let count = self.count_attempt(kind, subject, WINDOW).await?.count;
            if count > most {
                tracing::warn!(limit = kind, count, "throttled");
                return Ok(false);
            }
        }
        Ok(true)
    }
}
