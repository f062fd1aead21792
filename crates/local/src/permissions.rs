//! `portico permissions`: why somebody may or may not do something, and by what decisions differ here.

use std::process::ExitCode;

use clap::{Args, Subcommand};
use http::Method;
use local::{Reply, StartError};
use serde_json::Value;

use crate::asking::{At, Parameters, refused};
use crate::say::say;

#[derive(Subcommand)]
pub(crate) enum Permissions {
    /// Say whether somebody may do something, and every reason for and against it.
    Explain(Explain),
    /// List what roles bring here and not by default (+), and by default and not here (-).
    Diff(Diff),
    /// List everything that somebody may do: action, role, reach, words.
    Can(Can),
    /// List who may do something to an object.
    Who(Who),
}

#[derive(Args)]
pub(crate) struct Explain {
    /// Who would act: an account's id, or `visitor`.
    #[arg(long = "as")]
    account: String,
    /// What would be done: an action's id, such as `course.edit`.
    #[arg(long = "do")]
    action: String,
    /// To what: `platform`, `catalog`, `tenant:main`, `partner:ID`, `account:ID`, `course:ID`,
    /// `enrollment:COURSE:ACCOUNT` or `order:ID`.
    #[arg(long = "on", default_value = "platform")]
    object: String,
    #[command(flatten)]
    at: At,
}

#[derive(Args)]
pub(crate) struct Diff {
    /// What holds in `main` or in the partner platform or organization of this id; everywhere where nothing is said.
    #[arg(long)]
    tenant: Option<String>,
    #[command(flatten)]
    at: At,
}

#[derive(Args)]
pub(crate) struct Can {
    /// Who would act: an account's id.
    #[arg(long = "as")]
    account: String,
    /// To what; to some object or other where nothing is said.
    #[arg(long = "on")]
    object: Option<String>,
    #[command(flatten)]
    at: At,
}

#[derive(Args)]
pub(crate) struct Who {
    /// What would be done: an action's id.
    #[arg(long = "do")]
    action: String,
    /// To what.
    #[arg(long = "on", default_value = "platform")]
    object: String,
    #[command(flatten)]
    at: At,
}

async fn ask(at: &At, path: &str, said: Parameters<'_>) -> Result<Reply, StartError> {
    let said = said.iter().filter_map(|(name, value)| value.map(|value| (*name, value)));
    let query = form_urlencoded::Serializer::new(String::new()).extend_pairs(said).finish();
    at.connect().await?.ask(Method::GET, &format!("{path}?{query}"), None).await
}

fn text<'a>(value: &'a Value, key: &str) -> &'a str {
    value.get(key).and_then(Value::as_str).unwrap_or("-")
}

fn each<'a>(value: &'a Value, key: &str) -> impl Iterator<Item = &'a Value> {
    value.get(key).and_then(Value::as_array).into_iter().flatten()
}

fn statements(grant: &Value) -> String {
    each(grant, "statements").filter_map(Value::as_str).collect::<Vec<_>>().join(" ")
}

impl Permissions {
    pub(crate) async fn run(self) -> Result<ExitCode, StartError> {
        match self {
            Permissions::Explain(wish) => {
                let said = [("account", &wish.account), ("action", &wish.action), ("object", &wish.object)];
                let said = said.map(|(name, value)| (name, Some(value.as_str())));
                answered("explain", ask(&wish.at, "/api/permissions/explain", &said).await?, explained)
            }
            Permissions::Diff(wish) => {
                let said = [("tenant", wish.tenant.as_deref())];
                answered("diff", ask(&wish.at, "/api/permissions/diff", &said).await?, differing)
            }
            Permissions::Can(wish) => {
                let said = [("account", Some(wish.account.as_str())), ("object", wish.object.as_deref())];
                answered("can", ask(&wish.at, "/api/permissions/can", &said).await?, |body| {
                    for one in each(body, "actions") {
                        say(["action", "role", "reach", "words"].map(|key| text(one, key)).join("\t"));
                    }
                })
            }
            Permissions::Who(wish) => {
                let said = [("action", Some(wish.action.as_str())), ("object", Some(wish.object.as_str()))];
                answered("who", ask(&wish.at, "/api/permissions/who", &said).await?, |body| {
                    for kind in each(body, "kinds").filter_map(Value::as_str) {
                        say(format!("every\t{kind}"));
                    }
                    for one in each(body, "people") {
                        say(["account", "role", "reach", "name"].map(|key| text(one, key)).join("\t"));
                    }
                })
            }
        }
    }
}

fn answered(what: &str, reply: Reply, show: impl FnOnce(&Value)) -> Result<ExitCode, StartError> {
    if !reply.is_good() {
        return Ok(refused(what, &reply));
    }
    show(&reply.body);
    Ok(ExitCode::SUCCESS)
}

fn explained(body: &Value) {
    let allowed = body.get("allowed").and_then(Value::as_bool) == Some(true);
    say(if allowed { "allowed" } else { "denied" });
    for grant in each(body, "granted_by") {
        say(format!("granted\t{}\t{}\t{}", text(grant, "role"), text(grant, "reach"), statements(grant)));
    }
    for grant in each(body, "withheld") {
        let (id, words) = (text(grant, "id"), text(grant, "words"));
        say(format!("withheld\t{}\t{}\t{id}\t{words}", text(grant, "role"), text(grant, "reach")));
    }
    for guard in each(body, "denied_by") {
        say(format!("denied\t{}\t{}", text(guard, "id"), text(guard, "words")));
    }
}

fn differing(body: &Value) {
    for role in each(body, "roles") {
        for (sign, key) in [("+", "gained"), ("-", "lost")] {
            for action in each(role, key).filter_map(Value::as_str) {
                say(format!("{sign}\t{}\t{action}", text(role, "role")));
            }
        }
    }
}
