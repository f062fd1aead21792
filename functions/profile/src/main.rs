//! Starts the function. It must not know what the routes do.

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), web::StartError> {
    let app = web::connect()?;
    web::run(app.clone(), profile::routes(app)).await
}
