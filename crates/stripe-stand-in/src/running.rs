//! Starting and stopping.

use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use sha2::{Digest, Sha256};
use tokio::task::JoinHandle;

use crate::book::Book;
use crate::delivery::Sender;
use crate::desk::{Desk, Setup};
use crate::error::StandInError;
use crate::faults::Faults;
use crate::ids::Mint;
use crate::journal::Journal;
use crate::options::{Options, PromotionCode};
use crate::rows::{Coupon, Metadata, Promotion, Row};
use crate::{api, control, page};

/// How often pages whose time is over are looked for.
const EXPIRY_EVERY: Duration = Duration::from_secs(1);
/// Calls still being answered at the end may take this long; what was acknowledged is safe anyway.
const STOP_WITHIN: Duration = Duration::from_millis(800);

/// The stand-in.
#[derive(Debug)]
pub struct StandIn;

impl StandIn {
    /// Reads its state, listens, and resumes deliveries that an earlier run left. Call it inside a tokio runtime.
    pub fn start(options: Options) -> Result<Running, StandInError> {
        let address = options.listener.local_addr()?;
        if !address.ip().is_loopback() {
            return Err(StandInError::NotLoopback(address));
        }
        let sender = Sender::new(&options.webhook_url, options.webhook_secret).ok_or(StandInError::WebhookUrl)?;
        let started = options.clock.now().as_second();
        let (journal, mut book) = Journal::open(options.state_file.as_deref(), started)?;
        book.apply(first_codes(&options.promotion_codes, &book, started));
        let setup = Setup {
            base_url: format!("http://{address}"),
            api_key: options.api_key,
            retry_schedule: options.retry_schedule,
            redirect_wait: options.redirect_wait,
            clock: options.clock,
            mint: Mint(options.entropy),
            sender,
        };
        let desk = Arc::new(Desk::new(setup, book, journal));
        desk.resume();
        tokio::spawn(expire_pages(Arc::clone(&desk)));

        let router = Router::new().merge(page::router()).merge(control::router()).merge(api::router());
        let router = router.with_state(Arc::clone(&desk));
        let mut stop = desk.stop.subscribe();
        let stopped = async move {
            let _ = stop.wait_for(|stop| *stop).await;
        };
        let served = axum::serve(options.listener, router).with_graceful_shutdown(stopped);
        let server = tokio::spawn(async move { served.await.unwrap_or_default() });
        Ok(Running { desk, server })
    }
}

/// The codes of the options, as far as no earlier run wrote down what became of them. Their ids follow from the code.
fn first_codes(codes: &[PromotionCode], book: &Book, now: i64) -> Vec<Row> {
    let rows = codes.iter().rev().flat_map(|code| {
        let coupon = Coupon {
            id: derived("co_", &code.code),
            created: now,
            name: Some(code.code.clone()),
            off: code.off.clone(),
            redemptions_max: code.redemptions_max,
            redeem_by: None,
            metadata: Metadata::new(),
        };
        let promotion = Promotion {
            id: derived("promo_", &code.code),
            created: now,
            code: code.code.clone(),
            coupon: coupon.id.clone(),
            on: code.active,
            redemptions_max: code.redemptions_max,
            expires_at: None,
            metadata: Metadata::new(),
        };
        let known = book.promotions.get(&promotion.id).is_some();
        [Some(Row::Coupon(coupon)), (!known).then_some(Row::Promotion(promotion))]
    });
    rows.flatten().collect()
}

fn derived(prefix: &str, code: &str) -> String {
    let hash = Sha256::digest(code.to_ascii_uppercase().as_bytes());
    let hex: String = hash.iter().take(12).map(|byte| format!("{byte:02x}")).collect();
    format!("{prefix}{hex}")
}

async fn expire_pages(desk: Arc<Desk>) {
    let mut stop = desk.stop.subscribe();
    let mut tick = tokio::time::interval(EXPIRY_EVERY);
    loop {
        tokio::select! {
            _ = tick.tick() => desk.expire_due(),
            _ = stop.wait_for(|stop| *stop) => return,
        }
    }
}

/// A stand-in that answers. Dropping it leaves it running until the runtime ends; [`Running::stop`] ends it.
pub struct Running {
    desk: Arc<Desk>,
    server: JoinHandle<()>,
}

impl Running {
    /// `http://127.0.0.1:PORT`, without a slash at the end.
    pub fn base_url(&self) -> &str {
        &self.desk.setup.base_url
    }

    /// Replaces the fault switches; `Faults::default()` mends everything.
    pub fn set_faults(&self, faults: Faults) {
        self.desk.set_faults(faults);
    }

    /// Closes every page whose time is over by the given clock, without waiting for the timer.
    pub fn expire_due(&self) {
        self.desk.expire_due();
    }

    /// Ends within a second. Deliveries still due are made after the next start.
    pub async fn stop(mut self) {
        self.desk.stop.send_replace(true);
        if tokio::time::timeout(STOP_WITHIN, &mut self.server).await.is_err() {
            self.server.abort();
        }
    }
}
