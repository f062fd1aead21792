//! The platform's functions once more, on the same table, with a connection of their own to it.
//!
//! The meter belongs to the connection, so what the stream and the schedules ask meanwhile is counted elsewhere, and
//! between two looks at this one lies the measured request alone. What the stream writes would still change what the
//! next request finds; therefore it is worked off before each. The clock moves only between two measured requests, by
//! a full second: every record of a run is as long as in any other run, and ids, which begin with their time, sort as
//! they were made.

use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use commerce::Shop;
use domain::Clock;
use jiff::Timestamp;
use local::Routers;
use payments::WebhookVerifier;
use portico_tests::cloud::each_by_name;
use portico_tests::{Browser, World};
use store::{Store, TableConfig};
use tokio::net::TcpListener;

use crate::cloud::recorder;
use web::{App, Settings};

/// The functions, behind an address of their own.
pub struct Front {
    pub app: App,
    /// The secret that signs webhooks.
    pub webhook_secret: String,
    clock: Arc<SteppedClock>,
}

/// Whole seconds, counted by hand.
struct SteppedClock(AtomicI64);

impl Clock for SteppedClock {
    fn now(&self) -> Timestamp {
        Timestamp::from_second(self.0.load(Ordering::SeqCst)).unwrap()
    }
}

impl Front {
    /// Starts answering.
    pub async fn open(world: &World) -> Self {
        let theirs = &world.platform.app;
        let listener = TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
        let origin = format!("http://{}", listener.local_addr().unwrap());
        let settings = Settings { origin: origin.clone(), ..theirs.settings.clone() };
        let table = TableConfig {
            name: settings.table.clone(),
            endpoint: settings.table_endpoint.clone(),
            http_client: Some(recorder::client()),
        };
        let clock = Arc::new(SteppedClock(world.clock.now().as_second().into()));
        let entropy = theirs.entropy.clone();
        let store = Store::connect(table, clock.clone(), entropy.clone());
        let shop = Shop { store: store.clone(), clock: clock.clone(), origin, ..world.platform.shop.clone() };
        let app = App::new(settings, store, clock.clone(), entropy).unwrap();
        let keys = std::fs::read(world.folder().join("data/keys.json")).unwrap();
        let keys: serde_json::Value = serde_json::from_slice(&keys).unwrap();
        let webhook_secret = keys["webhook_secret"].as_str().unwrap().to_owned();
        let verifier = WebhookVerifier::new(&[&webhook_secret]).unwrap();
        let api = each_by_name(Routers::new(&app, &shop, verifier).api);
        let service = api.into_make_service_with_connect_info::<SocketAddr>();
        tokio::spawn(async move { axum::serve(listener, service).await });
        Self { app, webhook_secret, clock }
    }

    /// Lets a second pass.
    pub fn tick(&self) {
        self.clock.0.fetch_add(1, Ordering::SeqCst);
    }

    /// A browser that nobody has used yet.
    pub fn browser(&self) -> Browser {
        Browser::new(&self.app.settings.origin)
    }
}
