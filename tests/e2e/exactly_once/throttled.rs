//! A table that asks for less: a few tries, then the provider is told to come again, and nothing is half written.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use aws_smithy_runtime_api::client::http::{
    HttpClient, HttpConnector, HttpConnectorFuture, HttpConnectorSettings, SharedHttpClient, SharedHttpConnector,
};
use aws_smithy_runtime_api::client::orchestrator::{HttpRequest, HttpResponse};
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponents;
use commerce::{CommerceError, Shop, fulfill};
use domain::{EmailAddress, Realm};
use portico_tests::World;
use store::{Store, StoreError, TableConfig};

use super::shop_floor::{assert_exactly_one, sell_unheard, send_completed};

/// Answers the next requests itself, in the words of a table that is asked too much.
#[derive(Debug, Clone)]
struct Throttling {
    inner: SharedHttpClient,
    left: Arc<AtomicUsize>,
}

const TOO_MUCH: &str =
    r#"{"__type":"com.amazonaws.dynamodb.v20120810#ProvisionedThroughputExceededException","message":"slow down"}"#;

impl Throttling {
    async fn shop(world: &World, requests: usize) -> Shop {
        let inner = aws_smithy_http_client::Builder::new().build_http();
        let client = Self { inner, left: Arc::new(AtomicUsize::new(requests)) };
        let app = &world.platform.app;
        let config = TableConfig {
            name: app.settings.table.clone(),
            endpoint: app.settings.table_endpoint.clone(),
            http_client: Some(SharedHttpClient::new(client)),
        };
        let store = Store::connect(config, app.clock.clone(), app.entropy.clone());
        Shop { store, ..world.platform.shop.clone() }
    }
}

impl HttpClient for Throttling {
    fn http_connector(&self, settings: &HttpConnectorSettings, parts: &RuntimeComponents) -> SharedHttpConnector {
        let inner = self.inner.http_connector(settings, parts);
        SharedHttpConnector::new(Wire { inner, left: self.left.clone() })
    }
}

#[derive(Debug)]
struct Wire {
    inner: SharedHttpConnector,
    left: Arc<AtomicUsize>,
}

impl HttpConnector for Wire {
    fn call(&self, request: HttpRequest) -> HttpConnectorFuture {
        let one_less = |left: usize| left.checked_sub(1);
        if self.left.fetch_update(Ordering::SeqCst, Ordering::SeqCst, one_less).is_err() {
            return self.inner.call(request);
        }
        HttpConnectorFuture::ready(Ok(HttpResponse::new(400.try_into().unwrap(), TOO_MUCH.into())))
    }
}

/// Proves: F25
#[tokio::test(flavor = "multi_thread")]
async fn f25_a_throttled_table_is_tried_again_and_then_the_provider_comes_again() {
    let world = World::start().await;
    let sold = sell_unheard(&world, "ada@example.org").await;
    let refused = fulfill(&Throttling::shop(&world, usize::MAX).await, &sold.session).await;
    assert!(matches!(refused, Err(CommerceError::Store(StoreError::Unavailable(_)))), "{refused:?}");
    let address = EmailAddress::new(&sold.email).unwrap();
    let account = world.platform.app.store.account_by_email(Realm::Public, &address).await.unwrap();
    assert!(account.is_none(), "nothing is half written");
    // Two in a row are the client's own business.
    fulfill(&Throttling::shop(&world, 2).await, &sold.session).await.unwrap();
    send_completed(&world, "evt_again", &sold.session).await.expect(200);
    assert_exactly_one(&world, &sold).await;
}
