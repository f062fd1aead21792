//! Who administers what: the internal administrator everything, the partner administrator one partner platform.

use serde_json::json;

use super::deeds::Estate;
use super::platforms::Platforms;
use super::scene::{Scene, of_partner};
use super::shared::Shared;

static STAGE: Shared<Platforms> = Shared::new();
static BARE: Shared<Scene> = Shared::new();

#[test]
fn s000_10_internal_administrators_administer_the_main_platform() {
    STAGE.play(async |Platforms { scene, ada, .. }| {
        Estate::of_main(scene).await.is_administered_by(&ada.browser).await;
    });
}

#[test]
fn s000_11_internal_administrators_administer_every_partner_platform_present_or_future() {
    STAGE.play(async |Platforms { scene, ada, north, .. }| {
        assert_eq!(scene.account(&ada.id).await["partner"], json!(null), "attached to none");
        let future = scene.partner().await;
        for partner in [north, &future] {
            Estate::of_partner(scene, partner).await.is_administered_by(&ada.browser).await;
        }
        let rename = json!({ "name": "Renamed" });
        ada.browser.patch(&format!("/api/admin/partners/{future}"), rename).await.expect(200);
    });
}

/// On platforms of its own: elsewhere there are partner platforms already.
#[test]
fn s000_12_a_main_platform_has_zero_or_more_partner_platforms() {
    BARE.play(async |scene: &Scene| {
        let count = async || {
            let list = scene.owner.get("/api/admin/partners").await.expect(200).json();
            list["items"].as_array().unwrap().len()
        };
        for expected in 0..3 {
            assert_eq!(count().await, expected);
            // With or without them, the main platform works.
            Estate::of_main_without_partners(scene).await.is_administered_by(&scene.owner).await;
            scene.partner().await;
        }
    });
}

#[test]
fn s000_16_partner_administrators_administer_their_own_partner_platform() {
    STAGE.play(async |Platforms { scene, north, .. }| {
        let paula = scene.person(of_partner("administrator", north)).await;
        Estate::of_partner(scene, north).await.is_administered_by(&paula.browser).await;
    });
}

#[test]
fn s000_17_partner_administrators_administer_nothing_of_the_main_platform() {
    STAGE.play(async |Platforms { scene, north, .. }| {
        let paula = scene.person(of_partner("administrator", north)).await;
        Estate::of_main(scene).await.is_closed_to(&paula.browser, scene).await;
    });
}

#[test]
fn s000_18_partner_administrators_administer_no_other_partner_platform() {
    STAGE.play(async |Platforms { scene, north, south, .. }| {
        let paula = scene.person(of_partner("administrator", north)).await;
        Estate::of_partner(scene, south).await.is_closed_to(&paula.browser, scene).await;
    });
}

/// Advice and no refusal: the platform is made, and says what is wrong with its address.
#[test]
fn s004_391_a_portals_address_is_best_under_ten_characters() {
    STAGE.play(async |Platforms { scene, .. }| {
        for (slug, advised) in [("short-one", false), ("ten-letter", true), ("a-rather-long-address", true)] {
            let form = json!({ "name": "A portal", "slug": slug });
            let made = scene.owner.post("/api/admin/partners", form).await.expect(201).json();
            assert_eq!(made["slug"], slug);
            let advice = made["slug_advice"].as_str().unwrap_or_default();
            assert_eq!(advice.contains("under 10 characters"), advised, "{made}");
        }
    });
}
