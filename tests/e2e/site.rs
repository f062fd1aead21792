//! The public site in its folder, over restarts and days.

use background::SiteKeeper;
use jiff::SignedDuration;
use portico_tests::World;
use site_generator::SiteOptions;
use templates::Editions;

#[tokio::test]
async fn the_site_of_an_earlier_run_stands_until_the_catalog_was_read_and_follows_the_days_from_then_on() {
    let world = World::start().await;
    let folder = world.folder().join("data/site");
    let courses = world.platform.app.store.public_catalog().await.unwrap();
    let page = folder.join("courses").join(courses[0].slug.as_str()).join("index.html");
    assert!(page.is_file());

    let options = SiteOptions {
        base_url: world.platform.origin.clone(),
        platform_name: "Portico".to_owned(),
        attribution: None,
        locales: world.platform.app.settings.locales.clone(),
    };
    let restarted = SiteKeeper::open(&folder, options, Editions::new(), world.clock.clone()).unwrap();
    assert!(restarted.refresh().unwrap().is_none(), "nobody has read the catalog yet");
    assert!(page.is_file());

    restarted.publish_all(courses).unwrap();
    assert!(restarted.refresh().unwrap().is_none(), "the pages are of today");
    world.forward(SignedDuration::from_hours(24));
    assert!(restarted.refresh().unwrap().is_some());
    assert!(page.is_file());
}
