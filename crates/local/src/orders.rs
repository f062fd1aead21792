//! `portico orders` and `portico mails`: an operator's look at what needs a person.

use std::process::ExitCode;

use authorization::{Principal, act};
use clap::{Args, Subcommand, ValueEnum};
use commerce::{ReplayWish, replay};
use domain::{Order, OrderId, OutboxId};
use local::StartError;

use crate::asking::At;

/// The most that is shown at once.
const SHOWN_MAX: usize = 100;

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
    #[arg(long)]
    reason: String,
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
    #[expect(clippy::print_stdout, reason = "what was asked for")]
    pub(crate) async fn run(self) -> Result<ExitCode, StartError> {
        match self {
            Orders::List(list) => {
                let operator = list.at.connect().await?;
                let app = &operator.app;
                let grant = app.authorize_as::<act::ListOrders>(&Principal::Operator, ()).await;
                let grant = grant.map_err(|error| failed(&error.problem().message))?;
                let found = match list.state {
                    Some(Shown::InReview) => app.store.orders_in_review(&grant, None, SHOWN_MAX).await,
                    None => app.store.orders(&grant, None, SHOWN_MAX).await,
                };
                for order in found.map_err(|error| failed(&error))?.items {
                    println!("{}", line(&order));
                }
            }
            Orders::Replay(wish) => {
                let operator = wish.at.connect().await?;
                let grant = operator.app.authorize_as::<act::ResolveOrder>(&Principal::Operator, wish.order).await;
                let grant = grant.map_err(|error| failed(&error.problem().message))?;
                let wish = ReplayWish { accept: wish.accept, reason: wish.reason };
                println!("{:?}", replay(&operator.shop, grant, wish).await.map_err(|error| failed(&error))?);
            }
        }
        Ok(ExitCode::SUCCESS)
    }
}

impl Mails {
    #[expect(clippy::print_stdout, reason = "what was asked for")]
    pub(crate) async fn run(self) -> Result<ExitCode, StartError> {
        match self {
            Mails::GivenUp(at) => {
                let operator = at.connect().await?;
                let app = &operator.app;
                for mail in app.store.given_up_entries(SHOWN_MAX).await.map_err(|error| failed(&error))? {
                    println!("{} {} attempts, {:?}", mail.id, mail.attempts, mail.task);
                }
            }
            Mails::Redrive(wish) => {
                let operator = wish.at.connect().await?;
                let app = &operator.app;
                let again = app.store.redrive_entry(wish.mail).await.map_err(|error| failed(&error))?;
                if !again {
                    println!("no mail of that id was given up");
                    return Ok(ExitCode::FAILURE);
                }
                println!("due again");
            }
        }
        Ok(ExitCode::SUCCESS)
    }
}

fn line(order: &Order) -> String {
    let review = order.review.map(|reason| format!(" ({reason:?})")).unwrap_or_default();
    let state = format!("{:?}{review}", order.state);
    format!("{} {} {state} {} {}", order.id, order.created_at, order.quote.price, order.quote.course_title)
}
