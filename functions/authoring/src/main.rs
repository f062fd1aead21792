//! Starts the function; everything else is in the library.

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), web::StartError> {
    let app = web::connect()?;
    web::run(app.clone(), authoring::routes(app)).await
}
