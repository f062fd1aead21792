//! An account that is being deleted, and that somebody switches on again meanwhile: it stays, and so does what it has become.

use authorization::{Principal, act};
use portico_tests::{PASSWORD, World};
use serde_json::json;
use store::StoreError;

use super::tripwire::{Break, Tripwire};

#[tokio::test(flavor = "multi_thread")]
async fn whoever_is_switched_on_again_and_given_the_platform_is_not_deleted() {
    let world = World::start().await;
    let owner = world.founder().await;
    let kind = json!({ "tier": "administrator", "type": "internal" });
    let (ada, _) = world.person(&owner, "ada@example.org", kind).await;
    let app = &world.platform.app;
    let grant = app.authorize_as::<act::DeleteAccount>(&Principal::Operator, ada.parse().unwrap()).await.unwrap();
    // It is switched off, and everything else is yet to come.
    let wire = Tripwire::new(Break::HeldBefore(1));
    let store = wire.store(&world).await;
    let (deleted, ()) = tokio::join!(
        store.delete_account(grant),
        wire.meanwhile(async {
            owner.post(&format!("/api/admin/accounts/{ada}/reactivate"), json!({})).await.expect(200);
            owner.post("/api/admin/platform/owner", json!({ "account": ada })).await.expect(204);
        }),
    );
    assert!(matches!(deleted, Err(StoreError::Conflict(_))), "{deleted:?}");
    let ada = world.sign_in("ada@example.org", PASSWORD, "main").await;
    let owners = ada.get("/api/admin/holders?object=platform&role=owner").await.expect(200).json();
    assert_eq!(owners["items"].as_array().unwrap().len(), 1);
    assert_eq!(owners["items"][0]["account"], ada.get("/api/login/me").await.expect(200).json()["account"]["id"]);
}
