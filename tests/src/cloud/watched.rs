//! A connection to the table that somebody looks along at, below the real SDK: each request is shown before it is sent.

use std::fmt;

use aws_smithy_runtime_api::client::http::{
    HttpClient, HttpConnector, HttpConnectorFuture, HttpConnectorSettings, SharedHttpClient, SharedHttpConnector,
};
use aws_smithy_runtime_api::client::orchestrator::HttpRequest;
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponents;

/// A connection over HTTP; `look` is shown every request.
pub fn watched(look: fn(&HttpRequest)) -> SharedHttpClient {
    SharedHttpClient::new(Watched { through: store::Wire::to_engine().http_client, look })
}

/// A client, or one of its connections, with whoever looks at what goes through.
#[derive(Clone)]
struct Watched<T> {
    through: T,
    look: fn(&HttpRequest),
}

impl<T> fmt::Debug for Watched<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Watched").finish_non_exhaustive()
    }
}

impl HttpClient for Watched<SharedHttpClient> {
    fn http_connector(&self, settings: &HttpConnectorSettings, parts: &RuntimeComponents) -> SharedHttpConnector {
        SharedHttpConnector::new(Watched { through: self.through.http_connector(settings, parts), look: self.look })
    }
}

impl HttpConnector for Watched<SharedHttpConnector> {
    fn call(&self, request: HttpRequest) -> HttpConnectorFuture {
        (self.look)(&request);
        self.through.call(request)
    }
}
