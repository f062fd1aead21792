//! How the commands put what they want to the API, and how they show what comes back.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;
use http::Method;
use local::{Operator, Reply, StartError};
use serde_json::Value;

use crate::say::say;

/// Where the platform is.
#[derive(Args)]
pub(crate) struct At {
    /// Where the platform keeps everything; it may be running or not.
    #[arg(long, default_value = ".portico")]
    data: PathBuf,
}

impl At {
    pub(crate) async fn connect(&self) -> Result<Operator, StartError> {
        Operator::connect(&self.data).await
    }
}

/// Parameters of a query; those without a value are left out.
pub(crate) type Parameters<'a> = &'a [(&'a str, Option<&'a str>)];

/// Every entry of a list, page after page, each as a line of its columns between tabs.
pub(crate) async fn list(
    at: &At,
    path: &str,
    parameters: Parameters<'_>,
    columns: &[&str],
) -> Result<ExitCode, StartError> {
    let operator = at.connect().await?;
    let mut cursor: Option<String> = None;
    loop {
        let said = parameters.iter().copied().chain([("cursor", cursor.as_deref())]);
        let said = said.filter_map(|(name, value)| value.map(|value| (name, value)));
        let query = form_urlencoded::Serializer::new(String::new()).extend_pairs(said).finish();
        let reply = operator.ask(Method::GET, &format!("{path}?{query}"), None).await?;
        if !reply.is_good() {
            return Ok(refused(path, &reply));
        }
        for item in reply.body.get("items").and_then(Value::as_array).into_iter().flatten() {
            say(line(item, columns));
        }
        cursor = reply.body.get("next").and_then(Value::as_str).map(str::to_owned);
        if cursor.is_none() {
            return Ok(ExitCode::SUCCESS);
        }
    }
}

/// Makes one thing and shows its id.
pub(crate) async fn create(at: &At, path: &str, form: &Value) -> Result<ExitCode, StartError> {
    let reply = at.connect().await?.ask(Method::POST, path, Some(form)).await?;
    if !reply.is_good() {
        return Ok(refused(path, &reply));
    }
    say(reply.body.get("id").and_then(Value::as_str).unwrap_or_default());
    Ok(ExitCode::SUCCESS)
}

/// Does the same to each of several things; one that is refused keeps no other back, and fails the command.
pub(crate) async fn each(
    at: &At,
    ids: &[String],
    method: Method,
    path_of: impl Fn(&str) -> String,
) -> Result<ExitCode, StartError> {
    let operator = at.connect().await?;
    let mut code = ExitCode::SUCCESS;
    for id in ids {
        let reply = operator.ask(method.clone(), &path_of(&path_segment(id)), None).await?;
        if reply.is_good() {
            say(format!("{id}\tdone"));
        } else {
            code = refused(id, &reply);
        }
    }
    Ok(code)
}

/// Why it was not done.
#[expect(clippy::print_stderr, reason = "why it was not done")]
pub(crate) fn refused(what: &str, reply: &Reply) -> ExitCode {
    eprintln!("portico: {what}: {}", reply.refusal());
    ExitCode::FAILURE
}

fn line(item: &Value, columns: &[&str]) -> String {
    let cell = |column: &&str| match item.get(*column) {
        None | Some(Value::Null) => "-".to_owned(),
        Some(Value::String(text)) => text.clone(),
        Some(other) => other.to_string(),
    };
    columns.iter().map(cell).collect::<Vec<_>>().join("\t")
}

/// An id as a part of a path, whatever was typed.
fn path_segment(id: &str) -> String {
    form_urlencoded::byte_serialize(id.as_bytes()).collect()
}
