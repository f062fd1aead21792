//! The audit: who did what, with what it looked like before and after, and only of what was done.

use serde_json::json;

use super::scene::Scene;

#[tokio::test]
async fn a_change_leaves_what_was_and_what_is() {
    let scene = Scene::new().await;
    let id = scene.account("learner", "internal", None, "Ada").await;
    scene
        .patch(&scene.owner, &format!("/api/admin/accounts/{id}"), json!({ "name": "Ada Lovelace" }))
        .await
        .expect(200);
    scene.post(&scene.owner, &format!("/api/admin/accounts/{id}/deactivate"), json!({})).await.expect(200);
    scene.delete(&scene.owner, &format!("/api/admin/accounts/{id}")).await.expect(204);
    let log = scene.get(&scene.owner, &format!("/api/admin/audit?object=account:{id}")).await.expect(200);
    // Deleting shuts the account first, over the version that was looked at.
    let actions = ["user.delete", "user.delete", "account_status.assign", "user.edit", "user.create"];
    assert_eq!(log.each("action"), actions);
    let lines = log.json()["items"].clone();
    assert_eq!(lines[3]["before"], json!({ "name": "Ada", "version": 1 }));
    assert_eq!(lines[3]["after"], json!({ "name": "Ada Lovelace", "version": 2 }));
    assert_eq!(lines[2]["after"]["deactivated"], true);
    assert_eq!((&lines[4]["before"], &lines[0]["after"]), (&json!(null), &json!(null)));
    for line in lines.as_array().unwrap() {
        assert_eq!(
            (line["actor"].as_str(), line["account"].as_str()),
            (Some("account"), Some(scene.owner.id.to_string().as_str()))
        );
    }
}

#[tokio::test]
async fn reading_and_refusing_leave_no_line() {
    let scene = Scene::new().await;
    let id = scene.account("learner", "internal", None, "Ada").await;
    let before = scene.last_line().await;
    scene.get(&scene.owner, &format!("/api/admin/accounts/{id}")).await.expect(200);
    scene.patch(&scene.owner, &format!("/api/admin/accounts/{id}"), json!({ "name": "" })).await.expect(422);
    scene.delete(&scene.owner, &format!("/api/admin/accounts/{}", scene.owner.id)).await.expect(403);
    assert_eq!(scene.last_line().await, before);
}

#[tokio::test]
async fn the_log_goes_on_page_by_page() {
    let scene = Scene::new().await;
    for name in ["Ada", "Bea", "Cid"] {
        scene.account("learner", "internal", None, name).await;
    }
    let mut seen = Vec::new();
    let mut path = "/api/admin/audit?limit=2".to_owned();
    for _ in 0..50 {
        let page = scene.get(&scene.owner, &path).await.expect(200);
        seen.extend(page.each("id"));
        match page.json()["next"].as_str() {
            Some(next) => path = format!("/api/admin/audit?limit=2&cursor={next}"),
            None => break,
        }
    }
    let mut sorted = seen.clone();
    sorted.sort_by(|a, b| b.cmp(a));
    sorted.dedup();
    assert_eq!(seen, sorted, "the newest first, each once");
    assert!(seen.len() >= 4, "the founding and three accounts, and what the first catalog brought");
}

#[tokio::test]
async fn an_imported_course_has_its_own_lines_with_what_changed() {
    let scene = Scene::new().await;
    let csv = "code,title,language,publisher,price,currency\nknots-y,Knots,en,The Harbour,19.99,EUR\n";
    let import = async |csv: String| {
        let path = "/api/admin/courses/import?audience=public&apply=true";
        scene.send(&scene.owner, http::Method::POST, path, "text/csv", csv).await.expect(200)
    };
    import(csv.to_owned()).await;
    import(csv.replace("19.99", "29.99")).await;
    let course = scene.get(&scene.owner, "/api/admin/courses?audience=public&q=knots").await.expect(200).each("id");
    let log = scene.get(&scene.owner, &format!("/api/admin/audit?object=course:{}", course[0])).await.expect(200);
    let lines = log.json()["items"].clone();
    assert_eq!(lines.as_array().unwrap().len(), 2);
    assert_eq!(lines[0]["before"]["price"], json!({ "paid": { "minor": 1999, "currency": "EUR" } }));
    assert_eq!(lines[0]["after"]["price"], json!({ "paid": { "minor": 2999, "currency": "EUR" } }));
    assert_eq!(lines[1]["after"]["title"], "Knots");
}
