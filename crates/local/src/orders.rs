//! `portico orders` and `portico mails`: an operator's look at what needs a person.

use std::process::ExitCode;

use authorization::{Principal, act};
use clap::{Args, Subcommand, ValueEnum};
use commerce::{ReplayWish, replay};
use domain::{Order, OrderId, OutboxId, Reason};
use local::StartError;
use serde::Serialize;

use crate::asking::At;
use crate::say::say;

/// So many are read at once.
const PAGE: usize = 100;

#[derive(Subcommand)]
pub(crate) enum Orders {
    /// List orders, the newest first.
    List(List),
    /// Compare an order with the payment provider again, and do what follows from that.
    Replay(Replay),
}

#[derive(Args)]
pub(crate) struct List {
    /// Only orders in this state.
    #[arg(long)]
    state: Option<Shown>,
    #[command(flatten)]
    at: At,
}

/// The states that an operator looks for.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
#[value(rename_all = "snake_case")]
enum Shown {
    /// A person must look.
    InReview,
}

#[derive(Args)]
pub(crate) struct Replay {
    /// The order's id.
    order: OrderId,
    /// Let the buyer in whatever the review says.
    #[arg(long)]
    accept: bool,
    /// Why; kept in the audit log.
    #[arg(long, value_parser = |text: &str| Reason::new(text))]
    reason: Reason,
    #[command(flatten)]
    at: At,
}

#[derive(Subcommand)]
pub(crate) enum Mails {
    /// List mails that were given up.
    GivenUp(At),
    /// Have a mail that was given up tried again.
    Redrive(Redrive),
}

#[derive(Args)]
pub(crate) struct Redrive {
    /// The mail's id.
    mail: OutboxId,
    #[command(flatten)]
    at: At,
}

fn failed(why: &dyn std::fmt::Display) -> StartError {
    StartError::Part { part: "the command", why: why.to_string() }
}

impl Orders {
    pub(crate) async fn run(self) -> Result<ExitCode, StartError> {
        match self {
            Orders::List(list) => {
                let operator = list.at.connect().await?;
                let app = &operator.app;
                let grant = app.authorize_as::<act::ListOrders>(&Principal::Operator, ()).await;
                let grant = grant.map_err(|error| failed(&error.problem().message))?;
                let mut cursor = None;
                loop {
                    let found = match list.state {
                        Some(Shown::InReview) => app.store.orders_in_review(&grant, cursor.as_ref(), PAGE).await,
                        None => app.store.orders(&grant, cursor.as_ref(), PAGE).await,
                    };
                    let page = found.map_err(|error| failed(&error))?;
                    page.items.iter().map(line).for_each(say);
                    cursor = page.next;
                    if cursor.is_none() {
                        break;
                    }
                }
            }
            Orders::Replay(wish) => {
                let operator = wish.at.connect().await?;
                let grant = operator.app.authorize_as::<act::ResolveOrder>(&Principal::Operator, wish.order).await;
                let grant = grant.map_err(|error| failed(&error.problem().message))?;
                // An operator reads and decides with one command.
                let version = Some(grant.target().order.version);
                let wish = ReplayWish { version, accept: wish.accept, reason: wish.reason };
                say(replay(&operator.shop, grant, wish).await.map_err(|error| failed(&error))?.word());
            }
        }
        Ok(ExitCode::SUCCESS)
    }
}

impl Mails {
    pub(crate) async fn run(self) -> Result<ExitCode, StartError> {
        match self {
            Mails::GivenUp(at) => {
                let operator = at.connect().await?;
                let app = &operator.app;
                let mut cursor = None;
                loop {
                    let found = app.store.given_up_entries(cursor.as_ref(), PAGE).await;
                    let page = found.map_err(|error| failed(&error))?;
                    for mail in page.items {
                        say(format_args!("{} {} attempts, {}", mail.id, mail.attempts, spelled(&mail.task)));
                    }
                    cursor = page.next;
                    if cursor.is_none() {
                        break;
                    }
                }
            }
            Mails::Redrive(wish) => {
                let operator = wish.at.connect().await?;
                let app = &operator.app;
                let again = app.store.redrive_entry(wish.mail).await.map_err(|error| failed(&error))?;
                if !again {
                    say("no mail of that id was given up");
                    return Ok(ExitCode::FAILURE);
                }
                say("due again");
            }
        }
        Ok(ExitCode::SUCCESS)
    }
}

fn line(order: &Order) -> String {
    let review = order.review.map(|reason| format!(" ({})", spelled(&reason))).unwrap_or_default();
    let state = format!("{}{review}", spelled(&order.state));
    format!("{} {} {state} {} {}", order.id, order.created_at, order.quote.price, order.quote.course_title)
}

/// As the API spells it.
fn spelled(value: &impl Serialize) -> String {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(word)) => word,
        Ok(other) => other.to_string(),
        Err(error) => error.to_string(),
    }
}
