//! `portico audit` and `portico api`: what was done, and anything that has no command of its own.

use std::io::Read;
use std::process::ExitCode;

use clap::Args;
use http::Method;
use local::StartError;
use serde_json::Value;

use crate::asking::{At, list, refused};
use crate::say::say;

#[derive(Args)]
pub(crate) struct Audit {
    /// Only lines about this object: `account:ID`, `course:ID`, `partner:ID`, `order:ID`, `enrollment:COURSE:ACCOUNT`.
    #[arg(long)]
    object: Option<String>,
    #[command(flatten)]
    at: At,
}

impl Audit {
    pub(crate) async fn run(self) -> Result<ExitCode, StartError> {
        let said = [("object", self.object.as_deref())];
        let columns = ["at", "actor", "account", "action", "object", "before", "after"];
        list(&self.at, "/api/admin/audit", &said, &columns).await
    }
}

#[derive(Args)]
pub(crate) struct Api {
    /// `GET`, `POST`, `PUT`, `PATCH` or `DELETE`.
    method: Method,
    /// Such as `/api/admin/courses?q=knots`; `portico openapi` describes all.
    path: String,
    /// The body as JSON; `-` reads it from the standard input.
    #[arg(long)]
    body: Option<String>,
    #[command(flatten)]
    at: At,
}

impl Api {
    pub(crate) async fn run(self) -> Result<ExitCode, StartError> {
        let body = self.body.map(read).transpose()?;
        let reply = self.at.connect().await?.ask(self.method, &self.path, body.as_ref()).await?;
        if !reply.is_good() {
            return Ok(refused(&self.path, &reply));
        }
        match reply.body {
            Value::Null => {}
            Value::String(text) => say(&text),
            json => say(format!("{json:#}")),
        }
        Ok(ExitCode::SUCCESS)
    }
}

fn read(body: String) -> Result<Value, StartError> {
    let broken = |why: &dyn std::fmt::Display| StartError::Part { part: "the body", why: why.to_string() };
    let text = if body == "-" {
        let mut text = String::new();
        std::io::stdin().read_to_string(&mut text).map_err(|error| broken(&error))?;
        text
    } else {
        body
    };
    serde_json::from_str(&text).map_err(|error| broken(&error))
}
