//! What every router shares, and the only crate that knows HTTP: who asks ([`Cx`]), what may be sent ([`Body`],
//! [`Form`], [`Path`]), how refusals look ([`Failure`]), cookies, tokens, passwords, headers, and how a router is
//! started as a Lambda function ([`run`]).
//!
//! A handler asks once, `cx.authorize::<act::EditCourse>(course)`, and gets the permission with the loaded target
//! inside, or leaves with the right status. It must not know how.

mod acting;
mod address;
mod amount;
mod asker;
mod body;
mod common;
mod context;
mod cookies;
mod description;
mod device;
mod equal_time;
mod failure;
pub mod fields;
mod giving;
mod grid;
mod hashing;
mod headers;
mod input;
mod link_requests;
mod links;
mod makers;
mod many;
mod mounting;
mod origin;
mod page;
mod password;
mod reader;
mod real;
mod realm;
mod sealing;
mod search;
mod secrets;
mod settings;
mod start;
mod term;
mod throttle;
mod tokens;
pub mod words;

pub use address::with_query;
pub use amount::Amount;
pub use asker::{Asker, HalfSignedIn};
pub use body::{Body, BodyOrForm, Form, Sent, body_bytes};
pub use context::{App, AppParts, AskedByOperator, Cx};
pub use cookies::{ACCESS_COOKIE, DeviceCookie, REFRESH_COOKIE, RefreshCookie, SetCookies};
pub use description::describe_shared_answers;
pub use device::{Devices, KnownDevice};
pub use equal_time::in_equal_time;
pub use failure::{Failure, FieldProblem, Problem};
pub use hashing::PasswordVerdict;
pub use headers::{html, page_with_token, security_headers, with_policies};
pub use input::{FieldErrors, PageQuery, Path, Query};
pub use link_requests::LinkRequest;
pub use links::{LinkSecret, LinkToken};
pub use many::{Deed, MANY_MAX, ManyAccounts, Outcomes, one_by_one};
pub use mounting::routes;
pub use origin::ClientAddress;
pub use page::PageOf;
pub use password::{HashCost, PASSWORD_BYTES_MAX, PASSWORD_CHARS_MIN, Password, PasswordRefused, PasswordRules};
pub use reader::Reader;
pub use real::{OsEntropy, SystemClock};
pub use realm::{RealmName, RealmNameError};
pub use sealing::Opened;
pub use search::search;
pub use secrets::{Pepper, SecretError, Secrets, SigningKey};
pub use settings::{Settings, SettingsError};
pub use start::{StartError, connect, log_subscriber, run};
pub use term::TermLine;
pub use throttle::Limit;
pub use tokens::{AccessToken, RefreshToken, Tokens};

/// A router together with its description; what every function's `routes` gives back.
pub type Routes = utoipa_axum::router::OpenApiRouter;
