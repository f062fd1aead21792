//! A table that asks for less: a few tries, then the provider is told to come again, and nothing is half written.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use aws_smithy_runtime_api::client::http::{
    HttpClient, HttpConnector, HttpConnectorFuture, HttpConnectorSettings, SharedHttpClient, SharedHttpConnector,
};
use aws_smithy_runtime_api::client::orchestrator::{HttpRequest, HttpResponse};
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponents;
use background::{Background, Schedule};
use commerce::{CommerceError, Shop, fulfill};
use domain::{EmailAddress, Realm};
use portico_tests::{MovableClock, World};
use store::{Store, StoreError, TableConfig};
use web::OsEntropy;

use super::shop_floor::{assert_exactly_one, sell_unheard, send_completed};

/// Answers the next requests itself, in the words of a table that is asked too much.
#[derive(Debug, Clone)]
struct Throttling {
    /// The table behind it; nothing is in it where there is none.
    inner: Option<SharedHttpClient>,
    /// Which operation is turned away; every one where none is named.
    only: Option<&'static str>,
    words: &'static str,
    /// How many requests pass before it begins.
    before: Arc<AtomicUsize>,
    left: Arc<AtomicUsize>,
}

/// More requests than a mail makes; the loop ends at the first number that is never reached.
const REQUESTS_MAX: usize = 30;
/// How often the client asks before it gives up.
const ATTEMPTS: usize = 6;
const TOO_MUCH: &str =
    r#"{"__type":"com.amazonaws.dynamodb.v20120810#ProvisionedThroughputExceededException","message":"slow down"}"#;
const CANCELLED: &str = r#"{"__type":"com.amazonaws.dynamodb.v20120810#TransactionCanceledException",
    "CancellationReasons":[{"Code":"None"},{"Code":"ThrottlingError","Message":"slow down"}],"Message":"slow down"}"#;

impl Throttling {
    fn new(requests: usize) -> Self {
        Self {
            inner: None,
            only: None,
            words: TOO_MUCH,
            before: Arc::default(),
            left: Arc::new(AtomicUsize::new(requests)),
        }
    }

    /// Turns one request away for good, however often the client asks, after so many that pass.
    fn at(number: usize) -> Self {
        Self { before: Arc::new(AtomicUsize::new(number)), ..Self::new(ATTEMPTS) }
    }

    fn cancelling(requests: usize) -> Self {
        Self { only: Some("DynamoDB_20120810.TransactWriteItems"), words: CANCELLED, ..Self::new(requests) }
    }

    /// The world's table behind this connection.
    fn store(self, world: &World) -> Store {
        let inner = Some(store::Wire::to_engine().http_client);
        let app = &world.platform.app;
        let config = TableConfig {
            name: app.settings.table.clone(),
            endpoint: app.settings.table_endpoint.clone(),
            http_client: Some(SharedHttpClient::new(Self { inner, ..self })),
        };
        Store::connect(config, app.clock.clone(), app.entropy.clone())
    }

    /// The world's shop behind this connection.
    fn shop(self, world: &World) -> Shop {
        Shop { store: self.store(world), ..world.platform.shop.clone() }
    }

    /// The world's background function behind this connection.
    fn background(self, world: &World) -> Background {
        let parts = &world.platform.app;
        let (settings, clock, entropy) = (parts.settings.clone(), parts.clock.clone(), parts.entropy.clone());
        let app = web::App::new(settings, self.store(world), clock, entropy).unwrap();
        Background { app, site: None, ..world.platform.background().clone() }
    }
}

impl HttpClient for Throttling {
    fn http_connector(&self, settings: &HttpConnectorSettings, parts: &RuntimeComponents) -> SharedHttpConnector {
        let inner = self.inner.as_ref().map(|inner| inner.http_connector(settings, parts));
        SharedHttpConnector::new(Wire { inner, throttling: self.clone() })
    }
}

#[derive(Debug)]
struct Wire {
    inner: Option<SharedHttpConnector>,
    throttling: Throttling,
}

impl HttpConnector for Wire {
    fn call(&self, request: HttpRequest) -> HttpConnectorFuture {
        let Throttling { only, words, before, left, .. } = &self.throttling;
        let one_less = |left: usize| left.checked_sub(1);
        let meant = only.is_none_or(|only| request.headers().get("x-amz-target") == Some(only))
            && before.fetch_update(Ordering::SeqCst, Ordering::SeqCst, one_less).is_err();
        if meant && left.fetch_update(Ordering::SeqCst, Ordering::SeqCst, one_less).is_ok() {
            return HttpConnectorFuture::ready(Ok(HttpResponse::new(400.try_into().unwrap(), (*words).into())));
        }
        match &self.inner {
            Some(inner) => inner.call(request),
            None => HttpConnectorFuture::ready(Ok(HttpResponse::new(200.try_into().unwrap(), "{}".into()))),
        }
    }
}

/// Proves: F25
#[tokio::test(flavor = "multi_thread")]
async fn f25_a_throttled_table_is_tried_again_and_then_the_provider_comes_again() {
    let world = World::start().await;
    let sold = sell_unheard(&world, "ada@example.org").await;
    for throttling in [Throttling::new(usize::MAX), Throttling::cancelling(usize::MAX)] {
        let refused = fulfill(&throttling.shop(&world), &sold.session).await;
        assert!(matches!(refused, Err(CommerceError::Store(StoreError::Unavailable(_)))), "{refused:?}");
    }
    let address = EmailAddress::new(&sold.email).unwrap();
    let account = world.platform.app.store.account_by_email(Realm::Public, &address).await.unwrap();
    assert!(account.is_none(), "nothing is half written");
    // Five in a row are the client's own business.
    fulfill(&Throttling::new(5).shop(&world), &sold.session).await.unwrap();
    send_completed(&world, "evt_again", &sold.session).await.expect(200);
    assert_exactly_one(&world, &sold).await;
}

/// Proves: F25
#[tokio::test(flavor = "multi_thread")]
async fn f25_a_transaction_that_is_cancelled_for_a_busy_partition_is_tried_again() {
    let world = World::start().await;
    let sold = sell_unheard(&world, "ada@example.org").await;
    fulfill(&Throttling::cancelling(5).shop(&world), &sold.session).await.unwrap();
    assert_exactly_one(&world, &sold).await;
}

/// Whoever takes a mail and is turned away before it is out gives it back: the next look finds it, and nobody waits for
/// the end of a lease. The clock stands still.
#[tokio::test(flavor = "multi_thread")]
async fn a_mail_that_did_not_get_out_is_free_at_once() {
    let world = World::start().await;
    let mut refused = 0;
    for number in 0..REQUESTS_MAX {
        let sold = sell_unheard(&world, &format!("buyer{number}@example.org")).await;
        fulfill(&world.platform.shop, &sold.session).await.unwrap();
        let throttling = Throttling::at(number);
        let _ = Schedule::SweepOutbox.run(&throttling.clone().background(&world)).await;
        let reached = throttling.left.load(Ordering::SeqCst) == 0;
        refused += usize::from(reached);
        Schedule::SweepOutbox.run(world.platform.background()).await.unwrap();
        assert_exactly_one(&world, &sold).await;
        if !reached {
            break;
        }
    }
    assert!(refused >= 4, "sending a mail makes several requests, only {refused} were turned away");
}

/// Where one call in five is turned away, pauses of a second would be most of what a buyer waits for. The time is the
/// runtime's own, which passes only while everybody waits.
#[tokio::test(start_paused = true)]
async fn a_throttled_call_is_tried_again_within_moments() {
    let (clock, entropy) = (Arc::new(MovableClock::default()), Arc::new(OsEntropy));
    let config = TableConfig {
        name: "empty".to_owned(),
        endpoint: Some("http://127.0.0.1:1".to_owned()),
        http_client: Some(SharedHttpClient::new(Throttling::new(3))),
    };
    let store = Store::connect(config, clock, entropy);
    let begun = tokio::time::Instant::now();
    let address = EmailAddress::new("ada@example.org").unwrap();
    assert!(store.account_by_email(Realm::Public, &address).await.unwrap().is_none());
    assert!(begun.elapsed() <= Duration::from_millis(25 + 50 + 100), "{:?}", begun.elapsed());
}
