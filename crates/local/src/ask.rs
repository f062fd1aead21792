//! What an operator asks of the API without a line in between: the very endpoints, with their permissions, their
//! checks of what was sent and their lines in the audit, which then name the operator.

use axum::body::Body;
use http::header::CONTENT_TYPE;
use http::{Method, Request, StatusCode};
use http_body_util::BodyExt;
use payments::WebhookVerifier;
use serde_json::Value;
use tower::ServiceExt;
use web::AskedByOperator;

use crate::front::Routers;
use crate::operator::Operator;
use crate::options::StartError;

/// What an endpoint answered.
#[derive(Debug)]
pub struct Reply {
    /// The status.
    pub status: StatusCode,
    /// The body; `null` where there is none.
    pub body: Value,
}

impl Reply {
    /// Whether it went well.
    pub fn is_good(&self) -> bool {
        self.status.is_success()
    }

    /// Why not, in words: the message, and each field at fault.
    pub fn refusal(&self) -> String {
        let text = |value: &Value, key: &str| value.get(key).and_then(Value::as_str).unwrap_or_default().to_owned();
        let fields = self.body.get("fields").and_then(Value::as_array).into_iter().flatten();
        let fields = fields.map(|field| format!("\n  {}: {}", text(field, "field"), text(field, "message")));
        let message = self.body.get("message").and_then(Value::as_str).unwrap_or("the platform gave no reason");
        format!("{message} ({}){}", self.status, fields.collect::<String>())
    }
}

impl Operator {
    /// Asks an endpoint.
    pub async fn ask(&self, method: Method, path: &str, body: Option<&Value>) -> Result<Reply, StartError> {
        let broken = StartError::part("the request");
        let verifier = WebhookVerifier::new(&[&self.keys.webhook_secret]).map_err(|error| broken(&error))?;
        let api = Routers::new(&self.app, &self.shop, verifier).api;
        let mut request = Request::builder().method(method).uri(path).extension(AskedByOperator);
        if body.is_some() {
            request = request.header(CONTENT_TYPE, "application/json");
        }
        let body = body.map_or_else(Body::empty, |body| Body::from(body.to_string()));
        let request = request.body(body).map_err(|error| broken(&error))?;
        let answer = api.oneshot(request).await.map_err(|error| broken(&error))?;
        let status = answer.status();
        let bytes = answer.into_body().collect().await.map_err(|error| broken(&error))?.to_bytes();
        let body = match serde_json::from_slice(&bytes) {
            _ if bytes.is_empty() => Value::Null,
            Ok(json) => json,
            Err(_) => String::from_utf8_lossy(&bytes).into_owned().into(),
        };
        Ok(Reply { status, body })
    }
}
