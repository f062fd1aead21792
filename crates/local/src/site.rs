//! The public site in the data folder.

use std::path::Path;
use std::sync::Arc;

use background::SiteKeeper;
use site_generator::SiteOptions;
use templates::Editions;
use web::App;

use crate::options::StartError;

/// Whether an earlier run left a site that can be served.
pub(crate) fn stands(folder: &Path) -> bool {
    folder.join("index.html").is_file()
}

/// Takes the folder over.
pub(crate) fn open(app: &App, folder: &Path, attribution: Option<String>) -> Result<Arc<SiteKeeper>, StartError> {
    let broken = StartError::part("the site");
    let options = SiteOptions {
        base_url: app.settings.origin.clone(),
        platform_name: app.settings.platform_name.clone(),
        attribution,
        locales: app.settings.locales.clone(),
    };
    let keeper = SiteKeeper::open(folder, options, Editions::new(), app.clock.clone());
    keeper.map(Arc::new).map_err(|error| broken(&error))
}

/// Publishes the whole catalog as the table has it now.
pub(crate) async fn publish(app: &App, keeper: &Arc<SiteKeeper>) -> Result<(), StartError> {
    let broken = StartError::part("the site");
    let _turn = keeper.turn().await;
    let courses = app.store.public_catalog().await.map_err(|error| broken(&error))?;
    let kept = keeper.clone();
    let published = tokio::task::spawn_blocking(move || kept.publish_all(courses)).await;
    published.map_err(|error| broken(&error))?.map_err(|error| broken(&error))?;
    Ok(())
}
