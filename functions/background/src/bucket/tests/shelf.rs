//! Objects in memory behind the real SDK, and a connection that dies after so many requests.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use aws_sdk_s3::Client;
use aws_sdk_s3::config::{BehaviorVersion, Credentials, Region, retry::RetryConfig};
use aws_sdk_s3::primitives::SdkBody;
use aws_smithy_runtime_api::client::http::{
    HttpClient, HttpConnector, HttpConnectorFuture, HttpConnectorSettings, SharedHttpClient, SharedHttpConnector,
};
use aws_smithy_runtime_api::client::orchestrator::{HttpRequest, HttpResponse};
use aws_smithy_runtime_api::client::result::ConnectorError;
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponents;
use aws_smithy_runtime_api::http::StatusCode;

const PREFIX: &str = "http://shelf.local/site";

#[derive(Debug, Default, Clone)]
pub(super) struct Shelf(Arc<Mutex<State>>);

#[derive(Debug, Default)]
struct State {
    objects: BTreeMap<String, String>,
    /// Requests that are still heard; `None` where there is no end to them.
    left: Option<usize>,
}

impl Shelf {
    pub(super) fn client(&self) -> Client {
        let config = aws_sdk_s3::Config::builder()
            .behavior_version(BehaviorVersion::latest())
            .region(Region::from_static("local"))
            .credentials_provider(Credentials::new("local", "local", None, None, "test"))
            .endpoint_url("http://shelf.local")
            .force_path_style(true)
            .retry_config(RetryConfig::disabled())
            .http_client(SharedHttpClient::new(self.clone()));
        Client::from_conf(config.build())
    }

    pub(super) fn objects(&self) -> BTreeMap<String, String> {
        self.state().objects.clone()
    }

    pub(super) fn die_after(&self, requests: usize) {
        self.state().left = Some(requests);
    }

    pub(super) fn revive(&self) {
        self.state().left = None;
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl HttpClient for Shelf {
    fn http_connector(&self, _: &HttpConnectorSettings, _: &RuntimeComponents) -> SharedHttpConnector {
        SharedHttpConnector::new(self.clone())
    }
}

impl HttpConnector for Shelf {
    fn call(&self, request: HttpRequest) -> HttpConnectorFuture {
        let mut state = self.state();
        match state.left {
            Some(0) => return HttpConnectorFuture::ready(Err(ConnectorError::io("the process is dead".into()))),
            Some(left) => state.left = Some(left - 1),
            None => {}
        }
        HttpConnectorFuture::ready(Ok(state.answer(&request)))
    }
}

impl State {
    fn answer(&mut self, request: &HttpRequest) -> HttpResponse {
        let (path, question) = request.uri().split_once('?').unwrap_or((request.uri(), ""));
        let key = path.strip_prefix(PREFIX).expect("the bucket").trim_start_matches('/').to_owned();
        let body = String::from_utf8(request.body().bytes().unwrap_or_default().to_vec()).expect("text");
        match request.method() {
            "GET" if key.is_empty() => self.list(question),
            "GET" => match self.objects.get(&key) {
                Some(text) => tagged(text, text),
                None => refused(404, "NoSuchKey"),
            },
            "PUT" => self.put(key, body, request),
            "POST" => {
                for gone in body.split("<Key>").skip(1) {
                    self.objects.remove(gone.split('<').next().unwrap_or_default());
                }
                answered(200, "<DeleteResult/>")
            }
            other => panic!("{other} {path}"),
        }
    }

    fn put(&mut self, key: String, body: String, request: &HttpRequest) -> HttpResponse {
        let standing = self.objects.get(&key).map(|text| tag(text));
        let holds = match (request.headers().get("if-none-match"), request.headers().get("if-match")) {
            (Some(_), _) => standing.is_none(),
            (None, Some(wanted)) => standing.as_deref() == Some(wanted),
            (None, None) => true,
        };
        if !holds {
            return refused(412, "PreconditionFailed");
        }
        let answer = tagged(&body, "");
        self.objects.insert(key, body);
        answer
    }

    /// Folders where the question names a delimiter, else the objects below a prefix.
    fn list(&self, question: &str) -> HttpResponse {
        let prefix = question.split('&').find_map(|part| part.strip_prefix("prefix=")).unwrap_or_default();
        let prefix = prefix.replace("%2F", "/");
        let below = self.objects.keys().filter(|key| key.starts_with(&prefix));
        let rows: String = if question.contains("delimiter=") {
            let mut folders: Vec<&str> = below.filter_map(|key| Some(key.split_once('/')?.0)).collect();
            folders.dedup();
            let row = |folder| format!("<CommonPrefixes><Prefix>{folder}/</Prefix></CommonPrefixes>");
            folders.into_iter().map(row).collect()
        } else {
            below.map(|key| format!("<Contents><Key>{key}</Key></Contents>")).collect()
        };
        answered(200, &format!("<ListBucketResult>{rows}</ListBucketResult>"))
    }
}

/// Equal for equal texts and no others, as short as a tag must be.
fn tag(text: &str) -> String {
    use std::hash::{DefaultHasher, Hash, Hasher};
    let mut hasher = DefaultHasher::new();
    text.hash(&mut hasher);
    format!("\"{:x}\"", hasher.finish())
}

fn tagged(object: &str, body: &str) -> HttpResponse {
    let mut answer = answered(200, body);
    answer.headers_mut().insert("etag", tag(object));
    answer
}

fn refused(status: u16, code: &str) -> HttpResponse {
    answered(status, &format!("<Error><Code>{code}</Code></Error>"))
}

fn answered(status: u16, body: &str) -> HttpResponse {
    HttpResponse::new(StatusCode::try_from(status).expect("a status"), SdkBody::from(body))
}
