//! Certificates of completion: issued once a course is completed, verified by whoever was told the id, and worth as much
//! as the enrollment that they were earned with.

use authorization::act;
use domain::{Course, StatusEvent, Title};
use serde_json::{Value, json};

use super::answer::{Person, lesson, nth_lesson, own};
use super::scene::{Scene, Wanted};

/// A learner who has completed a course of one lesson, and the certificate's id.
async fn certified(scene: &Scene) -> (Course, Person, String) {
    let (course, learner) = (scene.course(Wanted { lessons: 1, ..Wanted::default() }).await, scene.learner().await);
    scene.post(&learner, &format!("{}/enroll", own(&course))).await.expect(201);
    assert!(certificate_of(scene, &learner).await.is_null(), "nothing is certified before it is completed");
    let done = format!("{}/done", lesson(&course, nth_lesson(&course, 0)));
    let page = scene.post(&learner, &done).await.expect(200).json();
    let id = page["certificate"].as_str().unwrap().to_owned();
    assert_eq!(certificate_of(scene, &learner).await, json!(id));
    (course, learner, id)
}

/// What the list of one's own courses says.
async fn certificate_of(scene: &Scene, learner: &Person) -> Value {
    scene.get(learner, "/api/my/courses").await.expect(200).json()["courses"][0]["certificate"].clone()
}

fn address(id: &str) -> String {
    format!("/api/certificates/{id}")
}

#[tokio::test]
async fn anybody_who_knows_the_id_verifies_it_and_learns_nothing_else() {
    let scene = Scene::new().await;
    let (_, learner, id) = certified(&scene).await;
    let expected = json!({
        "learner": "Somebody",
        "course": "Rust for the curious",
        "completed_on": scene.app.clock.now().to_string().split('T').next().unwrap(),
    });
    for person in [&Person::visitor(), &learner, &scene.admin, &scene.learner().await] {
        assert_eq!(scene.get(person, &address(&id)).await.expect(200).json(), expected);
    }
    // The day is in the id, the rest is chance.
    let close = id.char_indices().map(|(at, c)| {
        if at == 25 && c == '0' {
            '1'
        } else if at == 25 {
            '0'
        } else {
            c
        }
    });
    scene.get(&Person::visitor(), &address(&close.collect::<String>())).await.expect(404);
    scene.get(&Person::visitor(), &address("no-id")).await.expect(404);
}

#[tokio::test]
async fn staff_completes_it_too_and_sees_no_certificate() {
    let scene = Scene::new().await;
    let (course, learner) = (scene.course(Wanted::default()).await, scene.learner().await);
    scene.enroll(&scene.admin, &course, &learner).await.expect(201);
    let completed = scene.change(&scene.admin, &course, &learner, "complete").await.expect(200);
    let id = certificate_of(&scene, &learner).await.as_str().unwrap().to_owned();
    let seen = scene.enrollment(&scene.admin, &course, &learner).await.expect(200);
    assert!(!completed.text.contains(&id) && !seen.text.contains(&id), "nobody is handed out what they did not earn");
    scene.get(&Person::visitor(), &address(&id)).await.expect(200);
}

#[tokio::test]
async fn a_course_that_is_renamed_or_begun_anew_takes_nothing_back() {
    let scene = Scene::new().await;
    let (course, learner, id) = certified(&scene).await;
    let grant = scene.app.authorize_as::<act::EditCourse>(&scene.admin.principal, course.id).await.unwrap();
    let before = grant.target().course.clone();
    let after = Course { title: Title::new("Rust for everybody").unwrap(), ..before };
    scene.app.store.edit_course(grant, after, Vec::new()).await.unwrap();
    scene.change(&scene.admin, &course, &learner, "reopen").await.expect(200);
    let seen = scene.get(&Person::visitor(), &address(&id)).await.expect(200).json();
    assert_eq!(seen["course"], "Rust for the curious");
    // Completed once more, it is the same certificate.
    let done = format!("{}/done", lesson(&course, nth_lesson(&course, 0)));
    scene.post(&learner, &done).await.expect(200);
    assert_eq!(certificate_of(&scene, &learner).await, json!(id));
}

#[tokio::test]
async fn who_is_shut_out_has_none_until_they_are_back() {
    let scene = Scene::new().await;
    let (course, learner, id) = certified(&scene).await;
    scene.change(&scene.admin, &course, &learner, "suspend").await.expect(200);
    scene.get(&Person::visitor(), &address(&id)).await.expect(404);
    assert!(certificate_of(&scene, &learner).await.is_null());
    scene.change(&scene.admin, &course, &learner, "reinstate").await.expect(200);
    scene.get(&Person::visitor(), &address(&id)).await.expect(200);
}

#[tokio::test]
async fn who_is_removed_has_none_and_earns_another_one() {
    let scene = Scene::new().await;
    let (course, learner, id) = certified(&scene).await;
    scene.remove(&scene.admin, &course, &learner).await.expect(204);
    scene.get(&Person::visitor(), &address(&id)).await.expect(404);
    scene.post(&learner, &format!("{}/enroll", own(&course))).await.expect(201);
    scene.get(&Person::visitor(), &address(&id)).await.expect(404);
    let done = format!("{}/done", lesson(&course, nth_lesson(&course, 0)));
    let again = scene.post(&learner, &done).await.expect(200).json();
    assert_ne!(again["certificate"], json!(id));
    scene.get(&Person::visitor(), &address(&id)).await.expect(404);
}

#[tokio::test]
async fn a_withdrawn_account_has_none() {
    let scene = Scene::new().await;
    let (_, learner, id) = certified(&scene).await;
    let switch = async |event| {
        let grant = scene.app.authorize_as::<act::SetAccountStatus>(&scene.admin.principal, learner.id).await.unwrap();
        let after = grant.target().account.clone().after(event, scene.app.clock.now()).unwrap();
        scene.app.store.set_account_status(grant, after).await.unwrap();
    };
    switch(StatusEvent::Deactivate).await;
    scene.get(&Person::visitor(), &address(&id)).await.expect(404);
    switch(StatusEvent::Reactivate).await;
    scene.get(&Person::visitor(), &address(&id)).await.expect(200);
    let grant = scene.app.authorize_as::<act::DeleteAccount>(&scene.admin.principal, learner.id).await.unwrap();
    scene.app.store.delete_account(grant).await.unwrap();
    scene.get(&Person::visitor(), &address(&id)).await.expect(404);
}
