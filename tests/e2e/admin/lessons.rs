//! Outlines and the texts of lessons.

use http::Method;
use serde_json::{Value, json};

use super::scene::{Answer, Scene};

/// A course with one section of two lessons; its address and the lessons' ids.
async fn with_lessons(scene: &Scene) -> (String, Vec<String>) {
    let path = format!("/api/admin/courses/{}", scene.course("internal", None, "Rust").await);
    let outline = json!([{ "title": "One", "lessons": [
        { "title": "Start", "minutes": 5, "markdown": "# Hello" }, { "title": "Next", "minutes": 10 },
    ] }]);
    let made = scene.relist(&path, json!({ "outline": outline })).await.expect(200).json();
    let lessons = made["outline"][0]["lessons"].as_array().unwrap();
    let ids = lessons.iter().map(|lesson| lesson["id"].as_str().unwrap().to_owned()).collect();
    (path, ids)
}

impl Scene {
    /// Changes a course as it is now, its outline among it.
    async fn relist(&self, path: &str, mut change: Value) -> Answer {
        change["version"] = self.get(&self.owner, path).await.expect(200).json()["version"].clone();
        self.patch(&self.owner, path, change).await
    }
}

/// Writes a lesson over what is there now.
async fn put(scene: &Scene, path: &str, mut body: Value) -> Answer {
    let now = scene.get(&scene.owner, path).await;
    body["version"] = if now.status == 200 { now.json()["version"].clone() } else { json!("0") };
    scene.send(&scene.owner, Method::PUT, path, "application/json", body.to_string()).await
}

/// Takes a lesson out as it is now.
async fn take(scene: &Scene, path: &str) -> Answer {
    let now = scene.get(&scene.owner, path).await;
    let version = if now.status == 200 { now.text_of("version") } else { "0".to_owned() };
    scene.delete(&scene.owner, &format!("{path}?version={version}")).await
}

#[tokio::test]
async fn texts_come_back_as_they_were_written() {
    let scene = Scene::new().await;
    let (path, ids) = with_lessons(&scene).await;
    let text = scene.get(&scene.owner, &format!("{path}/lessons/{}", ids[0])).await.expect(200);
    assert_eq!((text.text_of("title"), text.text_of("markdown")), ("Start".to_owned(), "# Hello".to_owned()));
    let empty = scene.get(&scene.owner, &format!("{path}/lessons/{}", ids[1])).await.expect(200);
    assert_eq!(empty.text_of("markdown"), "");
    let long = "é".repeat(90_000);
    let body = json!({ "title": "Begin", "minutes": 7, "markdown": long });
    assert_eq!(put(&scene, &format!("{path}/lessons/{}", ids[0]), body).await.expect(200).text_of("markdown"), long);
    let outline = scene.get(&scene.owner, &path).await.expect(200).json()["outline"].clone();
    assert_eq!(outline[0]["lessons"][0], json!({ "id": ids[0], "title": "Begin", "minutes": 7 }));
}

#[tokio::test]
async fn a_renamed_lesson_keeps_its_text() {
    let scene = Scene::new().await;
    let (path, ids) = with_lessons(&scene).await;
    let outline = json!([{ "title": "Two", "lessons": [{ "id": ids[1], "title": "Next", "minutes": 10 }] },
        { "title": "One", "lessons": [{ "id": ids[0], "title": "Renamed", "minutes": 6 }] }]);
    scene.relist(&path, json!({ "outline": outline })).await.expect(200);
    let text = scene.get(&scene.owner, &format!("{path}/lessons/{}", ids[0])).await.expect(200);
    assert_eq!((text.text_of("title"), text.text_of("markdown")), ("Renamed".to_owned(), "# Hello".to_owned()));
}

#[tokio::test]
async fn a_lesson_that_leaves_the_outline_is_gone() {
    let scene = Scene::new().await;
    let (path, ids) = with_lessons(&scene).await;
    let (first, second) = (format!("{path}/lessons/{}", ids[0]), format!("{path}/lessons/{}", ids[1]));
    take(&scene, &first).await.expect(204);
    take(&scene, &first).await.expect(404);
    scene.get(&scene.owner, &first).await.expect(404);
    put(&scene, &first, json!({ "title": "A", "minutes": 1, "markdown": "" })).await.expect(404);
    scene.get(&scene.owner, &second).await.expect(200);
    scene.relist(&path, json!({ "outline": [] })).await.expect(200);
    scene.get(&scene.owner, &second).await.expect(404);
}

#[tokio::test]
async fn nobody_takes_out_what_somebody_else_has_written_meanwhile() {
    let scene = Scene::new().await;
    let (path, ids) = with_lessons(&scene).await;
    let first = format!("{path}/lessons/{}", ids[0]);
    let looked_at = scene.get(&scene.owner, &first).await.expect(200).text_of("version");
    scene.delete(&scene.owner, &first).await.expect(400);
    put(&scene, &first, json!({ "title": "Begin", "minutes": 7, "markdown": "# Much more" })).await.expect(200);
    scene.delete(&scene.owner, &format!("{first}?version={looked_at}")).await.expect(409);
    assert_eq!(scene.get(&scene.owner, &first).await.expect(200).text_of("markdown"), "# Much more");
    take(&scene, &first).await.expect(204);
}

#[tokio::test]
async fn an_outline_takes_out_nothing_that_its_writer_has_not_seen() {
    let scene = Scene::new().await;
    let (path, ids) = with_lessons(&scene).await;
    let seen = scene.get(&scene.owner, &path).await.expect(200).json();
    let mut longer = seen["outline"].clone();
    longer[0]["lessons"].as_array_mut().unwrap().push(json!({ "title": "Added", "minutes": 5 }));
    scene.relist(&path, json!({ "outline": longer })).await.expect(200);
    let unseen = scene.patch(&scene.owner, &path, json!({ "outline": seen["outline"] })).await.expect(422);
    assert_eq!(unseen.fields(), ["version"]);
    let old = json!({ "version": seen["version"], "outline": seen["outline"] });
    scene.patch(&scene.owner, &path, old).await.expect(409);
    let left = scene.get(&scene.owner, &path).await.expect(200).json();
    assert_eq!(left["outline"][0]["lessons"].as_array().unwrap().len(), ids.len() + 1);
}

#[tokio::test]
async fn bad_lessons_are_named_and_nothing_of_the_change_is_kept() {
    let scene = Scene::new().await;
    let (path, ids) = with_lessons(&scene).await;
    let lesson = |id: Value, title: &str, minutes: u32| json!({ "id": id, "title": title, "minutes": minutes });
    let place = "outline[0].lessons[0]";
    for (lessons, field) in [
        (json!([lesson(json!("00000000000000000000000001"), "A", 1)]), format!("{place}.id")),
        (json!([lesson(json!("x"), "A", 1)]), format!("{place}.id")),
        (json!([lesson(Value::Null, "", 1)]), format!("{place}.title")),
        (json!([lesson(Value::Null, "A", 100_001)]), format!("{place}.minutes")),
        (json!([lesson(json!(ids[0]), "A", 1), lesson(json!(ids[0]), "A", 1)]), "outline[0].lessons[1].id".to_owned()),
        (json!((0..501).map(|_| lesson(Value::Null, "A", 1)).collect::<Vec<_>>()), "outline".to_owned()),
    ] {
        let outline = json!([{ "title": "One", "lessons": lessons }]);
        let answer = scene.relist(&path, json!({ "outline": outline })).await.expect(422);
        assert_eq!(answer.fields(), [field]);
    }
    let too_long = json!({ "title": "", "minutes": 1, "markdown": "x".repeat(200_001) });
    let answer = put(&scene, &format!("{path}/lessons/{}", ids[0]), too_long).await.expect(422);
    assert_eq!(answer.fields(), ["title", "markdown"]);
    let text = scene.get(&scene.owner, &format!("{path}/lessons/{}", ids[0])).await.expect(200);
    assert_eq!(text.text_of("markdown"), "# Hello");
}

#[tokio::test]
async fn a_change_that_is_refused_writes_no_lesson() {
    let scene = Scene::new().await;
    scene.course("internal", None, "Taken").await;
    let (path, ids) = with_lessons(&scene).await;
    let outline =
        json!([{ "title": "One", "lessons": [{ "id": ids[0], "title": "Start", "minutes": 5, "markdown": "New" }] }]);
    scene.relist(&path, json!({ "slug": "taken", "outline": outline })).await.expect(409);
    let text = scene.get(&scene.owner, &format!("{path}/lessons/{}", ids[0])).await.expect(200);
    assert_eq!(text.text_of("markdown"), "# Hello");
}

#[tokio::test]
async fn the_texts_of_many_lessons_change_with_their_course_or_not_at_all() {
    let scene = Scene::new().await;
    scene.course("internal", None, "Taken").await;
    let path = format!("/api/admin/courses/{}", scene.course("internal", None, "Long").await);
    let outline = |lessons: Vec<Value>| json!([{ "title": "One", "lessons": lessons }]);
    let fresh = (0..90).map(|at| json!({ "title": format!("Lesson {at}"), "minutes": 1, "markdown": "Old" }));
    let made = scene.relist(&path, json!({ "outline": outline(fresh.collect()) })).await.expect(200).json();
    let ids: Vec<Value> =
        made["outline"][0]["lessons"].as_array().unwrap().iter().map(|lesson| lesson["id"].clone()).collect();
    let rewritten = |count: usize| -> Vec<Value> {
        let lesson = |(at, id): (usize, &Value)| {
            let mut lesson = json!({ "id": id, "title": format!("Lesson {at}"), "minutes": 1 });
            if at < count {
                lesson["markdown"] = json!("New");
            }
            lesson
        };
        ids.iter().enumerate().map(lesson).collect()
    };
    let text = async |at: usize| {
        let lesson = format!("{path}/lessons/{}", ids[at].as_str().unwrap());
        scene.get(&scene.owner, &lesson).await.expect(200).text_of("markdown")
    };
    let refused = json!({ "slug": "taken", "outline": outline(rewritten(50)) });
    scene.relist(&path, refused).await.expect(409);
    assert_eq!(text(0).await, "Old");
    let too_many = scene.relist(&path, json!({ "outline": outline(rewritten(51)) })).await.expect(422);
    assert_eq!(too_many.fields(), ["outline"]);
    scene.relist(&path, json!({ "outline": outline(rewritten(50)) })).await.expect(200);
    assert_eq!([text(0).await, text(49).await, text(50).await], ["New", "New", "Old"]);
}

#[tokio::test]
async fn a_course_of_500_lessons_with_long_titles_stays_editable() {
    let scene = Scene::new().await;
    let path = format!("/api/admin/courses/{}", scene.course("internal", None, "Longest").await);
    let lessons = (0..500).map(|at| json!({ "title": format!("{at} {}", "t".repeat(390)), "minutes": 1 }));
    let outline = json!([{ "title": "One", "lessons": lessons.collect::<Vec<_>>() }]);
    let made = scene.relist(&path, json!({ "outline": outline })).await.expect(200).json();
    let first = made["outline"][0]["lessons"][0]["id"].as_str().unwrap().to_owned();
    let body = json!({ "title": "Renamed", "minutes": 2, "markdown": "Text" });
    put(&scene, &format!("{path}/lessons/{first}"), body).await.expect(200);
    take(&scene, &format!("{path}/lessons/{first}")).await.expect(204);
    scene.patch(&scene.owner, &path, json!({ "title": "Shorter" })).await.expect(200);
}

#[tokio::test]
async fn a_lesson_of_the_longest_text_fits_however_json_writes_it() {
    let scene = Scene::new().await;
    let (path, ids) = with_lessons(&scene).await;
    let lines = "\n".repeat(200_000);
    let body = json!({ "title": "Lines", "minutes": 1, "markdown": lines });
    put(&scene, &format!("{path}/lessons/{}", ids[0]), body).await.expect(200);
    let path = format!("{path}/lessons/{}", ids[0]);
    let version = scene.get(&scene.owner, &path).await.expect(200).text_of("version");
    let text = r"\u0061".repeat(200_000);
    let escaped = format!(r#"{{"version":"{version}","title":"Escapes","minutes":1,"markdown":"{text}"}}"#);
    scene.send(&scene.owner, Method::PUT, &path, "application/json", escaped).await.expect(200);
}

#[tokio::test]
async fn who_writes_over_a_text_that_they_have_not_seen_is_refused() {
    let scene = Scene::new().await;
    let (path, ids) = with_lessons(&scene).await;
    let lesson = format!("{path}/lessons/{}", ids[0]);
    let seen = scene.get(&scene.owner, &lesson).await.expect(200).text_of("version");
    let with = |markdown: &str| json!({ "version": seen, "title": "Start", "minutes": 5, "markdown": markdown });
    let first = scene.put(&scene.owner, &lesson, with("Two hours of work")).await.expect(200);
    let late = scene.put(&scene.owner, &lesson, with("From an old page")).await.expect(409);
    assert!(late.text_of("message").contains("changed by somebody else"), "{}", late.text);
    let now = scene.get(&scene.owner, &lesson).await.expect(200);
    assert_eq!(now.text_of("markdown"), "Two hours of work");
    assert_eq!(now.text_of("version"), first.text_of("version"));
    let blind = json!({ "title": "Start", "minutes": 5, "markdown": "" });
    let blind = scene.put(&scene.owner, &lesson, blind).await.expect(422);
    assert!(blind.text.contains("missing field `version`"), "{}", blind.text);
    // A renaming in the outline is a change of the lesson, too; one of another lesson is none.
    let outline = |first: &str, second: &str| {
        json!([{ "title": "One", "lessons": [{ "id": ids[0], "title": first, "minutes": 5 },
            { "id": ids[1], "title": second, "minutes": 10 }] }])
    };
    scene.relist(&path, json!({ "outline": outline("Start", "Later") })).await.expect(200);
    assert_eq!(scene.get(&scene.owner, &lesson).await.expect(200).text_of("version"), now.text_of("version"));
    scene.relist(&path, json!({ "outline": outline("Begin", "Later") })).await.expect(200);
    assert_ne!(scene.get(&scene.owner, &lesson).await.expect(200).text_of("version"), now.text_of("version"));
}

#[tokio::test]
async fn of_two_who_write_a_lesson_at_once_one_is_refused() {
    let scene = Scene::new().await;
    let (path, ids) = with_lessons(&scene).await;
    let lesson = format!("{path}/lessons/{}", ids[0]);
    let seen = scene.get(&scene.owner, &lesson).await.expect(200).text_of("version");
    let with = |markdown: &str| json!({ "version": seen, "title": "Start", "minutes": 5, "markdown": markdown });
    let (one, other) =
        tokio::join!(scene.put(&scene.owner, &lesson, with("One")), scene.put(&scene.owner, &lesson, with("Other")),);
    let mut statuses = [one.status, other.status];
    statuses.sort_unstable();
    assert_eq!(statuses, [200, 409], "{} {}", one.text, other.text);
    let kept = if one.status == 200 { "One" } else { "Other" };
    assert_eq!(scene.get(&scene.owner, &lesson).await.expect(200).text_of("markdown"), kept);
}

#[tokio::test]
async fn the_audit_says_which_lesson_was_written_and_nothing_where_none_was() {
    let scene = Scene::new().await;
    let (path, ids) = with_lessons(&scene).await;
    let lesson = format!("{path}/lessons/{}", ids[1]);
    put(&scene, &lesson, json!({ "title": "Next", "minutes": 10, "markdown": "New" })).await.expect(200);
    let id = path.rsplit('/').next().unwrap();
    let log = scene.get(&scene.owner, &format!("/api/admin/audit?object=course:{id}")).await.expect(200).json();
    assert_eq!(log["items"][0]["after"]["lessons_written"], json!([ids[1]]), "{log}");
    let line = scene.last_line().await;
    put(&scene, &lesson, json!({ "title": "Next", "minutes": 10, "markdown": "New" })).await.expect(200);
    assert_eq!(scene.last_line().await, line);
}

#[tokio::test]
async fn the_owner_takes_a_course_along_as_json() {
    let scene = Scene::new().await;
    let (path, ids) = with_lessons(&scene).await;
    let export = format!("{path}/export");
    let exported = scene.get(&scene.owner, &export).await.expect(200).json();
    assert_eq!((&exported["title"], &exported["slug"]), (&json!("Rust"), &json!("rust")));
    let lessons = exported["lessons"].as_array().unwrap();
    assert_eq!((&lessons[0]["id"], &lessons[0]["markdown"]), (&json!(ids[0]), &json!("# Hello")));
    assert_eq!(lessons.len(), 2);
    let ada = scene.person("administrator", "internal", None, "Ada").await;
    scene.get(&ada, &export).await.expect(403);
    scene.get(&scene.owner, "/api/admin/courses/00000000000000000000000001/export").await.expect(404);
}
