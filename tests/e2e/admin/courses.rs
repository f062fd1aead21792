//! A course's life: made as a draft, described, priced, published, changed by two at once, closed.

use serde_json::{Value, json};

use super::scene::Scene;

#[tokio::test]
async fn a_course_is_described_priced_and_published() {
    let scene = Scene::new().await;
    let id = scene.course("public", None, "Rust für Gärtner").await;
    let path = format!("/api/admin/courses/{id}");
    let draft = scene.get(&scene.owner, &path).await.expect(200).json();
    assert_eq!((&draft["publication"], &draft["slug"]), (&json!("draft"), &json!("rust-fur-gartner")));
    assert_eq!(
        (&draft["price"], &draft["audience"], &draft["partner"]),
        (&Value::Null, &json!("public"), &Value::Null)
    );
    let change = json!({
        "summary": "Grow your own tools", "level": "beginner", "subjects": ["Rust", "Gardening"],
        "description_markdown": "*Hi* <script>alert(1)</script>", "price": { "amount": "19.99", "currency": "eur" },
        "seats": 12, "terms": [{ "starts_at": "2030-05-01T18:00:00+02:00" }, { "starts_at": "2030-01-01T18:00:00Z" }],
        "publisher": { "name": "The Garden", "url": "https://garden.example" }, "version": 1,
    });
    let changed = scene.patch(&scene.owner, &path, change).await.expect(200).json();
    assert_eq!(changed["price"], json!({ "amount": "19.99", "currency": "EUR" }));
    assert_eq!((&changed["seats"], &changed["version"]), (&json!(12), &json!(2)));
    assert_eq!(changed["terms"][0]["starts_at"], "2030-01-01T18:00:00Z");
    let html = changed["description_html"].as_str().unwrap();
    assert!(html.contains("<em>Hi</em>") && !html.contains("script"), "{html}");
    let mut read = scene.get(&scene.owner, &path).await.expect(200).json();
    read.as_object_mut().unwrap().remove("may").expect("what its reader may do");
    assert_eq!(read, changed);
    let published = scene.post(&scene.owner, &format!("{path}/publish"), json!({})).await.expect(200);
    assert_eq!(published.text_of("publication"), "published");
}

#[tokio::test]
async fn a_course_says_what_the_reader_may_do_to_it_and_not_to_another() {
    let scene = Scene::new().await;
    let anna = scene.person("learner", "internal", None, "Anna").await;
    scene.give(anna.id, "author", "platform").await.expect(201);
    let form = json!({ "audience": "internal", "title": "Hers", "languages": ["en"] });
    let own = scene.post(&anna, "/api/admin/courses", form).await.expect(201).text_of("id");
    let [led, foreign] = [scene.course("internal", None, "Led").await, scene.course("internal", None, "Foreign").await];
    scene.give(anna.id, "course_instructor", &format!("course:{led}")).await.expect(201);
    scene.give(anna.id, "course_tutor", &format!("course:{led}")).await.expect(201);
    let may = async |course: &str| {
        let answer = scene.get(&anna, &format!("/api/admin/courses/{course}")).await.expect(200).json();
        let ids: Vec<String> = serde_json::from_value(answer["may"].clone()).unwrap();
        ids
    };
    for action in ["course.edit", "course.publish", "course.enrollment.list"] {
        assert!(may(&own).await.iter().any(|id| id == action), "{action}");
    }
    assert_eq!(may(&led).await, ["course.enrollment.list"]);
    scene.get(&anna, &format!("/api/admin/courses/{foreign}")).await.expect(404);
    // One line for each, with the part that tells most.
    let mine = scene.get(&anna, "/api/my/courses").await.expect(200).json();
    let lines = mine["teaching"].as_array().unwrap();
    let mut parts: Vec<_> =
        lines.iter().map(|line| (line["course"]["id"].as_str().unwrap(), line["as"].clone())).collect();
    parts.sort_by_key(|(_, part)| part.to_string());
    assert_eq!(parts, [(led.as_str(), json!("instructor")), (own.as_str(), json!("owner"))]);
}

#[tokio::test]
async fn a_public_course_may_be_free_and_zero_is_free() {
    let scene = Scene::new().await;
    let id = scene.course("public", None, "Rust").await;
    let path = format!("/api/admin/courses/{id}");
    for (price, stored) in [
        (json!({ "amount": "500", "currency": "JPY" }), json!({ "amount": "500", "currency": "JPY" })),
        (json!({ "amount": "0.00", "currency": "EUR" }), Value::Null),
        (Value::Null, Value::Null),
    ] {
        let answer = scene.patch(&scene.owner, &path, json!({ "price": price })).await.expect(200);
        assert_eq!(answer.json()["price"], stored);
    }
    scene.post(&scene.owner, &format!("{path}/publish"), json!({})).await.expect(200);
}

#[tokio::test]
async fn publication_moves_along_its_arrows() {
    let scene = Scene::new().await;
    let id = scene.course("internal", None, "Rust").await;
    for (verb, status) in [
        ("unpublish", 409),
        ("publish", 200),
        ("publish", 409),
        ("unpublish", 200),
        ("archive", 200),
        ("archive", 409),
        ("publish", 200),
    ] {
        let answer = scene.post(&scene.owner, &format!("/api/admin/courses/{id}/{verb}"), json!({})).await;
        assert_eq!(answer.status, status, "{verb} {}", answer.text);
    }
}

#[tokio::test]
async fn a_change_from_an_old_version_is_refused_and_one_without_effect_leaves_no_trace() {
    let scene = Scene::new().await;
    let id = scene.course("internal", None, "Rust").await;
    let path = format!("/api/admin/courses/{id}");
    scene.patch(&scene.owner, &path, json!({ "title": "Rust 2", "version": 1 })).await.expect(200);
    scene.patch(&scene.owner, &path, json!({ "title": "Rust 3", "version": 1 })).await.expect(409);
    let line = scene.last_line().await;
    let same = scene.patch(&scene.owner, &path, json!({ "title": "Rust 2" })).await.expect(200);
    assert_eq!(same.json()["version"], 2);
    assert_eq!(scene.last_line().await, line);
}

#[tokio::test]
async fn nobody_publishes_or_closes_what_somebody_else_has_just_made_of_it() {
    let scene = Scene::new().await;
    let id = scene.course("public", None, "Rust").await;
    let path = format!("/api/admin/courses/{id}");
    let price = json!({ "amount": "99.00", "currency": "EUR" });
    scene.patch(&scene.owner, &path, json!({ "price": price })).await.expect(200);
    let late = scene.post(&scene.owner, &format!("{path}/publish?version=1"), json!({})).await.expect(409);
    assert!(late.text_of("message").contains("changed by somebody else"), "{}", late.text);
    assert_eq!(scene.get(&scene.owner, &path).await.expect(200).text_of("publication"), "draft");
    scene.post(&scene.owner, &format!("{path}/publish?version=2"), json!({})).await.expect(200);
    for verb in ["unpublish", "archive"] {
        scene.post(&scene.owner, &format!("{path}/{verb}?version=2"), json!({})).await.expect(409);
    }
    scene.post(&scene.owner, &format!("{path}/archive?version=3"), json!({})).await.expect(200);
}

#[tokio::test]
async fn a_slug_is_unique_and_comes_free_when_it_changes() {
    let scene = Scene::new().await;
    let first = scene.course("internal", None, "Rust").await;
    let form = json!({ "audience": "public", "title": "Rust", "languages": ["en"] });
    let taken = scene.post(&scene.owner, "/api/admin/courses", form.clone()).await.expect(409);
    assert!(taken.text_of("message").contains("slug"), "{}", taken.text);
    scene
        .patch(&scene.owner, &format!("/api/admin/courses/{first}"), json!({ "slug": "rust-inside" }))
        .await
        .expect(200);
    scene.post(&scene.owner, "/api/admin/courses", form).await.expect(201);
}

#[tokio::test]
async fn the_audience_does_not_change() {
    let scene = Scene::new().await;
    let id = scene.course("internal", None, "Rust").await;
    let path = format!("/api/admin/courses/{id}");
    let moved = scene.patch(&scene.owner, &path, json!({ "audience": "public" })).await.expect(422);
    assert_eq!(moved.fields(), ["audience"]);
    scene.patch(&scene.owner, &path, json!({ "audience": "internal", "title": "B" })).await.expect(200);
}

#[tokio::test]
async fn the_longest_title_in_any_script_can_be_listed() {
    let scene = Scene::new().await;
    let title = "学".repeat(400);
    let id = scene.course("internal", None, &title).await;
    let list = scene.get(&scene.owner, "/api/admin/courses?q=%E5%AD%A6").await.expect(200);
    assert_eq!((list.each("id"), list.each("title")), (vec![id], vec![title]));
}
