//! Progress: the first lesson begins a course, the last one completes it, and nothing is lost between browsers.

use domain::LessonId;

use super::answer::{lesson, nth_lesson, own};
use super::scene::{Scene, Wanted};

#[tokio::test]
async fn a_course_is_begun_and_completed_by_its_lessons() {
    let scene = Scene::new().await;
    let (course, learner) = (scene.course(Wanted::default()).await, scene.learner().await);
    scene.enroll(&scene.admin, &course, &learner).await.expect(201);
    assert_eq!(scene.get(&learner, &own(&course)).await.expect(200).state(), "enrolled");
    let done = |place| format!("{}/done", lesson(&course, nth_lesson(&course, place)));
    assert_eq!(scene.post(&learner, &done(1)).await.expect(200).state(), "in_progress");
    assert_eq!(scene.post(&learner, &done(1)).await.expect(200).state(), "in_progress");
    let page = scene.post(&learner, &done(0)).await.expect(200);
    assert_eq!(page.state(), "completed");
    assert_eq!(page.text, scene.get(&learner, &own(&course)).await.expect(200).text);
    let seen = scene.enrollment(&scene.admin, &course, &learner).await.expect(200).json();
    assert_eq!((seen["lessons"].as_u64(), seen["lessons_done"].as_u64()), (Some(2), Some(2)));
    assert!(seen["completed_at"].is_string());
}

#[tokio::test]
async fn beginning_and_repeating_write_nothing_twice() {
    let scene = Scene::new().await;
    let (course, learner) = (scene.course(Wanted::default()).await, scene.learner().await);
    scene.enroll(&scene.admin, &course, &learner).await.expect(201);
    let start = format!("{}/start", own(&course));
    for _ in 0..2 {
        assert_eq!(scene.post(&learner, &start).await.expect(200).state(), "in_progress");
    }
    let done = format!("{}/done", lesson(&course, nth_lesson(&course, 0)));
    scene.post(&learner, &done).await.expect(200);
    let before = scene.enrollment(&scene.admin, &course, &learner).await.expect(200).text;
    scene.post(&learner, &done).await.expect(200);
    scene.post(&learner, &start).await.expect(200);
    scene.get(&learner, &lesson(&course, nth_lesson(&course, 1))).await.expect(200);
    // Not even the date of the last change has moved.
    assert_eq!(scene.enrollment(&scene.admin, &course, &learner).await.expect(200).text, before);
}

#[tokio::test]
async fn reopened_it_is_completed_again() {
    let scene = Scene::new().await;
    let (course, learner) = (scene.course(Wanted { lessons: 1, ..Wanted::default() }).await, scene.learner().await);
    scene.enroll(&scene.admin, &course, &learner).await.expect(201);
    let done = format!("{}/done", lesson(&course, nth_lesson(&course, 0)));
    assert_eq!(scene.post(&learner, &done).await.expect(200).state(), "completed");
    assert_eq!(scene.change(&scene.admin, &course, &learner, "reopen").await.expect(200).state(), "in_progress");
    assert_eq!(scene.post(&learner, &done).await.expect(200).state(), "completed");
}

#[tokio::test]
async fn browsers_that_write_at_once_lose_nothing() {
    let scene = Scene::new().await;
    let (course, learner) = (scene.course(Wanted { lessons: 5, ..Wanted::default() }).await, scene.learner().await);
    scene.enroll(&scene.admin, &course, &learner).await.expect(201);
    let paths: Vec<String> =
        (0..5).map(|place| format!("{}/done", lesson(&course, nth_lesson(&course, place)))).collect();
    let [a, b, c, d, e] = &paths[..] else { panic!("five lessons") };
    let post = |path| scene.post(&learner, path);
    let answers = tokio::join!(post(a), post(b), post(c), post(d), post(e));
    for answer in [answers.0, answers.1, answers.2, answers.3, answers.4] {
        answer.expect(200);
    }
    assert_eq!(scene.get(&learner, &own(&course)).await.expect(200).state(), "completed");
}

#[tokio::test]
async fn a_lesson_that_the_outline_does_not_name_cannot_be_done() {
    let scene = Scene::new().await;
    let (course, other) = (scene.course(Wanted::default()).await, scene.course(Wanted::default()).await);
    let learner = scene.learner().await;
    scene.enroll(&scene.admin, &course, &learner).await.expect(201);
    for stranger in [nth_lesson(&other, 0), LessonId::from_bytes([9; 16])] {
        scene.post(&learner, &format!("{}/done", lesson(&course, stranger))).await.expect(404);
        scene.get(&learner, &lesson(&course, stranger)).await.expect(404);
    }
    scene.post(&learner, &format!("{}/lessons/no-id/done", own(&course))).await.expect(404);
    assert_eq!(scene.get(&learner, &own(&course)).await.expect(200).state(), "enrolled");
}
