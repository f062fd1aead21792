//! A table that asks for less: a few tries, then the provider is told to come again, and nothing is half written.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use aws_smithy_runtime_api::client::http::{
    HttpClient, HttpConnector, HttpConnectorFuture, HttpConnectorSettings, SharedHttpClient, SharedHttpConnector,
};
use aws_smithy_runtime_api::client::orchestrator::{HttpRequest, HttpResponse};
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponents;
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
    left: Arc<AtomicUsize>,
}

const TOO_MUCH: &str =
    r#"{"__type":"com.amazonaws.dynamodb.v20120810#ProvisionedThroughputExceededException","message":"slow down"}"#;
const CANCELLED: &str = r#"{"__type":"com.amazonaws.dynamodb.v20120810#TransactionCanceledException",
    "CancellationReasons":[{"Code":"None"},{"Code":"ThrottlingError","Message":"slow down"}],"Message":"slow down"}"#;

impl Throttling {
    fn new(requests: usize) -> Self {
        Self { inner: None, only: None, words: TOO_MUCH, left: Arc::new(AtomicUsize::new(requests)) }
    }

    fn cancelling(requests: usize) -> Self {
        Self { only: Some("DynamoDB_20120810.TransactWriteItems"), words: CANCELLED, ..Self::new(requests) }
    }

    /// The world's shop behind this connection.
    async fn shop(self, world: &World) -> Shop {
        let inner = Some(aws_smithy_http_client::Builder::new().build_http());
        let app = &world.platform.app;
        let config = TableConfig {
            name: app.settings.table.clone(),
            endpoint: app.settings.table_endpoint.clone(),
            http_client: Some(SharedHttpClient::new(Self { inner, ..self })),
        };
        let store = Store::connect(config, app.clock.clone(), app.entropy.clone());
        Shop { store, ..world.platform.shop.clone() }
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
        let Throttling { only, words, left, .. } = &self.throttling;
        let meant = only.is_none_or(|only| request.headers().get("x-amz-target") == Some(only));
        let one_less = |left: usize| left.checked_sub(1);
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
        let refused = fulfill(&throttling.shop(&world).await, &sold.session).await;
        assert!(matches!(refused, Err(CommerceError::Store(StoreError::Unavailable(_)))), "{refused:?}");
    }
    let address = EmailAddress::new(&sold.email).unwrap();
    let account = world.platform.app.store.account_by_email(Realm::Public, &address).await.unwrap();
    assert!(account.is_none(), "nothing is half written");
    // Five in a row are the client's own business.
    fulfill(&Throttling::new(5).shop(&world).await, &sold.session).await.unwrap();
    send_completed(&world, "evt_again", &sold.session).await.expect(200);
    assert_exactly_one(&world, &sold).await;
}

/// Proves: F25
#[tokio::test(flavor = "multi_thread")]
async fn f25_a_transaction_that_is_cancelled_for_a_busy_partition_is_tried_again() {
    let world = World::start().await;
    let sold = sell_unheard(&world, "ada@example.org").await;
    fulfill(&Throttling::cancelling(5).shop(&world).await, &sold.session).await.unwrap();
    assert_exactly_one(&world, &sold).await;
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
