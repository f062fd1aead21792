//! Many purchases at once against the whole local platform: people apply evenly over a minute, pay, and each must end up
//! with exactly one order, account, enrollment and mail, while the webhook keeps answering in time. A second round has a
//! part of everything that is sent to the table refused, as a table does that is asked too much.
//!
//! `cargo bench -p portico-tests --bench load -- [PURCHASES] [SECONDS]`

#![expect(clippy::unwrap_used, reason = "a run whose surroundings fail has failed")]
#![expect(clippy::print_stdout, reason = "what was asked for")]

mod answers;
mod buyers;
mod outcome;
mod throttled_table;

use std::process::ExitCode;
use std::sync::Arc;
use std::time::{Duration, Instant};

use local::{Options, Platform};
use tracing_subscriber::layer::SubscriberExt;
use tracing_subscriber::util::SubscriberInitExt;

use answers::Answers;
use buyers::Buyers;
use throttled_table::ThrottledTable;

/// The webhook must be answered by then, for 99 of 100 events.
const WEBHOOK_P99_GOAL: Duration = Duration::from_secs(2);
/// Of the second round's requests to the table, so many in a hundred are refused.
const REFUSED_PERCENT: u8 = 20;
/// Retries of the provider and of the mail take a while; beyond this something hangs.
const SETTLED_WITHIN: Duration = Duration::from_secs(300);

/// What a run is asked for.
struct Size {
    purchases: usize,
    over: Duration,
}

fn main() -> ExitCode {
    let mut numbers = std::env::args().skip(1).filter_map(|argument| argument.parse::<u32>().ok());
    let purchases = numbers.next().unwrap_or(1_000);
    let seconds = numbers.next().unwrap_or(60);
    let size =
        Size { purchases: usize::try_from(purchases).unwrap_or(usize::MAX), over: Duration::from_secs(seconds.into()) };
    let answers = Answers::default();
    tracing_subscriber::registry().with(answers.clone()).init();
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let mut missed = 0;
    for refused_percent in [0, REFUSED_PERCENT] {
        missed += runtime.block_on(round(&size, refused_percent, &answers));
    }
    if missed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// One round on a fresh platform; how many goals it missed.
async fn round(size: &Size, refused_percent: u8, answers: &Answers) -> usize {
    let folder = tempfile::tempdir().unwrap();
    let table = ThrottledTable::open(folder.path(), refused_percent).await;
    let mut options = Options::new(folder.path().join("data"));
    options.port = 0;
    options.table = Some(table.to_be_used());
    let platform = Arc::new(Platform::start(options).await.unwrap());
    let course = outcome::course_for_sale(&platform).await;
    table.begin_to_refuse();
    answers.forget();

    let began = Instant::now();
    let buyers = Buyers::buy(&platform, course, size.purchases, size.over).await;
    let paid = began.elapsed();
    outcome::wait_until_settled(&platform, size.purchases, SETTLED_WITHIN).await;
    let settled = began.elapsed();
    table.stop_refusing();

    let webhooks = answers.of("/api/stripe/webhook");
    println!("\n{} purchases, {refused_percent} % of what the table is asked refused", size.purchases);
    println!("  started over {:.0?}; the last one paid after {paid:.1?}, settled after {settled:.1?}", size.over);
    println!("  buyers were asked to come again {} times", buyers.asked_again);
    println!("  the table was asked {} times and refused {}", table.asked(), table.refused());
    println!("  applying   {}", answers.of("/api/checkout"));
    println!("  webhook    {webhooks}");
    let mut complaints = outcome::complaints(&platform, course, &buyers.addresses).await;
    if webhooks.percentile(99) > WEBHOOK_P99_GOAL {
        complaints.push(format!("the webhook's p99 is above {WEBHOOK_P99_GOAL:?}"));
    }
    for complaint in &complaints {
        println!("  MISSED     {complaint}");
    }
    if complaints.is_empty() {
        println!("  every purchase ended as one order, one account, one enrollment, one mail");
    }
    if let Some(platform) = Arc::into_inner(platform) {
        platform.stop().await;
    }
    complaints.len()
}
