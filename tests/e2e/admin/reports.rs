//! Reports through HTTP: who came into courses and who completed them, counted once each, kept when they leave, and told to
//! those who run reports on the platform, without a name.

use domain::Clock;
use serde_json::json;

use super::scene::{Answer, Person, Scene};

impl Scene {
    /// The month that the platform's clock shows.
    fn month(&self) -> String {
        self.world.clock.now().strftime("%Y-%m").to_string()
    }

    /// A course that people can come into; its id.
    async fn open_course(&self, audience: &str, partner: Option<&str>, title: &str) -> String {
        let course = self.course(audience, partner, title).await;
        self.post(&self.owner, &format!("/api/admin/courses/{course}/publish"), json!({})).await.expect(200);
        course
    }

    async fn report(&self, who: &Person, report: &str, more: &str) -> Answer {
        self.get(who, &format!("/api/admin/reports/{report}?month={}{more}", self.month())).await
    }

    async fn enroll(&self, course: &str, account: impl std::fmt::Display) -> Answer {
        let body = json!({ "account": account.to_string() });
        self.post(&self.owner, &format!("/api/courses/{course}/enrollments"), body).await
    }

    async fn transition(&self, course: &str, account: impl std::fmt::Display, way: &str) -> Answer {
        self.post(&self.owner, &format!("/api/courses/{course}/enrollments/{account}/{way}"), json!({})).await
    }
}

#[tokio::test]
async fn whoever_comes_in_and_whoever_completes_is_counted_once_and_stays_counted() {
    let scene = Scene::new().await;
    let course = scene.open_course("internal", None, "Knots").await;
    scene.patch(&scene.owner, &format!("/api/admin/courses/{course}"), json!({ "seats": 1 })).await.expect(200);
    let (ada, bob) = (
        scene.account("learner", "internal", None, "Ada").await,
        scene.account("learner", "internal", None, "Bob").await,
    );
    scene.enroll(&course, &ada).await.expect(201);
    scene.enroll(&course, &bob).await.expect(201);
    let counted = async |report| scene.report(&scene.owner, report, "").await.expect(200).each("course_title");
    assert_eq!(counted("enrollments").await, ["Knots"], "who waits for a seat is not in");
    scene.transition(&course, &ada, "suspend").await.expect(200);
    scene.transition(&course, &ada, "reinstate").await;
    scene.patch(&scene.owner, &format!("/api/admin/courses/{course}"), json!({ "seats": 5 })).await.expect(200);
    assert_eq!(counted("enrollments").await, ["Knots", "Knots"]);
    assert_eq!(counted("completions").await, Vec::<String>::new());
    for _ in 0..2 {
        scene.transition(&course, &bob, "complete").await.expect(200);
        scene.transition(&course, &bob, "reopen").await.expect(200);
    }
    assert_eq!(counted("completions").await, ["Knots"]);
    scene.patch(&scene.owner, &format!("/api/admin/courses/{course}"), json!({ "title": "Ropes" })).await.expect(200);
    scene.delete(&scene.owner, &format!("/api/courses/{course}/enrollments/{bob}")).await.expect(204);
    scene.delete(&scene.owner, &format!("/api/admin/accounts/{ada}")).await.expect(204);
    assert_eq!((counted("enrollments").await.len(), counted("completions").await), (2, vec!["Knots".to_owned()]));
    let told = scene.report(&scene.owner, "completions", "").await;
    assert!(!told.text.contains(&bob), "{}", told.text);
    let first = scene.report(&scene.owner, "enrollments", "&limit=1").await.expect(200).json();
    let rest = format!("&limit=1&cursor={}", first["next"].as_str().unwrap());
    assert_eq!(scene.report(&scene.owner, "enrollments", &rest).await.expect(200).each("course_title"), ["Knots"]);
    let other = scene.get(&scene.owner, "/api/admin/reports/enrollments?month=2026-01").await.expect(200);
    assert_eq!(other.json()["items"], json!([]));
}

#[tokio::test]
async fn whoever_leaves_and_comes_again_is_the_same_person() {
    let mut scene = Scene::new().await;
    let course = scene.open_course("internal", None, "Knots").await;
    let ada = scene.account("learner", "internal", None, "Ada").await;
    let mut months = Vec::new();
    for _ in 0..2 {
        months.push(scene.month());
        scene.enroll(&course, &ada).await.expect(201);
        scene.transition(&course, &ada, "complete").await.expect(200);
        scene.delete(&scene.owner, &format!("/api/courses/{course}/enrollments/{ada}")).await.expect(204);
        // What happens again in another month is no news either.
        scene.world.forward(jiff::SignedDuration::from_hours(24 * 40));
        scene.owner_again().await;
    }
    for report in ["enrollments", "completions"] {
        let mut counted = Vec::new();
        for month in &months {
            let path = format!("/api/admin/reports/{report}?month={month}");
            counted.push(scene.get(&scene.owner, &path).await.expect(200).each("course_title").len());
        }
        assert_eq!(counted, [1, 0], "{report}");
    }
}

#[tokio::test]
async fn a_bought_course_is_counted_on_the_main_platform() {
    let scene = Scene::new().await;
    let course = scene.world.course_with_lessons(true).await;
    scene.world.learner(&course.id.to_string(), "lena@example.org").await;
    let told = scene.report(&scene.owner, "enrollments", "").await.expect(200);
    assert_eq!(told.each("course"), [course.id.to_string()]);
}

#[tokio::test]
async fn reports_are_told_to_those_who_run_them_on_that_platform() {
    let scene = Scene::new().await;
    let (north, south) = (scene.partner("North").await, scene.partner("South").await);
    let course = scene.open_course("partner", Some(&north), "Sails").await;
    let nina = scene.account("learner", "partner", Some(&north), "Nina").await;
    scene.enroll(&course, &nina).await.expect(201);
    let of = |partner: &str| format!("&organization={partner}");
    let nils = scene.person("administrator", "partner", Some(&north), "Nils").await;
    for who in [&scene.owner, &nils] {
        assert_eq!(scene.report(who, "enrollments", &of(&north)).await.expect(200).each("course_title"), ["Sails"]);
    }
    assert_eq!(scene.report(&scene.owner, "enrollments", "").await.expect(200).json()["items"], json!([]));
    scene.report(&nils, "enrollments", &of(&south)).await.expect(404);
    scene.report(&nils, "enrollments", "").await.expect(404);
    let lea = scene.person("learner", "internal", None, "Lea").await;
    scene.report(&lea, "enrollments", "").await.expect(403);
    scene.report(&scene.visitor(), "enrollments", "").await.expect(401);
    scene.report(&scene.owner, "visitors", "").await.expect(404);
    for wrong in ["2026", "2026-13", "november"] {
        let refused =
            scene.get(&scene.owner, &format!("/api/admin/reports/enrollments?month={wrong}")).await.expect(422);
        assert_eq!(refused.fields(), ["month"]);
    }
    assert_eq!(scene.report(&scene.owner, "enrollments", &of("nobody")).await.expect(422).fields(), ["organization"]);
}
