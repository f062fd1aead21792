//! Dated runs of a course: each has its own seats and its own line, and everybody is in one of them.

use std::sync::Arc;

use domain::{Course, SeatLimit, Term};
use http::Method;
use jiff::SignedDuration;
use serde_json::{Value, json};
use tokio::task::JoinSet;

use super::answer::{Answer, Person, enrollment, own};
use super::scene::{Scene, Wanted};

/// A run that begins in so many days and lasts one.
pub fn run_in(scene: &Scene, days: i64, seats: Option<u32>) -> Term {
    let day = SignedDuration::from_hours(24);
    let starts_at = scene.app.clock.now() + day * i32::try_from(days).unwrap();
    Term { seats, ..Term::dated(starts_at, Some(starts_at + day), None) }
}

/// A course with runs of so many seats.
pub async fn with_runs(scene: &Scene, seats: &[Option<u32>]) -> Course {
    let terms = seats.iter().zip(10..).map(|(seats, day)| run_in(scene, day, *seats)).collect();
    scene.course(Wanted { terms, ..Wanted::default() }).await
}

impl Scene {
    /// Asks to come into a run of a course.
    pub async fn enroll_in(&self, who: &Person, course: &Course, run: usize) -> Answer {
        let form = json!({ "term": course.terms[run].id }).to_string();
        self.send(who, Method::POST, &format!("{}/enroll", own(course)), Some(&form)).await
    }

    /// Somebody new in a run of a course, or in its line.
    pub async fn newcomer_in(&self, course: &Course, run: usize, expected: &str) -> Person {
        let person = self.learner().await;
        assert_eq!(self.enroll_in(&person, course, run).await.expect(201).state(), expected);
        person
    }

    /// Moves somebody to another run, or to none.
    pub async fn relocate(&self, course: &Course, whom: &Person, run: Option<usize>) -> Answer {
        let form = json!({ "term": run.map(|run| course.terms[run].id) }).to_string();
        self.send(&self.admin, Method::PATCH, &enrollment(course, whom), Some(&form)).await
    }

    /// Where somebody stands, as staff sees it: the state, and the run by its place in the course.
    pub async fn standing(&self, course: &Course, whom: &Person) -> String {
        let line = self.enrollment(&self.admin, course, whom).await.expect(200).json();
        let run = course.terms.iter().position(|term| line["term"]["id"] == json!(term.id));
        let run = run
            .map_or_else(|| line["term"]["id"].as_str().map_or("none", |_| "gone").to_owned(), |run| run.to_string());
        format!("{} {run}", line["state"].as_str().unwrap())
    }

    /// Changes a course as its editor does.
    pub async fn edit(&self, course: &Course, change: &Value) -> Answer {
        let path = format!("/api/admin/courses/{}", course.id);
        self.send(&self.admin, Method::PATCH, &path, Some(&change.to_string())).await
    }
}

/// Proves: P14, P19
#[tokio::test(flavor = "multi_thread")]
async fn the_last_seat_of_a_run_goes_to_one_and_another_run_has_its_own() {
    let scene = Arc::new(Scene::new().await);
    let course = with_runs(&scene, &[Some(1), Some(1)]).await;
    let mut asking = JoinSet::new();
    for _ in 0..12 {
        let (scene, course, person) = (scene.clone(), course.clone(), scene.learner().await);
        asking.spawn(async move { scene.enroll_in(&person, &course, 0).await.expect(201).state() });
    }
    let mut states = asking.join_all().await;
    states.sort_unstable();
    let mut expected = vec!["waiting"; 12];
    expected[0] = "enrolled";
    assert_eq!(states, expected);
    scene.newcomer_in(&course, 1, "enrolled").await;
    scene.newcomer_in(&course, 1, "waiting").await;
}

#[tokio::test]
async fn a_run_is_named_where_there_are_several_and_never_one_that_is_over() {
    let scene = Scene::new().await;
    let several = with_runs(&scene, &[None, None]).await;
    let person = scene.learner().await;
    let enroll = async |course: &Course, form: Value| {
        scene.send(&person, Method::POST, &format!("{}/enroll", own(course)), Some(&form.to_string())).await
    };
    let refused = |answer: Answer| answer.expect(422).json()["fields"][0].to_string();
    assert!(refused(enroll(&several, json!({})).await).contains("several dates"));
    let elsewhere = with_runs(&scene, &[None]).await;
    let foreign = enroll(&several, json!({ "term": elsewhere.terms[0].id })).await;
    assert!(refused(foreign).contains("no date of this course"));
    // The only one that is left is meant.
    let (past, coming) = (run_in(&scene, -9, None), run_in(&scene, 9, None));
    let one_left = scene.course(Wanted { terms: vec![past.clone(), coming.clone()], ..Wanted::default() }).await;
    assert!(refused(enroll(&one_left, json!({ "term": past.id })).await).contains("is over"));
    let page = enroll(&one_left, json!({})).await.expect(201).json();
    assert_eq!(page["term"]["id"], json!(coming.id));
    let over = scene.course(Wanted { terms: vec![past.clone()], ..Wanted::default() }).await;
    assert!(refused(enroll(&over, json!({})).await).contains("every date of this course is over"));
    // Staff writes down what was.
    let form = json!({ "account": person.id, "term": past.id }).to_string();
    let path = format!("/api/courses/{}/enrollments", over.id);
    scene.send(&scene.admin, Method::POST, &path, Some(&form)).await.expect(201);
    assert_eq!(scene.standing(&over, &person).await, "enrolled 0");
}

#[tokio::test]
async fn each_run_has_its_line_and_is_offered_with_the_seats_that_are_left() {
    let scene = Scene::new().await;
    let course = with_runs(&scene, &[Some(1), Some(2)]).await;
    let first = scene.newcomer_in(&course, 0, "enrolled").await;
    let second = scene.newcomer_in(&course, 0, "waiting").await;
    let third = scene.newcomer_in(&course, 0, "waiting").await;
    scene.newcomer_in(&course, 1, "enrolled").await;
    let catalog = scene.get(&scene.admin, "/api/my/catalog").await.expect(200).json();
    let offered = catalog["courses"].as_array().unwrap().iter().find(|one| one["course"]["id"] == json!(course.id));
    let left: Vec<&Value> =
        offered.unwrap()["terms"].as_array().unwrap().iter().map(|run| &run["seats_left"]).collect();
    assert_eq!(left, [&json!(0), &json!(1)]);
    let full = scene.newcomer_in(&course, 1, "enrolled").await;
    let late = scene.newcomer_in(&course, 1, "waiting").await;
    scene.remove(&scene.admin, &course, &first).await.expect(204);
    assert_eq!(scene.standing(&course, &second).await, "enrolled 0");
    assert_eq!(scene.standing(&course, &third).await, "waiting 0");
    assert_eq!(scene.standing(&course, &late).await, "waiting 1");
    // Deleting an account gives its seat to the line of its run.
    let path = format!("/api/admin/accounts/{}", full.id);
    scene.send(&scene.admin, Method::DELETE, &path, None).await.expect(204);
    assert_eq!(scene.standing(&course, &late).await, "enrolled 1");
    assert_eq!(scene.standing(&course, &third).await, "waiting 0");
    let own = scene.get(&late, "/api/my/courses").await.expect(200).json();
    assert_eq!(own["courses"][0]["term"]["id"], json!(course.terms[1].id));
}

/// Proves: P19
#[tokio::test]
async fn more_seats_move_the_line_of_their_run_alone() {
    let scene = Scene::new().await;
    // The third run says nothing of its own: it takes as many as the course says.
    let course = with_runs(&scene, &[Some(1), Some(1), None]).await;
    let course = Course { seats: SeatLimit::Seats(1), ..course };
    scene.edit(&course, &json!({ "seats": 1 })).await.expect(200);
    let mut waiting = Vec::new();
    for run in 0..3 {
        scene.newcomer_in(&course, run, "enrolled").await;
        waiting
            .push([scene.newcomer_in(&course, run, "waiting").await, scene.newcomer_in(&course, run, "waiting").await]);
    }
    let standings = async || {
        let mut standings = Vec::new();
        for person in waiting.iter().flatten() {
            standings.push(scene.standing(&course, person).await.replace("enrolled", "in").replace("waiting", "out"));
        }
        standings.join(", ")
    };
    let mut terms = scene.edit(&course, &json!({})).await.expect(200).json()["terms"].clone();
    terms[0]["seats"] = json!(2);
    scene.edit(&course, &json!({ "terms": terms })).await.expect(200);
    assert_eq!(standings().await, "in 0, out 0, out 1, out 1, out 2, out 2");
    scene.edit(&course, &json!({ "seats": 2 })).await.expect(200);
    assert_eq!(standings().await, "in 0, out 0, out 1, out 1, in 2, out 2");
    terms[1]["seats"] = json!(7);
    scene.edit(&course, &json!({ "seats": null, "terms": terms })).await.expect(200);
    assert_eq!(standings().await, "in 0, out 0, in 1, in 1, in 2, in 2");
}

#[tokio::test]
async fn whoever_moves_to_another_run_gives_a_seat_back_and_takes_one() {
    let scene = Scene::new().await;
    let course = with_runs(&scene, &[Some(1), Some(1), None]).await;
    let first = scene.newcomer_in(&course, 0, "enrolled").await;
    let next = scene.newcomer_in(&course, 0, "waiting").await;
    let other = scene.newcomer_in(&course, 1, "enrolled").await;
    let full = scene.relocate(&course, &first, Some(1)).await.expect(409);
    assert!(full.text.contains("no seat is free there"), "{}", full.text);
    assert_eq!(scene.standing(&course, &first).await, "enrolled 0");
    scene.relocate(&course, &other, None).await.expect(200);
    assert_eq!(scene.standing(&course, &other).await, "enrolled none");
    scene.relocate(&course, &first, Some(1)).await.expect(200);
    assert_eq!(scene.standing(&course, &first).await, "enrolled 1");
    assert_eq!(scene.standing(&course, &next).await, "enrolled 0");
    // Whoever waits comes in where a seat is free, and waits on where none is.
    let late = scene.newcomer_in(&course, 0, "waiting").await;
    scene.relocate(&course, &late, Some(1)).await.expect(200);
    assert_eq!(scene.standing(&course, &late).await, "waiting 1");
    assert_eq!(scene.relocate(&course, &late, Some(2)).await.expect(200).state(), "enrolled");
    // Nothing is left of the seats that were given back.
    for (person, run) in [(&first, 1), (&next, 0)] {
        scene.remove(&scene.admin, &course, person).await.expect(204);
        scene.newcomer_in(&course, run, "enrolled").await;
        scene.newcomer_in(&course, run, "waiting").await;
    }
    let nowhere = scene.send(&scene.admin, Method::PATCH, &enrollment(&course, &late), Some("{}")).await.expect(422);
    assert!(nowhere.text.contains("is required"), "{}", nowhere.text);
}

#[tokio::test]
async fn many_are_moved_at_once_each_for_itself() {
    let scene = Scene::new().await;
    let course = with_runs(&scene, &[None, Some(1)]).await;
    let (ada, bob) = (scene.newcomer_in(&course, 0, "enrolled").await, scene.newcomer_in(&course, 0, "enrolled").await);
    let path = format!("/api/courses/{}/enrollments/bulk", course.id);
    let form = |action: &str, run: usize| {
        json!({ "accounts": [ada.id, bob.id], "action": action, "term": course.terms[run].id }).to_string()
    };
    let moved = scene.send(&scene.admin, Method::POST, &path, Some(&form("move", 1))).await.expect(200).json();
    assert_eq!(moved["outcomes"][0]["outcome"], "done");
    assert_eq!(moved["outcomes"][1]["problem"]["code"], "conflict");
    assert_eq!(scene.standing(&course, &ada).await, "enrolled 1");
    assert_eq!(scene.standing(&course, &bob).await, "enrolled 0");
    let again = scene.send(&scene.admin, Method::POST, &path, Some(&form("move", 1))).await.expect(200).json();
    assert_eq!(again["outcomes"][0]["outcome"], "unchanged");
    scene.send(&scene.admin, Method::POST, &path, Some(&form("suspend", 1))).await.expect(422);
    let unsaid = json!({ "accounts": [ada.id], "action": "move" }).to_string();
    scene.send(&scene.admin, Method::POST, &path, Some(&unsaid)).await.expect(422);
}
