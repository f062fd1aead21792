//! The text of a lesson has one door, and it opens to whoever is enrolled with the lessons open.

use domain::{AccountKind, Audience, Course, SelfEnrollment};
use http::Method;
use serde_json::Value;

use super::answer::{Person, lesson, nth_lesson, own};
use super::public_learners::public;
use super::scene::{SECRET, Scene, Wanted};

/// Every address of the platform's description, with these ids in its holes; and the pages of the course.
fn addresses(scene: &Scene, course: &Course, whom: &Person) -> Vec<String> {
    let description: Value = serde_json::from_str(&scene.world.platform.description).unwrap();
    let paths = description["paths"].as_object().unwrap().keys();
    let lesson = nth_lesson(course, 0).to_string();
    let filled = paths.map(|path| {
        let path = path.replace("{course}", &course.id.to_string()).replace("{lesson}", &lesson);
        path.replace("{account}", &whom.id.to_string()).replace("{transition}", "suspend")
    });
    filled.chain([format!("/courses/{}/", course.slug), format!("/learn/{}/{lesson}", course.id)]).collect()
}

/// The addresses at which the text of the lesson was found.
async fn open_doors(scene: &Scene, who: &Person, course: &Course, whom: &Person) -> Vec<String> {
    let mut open = Vec::new();
    for path in addresses(scene, course, whom) {
        for (method, body) in [(Method::GET, None), (Method::PUT, Some("{}"))] {
            if scene.send(who, method.clone(), &path, body).await.text.contains(SECRET) {
                open.push(format!("{method} {path}"));
            }
        }
    }
    // The writes of learning; whom they move does not matter any more.
    for path in [format!("{}/start", own(course)), format!("{}/done", lesson(course, nth_lesson(course, 0)))] {
        if scene.post(who, &path).await.text.contains(SECRET) {
            open.push(format!("POST {path}"));
        }
    }
    open
}

/// Proves: P20
#[tokio::test]
async fn no_other_door_leads_to_a_lesson() {
    let scene = Scene::new().await;
    let partner = scene.partner("north").await;
    let wanted = Wanted { self_enrollment: SelfEnrollment::Closed, ..Wanted::default() };
    let course = scene.course(wanted).await;
    let (enrolled, outsider) = (scene.learner().await, scene.learner().await);
    scene.enroll(&scene.admin, &course, &enrolled).await.expect(201);
    let strangers = [
        Person::visitor(),
        outsider,
        scene.person(AccountKind::PartnerLearner(partner)).await,
        scene.person(AccountKind::PartnerAdministrator(partner)).await,
    ];
    for stranger in &strangers {
        assert_eq!(open_doors(&scene, stranger, &course, &enrolled).await, [""; 0]);
    }
    let door = format!("GET {}", lesson(&course, nth_lesson(&course, 0)));
    assert_eq!(open_doors(&scene, &enrolled, &course, &enrolled).await, [door]);
}

/// What visitors see of a public course is its outline.
/// Proves: P20
#[tokio::test]
async fn the_public_site_shows_no_lesson() {
    let scene = Scene::new().await;
    let course = scene.course(public()).await;
    scene.world.catch_up().await;
    let page = scene.get(&Person::visitor(), &format!("/courses/{}/", course.slug)).await.expect(200);
    assert!(page.text.contains("Lesson 1"), "the outline is on the page");
    assert_eq!(open_doors(&scene, &Person::visitor(), &course, &Person::visitor()).await, [""; 0]);
}

#[tokio::test]
async fn an_enrollment_that_does_not_open_lessons_opens_none() {
    let scene = Scene::new().await;
    let course = scene.course(Wanted { self_enrollment: SelfEnrollment::OnRequest, ..Wanted::default() }).await;
    let learner = scene.learner().await;
    scene.post(&learner, &format!("{}/enroll", own(&course))).await.expect(201);
    let first = lesson(&course, nth_lesson(&course, 0));
    scene.get(&learner, &first).await.expect(403);
    for (transition, status) in
        [("queue", 403), ("overbook", 403), ("promote", 200), ("suspend", 403), ("reinstate", 200), ("complete", 200)]
    {
        scene.change(&scene.admin, &course, &learner, transition).await.expect(200);
        assert_eq!(scene.get(&learner, &first).await.status, status, "{transition}");
    }
}

/// Proves: F39
#[tokio::test]
async fn a_lesson_is_read_in_its_own_course_only_and_without_anything_live() {
    let scene = Scene::new().await;
    let course = scene.course(Wanted { lessons: 3, ..Wanted::default() }).await;
    let other = scene.course(Wanted::default()).await;
    let learner = scene.learner().await;
    scene.enroll(&scene.admin, &course, &learner).await.expect(201);
    scene.get(&learner, &lesson(&course, nth_lesson(&other, 0))).await.expect(404);
    scene.get(&learner, &lesson(&other, nth_lesson(&course, 0))).await.expect(404);
    scene.get(&learner, &lesson(&other, nth_lesson(&other, 0))).await.expect(403);
    let page = scene.get(&learner, &lesson(&course, nth_lesson(&course, 1))).await.expect(200);
    assert!(page.text.contains(SECRET) && !page.text.contains("<script"), "{}", page.text);
    let page = page.json();
    assert_eq!(page["previous"], nth_lesson(&course, 0).to_string());
    assert_eq!(page["next"], nth_lesson(&course, 2).to_string());
    assert_eq!((page["language"].as_str(), page["direction"].as_str()), (Some("pt-BR"), Some("ltr")));
    assert_eq!((page["course_title"].as_str(), page["done"].as_bool()), (Some(course.title.as_str()), Some(false)));
    let first = scene.get(&learner, &lesson(&course, nth_lesson(&course, 0))).await.expect(200).json();
    let last = scene.get(&learner, &lesson(&course, nth_lesson(&course, 2))).await.expect(200).json();
    assert_eq!((&first["previous"], &last["next"]), (&Value::Null, &Value::Null));
}

/// The outline decides what a lesson of the course is; a record that it no longer names is nobody's.
#[tokio::test]
async fn a_lesson_taken_out_of_the_outline_is_gone() {
    let scene = Scene::new().await;
    let (course, learner) = (scene.course(Wanted::default()).await, scene.learner().await);
    scene.enroll(&scene.admin, &course, &learner).await.expect(201);
    let gone = nth_lesson(&course, 0);
    scene.post(&learner, &format!("{}/done", lesson(&course, gone))).await.expect(200);
    let grant = scene.app.authorize_as::<authorization::act::EditCourse>(&scene.admin.principal, course.id).await;
    let mut shorter = course.clone();
    shorter.outline[0].lessons.remove(0);
    scene.app.store.edit_course(grant.unwrap(), shorter, Vec::new()).await.unwrap();
    scene.get(&learner, &lesson(&course, gone)).await.expect(404);
    scene.post(&learner, &format!("{}/done", lesson(&course, gone))).await.expect(404);
    let listed = scene.get(&learner, "/api/my/courses").await.expect(200).json();
    let count = (&listed["courses"][0]["lessons"], &listed["courses"][0]["lessons_done"]);
    assert_eq!((count.0.as_u64(), count.1.as_u64()), (Some(1), Some(0)));
}

/// Those who run a course read its lessons to check them, within their own platform.
#[tokio::test]
async fn staff_reads_the_lessons_of_its_own_platform() {
    let scene = Scene::new().await;
    let (north, south) = (scene.partner("north").await, scene.partner("south").await);
    let course = scene.course(Wanted { audience: Audience::Partner(north), ..Wanted::default() }).await;
    let first = lesson(&course, nth_lesson(&course, 0));
    scene.get(&scene.admin, &first).await.expect(200);
    scene.get(&scene.person(AccountKind::PartnerAdministrator(north)).await, &first).await.expect(200);
    scene.get(&scene.person(AccountKind::PartnerAdministrator(south)).await, &first).await.expect(404);
}

#[tokio::test]
async fn links_between_lessons_lead_to_their_pages() {
    let scene = Scene::new().await;
    let course = scene.course(Wanted::default()).await;
    let learner = scene.learner().await;
    scene.enroll(&scene.admin, &course, &learner).await.expect(201);
    let page = scene.get(&learner, &lesson(&course, nth_lesson(&course, 0))).await.expect(200);
    let html = page.json()["html"].as_str().unwrap().to_owned();
    let second = format!("/learn/lesson/?course={}&amp;lesson={}#text-part", course.id, nth_lesson(&course, 1));
    assert!(html.contains(&format!("<a href=\"{second}\">on</a>")), "{html}");
    assert!(html.contains("<a>out</a>"), "nothing lies outside of the course: {html}");
}
