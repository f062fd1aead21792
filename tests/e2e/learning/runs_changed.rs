//! Runs of a course that change while people are in them: nobody is left behind, and no seat is forgotten.

use authorization::act;
use domain::Course;
use http::Method;
use serde_json::json;

use super::answer::enrollment;
use super::runs::{run_in, with_runs};
use super::scene::{Scene, Wanted};

#[tokio::test]
async fn a_run_with_people_is_not_taken_out() {
    let scene = Scene::new().await;
    let course = with_runs(&scene, &[Some(1), None]).await;
    let seated = scene.newcomer_in(&course, 0, "enrolled").await;
    let waiting = scene.newcomer_in(&course, 0, "waiting").await;
    let mut terms = scene.edit(&course, &json!({})).await.expect(200).json()["terms"].as_array().unwrap().clone();
    let first = terms.remove(0);
    let refused = scene.edit(&course, &json!({ "terms": terms })).await.expect(422).json();
    assert_eq!(refused["fields"][0]["field"], "terms");
    assert!(refused["fields"][0]["message"].as_str().unwrap().contains("people in them (2)"), "{refused}");
    for person in [&seated, &waiting] {
        scene.relocate(&course, person, Some(1)).await.expect(200);
    }
    let left = scene.edit(&course, &json!({ "terms": terms })).await.expect(200).json();
    assert_eq!(left["terms"].as_array().unwrap().len(), 1);
    // What was taken out is none of the course's any more, and what is dated alike later is another run.
    scene.edit(&course, &json!({ "terms": [first] })).await.expect(422);
}

/// A feed that lists only what is to come still tells the title and the price.
#[tokio::test]
async fn a_run_that_is_over_goes_and_its_people_stay() {
    let scene = Scene::new().await;
    let terms = vec![run_in(&scene, -5, Some(1)), run_in(&scene, 10, None)];
    let course = scene.course(Wanted { terms, ..Wanted::default() }).await;
    let alumna = scene.learner().await;
    let form = json!({ "account": alumna.id, "term": course.terms[0].id }).to_string();
    let enrollments = format!("/api/courses/{}/enrollments", course.id);
    scene.send(&scene.admin, Method::POST, &enrollments, Some(&form)).await.expect(201);
    let terms = scene.edit(&course, &json!({})).await.expect(200).json()["terms"].clone();
    scene.edit(&course, &json!({ "terms": [terms[1]] })).await.expect(200);
    let after = Course { terms: course.terms[1..].to_vec(), ..course };
    assert_eq!(scene.standing(&after, &alumna).await, "enrolled gone");
}

#[tokio::test]
async fn a_run_that_is_moved_keeps_its_people_and_its_seats() {
    let scene = Scene::new().await;
    let course = with_runs(&scene, &[Some(1)]).await;
    let seated = scene.newcomer_in(&course, 0, "enrolled").await;
    let moved = json!([{ "id": course.terms[0].id, "starts_at": "2099-01-01T09:00:00Z", "place": "Berlin" }]);
    let after = scene.edit(&course, &json!({ "terms": moved })).await.expect(200).json();
    assert_eq!((&after["terms"][0]["id"], &after["terms"][0]["seats"]), (&json!(course.terms[0].id), &json!(1)));
    // Without an id, what begins then and there is the same.
    let dated = json!([{ "starts_at": "2099-01-01T09:00:00Z", "ends_at": "2099-01-02T09:00:00Z", "place": "Berlin" }]);
    let after = scene.edit(&course, &json!({ "terms": dated })).await.expect(200).json();
    assert_eq!((&after["terms"][0]["id"], &after["terms"][0]["seats"]), (&json!(course.terms[0].id), &json!(1)));
    scene.newcomer_in(&course, 0, "waiting").await;
    let line = scene.enrollment(&scene.admin, &course, &seated).await.expect(200).json();
    assert_eq!(line["term"]["place"], "Berlin");
}

#[tokio::test]
async fn a_limit_that_is_set_later_finds_who_is_in() {
    let scene = Scene::new().await;
    let course = with_runs(&scene, &[None, None]).await;
    for _ in 0..2 {
        scene.newcomer_in(&course, 0, "enrolled").await;
    }
    let mut terms = scene.edit(&course, &json!({})).await.expect(200).json()["terms"].clone();
    terms[0]["seats"] = json!(2);
    scene.edit(&course, &json!({ "terms": terms })).await.expect(200);
    scene.newcomer_in(&course, 0, "waiting").await;
    scene.newcomer_in(&course, 1, "enrolled").await;
    // The course's own number is that of the run which has none.
    scene.edit(&course, &json!({ "seats": 1 })).await.expect(200);
    scene.newcomer_in(&course, 1, "waiting").await;
    scene.newcomer_in(&course, 0, "waiting").await;
}

#[tokio::test]
async fn whoever_is_in_a_run_that_is_gone_is_seen_and_moved_and_nobody_is_let_in() {
    let scene = Scene::new().await;
    let course = with_runs(&scene, &[Some(1), Some(1)]).await;
    let seated = scene.newcomer_in(&course, 0, "enrolled").await;
    let waiting = scene.newcomer_in(&course, 0, "waiting").await;
    // An edit that looked before they came.
    let edit = scene.app.authorize_as::<act::EditCourse>(&scene.admin.principal, course.id).await.unwrap();
    let without = Course { terms: course.terms[1..].to_vec(), ..course.clone() };
    let after = scene.app.store.edit_course(edit, without, Vec::new()).await.unwrap();
    let after = Course { terms: course.terms.clone(), ..after };
    assert_eq!(scene.standing(&after, &seated).await, "enrolled 0");
    let line = scene.enrollment(&scene.admin, &course, &seated).await.expect(200).json();
    assert_eq!((&line["term"]["id"], line["term"]["starts_at"].is_null()), (&json!(course.terms[0].id), true));
    scene.change(&scene.admin, &course, &waiting, "promote").await.expect(409);
    scene.change(&scene.admin, &course, &seated, "suspend").await.expect(200);
    assert_eq!(scene.standing(&course, &waiting).await, "waiting 0");
    scene.change(&scene.admin, &course, &seated, "reinstate").await.expect(409);
    let back = json!({ "term": course.terms[1].id }).to_string();
    let moved = scene.send(&scene.admin, Method::PATCH, &enrollment(&course, &waiting), Some(&back)).await;
    assert_eq!(moved.expect(200).state(), "enrolled");
    assert_eq!(scene.standing(&course, &waiting).await, "enrolled 1");
}

#[tokio::test]
async fn a_table_of_courses_keeps_the_seats_of_runs_and_leaves_nobody_behind() {
    let scene = Scene::new().await;
    let import = async |title: &str, starts: &str| {
        let file = format!("code,title,language,publisher,starts,mode\ndated,{title},en,Us,{starts},live\n");
        let path = "/api/admin/courses/import?audience=internal&apply=true";
        let ask = scene.browser.ask(Method::POST, path).header("content-type", "text/csv");
        let ask = ask.header("authorization", &format!("Bearer {}", scene.admin.token.as_ref().unwrap()));
        ask.body(file).send().await.expect(200).json()
    };
    import("Knots", "2099-01-01T09:00:00Z|2099-02-01T09:00:00Z").await;
    let listed = scene.get(&scene.admin, "/api/admin/courses?audience=internal&q=Knots").await.expect(200).json();
    let id = listed["items"][0]["id"].as_str().unwrap().to_owned();
    let course = Course { id: id.parse().unwrap(), ..scene.course(Wanted::default()).await };
    let mut terms = scene.edit(&course, &json!({})).await.expect(200).json()["terms"].clone();
    assert_eq!(terms.as_array().unwrap().len(), 2, "{terms}");
    terms[0]["seats"] = json!(4);
    scene.edit(&course, &json!({ "terms": terms })).await.expect(200);
    let path = format!("/api/admin/courses/{id}/publish");
    scene.send(&scene.admin, Method::POST, &path, Some("{}")).await.expect(200);
    let learner = scene.learner().await;
    let form = json!({ "account": learner.id, "term": terms[1]["id"] }).to_string();
    scene.send(&scene.admin, Method::POST, &format!("/api/courses/{id}/enrollments"), Some(&form)).await.expect(201);
    assert_eq!(import("Better knots", "2099-02-01T09:00:00Z|2099-01-01T09:00:00Z").await["counts"]["change"], 1);
    let kept = scene.edit(&course, &json!({})).await.expect(200).json()["terms"].clone();
    assert_eq!((&kept, kept[0]["seats"].as_u64()), (&terms, Some(4)));
    let without = import("Better knots", "2099-01-01T09:00:00Z").await;
    assert_eq!((&without["counts"]["error"], &without["rows"][0]["errors"][0]["field"]), (&json!(1), &json!("starts")));
    assert_eq!(import("Better knots", "2099-02-01T09:00:00Z").await["counts"]["change"], 1, "nobody was in that one");
}
