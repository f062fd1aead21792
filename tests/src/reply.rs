//! An answer, with the questions that tests ask of it.

use bytes::Bytes;
use http::{HeaderMap, StatusCode};
use serde_json::Value;

/// An answer.
#[derive(Debug, Clone)]
pub struct Reply {
    /// The status.
    pub status: StatusCode,
    /// The headers.
    pub headers: HeaderMap,
    /// The body.
    pub body: Bytes,
}

impl Reply {
    /// The status as a number.
    pub fn code(&self) -> u16 {
        self.status.as_u16()
    }

    /// The body as text.
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    /// The body as JSON; `null` where it is none.
    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap_or(Value::Null)
    }

    /// A text of the JSON body, by its pointer; empty where there is none.
    pub fn str(&self, pointer: &str) -> String {
        self.json().pointer(pointer).and_then(Value::as_str).unwrap_or_default().to_owned()
    }

    /// A header's first value; empty where there is none.
    pub fn header(&self, name: &str) -> String {
        self.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default().to_owned()
    }

    /// Every value of a header.
    pub fn headers_of(&self, name: &str) -> Vec<String> {
        self.headers.get_all(name).iter().filter_map(|value| value.to_str().ok()).map(str::to_owned).collect()
    }

    /// This answer, if it has the status; a panic that shows all of it otherwise.
    #[track_caller]
    #[expect(clippy::panic, reason = "this is how a test fails")]
    pub fn expect(self, code: u16) -> Self {
        if self.code() == code {
            return self;
        }
        panic!("expected {code}, got {} with {:?} and {}", self.code(), self.headers, self.text());
    }

    /// Whether a field is named as wrong.
    pub fn names_field(&self, field: &str) -> bool {
        let json = self.json();
        let fields = json.pointer("/fields").and_then(Value::as_array);
        fields.is_some_and(|fields| fields.iter().any(|one| one.get("field").and_then(Value::as_str) == Some(field)))
    }
}
