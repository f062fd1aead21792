//! Each kind of learner reaches the courses made for it and no other: S000-20 to -22, -26 to -32.

use domain::{AccountKind, Audience};

use super::answer::{Answer, Person, lesson, nth_lesson, own};
use super::public_learners::public;
use super::scene::{Scene, Wanted};

#[tokio::test]
async fn learners_reach_exactly_their_audience() {
    let scene = Scene::new().await;
    let (north, south) = (scene.partner("north").await, scene.partner("south").await);
    let mut courses = Vec::new();
    for audience in [Audience::Internal, Audience::Partner(north), Audience::Partner(south), Audience::Public] {
        courses.push((audience, scene.course(Wanted { audience, ..Wanted::default() }).await));
    }
    let bought = scene.course(public()).await;
    let people = [
        (Audience::Internal, scene.learner().await),
        (Audience::Partner(north), scene.person(AccountKind::PartnerLearner(north)).await),
        (Audience::Partner(south), scene.person(AccountKind::PartnerLearner(south)).await),
        (Audience::Public, scene.buyer(&bought).await),
    ];
    for (of, person) in &people {
        for (audience, course) in &courses {
            // Public learners enroll themselves nowhere: that is refused before any course is looked at. Buying is
            // what opens a public course; that it exists is no secret.
            let (seen, enrolled) = match (of == audience, of) {
                (false, Audience::Public) => (404, 403),
                (false, _) => (404, 404),
                (true, Audience::Public) => (403, 403),
                (true, _) => (200, 201),
            };
            let case = |answer: Answer, expected| assert_eq!(answer.status, expected, "{of:?} {audience:?}");
            let first = lesson(course, nth_lesson(course, 0));
            case(scene.get(person, &own(course)).await, seen);
            case(scene.get(person, &first).await, if seen == 200 { 403 } else { seen });
            case(scene.post(person, &format!("{first}/done")).await, if seen == 200 { 403 } else { seen });
            case(scene.post(person, &format!("{}/enroll", own(course))).await, enrolled);
            case(scene.get(person, &first).await, seen);
        }
    }
}

/// What cannot be opened cannot be given either: staff enrolls accounts of the course's own audience only.
#[tokio::test]
async fn staff_enrolls_across_no_border() {
    let scene = Scene::new().await;
    let (north, south) = (scene.partner("north").await, scene.partner("south").await);
    let of_north = scene.course(Wanted { audience: Audience::Partner(north), ..Wanted::default() }).await;
    let internal = scene.course(Wanted::default()).await;
    let stranger = scene.person(AccountKind::PartnerLearner(south)).await;
    let refused = scene.enroll(&scene.admin, &of_north, &stranger).await.expect(403);
    assert_eq!(refused.code(), "guard.account_of_other_audience");
    scene.enroll(&scene.admin, &internal, &stranger).await.expect(403);
    scene.enroll(&scene.admin, &of_north, &scene.learner().await).await.expect(403);
}

#[tokio::test]
async fn visitors_are_asked_to_sign_in() {
    let scene = Scene::new().await;
    let (course, visitor) = (scene.course(Wanted::default()).await, Person::visitor());
    let first = lesson(&course, nth_lesson(&course, 0));
    scene.get(&visitor, "/api/my/courses").await.expect(401);
    scene.get(&visitor, &own(&course)).await.expect(401);
    scene.get(&visitor, &first).await.expect(401);
    scene.post(&visitor, &format!("{first}/done")).await.expect(401);
    scene.post(&visitor, &format!("{}/enroll", own(&course))).await.expect(401);
    scene.enroll(&visitor, &course, &scene.admin).await.expect(401);
}
