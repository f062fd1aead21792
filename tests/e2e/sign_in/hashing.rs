//! What stands in the table behind a password, and how much work an attempt is.

use domain::{AccountKind, EmailAddress, Realm};
use portico_tests::PASSWORD;
use web::{HashCost, OsEntropy, Password};

use super::scene::{OTHER_PASSWORD, Scene, credentials};

const GRACE: &str = "grace@example.org";

async fn stored(scene: &Scene) -> (domain::Account, store::Credential) {
    let email = EmailAddress::new(GRACE).unwrap();
    let (account, credential) = scene.app().store.credential(Realm::Main, &email).await.unwrap().unwrap();
    (account, credential.unwrap())
}

/// Proves: A06
#[tokio::test(flavor = "multi_thread")]
async fn a_hash_that_cost_less_is_made_anew_at_the_next_sign_in() {
    let scene = Scene::new().await;
    scene.learner(GRACE).await;
    let (account, old) = stored(&scene).await;
    assert!(old.hash.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{}", old.hash);
    let cheap = HashCost { memory_kib: 8_192, passes: 1 };
    let pepper = &scene.app().settings.secrets.peppers[0];
    let weaker = Password::typed(PASSWORD).hash_at(cheap, pepper, &OsEntropy).unwrap();
    scene.app().store.rehash_password(&account, &old, weaker.clone()).await.unwrap();
    scene.browser().post("/api/login", credentials(GRACE, OTHER_PASSWORD)).await.expect(401);
    assert_eq!(stored(&scene).await.1.hash, weaker, "a wrong password changes nothing");
    scene.browser().post("/api/login", credentials(GRACE, PASSWORD)).await.expect(200);
    let (_, renewed) = stored(&scene).await;
    assert!(renewed.hash.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{}", renewed.hash);
    assert_ne!(renewed.hash, old.hash, "a salt of its own");
    assert_eq!(renewed.changed_at, old.changed_at, "the password is the same");
    scene.browser().post("/api/login", credentials(GRACE, PASSWORD)).await.expect(200);
    assert_eq!(stored(&scene).await.1.hash, renewed.hash);
}

/// Proves: A12
#[tokio::test(flavor = "multi_thread")]
async fn every_attempt_works_out_one_hash() {
    let scene = Scene::new().await;
    scene.learner(GRACE).await;
    scene.deactivate(&scene.learner("off@example.org").await).await;
    scene.invited("unset@example.org", AccountKind::InternalLearner).await;
    let table = || scene.app().store.consumption().round_trips;
    let mut asked = Vec::new();
    for email in [GRACE, "nobody@example.org", "off@example.org", "unset@example.org"] {
        scene.world.catch_up().await;
        let (hashes, round_trips) = (scene.app().hashes_worked_out(), table());
        scene.browser().post("/api/login", credentials(email, OTHER_PASSWORD)).await.expect(401);
        assert_eq!(scene.app().hashes_worked_out() - hashes, 1, "{email}");
        asked.push(table() - round_trips);
    }
    assert!(asked.iter().all(|round_trips| *round_trips == asked[0]), "{asked:?}");
}
