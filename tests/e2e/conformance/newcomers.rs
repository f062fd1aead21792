//! How members come in: one at a time with the base role of each, or several at once, typed into a grid or from a file.

use http::Method;
use portico_tests::Browser;
use serde_json::{Value, json};

use super::scene::{Scene, internal, with};

const ACCOUNTS: &str = "/api/admin/accounts";

/// The level that the directory shows of somebody.
async fn level(scene: &Scene, email: &str) -> Value {
    let account = scene.accounts("main", email).await.remove(0);
    let page = scene.owner.get("/api/admin/directory").await.expect(200).json();
    let lines = page["items"].as_array().unwrap();
    lines.iter().find(|line| line["account"] == account["id"]).unwrap()["level"].clone()
}

/// Three people in a table, each with another role.
const TABLE: &str = "name,email,role\nAda,ada@example.org,0\nBob,bob@example.org,1\nCy,cy@example.org,2\n";

/// The same in a grid.
fn grid() -> Value {
    let row = |(name, role): (&str, u8)| json!({ "name": name, "email": format!("{name}@example.org"), "role": role });
    let rows = [("ada", 0), ("bob", 1), ("cy", 2)].map(row);
    json!({ "rows": rows })
}

async fn send_table(browser: &Browser, table: &str) -> portico_tests::Reply {
    let ask = browser.ask(Method::POST, &format!("{ACCOUNTS}/import"));
    ask.header("content-type", "text/csv").body(table.to_owned()).send().await
}

async fn all_have_their_roles(scene: &Scene) {
    for (name, expected) in [("ada", "internal_administrator"), ("bob", "author"), ("cy", "internal_learner")] {
        assert_eq!(level(scene, &format!("{name}@example.org")).await, expected, "{name}");
    }
}

#[tokio::test]
async fn s002_11_the_base_role_is_picked_for_the_new_member() {
    let scene = Scene::new().await;
    for (tier, roles, expected) in [
        ("administrator", json!([]), "internal_administrator"),
        ("learner", json!([{ "role": "author" }]), "author"),
        ("learner", json!([]), "internal_learner"),
    ] {
        let email = scene.email();
        let form = with(internal(tier), json!({ "name": "Somebody", "email": email, "roles": roles }));
        scene.owner.post(ACCOUNTS, form).await.expect(201);
        assert_eq!(level(&scene, &email).await, expected);
    }
}

#[tokio::test]
async fn s002_12_a_single_account_comes_with_its_role_or_not_at_all() {
    let scene = Scene::new().await;
    let form = |email: &str, role: &str| {
        with(internal("learner"), json!({ "name": "Somebody", "email": email, "roles": [{ "role": role }] }))
    };
    let id = scene.owner.post(ACCOUNTS, form("bob@example.org", "author")).await.expect(201).str("/id");
    let held = scene.owner.get(&format!("{ACCOUNTS}/{id}/roles")).await.expect(200).json();
    assert_eq!(held["roles"][0]["role"], "author");
    for (role, field) in [("king", "roles[0].role"), ("owner", "roles[0].role"), ("course_owner", "roles[0].object")] {
        let refused = scene.owner.post(ACCOUNTS, form("eve@example.org", role)).await.expect(422);
        assert!(refused.names_field(field), "{role}: {}", refused.text());
    }
    let learner = scene.person(internal("learner")).await;
    learner.browser.post(ACCOUNTS, form("eve@example.org", "author")).await.expect(403);
    assert!(scene.accounts("main", "eve@").await.is_empty());
}

#[tokio::test]
async fn s002_14_several_accounts_come_in_at_once() {
    let scene = Scene::new().await;
    let learner = scene.person(internal("learner")).await;
    send_table(&learner.browser, TABLE).await.expect(403);
    send_table(&scene.world.browser(), TABLE).await.expect(401);
    let report = send_table(&scene.owner, TABLE).await.expect(200).json();
    assert_eq!(report["counts"], json!({ "create": 3, "skip": 0, "error": 0 }));
    all_have_their_roles(&scene).await;
    for name in ["ada", "bob", "cy"] {
        assert!(scene.world.link_mailed_to(&format!("{name}@example.org")).await.is_some(), "{name} is invited");
    }
}

#[tokio::test]
async fn s002_15_rows_may_be_typed_into_a_grid() {
    let scene = Scene::new().await;
    let import = format!("{ACCOUNTS}/import");
    let dry = scene.owner.post(&format!("{import}?dry_run=true"), grid()).await.expect(200).json();
    assert_eq!((&dry["applied"], &dry["counts"]["create"]), (&json!(false), &json!(3)));
    assert!(scene.accounts("main", "ada@").await.is_empty());
    let report = scene.owner.post(&import, grid()).await.expect(200).json();
    assert_eq!(report["counts"]["create"], 3, "{report}");
    all_have_their_roles(&scene).await;
}

#[tokio::test]
async fn s002_16_rows_may_come_from_a_file() {
    let scene = Scene::new().await;
    // As a spreadsheet writes it where the comma is the decimal sign.
    let table = format!("\u{feff}{}", TABLE.replace(',', ";").replace('\n', "\r\n"));
    let report = send_table(&scene.owner, &table).await.expect(200).json();
    assert_eq!(report["counts"]["create"], 3, "{report}");
    all_have_their_roles(&scene).await;
}
