//! Every way in which a request can fail, and the one place where that becomes HTTP. What a client sees never carries
//! internals; those go to the log, under the request's id.

use authorization::{Denied, DeniedBecause, NotGiven, NotHeld, Role, holders};
use axum::Json;
use axum::http::header::RETRY_AFTER;
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use store::{StoreError, WAY_OUT};
use utoipa::ToSchema;

/// What is wrong with one field of what was sent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct FieldProblem {
    /// The field, as a path: `price.amount`.
    pub field: String,
    /// What is wrong and what to do.
    pub message: String,
}

/// How a refusal looks outside.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Problem {
    /// The status again, for those who only keep the body.
    pub status: u16,
    /// A stable id of the reason.
    pub code: String,
    /// The reason in words.
    pub message: String,
    /// Field by field, where fields are at fault.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub fields: Vec<FieldProblem>,
    /// Names the request, here and in our logs.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub request_id: Option<String>,
}

/// A request that fails. Variants are outcomes.
#[derive(Debug)]
pub enum Failure {
    /// Nobody is signed in, or the login has ended.
    SignedOut,
    /// Address, password and realm do not fit together; never which of them.
    WrongCredentials,
    /// The code of a second factor is not right, or used up.
    WrongCode,
    /// What a browser says of a passkey does not answer what it was asked.
    WrongPasskey(&'static str),
    /// Signed in, and not permitted.
    Forbidden(&'static str, &'static str),
    /// There is no such thing, or the asker may not know of it.
    NotFound,
    /// It cannot be read.
    Malformed(String),
    /// It reads, and says something impossible.
    Fields(Vec<FieldProblem>),
    /// It does not fit what is there.
    Conflict(String),
    /// It can no longer be used.
    Gone(String),
    /// Too many bytes.
    TooLarge,
    /// Not the kind of content that is taken here.
    UnsupportedType(&'static str),
    /// Too often.
    Throttled {
        /// Seconds to wait.
        retry_after_s: u64,
    },
    /// Something we need does not answer; nothing was changed.
    Unavailable,
    /// Our own mistake. The text is for the log.
    Internal(String),
}

/// How long to wait when something we need is down.
const UNAVAILABLE_RETRY_S: u64 = 2;

/// What cannot be read is quoted to whoever sent it, and they may have sent a lot.
const QUOTED_CHARS_MAX: usize = 300;

fn cut(message: &str) -> String {
    match message.char_indices().nth(QUOTED_CHARS_MAX) {
        Some((end, _)) => format!("{}…", message.get(..end).unwrap_or_default()),
        None => message.to_owned(),
    }
}

impl Failure {
    /// A single field that is at fault.
    pub fn field(field: &str, message: impl ToString) -> Self {
        Failure::Fields(vec![FieldProblem { field: field.to_owned(), message: message.to_string() }])
    }

    /// A conflict with what is there.
    pub fn conflict(message: impl ToString) -> Self {
        Failure::Conflict(message.to_string())
    }

    /// Why a role is not given to somebody, or not taken away.
    pub(crate) fn not_given(not_given: NotGiven, role: Role) -> Self {
        match not_given {
            NotGiven::Denied(DeniedBecause::Guard(guard)) if guard.hides_object() => Failure::NotFound,
            NotGiven::Denied(because) => Failure::Forbidden(because.id(), because.words()),
            NotGiven::AboveOwnRights(_) => Failure::Forbidden(not_given.id(), "the role brings more than you have"),
            NotGiven::WidensOwnRights(_) => {
                let words = "you have rights over the people in there: somebody else says who they are";
                Failure::Forbidden(not_given.id(), words)
            }
            NotGiven::NotHeld(NotHeld::OneHolder) => Failure::conflict(NotHeld::OneHolder.words()),
            NotGiven::NotHeld(not_held) => {
                let field = if not_held == NotHeld::WrongObject { "object" } else { "role" };
                let mut message = format!("{}: {}", not_held.id(), not_held.words());
                if not_held == NotHeld::NotListed {
                    let types: Vec<_> = holders(role).iter().map(|role| role.id()).collect();
                    message = format!("{message}; it is held by: {}", types.join(", "));
                }
                Failure::field(field, message)
            }
        }
    }

    /// The one mapping to HTTP.
    pub fn problem(&self) -> Problem {
        let (status, code, message, fields) = match self {
            Failure::SignedOut => (401, "signed_out", "sign in first".to_owned(), Vec::new()),
            Failure::WrongCredentials => {
                let words = "the address, the password or the kind of account is not right";
                (401, "wrong_credentials", words.to_owned(), Vec::new())
            }
            Failure::WrongCode => {
                (401, "wrong_code", "the code is not right, or was used already".to_owned(), Vec::new())
            }
            Failure::WrongPasskey(words) => (400, "wrong_passkey", (*words).to_owned(), Vec::new()),
            Failure::Forbidden(code, words) => (403, *code, (*words).to_owned(), Vec::new()),
            Failure::NotFound => (404, "not_found", "there is no such thing here".to_owned(), Vec::new()),
            Failure::Malformed(message) => (400, "malformed", cut(message), Vec::new()),
            Failure::Fields(fields) => {
                let cut =
                    |field: &FieldProblem| FieldProblem { field: cut(&field.field), message: cut(&field.message) };
                let fields = fields.iter().map(cut).collect();
                (422, "fields", "some fields need another value".to_owned(), fields)
            }
            Failure::Conflict(message) => (409, "conflict", message.clone(), Vec::new()),
            Failure::Gone(message) => (410, "gone", message.clone(), Vec::new()),
            Failure::TooLarge => (413, "too_large", "that is more than is taken here".to_owned(), Vec::new()),
            Failure::UnsupportedType(wanted) => (415, "unsupported_type", format!("send {wanted}"), Vec::new()),
            Failure::Throttled { retry_after_s } => {
                (429, "throttled", format!("too many attempts: wait {retry_after_s} seconds"), Vec::new())
            }
            Failure::Unavailable => (503, "unavailable", "not available right now: try again".to_owned(), Vec::new()),
            Failure::Internal(_) => (500, "internal", "something went wrong on our side".to_owned(), Vec::new()),
        };
        Problem { status, code: code.to_owned(), message, fields, request_id: None }
    }
}

impl From<Denied> for Failure {
    fn from(denied: Denied) -> Self {
        if denied.signed_out {
            Failure::SignedOut
        } else if denied.hides_object() {
            Failure::NotFound
        } else {
            Failure::Forbidden(denied.id(), denied.words())
        }
    }
}

const ADDRESS_STAYS: &str = "the address stays for three days after a first second factor was set up: until then the mail \
                             about it, which went there, is the way out for whoever did not set it up";

impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Conflict(WAY_OUT) => Failure::conflict(ADDRESS_STAYS),
            StoreError::Conflict(_) | StoreError::Taken(_) => Failure::Conflict(error.to_string()),
            StoreError::Missing(_) => Failure::NotFound,
            StoreError::TooLarge => Failure::TooLarge,
            StoreError::Cursor => Failure::Malformed(error.to_string()),
            StoreError::Unavailable(text) => {
                tracing::error!(error = %text, "the table is not available");
                Failure::Unavailable
            }
            StoreError::Corrupt(text) => Failure::Internal(text),
        }
    }
}

impl From<templates::TemplateError> for Failure {
    fn from(error: templates::TemplateError) -> Self {
        Failure::Internal(error.to_string())
    }
}

impl IntoResponse for Failure {
    fn into_response(self) -> Response {
        if let Failure::Internal(text) = &self {
            tracing::error!(error = %text, "a request failed by our own mistake");
        }
        let problem = self.problem();
        let status = StatusCode::from_u16(problem.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let mut response = (status, Json(&problem)).into_response();
        let retry_after_s = match self {
            Failure::Throttled { retry_after_s } => Some(retry_after_s),
            Failure::Unavailable => Some(UNAVAILABLE_RETRY_S),
            _ => None,
        };
        if let Some(seconds) = retry_after_s {
            response.headers_mut().insert(RETRY_AFTER, HeaderValue::from(seconds));
        }
        // The answer is made anew of it further out, where the request's id and wishes are known.
        response.extensions_mut().insert(problem);
        response
    }
}
