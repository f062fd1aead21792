//! Starts the function. It is called by the table's stream and by schedules; each says what it is by its shape.

use std::path::Path;
use std::sync::Arc;

use aws_lambda_events::event::dynamodb::Event as StreamEvent;
use background::{Background, Schedule, SiteKeeper, handle};
use lambda_runtime::{LambdaEvent, service_fn};
use serde::Deserialize;
use serde_json::Value;
use web::StartError;

/// What may call this function.
#[derive(Deserialize)]
#[serde(untagged)]
enum Call {
    Stream(StreamEvent),
    Schedule { schedule: Schedule },
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), StartError> {
    let background = connect().await?;
    let serve = service_fn(|event: LambdaEvent<Call>| answer(&background, event.payload));
    lambda_runtime::run(serve).await.map_err(StartError::Runtime)
}

async fn answer(background: &Background, call: Call) -> Result<Value, lambda_runtime::Error> {
    Ok(match call {
        Call::Stream(event) => serde_json::to_value(handle(background, &event.records).await)?,
        Call::Schedule { schedule } => serde_json::to_value(schedule.run(background).await?)?,
    })
}

async fn connect() -> Result<Background, StartError> {
    let app = web::connect()?;
    let lookup = |name: &str| std::env::var(name).ok();
    let other = |error: &dyn std::fmt::Display| StartError::Other(error.to_string());
    let shop = commerce::Shop::connect(&app.store, &app.clock, &app.entropy, &app.settings.origin, lookup)
        .map_err(|error| other(&error))?;
    let mailer = Arc::new(mail::Smtp::read(lookup).map_err(|error| other(&error))?);
    let site = match lookup("PORTICO_SITE_DIR") {
        None => None,
        Some(folder) => {
            let options = site_generator::SiteOptions {
                base_url: app.settings.origin.clone(),
                platform_name: app.settings.platform_name.clone(),
                attribution: lookup("PORTICO_ATTRIBUTION"),
            };
            let templates = templates::Templates::new().map_err(|error| other(&error))?;
            let keeper = SiteKeeper::open(Path::new(&folder), options, templates, app.clock.clone());
            let keeper = keeper.map_err(|error| other(&error))?;
            // Changes are applied to the whole, so the whole is read first.
            let courses = app.store.public_catalog().await.map_err(|error| other(&error))?;
            keeper.publish_all(courses).map_err(|error| other(&error))?;
            Some(Arc::new(keeper))
        }
    };
    Ok(Background { app, shop, mailer, site })
}
