//! What commerce works with.

use std::sync::Arc;

use authorization::{Act, Granted, Grid, OrderTarget, Principal, authorize};
use domain::{Clock, Entropy, OrderId};
use jiff::{SignedDuration, Timestamp};
use payments::{ApiKey, PaymentError, Payments, Promotions, Service, Stripe};
use store::{LoadTarget, Store};

use crate::error::CommerceError;

/// The table, the payment provider, the clock and the dice. Cheap to clone.
#[derive(Clone)]
pub struct Shop {
    /// The table.
    pub store: Store,
    /// The payment provider.
    pub payments: Arc<dyn Payments>,
    /// Its promotion codes.
    pub promotions: Arc<dyn Promotions>,
    /// The clock.
    pub clock: Arc<dyn Clock>,
    /// The dice.
    pub entropy: Arc<dyn Entropy>,
    /// Scheme and host that people see; where the payment page sends them back to.
    pub origin: String,
    /// Whether the provider computes the tax on top of each price.
    pub automatic_tax: bool,
}

const KEY: &str = "PORTICO_STRIPE_KEY";
const URL: &str = "PORTICO_STRIPE_URL";
const TAX: &str = "PORTICO_STRIPE_AUTOMATIC_TAX";

impl Shop {
    /// Reads the provider's key, and its address where that is not Stripe's own, through `lookup`.
    pub fn connect(
        store: &Store,
        clock: &Arc<dyn Clock>,
        entropy: &Arc<dyn Entropy>,
        origin: &str,
        lookup: impl Fn(&str) -> Option<String>,
    ) -> Result<Self, PaymentError> {
        let key = lookup(KEY).ok_or(PaymentError::Misconfigured("`PORTICO_STRIPE_KEY` is not set"))?;
        let service = match lookup(URL).filter(|url| !url.is_empty()) {
            None => Service::Stripe,
            Some(base_url) => Service::StandIn { base_url },
        };
        let automatic_tax = match lookup(TAX).as_deref() {
            None | Some("" | "off") => false,
            Some("on") => true,
            Some(_) => {
                return Err(PaymentError::Misconfigured("`PORTICO_STRIPE_AUTOMATIC_TAX` is either `on` or `off`"));
            }
        };
        let stripe = Arc::new(Stripe::new(&ApiKey::new(&key)?, &service)?);
        Ok(Self {
            store: store.clone(),
            payments: stripe.clone(),
            promotions: stripe,
            clock: clock.clone(),
            entropy: entropy.clone(),
            origin: origin.to_owned(),
            automatic_tax,
        })
    }

    pub(crate) fn now(&self) -> Timestamp {
        self.clock.now()
    }

    /// The moment that lies so far back.
    pub(crate) fn before(&self, span: SignedDuration) -> Timestamp {
        let now = self.now();
        now.checked_sub(span).unwrap_or(now)
    }

    /// Loads an order and asks for a permission on it in the name of the provider, whose word about this very order
    /// the caller has just read. `None` where there is no such order.
    pub(crate) async fn judge<A>(&self, order: OrderId) -> Result<Option<Granted<A>>, CommerceError>
    where
        A: Act<Target = OrderTarget>,
    {
        let Some(target) = OrderTarget::load(&self.store, order, None).await? else { return Ok(None) };
        Ok(Some(authorize::<A>(&Grid::DEFAULT, &Principal::Payments(order), target)?))
    }
}
