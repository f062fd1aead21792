//! The platform's processes: every router, the background function, and what they share. A crash drops all of it; the
//! next one is built anew on the same table, provider and mail server, as after a restart.

use std::sync::Arc;

use axum::Router;
use background::Background;
use commerce::Shop;
use local::Routers;
use payments::WebhookVerifier;
use store::{Store, TableConfig};
use web::{App, HashCost, Pepper, Secrets, Settings, SigningKey};

use aws_smithy_runtime_api::client::http::SharedHttpClient;

use super::mail::Post;
use super::provider::{Provider, WEBHOOK_SECRET};
use super::table::{NAME, Wire};

/// Where people find the platform.
pub(super) const ORIGIN: &str = "https://learn.example.org";

/// What is outside of every process, and survives it.
#[derive(Clone)]
pub(super) struct Outside {
    pub(super) wire: Wire,
    pub(super) provider: Arc<Provider>,
    pub(super) post: Arc<Post>,
}

/// One life of the platform.
#[derive(Clone)]
pub(super) struct Process {
    pub(super) app: App,
    pub(super) background: Background,
    pub(super) router: Router,
}

impl Process {
    /// Starts; nothing is asked of the table yet.
    pub(super) async fn start(outside: &Outside) -> Self {
        let secrets = Secrets {
            signing: vec![SigningKey::from_bytes("sim", [7; 32])],
            peppers: vec![Pepper::from_bytes("", [9; 32])],
        };
        let settings = Settings {
            origin: ORIGIN.to_owned(),
            platform_name: "Portico".to_owned(),
            locales: vec![domain::Locale::English],
            table: NAME.to_owned(),
            table_endpoint: Some("http://table.invalid".to_owned()),
            secrets,
            payment_page_origin: "https://pay.example".to_owned(),
            second_factor_for_administrators: false,
            trusted_proxies: 1,
            front_secret: None,
        };
        let config = TableConfig {
            name: settings.table.clone(),
            endpoint: settings.table_endpoint.clone(),
            http_client: Some(SharedHttpClient::new(outside.wire.clone())),
        };
        let (clock, dice) = (Arc::new(outside.wire.clock), outside.wire.dice.clone());
        let store = Store::connect(config, clock.clone(), dice.clone());
        // Real hashes would be most of a run's time, and prove nothing here.
        let cost = HashCost { memory_kib: 8, passes: 1 };
        let app = App::with_hash_cost(settings, store.clone(), clock.clone(), dice.clone(), cost).unwrap();
        let (payments, promotions, origin) = (outside.provider.clone(), outside.provider.clone(), ORIGIN.to_owned());
        let shop = Shop { store, payments, promotions, clock, entropy: dice, origin, automatic_tax: false };
        let verifier = WebhookVerifier::new(&[WEBHOOK_SECRET]).unwrap();
        let router = Routers::new(&app, &shop, verifier).api;
        let background = Background { app: app.clone(), shop, mailer: outside.post.clone(), site: None };
        Self { app, background, router }
    }
}
