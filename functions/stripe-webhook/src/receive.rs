//! The one endpoint: verify, keep a record, act on the object that the event is about.

use axum::body::Bytes;
use axum::extract::State;
use axum::extract::rejection::BytesRejection;
use axum::http::{HeaderMap, StatusCode};
use commerce::{CommerceError, Shop, fulfill, payment_failed, settle};
use payments::{EventSubject, WebhookError};
use web::{Failure, Problem};

use crate::Webhook;

/// An event from Stripe.
#[utoipa::path(
    post, path = "/api/stripe/webhook", tag = "stripe",
    request_body(content = String, content_type = "application/json", description = "An event, signed by `Stripe-Signature`"),
    responses(
        (status = 200, description = "Done, now or before, or none of our business"),
        (status = 400, description = "Not signed by Stripe, or too long ago", body = Problem),
        (status = 503, description = "Not done; send it again", body = Problem),
    )
)]
pub(crate) async fn receive(
    State(webhook): State<Webhook>,
    headers: HeaderMap,
    body: Result<Bytes, BytesRejection>,
) -> Result<StatusCode, Failure> {
    // Going over the limit is the only way to fail here.
    let body = body.map_err(|_| Failure::TooLarge)?;
    let signature = headers.get("stripe-signature").and_then(|value| value.to_str().ok()).unwrap_or_default();
    let event = webhook.verifier.verify(&body, signature, webhook.app.clock.now()).map_err(refuse)?;
    if event.livemode != webhook.shop.payments.livemode() {
        tracing::error!(event = event.id, "an event of the other mode: test and live are mixed up");
        return Ok(StatusCode::OK);
    }
    webhook.shop.store.record_payment_event(&event.id, &event.type_name, subject_id(&event.subject)).await?;
    act_on(&webhook.shop, &event.subject).await.map_err(not_done)?;
    Ok(StatusCode::OK)
}

async fn act_on(shop: &Shop, subject: &EventSubject) -> Result<(), CommerceError> {
    match subject {
        EventSubject::CheckoutCompleted { session }
        | EventSubject::CheckoutAsyncSucceeded { session }
        | EventSubject::CheckoutExpired { session } => {
            fulfill(shop, session).await?;
        }
        EventSubject::CheckoutAsyncFailed { session } => {
            payment_failed(shop, session).await?;
        }
        EventSubject::ChargeRefunded { payment_intent }
        | EventSubject::RefundChanged { payment_intent }
        | EventSubject::DisputeCreated { payment_intent }
        | EventSubject::DisputeChanged { payment_intent } => {
            settle(shop, payment_intent).await?;
        }
        EventSubject::Unknown => {}
    }
    Ok(())
}

fn subject_id(subject: &EventSubject) -> &str {
    match subject {
        EventSubject::CheckoutCompleted { session }
        | EventSubject::CheckoutAsyncSucceeded { session }
        | EventSubject::CheckoutAsyncFailed { session }
        | EventSubject::CheckoutExpired { session } => session,
        EventSubject::ChargeRefunded { payment_intent }
        | EventSubject::RefundChanged { payment_intent }
        | EventSubject::DisputeCreated { payment_intent }
        | EventSubject::DisputeChanged { payment_intent } => payment_intent,
        EventSubject::Unknown => "",
    }
}

fn refuse(error: WebhookError) -> Failure {
    tracing::warn!(%error, "a webhook request was turned away");
    Failure::Malformed(error.to_string())
}

/// Whatever kept us from acting, Stripe shall send the event again.
fn not_done(error: CommerceError) -> Failure {
    tracing::error!(%error, "an event could not be acted on");
    Failure::Unavailable
}
