//! Whoever runs parts of an organization stands below those who run the partner platform that it is.

use serde_json::{Value, json};

use super::scene::{Person, Scene};

/// An organization with somebody who runs parts of it, and somebody who runs all of it.
struct Organization {
    scene: Scene,
    north: String,
    orla: Person,
    paula: Person,
}

async fn organization() -> Organization {
    let scene = Scene::new().await;
    let north = scene.partner("North").await;
    let modules = json!({ "module.organizations": true });
    let form = json!({ "version": 0, "profile": "all", "modules": modules });
    scene.put(&scene.owner, "/api/admin/settings", form).await.expect(200);
    let orla = scene.person("learner", "partner", Some(&north), "Orla").await;
    scene.give(orla.id, "organization_administrator", &format!("organization:{north}")).await.expect(201);
    let paula = scene.person("administrator", "partner", Some(&north), "Paula").await;
    Organization { scene, north, orla, paula }
}

fn account(tier: &str, partner: &str, name: &str) -> Value {
    let email = format!("{}@example.org", name.to_lowercase());
    json!({ "tier": tier, "type": "partner", "partner": partner, "name": name, "email": email })
}

const ACCOUNTS: &str = "/api/admin/accounts";

/// Proves: P24, A60
#[tokio::test]
async fn its_administrator_makes_learners_and_no_partner_administrator() {
    let Organization { scene, north, orla, .. } = organization().await;
    scene.post(&orla, ACCOUNTS, account("learner", &north, "Nils")).await.expect(201);
    let nina = scene.person("learner", "partner", Some(&north), "Nina").await;
    // A part of the role stands as high, and makes as little.
    let parent = "organization_administrator";
    let form = json!({ "kind": "custom_role", "name": "Makers", "parent": parent, "actions": ["user.create"] });
    let made = scene.post(&scene.owner, &format!("/api/admin/permission-sets/{north}"), form).await.expect(201).json();
    let role = format!("custom_role:{}", made["set"]["id"].as_str().unwrap());
    scene.give(nina.id, &role, &format!("organization:{north}")).await.expect(201);
    scene.post(&nina, ACCOUNTS, account("learner", &north, "Niklas")).await.expect(201);
    for who in [&orla, &nina] {
        let refused = scene.post(who, ACCOUNTS, account("administrator", &north, "Eve")).await.expect(403);
        assert_eq!(refused.text_of("code"), "guard.above_own_rank");
    }
}

/// Proves: A60
#[tokio::test]
async fn its_administrator_takes_nothing_from_a_partner_administrator() {
    let Organization { scene, north, orla, paula } = organization().await;
    let path = format!("{ACCOUNTS}/{}", paula.id);
    let off = scene.post(&orla, &format!("{path}/deactivate"), json!({})).await.expect(403);
    assert_eq!(off.text_of("code"), "guard.above_own_rank");
    let renamed = scene.patch(&orla, &path, json!({ "name": "Nobody" })).await.expect(403);
    assert_eq!(renamed.text_of("code"), "guard.above_own_rank");
    let taken = json!({ "role": "partner_administrator", "action": "course.create", "allowed": false });
    let form = json!({ "version": 0, "overrides": [taken] });
    let refused = scene.put(&orla, &format!("/api/admin/overrides/{north}"), form).await.expect(422);
    assert!(refused.text.contains("stands higher"), "{}", refused.text);
    scene.post(&paula, &format!("{ACCOUNTS}/{}/deactivate", orla.id), json!({})).await.expect(200);
}
