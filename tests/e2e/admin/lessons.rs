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
    let made = scene.patch(&scene.owner, &path, json!({ "outline": outline })).await.expect(200).json();
    let lessons = made["outline"][0]["lessons"].as_array().unwrap();
    let ids = lessons.iter().map(|lesson| lesson["id"].as_str().unwrap().to_owned()).collect();
    (path, ids)
}

async fn put(scene: &Scene, path: &str, body: Value) -> Answer {
    scene.send(&scene.owner, Method::PUT, path, "application/json", body.to_string()).await
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
    scene.patch(&scene.owner, &path, json!({ "outline": outline })).await.expect(200);
    let text = scene.get(&scene.owner, &format!("{path}/lessons/{}", ids[0])).await.expect(200);
    assert_eq!((text.text_of("title"), text.text_of("markdown")), ("Renamed".to_owned(), "# Hello".to_owned()));
}

#[tokio::test]
async fn a_lesson_that_leaves_the_outline_is_gone() {
    let scene = Scene::new().await;
    let (path, ids) = with_lessons(&scene).await;
    let (first, second) = (format!("{path}/lessons/{}", ids[0]), format!("{path}/lessons/{}", ids[1]));
    scene.delete(&scene.owner, &first).await.expect(204);
    scene.delete(&scene.owner, &first).await.expect(404);
    scene.get(&scene.owner, &first).await.expect(404);
    put(&scene, &first, json!({ "title": "A", "minutes": 1, "markdown": "" })).await.expect(404);
    scene.get(&scene.owner, &second).await.expect(200);
    scene.patch(&scene.owner, &path, json!({ "outline": [] })).await.expect(200);
    scene.get(&scene.owner, &second).await.expect(404);
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
        let answer = scene.patch(&scene.owner, &path, json!({ "outline": outline })).await.expect(422);
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
    scene.patch(&scene.owner, &path, json!({ "slug": "taken", "outline": outline })).await.expect(409);
    let text = scene.get(&scene.owner, &format!("{path}/lessons/{}", ids[0])).await.expect(200);
    assert_eq!(text.text_of("markdown"), "# Hello");
}
