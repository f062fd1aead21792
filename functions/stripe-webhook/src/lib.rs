//! What Stripe tells us. A signature is checked over the raw bytes before anything is read; after that, no word of
//! the event is believed but the id of what it is about, which is read again at Stripe.
//!
//! An answer of 2xx ends Stripe's retries, so it is given only when everything that follows is committed.

mod receive;

use std::sync::Arc;

use axum::extract::FromRef;
use commerce::Shop;
use payments::WebhookVerifier;
use utoipa_axum::router::OpenApiRouter;
use web::{App, Routes, routes};

/// What the handler works with.
#[derive(Clone)]
pub(crate) struct Webhook {
    app: App,
    shop: Shop,
    verifier: Arc<WebhookVerifier>,
}

impl FromRef<Webhook> for App {
    fn from_ref(state: &Webhook) -> App {
        state.app.clone()
    }
}

/// The function's router.
pub fn routes(app: App, shop: Shop, verifier: WebhookVerifier) -> Routes {
    let state = Webhook { app, shop, verifier: Arc::new(verifier) };
    OpenApiRouter::new().routes(routes!(receive::receive)).with_state(state)
}
