//! Bringing people in: the dry run tells, applying does, and the same table again changes nothing.

use http::Method;
use serde_json::{Value, json};

use super::scene::{Answer, Person, Scene};

const TABLE: &str = "name,email,role\nAda,ada@example.org,2\nBob,bob@example.org,1\n,nowhere,9\nCy,ADA@example.org,2\n";

async fn import(scene: &Scene, who: &Person, query: &str, table: &str) -> Answer {
    scene.send(who, Method::POST, &format!("/api/admin/accounts/import{query}"), "text/csv", table.to_owned()).await
}

async fn imported(scene: &Scene, query: &str, table: &str) -> Value {
    import(scene, &scene.owner, query, table).await.expect(200).json()
}

fn counts(report: &Value) -> [u64; 3] {
    ["create", "skip", "error"].map(|name| report["counts"][name].as_u64().unwrap())
}

/// What is wrong, as `line column`.
fn wrong(report: &Value) -> Vec<String> {
    let of_row = |row: &Value| {
        let line = row["line"].clone();
        let errors = row["errors"].as_array().unwrap().clone();
        errors.into_iter().map(move |error| format!("{line} {}", error["column"].as_str().unwrap()))
    };
    report["rows"].as_array().unwrap().iter().flat_map(of_row).collect()
}

async fn addresses(scene: &Scene, realm: &str) -> Vec<String> {
    let path = format!("/api/admin/accounts?realm={realm}&limit=100");
    let mut all = scene.get(&scene.owner, &path).await.expect(200).each("email");
    all.retain(|address| address.ends_with("@example.org"));
    all.sort();
    all
}

#[tokio::test]
async fn a_dry_run_tells_everything_and_writes_nothing() {
    let scene = Scene::new().await;
    let line = scene.last_line().await;
    let report = imported(&scene, "?dry_run=true", TABLE).await;
    assert_eq!((counts(&report), &report["applied"]), ([2, 0, 2], &json!(false)));
    assert_eq!(wrong(&report), ["4 name", "4 email", "4 role", "5 email"]);
    assert!(report.to_string().contains("is the same as in line 2"), "{report}");
    assert_eq!(scene.last_line().await, line);
    assert!(addresses(&scene, "main").await.is_empty());
    assert!(scene.world.mails_to("ada@example.org").await.is_empty());
}

#[tokio::test]
async fn a_dry_run_shows_names_and_refuses_those_that_lost_a_letter() {
    let scene = Scene::new().await;
    let table = "name,email,role\nJörg Müller,joerg@example.org,2\nJ\u{FFFD}rg M\u{FFFD}ller,lost@example.org,2\n";
    let report = imported(&scene, "?dry_run=true", table).await;
    assert_eq!((counts(&report), wrong(&report)), ([1, 0, 1], vec!["3 name".to_owned()]));
    assert_eq!(report["rows"][1]["name"], "Jörg Müller");
    assert!(report["rows"][0]["errors"][0]["reason"].as_str().unwrap().contains("a letter was lost"), "{report}");
    let form = json!({ "tier": "learner", "type": "internal", "name": "J\u{FFFD}rg", "email": "lost@example.org" });
    assert_eq!(scene.post(&scene.owner, "/api/admin/accounts", form).await.expect(422).fields(), ["name"]);
}

#[tokio::test]
async fn applying_makes_accounts_with_a_line_of_the_audit_and_a_mail_each_and_twice_changes_nothing() {
    let scene = Scene::new().await;
    let report = imported(&scene, "", TABLE).await;
    assert_eq!((counts(&report), &report["cut_off"]), ([2, 0, 2], &json!(false)));
    assert_eq!(addresses(&scene, "main").await, ["ada@example.org", "bob@example.org"]);
    for row in &report["rows"].as_array().unwrap()[2..] {
        let account = row["account"].as_str().unwrap();
        let lines = scene.get(&scene.owner, &format!("/api/admin/audit?object=account:{account}")).await.expect(200);
        assert!(lines.each("action").contains(&"user.import".to_owned()), "{}", lines.text);
        assert_eq!(scene.world.mails_to(row["key"].as_str().unwrap()).await.len(), 1);
    }
    let line = scene.last_line().await;
    let again = imported(&scene, "", TABLE).await;
    assert_eq!(counts(&again), [0, 2, 2]);
    assert_eq!(scene.last_line().await, line, "nothing was written");
    assert_eq!(scene.world.mails_to("ada@example.org").await.len(), 1, "nobody is invited twice");
}

#[tokio::test]
async fn an_account_that_is_there_stays_as_it_is_and_the_difference_is_told() {
    let scene = Scene::new().await;
    let id = scene.account("learner", "internal", None, "Ada").await;
    let table = "name,email,role,expires_at\nAda Lovelace,ada@example.org,0,2099-01-01T00:00:00Z\n";
    let report = imported(&scene, "", table).await;
    assert_eq!(counts(&report), [0, 1, 0]);
    let row = &report["rows"][0];
    assert_eq!((&row["outcome"], &row["account"]), (&json!("skip"), &json!(id)));
    let columns: Vec<_> = row["warnings"].as_array().unwrap().iter().map(|one| one["column"].clone()).collect();
    assert_eq!(columns, ["name", "role", "expires_at"]);
    let account = scene.get(&scene.owner, &format!("/api/admin/accounts/{id}")).await.expect(200).json();
    assert_eq!(
        (&account["name"], &account["tier"], &account["version"]),
        (&json!("Ada"), &json!("learner"), &json!(1))
    );
}

#[tokio::test]
async fn partners_bring_people_in_for_themselves_alone() {
    let scene = Scene::new().await;
    let (north, south) = (scene.partner("North").await, scene.partner("South").await);
    let paula = scene.person("administrator", "partner", Some(&north), "Paula").await;
    let nobody = "00000000000000000000000001";
    let table = format!(
        "name,email,role,type,partner\n\
         Ada,ada@example.org,2,,\n\
         Bob,bob@example.org,0,partner,{north}\n\
         Cy,cy@example.org,2,,{south}\n\
         Di,di@example.org,2,internal,\n\
         Ed,ed@example.org,2,,{nobody}\n"
    );
    let report = import(&scene, &paula, "", &table).await.expect(200).json();
    assert_eq!(
        (counts(&report), wrong(&report)),
        ([2, 0, 3], ["4 partner", "5 type", "6 partner"].map(str::to_owned).into())
    );
    // A platform that is there and one that is not look the same from behind the wall.
    let reasons: Vec<_> =
        report["rows"].as_array().unwrap()[..3].iter().map(|row| &row["errors"][0]["reason"]).collect();
    assert_eq!(reasons[0], reasons[2]);
    assert_eq!(addresses(&scene, &north).await, ["ada@example.org", "bob@example.org", "paula@example.org"]);
    assert!(addresses(&scene, &south).await.is_empty() && addresses(&scene, "main").await.is_empty());
    // Whose platform it is may be said once for all, but not somebody else's.
    let plain = "name,email,role\nAda,ada@example.org,2\n";
    let elsewhere = import(&scene, &paula, &format!("?realm={south}"), plain).await.expect(200).json();
    assert_eq!(wrong(&elsewhere), ["2 partner"]);
    assert_eq!(counts(&imported(&scene, &format!("?realm={south}"), plain).await), [1, 0, 0]);
    assert_eq!(addresses(&scene, &south).await, ["ada@example.org"]);
    assert_eq!(import(&scene, &scene.owner, "?realm=public", plain).await.expect(422).fields(), ["realm"]);
}

#[tokio::test]
async fn roles_of_rows_are_judged_like_any_other() {
    let scene = Scene::new().await;
    let helper = scene.person("learner", "internal", None, "Hanna").await;
    let few = json!({ "role": "power_user", "actions": ["user.import"] });
    scene.post(&scene.owner, &format!("/api/admin/accounts/{}/roles", helper.id), few).await.expect(201);
    let table = "name,email,role\nAda,ada@example.org,0\nBob,bob@example.org,1\nCy,cy@example.org,2\n";
    let report = import(&scene, &helper, "", table).await.expect(200).json();
    assert_eq!((counts(&report), wrong(&report)), ([1, 0, 2], vec!["2 role".to_owned(), "3 role".to_owned()]));
    assert_eq!(addresses(&scene, "main").await, ["cy@example.org", "hanna@example.org"]);
}

#[tokio::test]
async fn administrators_come_in_by_whoever_proved_the_password_lately() {
    let scene = Scene::new().await;
    scene.world.forward(jiff::SignedDuration::from_mins(11));
    scene.post(&scene.owner, "/api/login/refresh", json!({})).await.expect(200);
    let table = "name,email,role\nCy,cy@example.org,2\nAda,ada@example.org,0\n";
    let refused = import(&scene, &scene.owner, "", table).await.expect(403);
    assert_eq!(refused.text_of("code"), "confirm_first");
    assert!(addresses(&scene, "main").await.is_empty(), "nothing is written before");
    let password = json!({ "password": portico_tests::PASSWORD });
    scene.post(&scene.owner, "/api/login/confirm", password).await.expect(204);
    assert_eq!(counts(&imported(&scene, "", table).await), [2, 0, 0]);
}

#[tokio::test]
async fn what_is_no_table_is_refused_whole() {
    let scene = Scene::new().await;
    let line = scene.last_line().await;
    for (query, kind, body, status, word) in [
        ("", "text/plain", TABLE, 415, "text/csv"),
        ("", "text/csv", "", 400, "empty"),
        ("", "text/csv", "name,email\nAda,a@b.org\n", 400, "missing: role"),
        ("", "text/csv", "name,email,role,shoe\nAda,a@b.org,2,9\n", 400, "shoe"),
        ("", "text/csv", "name,email,role\n\"Ada,a@b.org,2\n", 400, "line 2"),
        ("", "application/json", "{\"rows\":[{\"name\":1}]}", 422, "rows[0].name"),
        ("", "application/json", "{\"rows\":[{\"role\":-1}]}", 422, "rows[0].role"),
        ("", "application/json", "{\"rows\":[{\"shoe\":9}]}", 400, "shoe"),
        ("", "application/json", "[]", 422, "body"),
        ("?realm=moon", "text/csv", TABLE, 422, "realm"),
        ("?dry_run=perhaps", "text/csv", TABLE, 400, "dry_run"),
        ("?overwrite=true", "text/csv", TABLE, 400, "overwrite"),
    ] {
        let path = format!("/api/admin/accounts/import{query}");
        let answer = scene.send(&scene.owner, Method::POST, &path, kind, body).await;
        assert_eq!(answer.status, status, "{query} {kind} {body} {}", answer.text);
        assert!(answer.text.contains(word), "{query} {kind} {body} {}", answer.text);
    }
    assert_eq!(scene.last_line().await, line);
}

#[tokio::test]
async fn hostile_cells_are_text_or_refused() {
    let scene = Scene::new().await;
    let long = "x".repeat(100_000);
    let table = format!(
        "name,email,role\n\
         \"=HYPERLINK(\"\"https://evil.example\"\")\",a@example.org,2\n\
         <script>alert(1)</script>,b@example.org,2\n\
         \"a\u{7}b\",c@example.org,2\n\
         Eve,\"d@example.org\u{202e}\",2\n\
         Eve,\"e@example.org\nBcc: x@example.org\",2\n\
         {long},f@example.org,2\n\
         Eve,{long}@example.org,2\n\
         Eve,g@example.org,=2\n"
    );
    let report = imported(&scene, "", &table).await;
    let expected = ["4 name", "5 email", "6 email", "8 name", "9 email", "10 role"];
    assert_eq!((counts(&report), wrong(&report)), ([2, 0, 6], expected.map(str::to_owned).into()));
    assert!(report.to_string().len() < 5_000 && !report.to_string().contains('\u{202e}'));
    let names = scene.get(&scene.owner, "/api/admin/accounts?q=%3D").await.expect(200).each("name");
    assert_eq!(names, ["=HYPERLINK(\"https://evil.example\")"], "text, and no more");
}
