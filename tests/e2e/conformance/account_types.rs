//! Which accounts there can be: tiers, types, and what the bare words stand for.

use domain::{AccountKind, PartnerId, Tier, TypeName};
use serde_json::{Value, json};

use super::platforms::Platforms;
use super::scene::{Person, Scene, internal, of_partner};
use super::shared::Shared;

static STAGE: Shared<Platforms> = Shared::new();

/// An account of a tier is refused without a type, by naming the field, and made with one.
async fn type_is_required(scene: &Scene, tier: &str) {
    for kind in [json!({ "tier": tier }), json!({ "tier": tier, "type": null })] {
        let refused = scene.make(kind).await.expect(422);
        assert!(refused.names_field("type"), "{}", refused.text());
    }
    scene.make(internal(tier)).await.expect(201);
}

/// An account that is made comes back with the same tier, type and partner.
async fn is_made(scene: &Scene, kind: Value) {
    let id = scene.make(kind.clone()).await.expect(201).str("/id");
    let account = scene.account(&id).await;
    for field in ["tier", "type", "partner"] {
        assert_eq!(account[field], kind[field], "{field}");
    }
}

#[test]
fn s000_01_an_administrator_without_a_type_is_no_account() {
    STAGE.play(async |Platforms { scene, .. }| type_is_required(scene, "administrator").await);
}

#[test]
fn s000_02_a_learner_without_a_type_is_no_account() {
    STAGE.play(async |Platforms { scene, .. }| type_is_required(scene, "learner").await);
}

#[test]
fn s000_03_an_administrator_can_be_internal() {
    STAGE.play(async |Platforms { scene, .. }| is_made(scene, internal("administrator")).await);
}

#[test]
fn s000_04_an_administrator_can_be_a_partners() {
    STAGE.play(async |Platforms { scene, north, .. }| is_made(scene, of_partner("administrator", north)).await);
}

#[test]
fn s000_05_an_administrator_cannot_be_public() {
    STAGE.play(async |Platforms { scene, north, .. }| {
        for partner in [json!(null), json!(north)] {
            let kind = json!({ "tier": "administrator", "type": "public", "partner": partner });
            let refused = scene.make(kind).await.expect(422);
            assert!(refused.names_field("type"), "{}", refused.text());
        }
    });
}

#[test]
fn s000_06_a_learner_can_be_internal() {
    STAGE.play(async |Platforms { scene, .. }| is_made(scene, internal("learner")).await);
}

#[test]
fn s000_07_a_learner_can_be_a_partners() {
    STAGE.play(async |Platforms { scene, north, .. }| is_made(scene, of_partner("learner", north)).await);
}

#[test]
fn s000_08_a_learner_can_be_public() {
    STAGE.play(async |Platforms { scene, public, .. }| {
        let buyer = scene.buyer(public).await;
        let account = scene.account(&buyer.id).await;
        assert_eq!((&account["tier"], &account["type"]), (&json!("learner"), &json!("public")));
        assert_eq!(account["partner"], json!(null));
    });
}

/// Whether somebody may rename the account of somebody else.
async fn renames(who: &Person, whom: &Person) -> bool {
    let path = format!("/api/admin/accounts/{}", whom.id);
    let code = who.browser.patch(&path, json!({ "name": "Renamed" })).await.code();
    assert!([200, 403, 404].contains(&code), "{code}");
    code == 200
}

#[test]
fn s000_09_no_type_ranks_above_the_internal_administrator() {
    STAGE.play(async |Platforms { scene, ada, north, public, .. }| {
        let peer = scene.person(internal("administrator")).await;
        assert!(renames(ada, &peer).await && renames(&peer, ada).await, "equals");
        for below in [
            scene.person(of_partner("administrator", north)).await,
            scene.person(internal("learner")).await,
            scene.person(of_partner("learner", north)).await,
            scene.buyer(public).await,
        ] {
            assert!(renames(ada, &below).await);
            assert!(!renames(&below, ada).await);
        }
    });
}

/// Nobody says a type where the first administrator is made.
#[test]
fn s000_13_an_administrator_without_further_words_is_an_internal_one() {
    STAGE.play(async |Platforms { scene, .. }| {
        let first = scene.accounts("main", "olga@portico.example").await.remove(0);
        assert_eq!((&first["tier"], &first["type"]), (&json!("administrator"), &json!("internal")));
        let me = scene.owner.get("/api/login/me").await.expect(200);
        assert_eq!(me.str("/account/kind"), "internal_administrator");
    });
}

/// Nobody says a realm or an audience where lists are asked for.
#[test]
fn s000_23_a_learner_without_further_words_is_an_internal_one() {
    STAGE.play(async |Platforms { scene, north, public, of_main, of_north, .. }| {
        let kinds = [internal("learner"), of_partner("learner", north)];
        let mut ids = vec![scene.buyer(public).await.id];
        for kind in kinds {
            ids.push(scene.make(kind).await.expect(201).str("/id"));
        }
        let found = scene.owner.get("/api/admin/accounts?limit=100").await.expect(200).text();
        assert_eq!(ids.iter().map(|id| found.contains(id)).collect::<Vec<_>>(), [false, true, false]);
        let courses = scene.owner.get("/api/admin/courses?limit=100").await.expect(200).text();
        assert!(courses.contains(&of_main.id));
        assert!(!courses.contains(&of_north.id) && !courses.contains(&public.id));
    });
}

#[test]
fn s000_30_whoever_learns_and_is_neither_internal_nor_a_partners_is_public() {
    let partner = Some(PartnerId::from_bytes([1; 16]));
    let of = |type_name, partner| AccountKind::new(Tier::Learner, Some(type_name), partner).ok();
    let rest: Vec<_> = [TypeName::Internal, TypeName::Partner, TypeName::Public]
        .into_iter()
        .flat_map(|type_name| [of(type_name, None), of(type_name, partner)])
        .flatten()
        .filter(|kind| *kind != AccountKind::InternalLearner && kind.type_name() != TypeName::Partner)
        .collect();
    assert_eq!(rest, [AccountKind::PublicLearner], "nothing else is left");
    STAGE.play(async |Platforms { scene, public, .. }| {
        for other in ["guest", "external", ""] {
            let refused = scene.make(json!({ "tier": "learner", "type": other })).await.expect(422);
            assert!(refused.names_field("type"));
        }
        // Even somebody with an internal account buys as a public learner: with a second account.
        let inside = scene.person(internal("learner")).await;
        scene.world.apply(&public.id, "Lena Learner", &inside.email).await.expect(201);
        assert_eq!(scene.accounts("public", &inside.email).await[0]["type"], "public");
        assert_eq!(scene.account(&inside.id).await["type"], "internal");
    });
}
