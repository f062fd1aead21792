//! A second checkout that names an order: made by hand at the provider, or left from a call whose answer was lost.
//! Nobody who paid is forgotten: either it is the payment that the order was waiting for, or a person gives it back.

use authorization::act;
use domain::{ExtraPayment, Order};
use payments::{CheckoutState, PaymentStatus};

use crate::error::CommerceError;
use crate::fulfill::Outcome;
use crate::shop::Shop;

/// Decides about a checkout that is not the order's own. `None` where the order may go on with it.
pub(crate) async fn second_checkout(
    shop: &Shop,
    order: &Order,
    checkout: &CheckoutState,
) -> Result<Option<Outcome>, CommerceError> {
    let own = order.checkout_session.as_ref().is_none_or(|session| *session == checkout.session);
    if own {
        return Ok(None);
    }
    let session = &checkout.session;
    if checkout.payment == PaymentStatus::Unpaid {
        tracing::error!(session, order = %order.id, "a second checkout for one order");
        return Ok(Some(Outcome::Unknown));
    }
    if order.state.awaits_payment() {
        // It is paid and the order's own checkout is not: this is the payment.
        return Ok(None);
    }
    let grant = shop.judge::<act::AdvanceOrder>(order.id).await?.ok_or(CommerceError::NoOrder)?;
    if grant.target().order.extra_payments.iter().any(|extra| extra.checkout_session == *session) {
        return Ok(Some(Outcome::Unknown));
    }
    tracing::error!(session, order = %order.id, "an order was paid a second time: somebody must give it back");
    let mut after = grant.target().order.clone().touched(shop.now());
    after.extra_payments.push(ExtraPayment {
        checkout_session: session.clone(),
        payment_intent: checkout.payment_intent.clone(),
        total_minor: checkout.settlement.map_or(order.quote.price.minor, |settlement| settlement.total_minor),
        refunded_minor: 0,
        settlement: checkout.settlement,
        invoice: checkout.invoice.clone(),
    });
    shop.store.review_order(grant, &after, None).await?;
    Ok(Some(Outcome::Unknown))
}
