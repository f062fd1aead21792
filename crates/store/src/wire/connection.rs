//! What the SDK sends its requests through: HTTP/1.1 over connections that are kept.
//!
//! The SDK's own client speaks HTTP/2 as well, which no service that we ask needs, and knows proxies; both together make
//! a function a megabyte bigger. This one is hyper's: a kept connection that the other side has closed is replaced where
//! the request was surely not sent, and everything else is told as what it is, so that the SDK decides about trying again.
//! The certificates are read when the first connection is made: whoever only starts waits for none.

use std::error::Error;
use std::fmt;
use std::sync::{Arc, OnceLock};
use std::time::Duration;

use aws_smithy_runtime_api::client::connection::{CaptureSmithyConnection, ConnectionMetadata};
use aws_smithy_runtime_api::client::http::{
    HttpClient, HttpConnector, HttpConnectorFuture, HttpConnectorSettings, SharedHttpConnector,
};
use aws_smithy_runtime_api::client::orchestrator::{HttpRequest, HttpResponse};
use aws_smithy_runtime_api::client::result::ConnectorError;
use aws_smithy_runtime_api::client::retries::ErrorKind;
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponents;
use aws_smithy_types::body::SdkBody;
use bytes::Bytes;
use http_body_util::{BodyExt, Full};
use hyper_rustls::{ConfigBuilderExt, HttpsConnector, HttpsConnectorBuilder};
use hyper_util::client::legacy::Client;
use hyper_util::client::legacy::connect::{HttpConnector as TcpConnector, capture_connection};
use hyper_util::rt::{TokioExecutor, TokioTimer};
use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::PemObject;
use rustls::{ClientConfig, RootCertStore};

/// How long all addresses of a name together may take to accept a connection: less than an attempt may take in all.
const CONNECT_TIMEOUT: Duration = Duration::from_secs(1);
/// Services close what lies idle longer; a connection that was kept longer is more likely dead than of use.
const IDLE_TIMEOUT: Duration = Duration::from_secs(20);

/// The roots that AWS's own endpoints stand on (amazontrust.com/repository).
const AMAZON_ROOTS: &[u8] = include_bytes!("amazon_roots.pem");

/// Whose certificates count where a connection is encrypted.
#[derive(Debug, Clone, Copy)]
pub(super) enum Roots {
    /// Amazon's.
    Amazon,
    /// Those that the machine trusts.
    Machine,
}

/// Connections of one client. Clones share them.
#[derive(Clone)]
pub(super) struct Connections {
    roots: Roots,
    client: Arc<OnceLock<Hyper>>,
}

type Hyper = Client<HttpsConnector<TcpConnector>, Full<Bytes>>;

impl fmt::Debug for Connections {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Connections").field("roots", &self.roots).finish_non_exhaustive()
    }
}

impl Connections {
    pub(super) fn trusting(roots: Roots) -> Self {
        Self { roots, client: Arc::default() }
    }

    fn client(&self) -> Result<&Hyper, ConnectorError> {
        if let Some(client) = self.client.get() {
            return Ok(client);
        }
        let trust = trust(self.roots).map_err(ConnectorError::user)?;
        let mut tcp = TcpConnector::new();
        tcp.enforce_http(false);
        tcp.set_nodelay(true);
        tcp.set_connect_timeout(Some(CONNECT_TIMEOUT));
        let connector =
            HttpsConnectorBuilder::new().with_tls_config(trust).https_or_http().enable_http1().wrap_connector(tcp);
        let mut builder = Client::builder(TokioExecutor::new());
        builder.pool_timer(TokioTimer::new()).pool_idle_timeout(IDLE_TIMEOUT);
        Ok(self.client.get_or_init(|| builder.build(connector)))
    }

    async fn exchange(self, request: HttpRequest, limit: Option<Duration>) -> Result<HttpResponse, ConnectorError> {
        let mut request = request.try_into_http1x().map_err(|error| ConnectorError::user(error.into()))?;
        tell_connection(&mut request);
        let (parts, body) = request.into_parts();
        // What is sent lies in memory anyhow, and a body of known length is not sent in chunks.
        let body = body.collect().await.map_err(ConnectorError::user)?.to_bytes();
        let asked = self.client()?.request(http::Request::from_parts(parts, Full::new(body)));
        let answered = match limit {
            Some(limit) => {
                tokio::time::timeout(limit, asked).await.map_err(|late| ConnectorError::timeout(late.into()))?
            }
            None => asked.await,
        };
        let response = answered.map_err(failed)?.map(SdkBody::from_body_1_x);
        HttpResponse::try_from(response).map_err(|error| ConnectorError::other(error.into(), None))
    }
}

impl HttpClient for Connections {
    fn http_connector(&self, settings: &HttpConnectorSettings, _: &RuntimeComponents) -> SharedHttpConnector {
        SharedHttpConnector::new(Connector { connections: self.clone(), limit: settings.read_timeout() })
    }
}

/// The connections with the patience that the SDK's settings ask for.
#[derive(Debug)]
struct Connector {
    connections: Connections,
    limit: Option<Duration>,
}

impl HttpConnector for Connector {
    fn call(&self, request: HttpRequest) -> HttpConnectorFuture {
        HttpConnectorFuture::new(self.connections.clone().exchange(request, self.limit))
    }
}

fn trust(roots: Roots) -> Result<ClientConfig, Box<dyn Error + Send + Sync>> {
    let provider = Arc::new(rustls::crypto::aws_lc_rs::default_provider());
    let builder = ClientConfig::builder_with_provider(provider).with_safe_default_protocol_versions()?;
    let builder = match roots {
        // A machine without certificates reaches what is not encrypted all the same: its own table, for one.
        Roots::Machine => match builder.clone().with_native_roots() {
            Ok(trusting) => trusting,
            Err(error) => {
                tracing::warn!(%error, "no certificates are trusted: nothing encrypted can be reached");
                builder.with_root_certificates(RootCertStore::empty())
            }
        },
        Roots::Amazon => {
            let mut store = RootCertStore::empty();
            for root in CertificateDer::pem_slice_iter(AMAZON_ROOTS) {
                store.add(root?)?;
            }
            builder.with_root_certificates(store)
        }
    };
    Ok(builder.with_no_client_auth())
}

/// Lets the SDK close the connection of a request that failed for what may pass: its next attempt goes over another one,
/// and perhaps to a healthier machine.
fn tell_connection(request: &mut http::Request<SdkBody>) {
    let connection = capture_connection(request);
    if let Some(asking) = request.extensions().get::<CaptureSmithyConnection>() {
        asking.set_connection_retriever(move || {
            let connection = connection.clone();
            connection.connection_metadata().as_ref()?;
            let poison = move || {
                if let Some(connected) = connection.connection_metadata().as_ref() {
                    connected.poison();
                }
            };
            Some(ConnectionMetadata::builder().proxied(false).poison_fn(poison).build())
        });
    }
}

/// What went wrong, as the SDK tells what is worth another attempt.
fn failed(error: hyper_util::client::legacy::Error) -> ConnectorError {
    let broken: Option<&hyper::Error> = error.source().and_then(|source| source.downcast_ref());
    if error.is_connect() {
        return ConnectorError::io(error.into());
    }
    match broken {
        Some(broken) if broken.is_timeout() => ConnectorError::timeout(error.into()),
        Some(broken) if broken.is_user() => ConnectorError::user(error.into()),
        // Closed in the middle of an answer, or of nothing: whether the request was carried out nobody knows.
        _ => ConnectorError::other(error.into(), Some(ErrorKind::TransientError)),
    }
}

#[cfg(test)]
mod tests;
