//! Starting everything in order, and stopping it within a second.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use background::Background;
use commerce::Shop;
use domain::{Clock, Entropy};
use payments::{ApiKey, Service, Stripe, WebhookVerifier};
use store::{Store, TableConfig};
use stripe_stand_in::{Options as StandInOptions, PromotionCode, StandIn};
use tokio::net::TcpListener;
use tokio::sync::oneshot;
use tokio::task::JoinSet;
use web::{App, Settings};

use crate::front::{Routers, front};
use crate::keys::Keys;
use crate::lock::{self, Lock};
use crate::mailbox::Mailbox;
use crate::operator::Whereabouts;
use crate::options::{Options, StartError};
use crate::pump::Pump;
use crate::table::Engine;
use crate::{drafts, schedules, site};

/// Requests that are being answered at the end may take so long.
const STOP_WITHIN: Duration = Duration::from_millis(700);

/// The local platform.
pub struct Platform;

/// A running platform; stops when told, or when the process dies, and loses nothing either way.
pub struct Running {
    /// The shared parts of every function.
    pub app: App,
    /// What commerce works with.
    pub shop: Shop,
    /// What arrived by mail.
    pub mailbox: Mailbox,
    /// Scheme, host and port of the platform.
    pub origin: String,
    /// Where the stand-in for Stripe answers.
    pub stripe: String,
    /// Where the mailbox shows its mails.
    pub mail: String,
    /// Where the table answers.
    pub table: String,
    /// The one-time link that makes the first administrator, while there is none.
    pub administrator: Option<String>,
    /// The description of every endpoint, as JSON.
    pub description: String,
    background: Background,
    pump: Arc<Pump>,
    engine: Engine,
    stand_in: stripe_stand_in::Running,
    stop_front: Option<oneshot::Sender<()>>,
    front: tokio::task::JoinHandle<()>,
    tasks: Vec<JoinSet<()>>,
    _lock: Lock,
}

async fn listen(port: u16) -> Result<(TcpListener, SocketAddr), StartError> {
    let broken = |error: std::io::Error| match error.kind() {
        std::io::ErrorKind::AddrInUse => StartError::Port(port),
        _ => StartError::Listen { port, why: error.to_string() },
    };
    let listener = TcpListener::bind(("127.0.0.1", port)).await.map_err(broken)?;
    let address = listener.local_addr().map_err(broken)?;
    Ok((listener, address))
}

impl Platform {
    /// Starts everything, and returns when everything answers.
    pub async fn start(options: Options) -> Result<Running, StartError> {
        let lock = lock::take(&options.data)?;
        // Whatever can be wrong with what was asked for is found before anything is forgotten.
        let (front_listener, address) = listen(options.port).await?;
        let catalog = drafts::FirstCatalog::read(&options)?;
        if options.fresh {
            lock.empty()?;
        }
        let mut keys = Keys::read_or_make(&options.data, &*options.entropy)?;
        let origin = format!("http://{address}");

        let engine = Engine::open(&options).await?;
        let stand_in = start_stripe(&options, &mut keys, &origin).await?;
        let mailbox = Mailbox::open(&options.data)?;
        let ((smtp, smtp_at), (pages, pages_at)) = (listen(0).await?, listen(0).await?);
        let mut tasks = vec![mailbox.serve(smtp, pages, options.clock.clone())];

        let at = Whereabouts {
            origin: origin.clone(),
            table: engine.endpoint().to_owned(),
            table_name: engine.name().to_owned(),
            stripe: stand_in.base_url().to_owned(),
            second_factor_for_administrators: options.second_factor_for_administrators,
            locales: options.locales.clone(),
        };
        let table = options.between.map_or(directly as _, |between| between.table);
        let app = connect_app(&keys, &at, options.clock.clone(), options.entropy.clone(), table)?;
        let made = app.store.create_table_if_missing().await;
        made.map_err(|error| StartError::part("the table")(&error))?;
        let shop = shop(&app, &keys, stand_in.base_url())?;
        if let Some(catalog) = catalog {
            catalog.import(&app, &options.data).await?;
        }

        // The stream's end is taken before the site is read: a change in between is published twice, never missed.
        let pump = Arc::new(Pump::open(engine.stream(), engine.name()).await?);
        let site = options.data.join("site");
        // A site of an earlier run is served at once and brought up to date a moment later.
        let later = options.timers && site::stands(&site);
        let keeper = site::open(&app, &site, drafts::attribution(&options.data))?;
        if !later {
            site::publish(&app, &keeper).await?;
        }
        let mailer = mail::Smtp::read(|name| match name {
            "PORTICO_SMTP_URL" => Some(format!("smtp://{smtp_at}")),
            "PORTICO_MAIL_FROM" => Some("Portico <portico@portico.example>".to_owned()),
            _ => None,
        });
        let mailer = mailer.map_err(|error| StartError::part("the mail client")(&error))?;
        let background =
            Background { app: app.clone(), shop: shop.clone(), mailer: Arc::new(mailer), site: Some(keeper) };
        if options.timers {
            tasks.push(schedules::start(background.clone(), pump.clone(), engine.database(), later));
        }

        let verifier = WebhookVerifier::new(&[&keys.webhook_secret]);
        let verifier = verifier.map_err(|error| StartError::part("the webhook")(&error))?;
        let routers = Routers::new(&app, &shop, verifier);
        let description = routers.description.to_pretty_json().unwrap_or_default();
        let api = match options.between {
            Some(between) => (between.functions)(routers.api),
            None => routers.api,
        };
        let router = front(api, &site, &app);
        let (stop_front, stopped) = oneshot::channel::<()>();
        let front = tokio::spawn(async move {
            let service = router.into_make_service_with_connect_info::<SocketAddr>();
            let until = async move {
                let _ = stopped.await;
            };
            if let Err(error) = axum::serve(front_listener, service).with_graceful_shutdown(until).await {
                tracing::error!(%error, "the platform's front ended");
            }
        });
        at.keep(&options.data)?;
        let administrator = signup::founder_link(&app).await;
        let administrator =
            administrator.map_err(|error| StartError::part("the first administrator")(&error.problem().message))?;
        Ok(Running {
            stripe: stand_in.base_url().to_owned(),
            mail: format!("http://{pages_at}"),
            table: engine.endpoint().to_owned(),
            app,
            shop,
            mailbox,
            origin,
            administrator,
            description,
            background,
            pump,
            engine,
            stand_in,
            stop_front: Some(stop_front),
            front,
            tasks,
            _lock: lock,
        })
    }
}

/// The stand-in keeps its port over restarts, as long as it is free: payment pages that people have open stay where
/// they are.
async fn start_stripe(
    options: &Options,
    keys: &mut Keys,
    origin: &str,
) -> Result<stripe_stand_in::Running, StartError> {
    let broken = StartError::part("the stand-in for Stripe");
    let (listener, address) = match listen(keys.stripe_port).await {
        Ok(listening) => listening,
        Err(_) => listen(0).await?,
    };
    if address.port() != keys.stripe_port {
        keys.stripe_port = address.port();
        keys.keep(&options.data)?;
    }
    let webhook = format!("{origin}/api/stripe/webhook");
    let mut stand_in = StandInOptions::new(
        listener,
        webhook,
        keys.webhook_secret.clone(),
        keys.stripe_key.clone(),
        options.clock.clone(),
        options.entropy.clone(),
    );
    stand_in.state_file = Some(options.data.join("stripe.jsonl"));
    stand_in.promotion_codes =
        vec![PromotionCode::percent("HALF", 50), PromotionCode::percent("FREE", 100), first_three()];
    if let Some(schedule) = &options.webhook_retries {
        stand_in.retry_schedule.clone_from(schedule);
    }
    StandIn::start(stand_in).map_err(|error| broken(&error))
}

/// A code for trying out limits.
fn first_three() -> PromotionCode {
    PromotionCode { redemptions_max: Some(3), ..PromotionCode::percent("FIRST3", 25) }
}

/// The table is reached as it is.
pub(crate) fn directly(config: TableConfig) -> TableConfig {
    config
}

/// The shared parts of every function, on the table and keys of a data folder; `reached` says how the table is.
pub(crate) fn connect_app(
    keys: &Keys,
    at: &Whereabouts,
    clock: Arc<dyn Clock>,
    entropy: Arc<dyn Entropy>,
    reached: fn(TableConfig) -> TableConfig,
) -> Result<App, StartError> {
    let broken = StartError::part("the platform");
    let settings = Settings {
        origin: at.origin.clone(),
        platform_name: "Portico".to_owned(),
        locales: at.locales.clone(),
        table: at.table_name.clone(),
        table_endpoint: Some(at.table.clone()),
        secrets: keys.secrets().ok_or_else(|| broken(&"`keys.json` is damaged"))?,
        payment_page_origin: at.stripe.trim_end_matches('/').to_owned(),
        second_factor_for_administrators: at.second_factor_for_administrators,
        trusted_proxies: 0,
        front_secret: None,
    };
    let config =
        TableConfig { name: settings.table.clone(), endpoint: settings.table_endpoint.clone(), http_client: None };
    let store = Store::connect(reached(config), clock.clone(), entropy.clone());
    App::new(settings, store, clock, entropy).map_err(|error| broken(&error.problem().message))
}

pub(crate) fn shop(app: &App, keys: &Keys, stripe: &str) -> Result<Shop, StartError> {
    let broken = StartError::part("the payment client");
    let key = ApiKey::new(&keys.stripe_key).map_err(|error| broken(&error))?;
    let service = Service::StandIn { base_url: stripe.to_owned() };
    let stripe = Arc::new(Stripe::new(&key, &service).map_err(|error| broken(&error))?);
    Ok(Shop {
        store: app.store.clone(),
        payments: stripe.clone(),
        promotions: stripe,
        clock: app.clock.clone(),
        entropy: app.entropy.clone(),
        origin: app.settings.origin.clone(),
        automatic_tax: false,
    })
}

impl Running {
    /// Does everything that is waiting in the table's stream now, rather than within the next moments.
    pub async fn catch_up(&self) {
        while self.pump.run(&self.background).await > 0 {}
    }

    /// The background function, to run its schedules by hand.
    pub fn background(&self) -> &Background {
        &self.background
    }

    /// Stops everything within a second.
    pub async fn stop(mut self) {
        for tasks in &mut self.tasks {
            tasks.abort_all();
        }
        if let Some(stop) = self.stop_front.take() {
            let _ = stop.send(());
        }
        let front = self.front.abort_handle();
        if tokio::time::timeout(STOP_WITHIN, self.front).await.is_err() {
            front.abort();
        }
        self.stand_in.stop().await;
        self.engine.stop();
    }
}
