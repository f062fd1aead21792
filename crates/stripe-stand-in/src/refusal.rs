//! Stripe's error answers: status, type, code, parameter and a sentence.

use axum::http::StatusCode;
use serde_json::{Value, json};

/// An error answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Refusal {
    pub status: StatusCode,
    pub kind: &'static str,
    pub code: Option<&'static str>,
    pub param: Option<String>,
    pub message: String,
}

impl Refusal {
    /// 400 without a code; the most common of all.
    pub fn invalid(message: impl Into<String>) -> Self {
        Self {
            status: StatusCode::BAD_REQUEST,
            kind: "invalid_request_error",
            code: None,
            param: None,
            message: message.into(),
        }
    }

    pub fn code(mut self, code: &'static str) -> Self {
        self.code = Some(code);
        self
    }

    pub fn param(mut self, param: impl Into<String>) -> Self {
        self.param = Some(param.into());
        self
    }

    pub fn status(mut self, status: StatusCode) -> Self {
        self.status = status;
        self
    }

    pub fn kind(mut self, kind: &'static str) -> Self {
        self.kind = kind;
        self
    }

    pub fn missing_param(name: &str) -> Self {
        Self::invalid(format!("Missing required param: {name}.")).code("parameter_missing").param(name)
    }

    pub fn unknown_param(name: &str) -> Self {
        Self::invalid(format!("Received unknown parameter: {name}")).code("parameter_unknown").param(name)
    }

    pub fn missing_object(kind: &str, id: &str, param: &str) -> Self {
        let shown: String = id.chars().take(80).collect();
        Self::invalid(format!("No such {kind}: '{shown}'"))
            .code("resource_missing")
            .param(param)
            .status(StatusCode::NOT_FOUND)
    }

    /// 503, or a state file that cannot be written.
    pub fn broken(status: StatusCode, message: &str) -> Self {
        Self::invalid(message).kind("api_error").status(status)
    }

    pub fn body(&self) -> Value {
        let mut error = json!({ "message": self.message, "type": self.kind });
        if let Some(fields) = error.as_object_mut() {
            if let Some(code) = self.code {
                fields.insert("code".to_owned(), code.into());
                fields.insert("doc_url".to_owned(), format!("https://stripe.com/docs/error-codes/{code}").into());
            }
            if let Some(param) = &self.param {
                fields.insert("param".to_owned(), param.as_str().into());
            }
        }
        json!({ "error": error })
    }
}
