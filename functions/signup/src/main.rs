//! Starts the function.

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), web::StartError> {
    let app = web::connect()?;
    web::run(app.clone(), signup::routes(app)).await
}
