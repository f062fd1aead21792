//! A connection to the table that breaks off at a chosen request, before the table hears of it or after it has
//! committed, or holds it back for a while. It sits below the real SDK, so what breaks is the real store; the process "dies" when the test drops
//! whatever was under way.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use aws_smithy_runtime_api::client::http::{
    HttpClient, HttpConnector, HttpConnectorFuture, HttpConnectorSettings, SharedHttpClient, SharedHttpConnector,
};
use aws_smithy_runtime_api::client::orchestrator::HttpRequest;
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponents;
use portico_tests::World;
use store::{Store, TableConfig};
use tokio::sync::Notify;

/// Where the connection breaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Break {
    /// The table never hears of the request.
    BeforeRequest(usize),
    /// The table did what was asked, and its answer is lost.
    AfterRequest(usize),
    /// The request waits until it may go on.
    HeldBefore(usize),
}

#[derive(Debug)]
struct State {
    requests: AtomicUsize,
    breaks: Break,
    broken: Notify,
    goes_on: Notify,
}

#[derive(Debug, Clone)]
pub(super) struct Tripwire {
    inner: SharedHttpClient,
    state: Arc<State>,
}

impl Tripwire {
    pub(super) fn new(breaks: Break) -> Self {
        let state = State { requests: AtomicUsize::new(0), breaks, broken: Notify::new(), goes_on: Notify::new() };
        Self { inner: store::Wire::to_engine().http_client, state: Arc::new(state) }
    }

    /// A store of the world's table behind this connection.
    pub(super) async fn store(&self, world: &World) -> Store {
        let app = &world.platform.app;
        let config = TableConfig {
            name: app.settings.table.clone(),
            endpoint: app.settings.table_endpoint.clone(),
            http_client: Some(SharedHttpClient::new(self.clone())),
        };
        Store::connect(config, app.clock.clone(), app.entropy.clone())
    }

    /// Runs until the work is done or the connection breaks; tells whether it got through.
    pub(super) async fn run<T>(&self, work: impl Future<Output = T>) -> Option<T> {
        tokio::select! {
            biased;
            () = self.state.broken.notified() => None,
            done = work => Some(done),
        }
    }
}

impl Tripwire {
    /// Does something else once the request is held, and lets it go on then.
    pub(super) async fn meanwhile<T>(&self, work: impl Future<Output = T>) -> T {
        self.state.broken.notified().await;
        let done = work.await;
        self.state.goes_on.notify_one();
        done
    }
}

impl HttpClient for Tripwire {
    fn http_connector(&self, settings: &HttpConnectorSettings, parts: &RuntimeComponents) -> SharedHttpConnector {
        let inner = self.inner.http_connector(settings, parts);
        SharedHttpConnector::new(Wire { inner, state: self.state.clone() })
    }
}

#[derive(Debug)]
struct Wire {
    inner: SharedHttpConnector,
    state: Arc<State>,
}

impl HttpConnector for Wire {
    fn call(&self, request: HttpRequest) -> HttpConnectorFuture {
        let number = self.state.requests.fetch_add(1, Ordering::SeqCst);
        let state = self.state.clone();
        if self.state.breaks == Break::BeforeRequest(number) {
            return HttpConnectorFuture::new(async move {
                state.broken.notify_one();
                std::future::pending().await
            });
        }
        if self.state.breaks == Break::HeldBefore(number) {
            let inner = self.inner.clone();
            return HttpConnectorFuture::new(async move {
                state.broken.notify_one();
                state.goes_on.notified().await;
                inner.call(request).await
            });
        }
        let answer = self.inner.call(request);
        if self.state.breaks == Break::AfterRequest(number) {
            return HttpConnectorFuture::new(async move {
                let _lost = answer.await;
                state.broken.notify_one();
                std::future::pending().await
            });
        }
        answer
    }
}
