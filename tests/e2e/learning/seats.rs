//! Seats: never one more than there are, and one that is given back goes to the next in line.

use std::sync::Arc;

use authorization::act;
use domain::{Course, SeatLimit};
use store::StoreError;
use tokio::task::JoinSet;

use super::answer::{Person, own};
use super::scene::{Scene, Wanted};

async fn with_seats(scene: &Scene, seats: u32) -> Course {
    scene.course(Wanted { seats: SeatLimit::Seats(seats), ..Wanted::default() }).await
}

/// People who enroll one after the other, with where each of them stands then.
async fn enrolled_in_turn<const N: usize>(scene: &Scene, course: &Course, expected: [&str; N]) -> [Person; N] {
    let mut people = Vec::new();
    for expected in expected {
        let person = scene.learner().await;
        let answer = scene.post(&person, &format!("{}/enroll", own(course))).await.expect(201);
        assert_eq!(answer.state(), expected);
        people.push(person);
    }
    people.try_into().unwrap()
}

async fn states<const N: usize>(scene: &Scene, course: &Course, people: [&Person; N]) -> [String; N] {
    let mut states = Vec::new();
    for person in people {
        states.push(scene.enrollment(&scene.admin, course, person).await.state());
    }
    states.try_into().unwrap()
}

/// Proves: P14, P19
#[tokio::test(flavor = "multi_thread")]
async fn the_last_seat_goes_to_one() {
    let scene = Arc::new(Scene::new().await);
    let course = with_seats(&scene, 1).await;
    let mut people = Vec::new();
    for _ in 0..20 {
        people.push(scene.learner().await);
    }
    let mut asking = JoinSet::new();
    for person in people {
        let (scene, path) = (scene.clone(), format!("{}/enroll", own(&course)));
        asking.spawn(async move { scene.post(&person, &path).await.expect(201).state() });
    }
    let mut states = asking.join_all().await;
    states.sort_unstable();
    let mut expected = vec!["waiting"; 20];
    expected[0] = "enrolled";
    assert_eq!(states, expected);
}

#[tokio::test]
async fn a_seat_given_back_goes_to_the_next_in_line() {
    let scene = Scene::new().await;
    let course = with_seats(&scene, 1).await;
    let [first, second, third, fourth] =
        enrolled_in_turn(&scene, &course, ["enrolled", "waiting", "waiting", "waiting"]).await;
    scene.remove(&scene.admin, &course, &first).await.expect(204);
    assert_eq!(states(&scene, &course, [&second, &third, &fourth]).await, ["enrolled", "waiting", "waiting"]);
    scene.change(&scene.admin, &course, &second, "suspend").await.expect(200);
    assert_eq!(states(&scene, &course, [&second, &third, &fourth]).await, ["suspended", "enrolled", "waiting"]);
    // Who is put back in line has been there longest, and still does not take the seat that was just given up.
    assert_eq!(scene.change(&scene.admin, &course, &third, "queue").await.expect(200).state(), "waiting");
    assert_eq!(states(&scene, &course, [&second, &third, &fourth]).await, ["suspended", "waiting", "enrolled"]);
    let full = scene.change(&scene.admin, &course, &second, "reinstate").await.expect(409);
    assert!(full.text.contains("no seat is free"), "{}", full.text);
    assert_eq!(scene.change(&scene.admin, &course, &second, "queue").await.expect(200).state(), "waiting");
    scene.change(&scene.admin, &course, &third, "promote").await.expect(409);
}

/// Proves: P19
#[tokio::test]
async fn two_seats_given_back_at_once_are_both_passed_on() {
    let scene = Scene::new().await;
    let course = with_seats(&scene, 2).await;
    let [a, b, c, d, e] =
        enrolled_in_turn(&scene, &course, ["enrolled", "enrolled", "waiting", "waiting", "waiting"]).await;
    let (one, two) =
        tokio::join!(scene.remove(&scene.admin, &course, &a), scene.change(&scene.admin, &course, &b, "suspend"));
    one.expect(204);
    two.expect(200);
    assert_eq!(states(&scene, &course, [&c, &d, &e]).await, ["enrolled", "enrolled", "waiting"]);
}

#[tokio::test]
async fn staff_enrolls_into_the_line_and_may_overbook() {
    let scene = Scene::new().await;
    let course = with_seats(&scene, 1).await;
    let (seated, late) = (scene.learner().await, scene.learner().await);
    assert_eq!(scene.enroll(&scene.admin, &course, &seated).await.expect(201).state(), "enrolled");
    assert_eq!(scene.enroll(&scene.admin, &course, &late).await.expect(201).state(), "waiting");
    assert_eq!(scene.change(&scene.admin, &course, &late, "overbook").await.expect(200).state(), "overbooked");
    scene.remove(&scene.admin, &course, &seated).await.expect(204);
    assert_eq!(states(&scene, &course, [&late]).await, ["enrolled"]);
}

#[tokio::test]
async fn completing_keeps_the_seat_and_the_line_stays() {
    let scene = Scene::new().await;
    let course = with_seats(&scene, 1).await;
    let [done, waiting] = enrolled_in_turn(&scene, &course, ["enrolled", "waiting"]).await;
    scene.change(&scene.admin, &course, &done, "complete").await.expect(200);
    assert_eq!(states(&scene, &course, [&done, &waiting]).await, ["completed", "waiting"]);
}

#[tokio::test]
async fn a_limit_that_is_lowered_meanwhile_is_not_overtaken() {
    let scene = Scene::new().await;
    let course = with_seats(&scene, 2).await;
    let [_seated] = enrolled_in_turn(&scene, &course, ["enrolled"]).await;
    let (app, late) = (&scene.app, scene.learner().await);
    // Both look while two seats are offered; then one of the two is withdrawn.
    let enroll = app.authorize_as::<act::EnrollAccount>(&scene.admin.principal, (course.id, late.id)).await.unwrap();
    let edit = app.authorize_as::<act::EditCourse>(&scene.admin.principal, course.id).await.unwrap();
    let lowered = Course { seats: SeatLimit::Seats(1), ..course.clone() };
    app.store.edit_course(edit, lowered, Vec::new()).await.unwrap();
    let overtaken = app.store.enroll_account(enroll, None).await;
    assert!(matches!(overtaken, Err(StoreError::Conflict(_))), "{overtaken:?}");
    // Looked at once more, there is a line.
    assert_eq!(scene.enroll(&scene.admin, &course, &late).await.expect(201).state(), "waiting");
}

#[tokio::test]
async fn the_line_moves_by_the_present_limit() {
    let scene = Scene::new().await;
    let before = with_seats(&scene, 1).await;
    let [first, second, third] = enrolled_in_turn(&scene, &before, ["enrolled", "waiting", "waiting"]).await;
    let edit = scene.app.authorize_as::<act::EditCourse>(&scene.admin.principal, before.id).await.unwrap();
    let raised = Course { seats: SeatLimit::Seats(2), ..before.clone() };
    scene.app.store.edit_course(edit, raised, Vec::new()).await.unwrap();
    assert_eq!(states(&scene, &before, [&first, &second, &third]).await, ["enrolled", "enrolled", "waiting"]);
    scene.change(&scene.admin, &before, &first, "suspend").await.expect(200);
    assert_eq!(states(&scene, &before, [&third]).await, ["enrolled"]);
    scene.change(&scene.admin, &before, &second, "suspend").await.expect(200);
    let [fourth] = enrolled_in_turn(&scene, &before, ["enrolled"]).await;
    scene.change(&scene.admin, &before, &fourth, "queue").await.expect(200);
    // Whoever moves it on looked while there was one seat only.
    let next = scene.app.store.promote_next(&before, None).await.unwrap();
    assert_eq!(next.map(|next| next.account), Some(fourth.id));
}
