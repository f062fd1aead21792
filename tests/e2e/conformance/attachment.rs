//! The link between an account and its partner platform: required, single, and to something that exists.

use serde_json::{Value, json};

use super::platforms::Platforms;
use super::scene::{Scene, internal, of_partner};
use super::shared::Shared;

static STAGE: Shared<Platforms> = Shared::new();

/// An account is refused, and the answer names the partner.
async fn is_refused(scene: &Scene, tier: &str, partner: Value) {
    let kind = json!({ "tier": tier, "type": "partner", "partner": partner });
    let refused = scene.make(kind).await.expect(422);
    assert!(refused.names_field("partner"), "{}", refused.text());
}

/// An account has exactly the one partner it was made with, and no change moves it or adds another.
async fn has_one_partner_for_good(scene: &Scene, tier: &str, own: &str, other: &str) {
    is_refused(scene, tier, json!([own, other])).await;
    is_refused(scene, tier, json!(null)).await;
    let id = scene.make(of_partner(tier, own)).await.expect(201).str("/id");
    let path = format!("/api/admin/accounts/{id}");
    for change in [json!({ "partner": other }), json!({ "partner": null }), json!({ "partners": [own, other] })] {
        scene.owner.patch(&path, change).await.expect(400);
    }
    assert_eq!(scene.account(&id).await["partner"], json!(own));
}

#[test]
fn s000_14_a_partner_administrator_without_a_partner_platform_is_refused() {
    STAGE.play(async |Platforms { scene, north, .. }| {
        let kind = json!({ "tier": "administrator", "type": "partner" });
        assert!(scene.make(kind).await.expect(422).names_field("partner"));
        is_refused(scene, "administrator", json!(null)).await;
        scene.make(of_partner("administrator", north)).await.expect(201);
    });
}

#[test]
fn s000_15_a_partner_administrator_has_one_partner_platform_and_never_two() {
    STAGE.play(async |Platforms { scene, north, south, .. }| {
        has_one_partner_for_good(scene, "administrator", north, south).await;
    });
}

#[test]
fn s000_25_a_partner_learner_has_one_partner_platform() {
    STAGE.play(async |Platforms { scene, north, south, .. }| {
        has_one_partner_for_good(scene, "learner", north, south).await;
    });
}

/// Where no partner platform exists its people cannot, whatever id is named; as soon as one does, they can.
async fn needs_a_partner_platform(tier: &str) {
    let scene = Scene::new().await;
    let nowhere = "00000000000000000000000001";
    let refused = scene.make(of_partner(tier, nowhere)).await.expect(403);
    assert_eq!(refused.str("/code"), "guard.no_such_partner");
    scene.make(internal(tier)).await.expect(201);
    let partner = scene.partner().await;
    scene.make(of_partner(tier, &partner)).await.expect(201);
    // One that exists does not stand in for another that does not.
    scene.make(of_partner(tier, nowhere)).await.expect(403);
}

// These two need a platform of their own, without partner platforms.

#[tokio::test(flavor = "multi_thread")]
async fn s000_47_partner_administrators_come_after_their_partner_platform() {
    needs_a_partner_platform("administrator").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn s000_48_partner_learners_come_after_their_partner_platform() {
    needs_a_partner_platform("learner").await;
}
