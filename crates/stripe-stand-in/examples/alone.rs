//! The stand-in by itself, for driving it with other programs: `alone WEBHOOK-URL WEBHOOK-SECRET API-KEY`. Prints its
//! address and runs until it is ended.

use std::io::Read;
use std::sync::Arc;
use std::time::Duration;

use domain::{Clock, Entropy};
use jiff::Timestamp;
use stripe_stand_in::{Options, PromotionCode, StandIn};
use tokio::net::TcpListener;

struct Wall;

impl Clock for Wall {
    #[expect(clippy::disallowed_methods, reason = "other programs check signatures against their own clock")]
    fn now(&self) -> Timestamp {
        Timestamp::now()
    }
}

struct Urandom;

impl Entropy for Urandom {
    fn fill(&self, buffer: &mut [u8]) {
        let read = std::fs::File::open("/dev/urandom").and_then(|mut dice| dice.read_exact(buffer));
        if read.is_err() {
            std::process::abort();
        }
    }
}

#[tokio::main]
#[expect(clippy::print_stdout, reason = "the address is for whoever started it")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let mut next = || arguments.next().ok_or("usage: alone WEBHOOK-URL WEBHOOK-SECRET API-KEY");
    let (url, secret, key) = (next()?, next()?, next()?);
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let mut options = Options::new(listener, url, secret, key, Arc::new(Wall), Arc::new(Urandom));
    options.retry_schedule = vec![Duration::from_millis(50); 3];
    options.promotion_codes = vec![PromotionCode::percent("HALF", 50)];
    let running = StandIn::start(options)?;
    println!("{}", running.base_url());
    std::future::pending::<()>().await;
    Ok(())
}
