//! `portico accounts`: an operator's work on people.

mod import;

use std::process::ExitCode;

use clap::{Args, Subcommand, ValueEnum};
use http::Method;
use local::StartError;
use serde_json::json;

use crate::asking::{At, create, each, list};

const ACCOUNTS: &str = "/api/admin/accounts";

#[derive(Subcommand)]
pub(crate) enum Accounts {
    /// List accounts by name: id, status, tier, type, address, name.
    List(List),
    /// Make an account; its owner gets a mail with a link to set the password.
    Create(Create),
    /// Make the accounts of a file of people; their owners get mails. The same file again changes nothing; an import that
    /// was cut off goes on where it stopped.
    Import(import::Import),
    /// Mail owners a fresh link to set their password.
    Invite(These),
    /// Switch accounts off; every login of theirs ends at once.
    Deactivate(These),
    /// Switch accounts on again.
    Reactivate(These),
    /// Sign accounts out everywhere.
    EndLogins(These),
    /// Take second factors away, for people who lost them; the password alone signs in then.
    ResetSecondFactors(These),
    /// Delete accounts for good, with their enrollments.
    Delete(These),
}

#[derive(Args)]
pub(crate) struct List {
    /// `main`, `public` or the id of a partner.
    #[arg(long)]
    realm: Option<String>,
    /// How the name begins, or the address where it holds an `@`.
    #[arg(long)]
    search: Option<String>,
    #[command(flatten)]
    at: At,
}

#[derive(Clone, Copy, ValueEnum)]
enum Tier {
    Administrator,
    Learner,
}

#[derive(Clone, Copy, ValueEnum)]
enum Type {
    Internal,
    Partner,
}

#[derive(Args)]
pub(crate) struct Create {
    /// What it is for.
    #[arg(long, value_enum)]
    tier: Tier,
    /// Which platform it belongs to. Public accounts are made by buying a course.
    #[arg(long = "type", value_enum)]
    kind: Type,
    /// The id of the partner, for accounts of type `partner`.
    #[arg(long)]
    partner: Option<String>,
    /// What the person is called.
    #[arg(long)]
    name: String,
    /// Where the person is reached.
    #[arg(long)]
    email: String,
    /// When the account ends by itself, such as `2030-01-31T00:00:00Z`.
    #[arg(long)]
    expires_at: Option<String>,
    #[command(flatten)]
    at: At,
}

#[derive(Args)]
pub(crate) struct These {
    /// The accounts' ids.
    #[arg(required = true)]
    accounts: Vec<String>,
    #[command(flatten)]
    at: At,
}

fn word(value: impl ValueEnum) -> String {
    value.to_possible_value().map(|value| value.get_name().to_owned()).unwrap_or_default()
}

impl Accounts {
    pub(crate) async fn run(self) -> Result<ExitCode, StartError> {
        let (these, verb) = match self {
            Accounts::List(wish) => {
                let said = [("realm", wish.realm.as_deref()), ("q", wish.search.as_deref())];
                return list(&wish.at, ACCOUNTS, &said, &["id", "status", "tier", "type", "email", "name"]).await;
            }
            Accounts::Create(wish) => {
                let form = json!({
                    "tier": word(wish.tier), "type": word(wish.kind), "partner": wish.partner,
                    "name": wish.name, "email": wish.email, "expires_at": wish.expires_at,
                });
                return create(&wish.at, ACCOUNTS, &form).await;
            }
            Accounts::Import(wish) => return wish.run().await,
            Accounts::Delete(these) => {
                return each(&these.at, &these.accounts, Method::DELETE, |id| format!("{ACCOUNTS}/{id}")).await;
            }
            Accounts::Invite(these) => (these, "invite"),
            Accounts::Deactivate(these) => (these, "deactivate"),
            Accounts::Reactivate(these) => (these, "reactivate"),
            Accounts::EndLogins(these) => (these, "end-logins"),
            Accounts::ResetSecondFactors(these) => (these, "reset-second-factors"),
        };
        each(&these.at, &these.accounts, Method::POST, |id| format!("{ACCOUNTS}/{id}/{verb}")).await
    }
}
