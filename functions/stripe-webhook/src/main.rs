//! Starts the function.

use payments::WebhookVerifier;
use web::StartError;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), StartError> {
    let app = web::connect()?;
    let lookup = |name: &str| std::env::var(name).ok();
    let shop = commerce::Shop::connect(&app.store, &app.clock, &app.entropy, &app.settings.origin, lookup);
    let shop = shop.map_err(|error| StartError::Other(error.to_string()))?;
    // Two secrets, separated by a comma, while one is rolled. Without any the function must not run.
    let secrets = lookup("PORTICO_STRIPE_WEBHOOK_SECRETS").unwrap_or_default();
    let secrets: Vec<&str> = secrets.split(',').map(str::trim).collect();
    let verifier = WebhookVerifier::new(&secrets)
        .map_err(|error| StartError::Other(format!("`PORTICO_STRIPE_WEBHOOK_SECRETS`: {error}")))?;
    web::run(app.clone(), stripe_webhook::routes(app, shop, verifier)).await
}
