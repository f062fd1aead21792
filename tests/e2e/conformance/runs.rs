//! Dated runs of a course: whoever is enrolled in one has one status there, which staff gives.

use serde_json::json;

use super::scene::{Scene, internal};
use super::shared::Shared;

static STAGE: Shared<Scene> = Shared::new();

#[test]
fn s001_235_an_enrollment_in_a_session_has_one_status_and_staff_gives_it() {
    STAGE.play(async |scene| {
        let (course, learner) = (scene.course("internal").await, scene.person(internal("learner")).await);
        let runs = json!([{ "starts_at": "2199-01-01T09:00:00Z" }, { "starts_at": "2199-02-01T09:00:00Z" }]);
        let path = format!("/api/admin/courses/{}", course.id);
        let dated = scene.owner.patch(&path, json!({ "terms": runs })).await.expect(200);
        let [first, second] = ["/terms/0/id", "/terms/1/id"].map(|at| dated.str(at));
        let all = format!("/api/courses/{}/enrollments", course.id);
        let form = |term: &str| json!({ "account": learner.id, "term": term });
        scene.owner.post(&all, form(&first)).await.expect(201);
        // One enrollment in a course, and so one status in one of its sessions.
        scene.owner.post(&all, form(&second)).await.expect(409);
        let one = format!("{all}/{}", learner.id);
        scene.owner.post(&format!("{one}/suspend"), json!({})).await.expect(200);
        let standing = async || {
            let line = scene.owner.get(&one).await.expect(200);
            (line.str("/state"), line.str("/term/id"))
        };
        assert_eq!(standing().await, ("suspended".to_owned(), first));
        learner.browser.patch(&one, json!({ "term": second })).await.expect(403);
        learner.browser.post(&format!("{one}/reinstate"), json!({})).await.expect(403);
        scene.owner.patch(&one, json!({ "term": second })).await.expect(200);
        assert_eq!(standing().await, ("suspended".to_owned(), second.clone()), "the status goes along");
        scene.owner.post(&format!("{one}/reinstate"), json!({})).await.expect(200);
        assert_eq!(standing().await, ("enrolled".to_owned(), second));
    });
}
