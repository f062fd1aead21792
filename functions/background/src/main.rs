//! Starts the function. It is called by the table's stream and by schedules; each says what it is by its shape. Told of
//! a bucket it keeps the public site there and does nothing else; otherwise it sends mail and reconciles.

use std::path::Path;
use std::sync::Arc;

use aws_lambda_events::event::dynamodb::Event as StreamEvent;
use background::{Background, Bucket, Schedule, ScheduleReport, SiteKeeper, handle, publish, refresh};
use lambda_runtime::{LambdaEvent, service_fn};
use serde::Deserialize;
use serde_json::Value;
use store::Store;
use web::{App, StartError};

/// What may call this function.
#[derive(Deserialize)]
#[serde(untagged)]
enum Call {
    Stream(StreamEvent),
    Schedule { schedule: Schedule },
}

/// What this process is for.
enum Work {
    Site { store: Store, keeper: Arc<SiteKeeper> },
    MailAndMoney(Box<Background>),
}

/// The only folder that a function may write to.
const FOLDER: &str = "/tmp/site";

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), StartError> {
    let work = connect()?;
    let serve = service_fn(|event: LambdaEvent<Call>| answer(&work, event.payload));
    lambda_runtime::run(serve).await.map_err(StartError::Runtime)
}

async fn answer(work: &Work, call: Call) -> Result<Value, lambda_runtime::Error> {
    Ok(match (work, call) {
        (Work::MailAndMoney(background), Call::Stream(event)) => {
            serde_json::to_value(handle(background, &event.records).await)?
        }
        (Work::MailAndMoney(background), Call::Schedule { schedule }) => {
            serde_json::to_value(schedule.run(background).await?)?
        }
        (Work::Site { store, keeper }, Call::Stream(event)) => {
            serde_json::to_value(publish(keeper, store, &event.records).await)?
        }
        (Work::Site { store, keeper }, Call::Schedule { schedule: Schedule::RefreshSite }) => {
            serde_json::to_value(ScheduleReport::Refreshed { changed: refresh(keeper, store).await })?
        }
        (Work::Site { .. }, Call::Schedule { schedule }) => {
            return Err(format!("this function keeps the site; {schedule:?} is another one's").into());
        }
    })
}

fn connect() -> Result<Work, StartError> {
    let app = web::connect()?;
    let lookup = |name: &str| std::env::var(name).ok();
    if let Some(bucket) = Bucket::read(lookup) {
        let folder = lookup("PORTICO_SITE_DIR").unwrap_or_else(|| FOLDER.to_owned());
        return keeper(&app, Path::new(&folder), bucket, lookup("PORTICO_ATTRIBUTION"));
    }
    let shop = commerce::Shop::connect(&app.store, &app.clock, &app.entropy, &app.settings.origin, lookup)
        .map_err(|error| other(&error))?;
    let mailer = Arc::new(mail::Smtp::read(lookup).map_err(|error| other(&error))?);
    Ok(Work::MailAndMoney(Box::new(Background { app, shop, mailer, site: None })))
}

fn keeper(app: &App, folder: &Path, bucket: Bucket, attribution: Option<String>) -> Result<Work, StartError> {
    let options = site_generator::SiteOptions {
        base_url: app.settings.origin.clone(),
        platform_name: app.settings.platform_name.clone(),
        attribution: attribution.filter(|text| !text.is_empty()),
        locales: app.settings.locales.clone(),
    };
    let keeper = SiteKeeper::open(folder, options, templates::Editions::new(), app.clock.clone())
        .map_err(|error| other(&error))?;
    Ok(Work::Site { store: app.store.clone(), keeper: Arc::new(keeper.followed_by(Some(bucket))) })
}

fn other(error: &dyn std::fmt::Display) -> StartError {
    StartError::Other(error.to_string())
}
