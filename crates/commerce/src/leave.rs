//! Leave to mail somebody for whom nobody paid: anybody can type any address, so these mails count with the others that
//! anybody causes.

use domain::{EmailAddress, Realm};
use store::StoreError;

use crate::shop::Shop;

/// Leave for one order, asked for once however often its fulfillment is tried.
pub(crate) struct MailLeave<'a> {
    /// Where the buyer is, where that is known.
    network: Option<&'a str>,
    given: Option<bool>,
}

impl<'a> MailLeave<'a> {
    pub(crate) fn from(network: Option<&'a str>) -> Self {
        Self { network, given: None }
    }

    /// Whether one more mail may go to that address.
    pub(crate) async fn ask(&mut self, shop: &Shop, email: &EmailAddress) -> Result<bool, StoreError> {
        if let Some(given) = self.given {
            return Ok(given);
        }
        let given = shop.store.mail_may_go(self.network, Realm::Public, email).await?;
        self.given = Some(given);
        Ok(given)
    }
}
