//! Deleting accounts: all of it goes, however much lies beside it and whoever is at work on it meanwhile.

use authorization::{Principal, act};
use domain::{LoginId, Reason};
use serde_json::{Value, json};
use store::Login;
use web::ACCESS_COOKIE;

use super::scene::Scene;

/// More than one transaction takes.
const MANY_LOGINS: usize = 120;

#[tokio::test(flavor = "multi_thread")]
async fn an_account_with_more_logins_than_one_transaction_takes_goes() {
    let scene = Scene::new().await;
    let learner = scene.account("learner", "internal", None, "Lena").await;
    let (app, now) = (&scene.world.platform.app, scene.world.platform.app.clock.now());
    let token = scene.owner.cookie(ACCESS_COOKIE).unwrap();
    let named = app.tokens.verify_access(&token, now).unwrap();
    let session = app.store.session(named.account, named.login).await.unwrap().unwrap();
    let principal = Principal::Account(session.standing(now));
    for _ in 0..MANY_LOGINS {
        let grant = app.authorize_as::<act::ImpersonateUser>(&principal, learner.parse().unwrap()).await.unwrap();
        let own = Login { id: LoginId::new(now, &*app.entropy), ..session.login.clone() };
        app.store.begin_acting(grant, &own, Reason::new("Asked by phone").unwrap()).await.unwrap();
    }
    let path = format!("/api/admin/accounts/{learner}");
    scene.delete(&scene.owner, &path).await.expect(204);
    scene.get(&scene.owner, &path).await.expect(404);
    assert_eq!(left_of(&scene, &learner).await, Vec::<Value>::new());
}

/// What the table still keeps under the name of an account that is gone; the audit names it for good.
async fn left_of(scene: &Scene, account: &str) -> Vec<Value> {
    let whole = json!({ "TableName": scene.world.platform.app.settings.table });
    let all = crate::cloud::shape::ask_table(&scene.world, "Scan", &whole).await;
    let keys = |item: &Value| format!("{}{}", item["pk"], item["sk"]);
    let of_it = |item: &&Value| keys(item).contains(account) && !keys(item).contains("AUDIT");
    all["Items"].as_array().unwrap().iter().filter(of_it).map(|item| json!([item["pk"], item["sk"]])).collect()
}
