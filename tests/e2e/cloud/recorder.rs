//! Notes what each function asks of the table: the permission that DynamoDB would look for, the table or index, and
//! how the partition's key begins. It sits below the real SDK; which function is at work is said by whoever calls it.

use std::collections::BTreeSet;
use std::sync::{Mutex, PoisonError};

use aws_smithy_runtime_api::client::http::{
    HttpClient, HttpConnector, HttpConnectorFuture, HttpConnectorSettings, SharedHttpClient, SharedHttpConnector,
};
use aws_smithy_runtime_api::client::orchestrator::HttpRequest;
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponents;
use portico_tests::cloud::{Access, asked, at_work};

static SEEN: Mutex<BTreeSet<Access>> = Mutex::new(BTreeSet::new());

/// Everything that was noted in this process.
pub(super) fn seen() -> BTreeSet<Access> {
    SEEN.lock().unwrap_or_else(PoisonError::into_inner).clone()
}

/// Notes a request to the table, where a function is known to be at work.
pub(crate) fn note(request: &HttpRequest) {
    let Some(function) = at_work() else { return };
    SEEN.lock().unwrap_or_else(PoisonError::into_inner).extend(asked(&function, request));
}

/// A connection to the table that notes what is asked.
#[derive(Debug, Clone)]
pub(crate) struct Recorder(SharedHttpClient);

impl Recorder {
    /// A connection over HTTP.
    pub(crate) fn client() -> SharedHttpClient {
        SharedHttpClient::new(Self(store::Wire::to_engine().http_client))
    }
}

impl HttpClient for Recorder {
    fn http_connector(&self, settings: &HttpConnectorSettings, parts: &RuntimeComponents) -> SharedHttpConnector {
        SharedHttpConnector::new(Wire(self.0.http_connector(settings, parts)))
    }
}

#[derive(Debug)]
struct Wire(SharedHttpConnector);

impl HttpConnector for Wire {
    fn call(&self, request: HttpRequest) -> HttpConnectorFuture {
        note(&request);
        self.0.call(request)
    }
}
