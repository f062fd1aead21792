//! Starting and stopping.

use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use tokio::task::JoinHandle;

use crate::delivery::Sender;
use crate::desk::{Desk, Setup};
use crate::error::StandInError;
use crate::faults::Faults;
use crate::ids::Mint;
use crate::journal::Journal;
use crate::options::Options;
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
        let (journal, book) = Journal::open(options.state_file.as_deref(), started)?;
        let setup = Setup {
            base_url: format!("http://{address}"),
            api_key: options.api_key,
            started,
            promotion_codes: options.promotion_codes,
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
