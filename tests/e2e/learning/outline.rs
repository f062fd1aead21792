//! The outline of a course says whether its lessons are open to whoever asks, and where they get in otherwise.

use domain::{Publication, SelfEnrollment};
use serde_json::{Value, json};

use super::answer::{Person, lesson, nth_lesson, own};
use super::catalog::opened;
use super::public_learners::public;
use super::scene::{Scene, Wanted};

async fn outline(scene: &Scene, who: &Person, course: &domain::Course) -> Value {
    scene.get(who, &own(course)).await.expect(200).json()
}

#[tokio::test]
async fn it_is_readable_where_its_lessons_are() {
    let scene = Scene::new().await;
    let course = scene.course(Wanted { self_enrollment: SelfEnrollment::OnRequest, ..Wanted::default() }).await;
    let (learner, outsider) = (scene.learner().await, scene.learner().await);
    scene.post(&learner, &format!("{}/enroll", own(&course))).await.expect(201);
    for transition in ["queue", "promote", "suspend", "reinstate", "complete"] {
        scene.change(&scene.admin, &course, &learner, transition).await.expect(200);
        let read = scene.get(&learner, &lesson(&course, nth_lesson(&course, 0))).await.status == 200;
        let page = outline(&scene, &learner, &course).await;
        assert_eq!(page["readable"], read, "{transition}");
        let by_staff = if transition == "suspend" { json!("staff") } else { Value::Null };
        assert_eq!((&page["suspended_by"], &page["way_in"]), (&by_staff, &Value::Null), "{transition}");
    }
    assert_eq!(outline(&scene, &outsider, &course).await["readable"], false);
    // Who runs the platform reads without learning, and has nothing to mark as done.
    assert_eq!(outline(&scene, &scene.admin, &course).await["readable"], true);
    let first = lesson(&course, nth_lesson(&course, 0));
    assert_eq!(scene.get(&scene.admin, &first).await.expect(200).json()["done"], Value::Null);
    assert_eq!(scene.get(&learner, &first).await.expect(200).json()["done"], false);
}

#[tokio::test]
async fn the_way_in_is_named_where_there_is_one() {
    let closed = Scene::new().await;
    let (course, learner) = (closed.course(Wanted::default()).await, closed.learner().await);
    assert_eq!(outline(&closed, &learner, &course).await["way_in"], Value::Null, "the catalog is closed");

    let scene = opened().await;
    let learner = scene.learner().await;
    for (self_enrollment, way) in [
        (SelfEnrollment::Open, json!("own_catalog")),
        (SelfEnrollment::OnRequest, json!("own_catalog")),
        (SelfEnrollment::Closed, Value::Null),
    ] {
        let course = scene.course(Wanted { self_enrollment, ..Wanted::default() }).await;
        assert_eq!(outline(&scene, &learner, &course).await["way_in"], way, "{self_enrollment:?}");
        // Who runs it sees a draft, too, which takes nobody in.
        let draft = scene.course(Wanted { publication: Publication::Draft, ..Wanted::default() }).await;
        assert_eq!(outline(&scene, &scene.admin, &draft).await["way_in"], Value::Null);
    }
    let sold = scene.course(public()).await;
    assert_eq!(outline(&scene, &scene.admin, &sold).await["way_in"], "public_page");
}
