//! Starts the function.

use web::StartError;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), StartError> {
    let app = web::connect()?;
    let lookup = |name: &str| std::env::var(name).ok();
    let shop = commerce::Shop::connect(&app.store, &app.clock, &app.entropy, &app.settings.origin, lookup);
    let shop = shop.map_err(|error| StartError::Other(error.to_string()))?;
    web::run(app.clone(), checkout::routes(app, shop)).await
}
