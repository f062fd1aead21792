//! Buying: the buyer's form, the way back from the payment page, one's own orders, and what staff does with them and
//! with promotion codes. With `stripe-webhook` and `background` the only function that holds the key of the payment
//! provider.

mod amount;
mod apply;
mod come_back;
mod failure;
mod invoice;
mod limits;
mod own;
mod promotions;
mod refund;
mod replay;
mod resend;

use axum::extract::FromRef;
use commerce::Shop;
use utoipa_axum::router::OpenApiRouter;
use web::{App, Routes, routes};

/// What the handlers of this function share.
#[derive(Clone)]
pub(crate) struct Checkout {
    app: App,
    shop: Shop,
}

impl FromRef<Checkout> for App {
    fn from_ref(state: &Checkout) -> App {
        state.app.clone()
    }
}

impl FromRef<Checkout> for Shop {
    fn from_ref(state: &Checkout) -> Shop {
        state.shop.clone()
    }
}

/// The function's router.
pub fn routes(app: App, shop: Shop) -> Routes {
    OpenApiRouter::new()
        .routes(routes!(apply::apply))
        .routes(routes!(come_back::come_back))
        .routes(routes!(refund::refund_order))
        .routes(routes!(replay::replay_order))
        .routes(routes!(resend::resend_access))
        .routes(routes!(invoice::show_invoice))
        .routes(routes!(promotions::list::list_promotions, promotions::make::make_promotion))
        .routes(routes!(promotions::switch_off::switch_promotion_off))
        .routes(routes!(own::list::list_own_orders))
        .routes(routes!(own::invoice::show_own_invoice))
        .with_state(Checkout { app, shop })
}
