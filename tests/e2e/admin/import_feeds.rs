//! Imports: the dry run tells, applying does, and the same file again changes nothing.

use http::Method;
use serde_json::{Value, json};

use super::scene::{Answer, Person, Scene};

const CSV: &str = "code,title,language,publisher,price,currency,audience\n\
    knots-x,Knots,en,The Harbour,19.99,EUR,\n\
    sails-x,Sails,en,The Harbour,,,\n\
    inside-x,Inside,en,The Harbour,,,internal\n\
    broken-x,,en,The Harbour,,,\n";

async fn import(scene: &Scene, who: &Person, query: &str, kind: &str, file: impl Into<bytes::Bytes>) -> Answer {
    scene.send(who, Method::POST, &format!("/api/admin/courses/import?{query}"), kind, file).await
}

async fn csv(scene: &Scene, query: &str, file: &str) -> Value {
    import(scene, &scene.owner, query, "text/csv", file.to_owned()).await.expect(200).json()
}

fn counts(report: &Value) -> [u64; 4] {
    ["create", "change", "skip", "error"].map(|name| report["counts"][name].as_u64().unwrap())
}

async fn titles(scene: &Scene, audience: &str, q: &str) -> Vec<String> {
    let path = format!("/api/admin/courses?audience={audience}&q={q}");
    scene.get(&scene.owner, &path).await.expect(200).each("title")
}

#[tokio::test]
async fn a_dry_run_tells_everything_and_writes_nothing() {
    let scene = Scene::new().await;
    let line = scene.last_line().await;
    let report = csv(&scene, "audience=public", CSV).await;
    assert_eq!((counts(&report), &report["applied"]), ([3, 0, 0, 1], &json!(false)));
    let broken = &report["rows"][0];
    assert_eq!((&broken["outcome"], &broken["key"], &broken["line"]), (&json!("error"), &json!("broken-x"), &json!(5)));
    assert_eq!(broken["errors"][0]["field"], "title");
    assert_eq!(report["more"], 0);
    assert!(titles(&scene, "public", "Knots").await.is_empty());
    assert_eq!(scene.last_line().await, line);
}

#[tokio::test]
async fn applying_writes_what_was_told_and_twice_changes_nothing() {
    let scene = Scene::new().await;
    let report = csv(&scene, "audience=public&apply=true", CSV).await;
    assert_eq!((counts(&report), &report["applied"]), ([3, 0, 0, 1], &json!(true)));
    assert_eq!(titles(&scene, "public", "Knots").await, ["Knots"]);
    assert_eq!(titles(&scene, "internal", "Inside").await, ["Inside"]);
    let line = scene.last_line().await;
    assert_eq!(counts(&csv(&scene, "audience=public&apply=true", CSV).await), [0, 0, 3, 1]);
    assert_eq!(scene.last_line().await, line, "nothing was written");
    let changed = CSV.replace(",Sails,", ",Sails and masts,");
    let dry = csv(&scene, "audience=public", &changed).await;
    assert_eq!(counts(&dry), [0, 1, 2, 1]);
    assert_eq!(
        dry["rows"][1]["changes"][0],
        json!({ "field": "title", "before": "Sails", "after": "Sails and masts" })
    );
    assert_eq!(counts(&csv(&scene, "audience=public&apply=true", &changed).await), [0, 1, 2, 1]);
    assert_eq!(titles(&scene, "public", "Sails").await, ["Sails and masts"]);
}

#[tokio::test]
async fn new_courses_are_drafts_unless_they_are_to_be_published() {
    let scene = Scene::new().await;
    csv(&scene, "audience=public&apply=true", CSV).await;
    let other = CSV.replace("-x", "-y").replace("Knots", "Ropes");
    csv(&scene, "audience=public&apply=true&publish=true", &other).await;
    for (q, publication) in [("Knots", "draft"), ("Ropes", "published")] {
        let list = scene.get(&scene.owner, &format!("/api/admin/courses?audience=public&q={q}")).await.expect(200);
        assert_eq!(list.each("publication"), [publication]);
    }
}

#[tokio::test]
async fn an_address_that_is_taken_is_told_before_anything_is_written() {
    let scene = Scene::new().await;
    scene.course("internal", None, "Knots x").await;
    for query in ["audience=public", "audience=public&apply=true"] {
        let report = csv(&scene, query, CSV).await;
        assert_eq!(counts(&report), [2, 0, 0, 2], "{query}");
        assert_eq!(report["rows"][0]["errors"][0]["field"], "code");
    }
    assert_eq!(titles(&scene, "public", "Sails").await, ["Sails"]);
}

#[tokio::test]
async fn partners_import_for_themselves_and_meet_nobody() {
    let scene = Scene::new().await;
    let (north, south) = (scene.partner("North").await, scene.partner("South").await);
    let paula = scene.person("administrator", "partner", Some(&north), "Paula").await;
    let file = CSV.replace(",internal\n", ",\n");
    let own = format!("audience={north}&apply=true");
    assert_eq!(counts(&import(&scene, &paula, &own, "text/csv", file.clone()).await.expect(200).json()), [3, 0, 0, 1]);
    for audience in ["public", "internal", south.as_str()] {
        import(&scene, &paula, &format!("audience={audience}"), "text/csv", file.clone()).await.expect(404);
    }
    // A row cannot break out either.
    let outside = import(&scene, &paula, &own, "text/csv", CSV).await.expect(200).json();
    assert_eq!(counts(&outside), [0, 0, 2, 2]);
    // The same codes of another sender are other courses, at addresses of their own.
    assert_eq!(counts(&csv(&scene, &format!("audience={south}"), &file).await), [3, 0, 0, 1]);
}

#[tokio::test]
async fn a_moochub_document_is_read_too() {
    let scene = Scene::new().await;
    let document = json!({
        "links": { "self": "https://feeds.example/1", "first": "https://feeds.example/1", "last": "https://feeds.example/1" },
        "data": [{ "id": "1", "type": "Course", "attributes": {
            "name": "Knots for sailors", "courseCode": "knots-m", "courseMode": ["online"], "inLanguage": ["en"],
            "url": "https://library.example/knots", "access": ["free"],
            "publisher": { "type": "Organization", "name": "Harbour Library" },
            "license": [{ "identifier": "CC-BY-4.0", "url": null }],
        } }],
    });
    for kind in ["application/json", "application/vnd.api+json", "application/vnd.api+json; charset=utf-8"] {
        let report =
            import(&scene, &scene.owner, "audience=public", kind, document.to_string()).await.expect(200).json();
        assert_eq!(counts(&report), [1, 0, 0, 0], "{report}");
    }
}

#[tokio::test]
async fn what_is_no_feed_is_refused() {
    let scene = Scene::new().await;
    for (query, kind, file, status, word) in [
        ("audience=public", "text/plain", "x", 415, "text/csv"),
        ("audience=public", "application/json", "{", 400, "line"),
        ("audience=public", "application/json", "[]", 400, "MOOChub"),
        ("audience=public", "text/csv", "a,b\n1,2\n", 400, "missing"),
        ("audience=public", "text/csv", "", 400, "empty"),
        ("audience=all", "text/csv", CSV, 422, "audience"),
        ("apply=true", "text/csv", CSV, 400, "audience"),
        ("audience=public&apply=perhaps", "text/csv", CSV, 400, "apply"),
        ("audience=public&overwrite=true", "text/csv", CSV, 400, "overwrite"),
    ] {
        let answer = import(&scene, &scene.owner, query, kind, file).await;
        assert_eq!(answer.status, status, "{query} {kind} {}", answer.text);
        assert!(answer.text.contains(word), "{query} {kind} {}", answer.text);
    }
    let nobody = "audience=00000000000000000000000001";
    import(&scene, &scene.owner, nobody, "text/csv", CSV).await.expect(403);
}

/// Proves: F32
#[tokio::test]
async fn a_file_beyond_the_limit_of_forms_is_taken_and_rows_beyond_the_answer_are_counted() {
    let scene = Scene::new().await;
    let header = "code,title,language,publisher\n".to_owned();
    let rows: String = (0..700).map(|n| format!("c-{n},{} {n},en,The Harbour\n", "long words ".repeat(35))).collect();
    assert!(rows.len() > 256 * 1024);
    let report = csv(&scene, "audience=public", &(header + &rows)).await;
    assert_eq!(counts(&report), [700, 0, 0, 0]);
    assert_eq!((report["rows"].as_array().unwrap().len(), &report["more"]), (500, &json!(200)));
}

#[tokio::test]
async fn publishing_with_an_import_takes_the_right_to_publish() {
    let scene = Scene::new().await;
    for (name, actions, published) in
        [("Ina", vec!["course.import"], 403), ("Pia", vec!["course.import", "course.publish"], 200)]
    {
        let person = scene.person("learner", "internal", None, name).await;
        let role = json!({ "role": "power_user", "object": "platform", "actions": actions });
        scene.post(&scene.owner, &format!("/api/admin/accounts/{}/roles", person.id), role).await.expect(201);
        let file = CSV.replace("-x", &format!("-{}", name.to_lowercase()));
        for apply in ["false", "true"] {
            let query = format!("audience=public&publish=true&apply={apply}");
            import(&scene, &person, &query, "text/csv", file.clone()).await.expect(published);
        }
        import(&scene, &person, "audience=public&apply=true", "text/csv", file).await.expect(200);
    }
}
