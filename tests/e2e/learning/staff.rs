//! Those who run a course, and the enrollments in it.

use domain::{AccountId, AccountKind, Audience, Publication};
use http::Method;

use super::answer::own;
use super::scene::{Scene, Wanted};

#[tokio::test]
async fn partner_administrators_run_their_own_platform_only() {
    let scene = Scene::new().await;
    let (north, south) = (scene.partner("north").await, scene.partner("south").await);
    let of_north = scene.course(Wanted { audience: Audience::Partner(north), ..Wanted::default() }).await;
    let learner = scene.person(AccountKind::PartnerLearner(north)).await;
    let own_admin = scene.person(AccountKind::PartnerAdministrator(north)).await;
    let foreign = scene.person(AccountKind::PartnerAdministrator(south)).await;
    let list = format!("/api/courses/{}/enrollments", of_north.id);
    scene.enroll(&foreign, &of_north, &learner).await.expect(404);
    scene.enroll(&own_admin, &of_north, &learner).await.expect(201);
    scene.get(&foreign, &list).await.expect(404);
    scene.enrollment(&foreign, &of_north, &learner).await.expect(404);
    scene.change(&foreign, &of_north, &learner, "suspend").await.expect(404);
    scene.remove(&foreign, &of_north, &learner).await.expect(404);
    scene.get(&own_admin, &list).await.expect(200);
    scene.change(&own_admin, &of_north, &learner, "suspend").await.expect(200);
    scene.remove(&own_admin, &of_north, &learner).await.expect(204);
    // And never the main platform's courses, which also hold every public one.
    for audience in [Audience::Internal, Audience::Public] {
        let course = scene.course(Wanted { audience, ..Wanted::default() }).await;
        scene.get(&own_admin, &format!("/api/courses/{}/enrollments", course.id)).await.expect(404);
        scene.enroll(&own_admin, &course, &learner).await.expect(404);
    }
}

#[tokio::test]
async fn learners_see_nobody_elses_enrollment() {
    let scene = Scene::new().await;
    let (course, learner, other) =
        (scene.course(Wanted::default()).await, scene.learner().await, scene.learner().await);
    scene.enroll(&scene.admin, &course, &other).await.expect(201);
    scene.get(&learner, &format!("/api/courses/{}/enrollments", course.id)).await.expect(403);
    scene.enrollment(&learner, &course, &other).await.expect(403);
    scene.enroll(&learner, &course, &learner).await.expect(403);
    scene.remove(&learner, &course, &other).await.expect(403);
}

#[tokio::test]
async fn the_list_comes_in_pages_and_holds_everybody_once() {
    let scene = Scene::new().await;
    let course = scene.course(Wanted::default()).await;
    let mut expected = Vec::new();
    for _ in 0..5 {
        let learner = scene.learner().await;
        scene.enroll(&scene.admin, &course, &learner).await.expect(201);
        expected.push(learner.id.to_string());
    }
    let (mut found, mut cursor) = (Vec::new(), String::new());
    loop {
        let path = format!("/api/courses/{}/enrollments?limit=2{cursor}", course.id);
        let page = scene.get(&scene.admin, &path).await.expect(200).json();
        for line in page["enrollments"].as_array().unwrap() {
            assert_eq!(line["grounds"][0]["account"], scene.admin.id.to_string());
            assert_eq!((line["lessons"].as_u64(), line["lessons_done"].as_u64()), (Some(2), Some(0)));
            found.push(line["account"].as_str().unwrap().to_owned());
        }
        let Some(next) = page["next"].as_str() else { break };
        cursor = format!("&cursor={next}");
    }
    expected.sort_unstable();
    assert_eq!(found, expected);
    let refused = format!("/api/courses/{}/enrollments?cursor=rubbish", course.id);
    scene.get(&scene.admin, &refused).await.expect(400);
}

#[tokio::test]
async fn drafts_and_archived_courses_take_nobody_in() {
    let scene = Scene::new().await;
    let learner = scene.learner().await;
    for (publication, status) in
        [(Publication::Draft, 409), (Publication::Archived, 409), (Publication::Unpublished, 201)]
    {
        let course = scene.course(Wanted { publication, ..Wanted::default() }).await;
        scene.enroll(&scene.admin, &course, &learner).await.expect(status);
    }
}

#[tokio::test]
async fn what_cannot_be_meant_is_refused() {
    let scene = Scene::new().await;
    let (course, learner) = (scene.course(Wanted::default()).await, scene.learner().await);
    let path = format!("/api/courses/{}/enrollments", course.id);
    let post = |body: String| {
        let (scene, path) = (&scene, &path);
        async move { scene.send(&scene.admin, Method::POST, path, Some(&body)).await }
    };
    post("{}".to_owned()).await.expect(422);
    post(r#"{"account":"me"}"#.to_owned()).await.expect(422);
    post(format!(r#"{{"account":"{}","state":"completed"}}"#, learner.id)).await.expect(400);
    post(format!(r#"{{"account":"{}"}}"#, AccountId::from_bytes([5; 16]))).await.expect(404);
    scene.enroll(&scene.admin, &course, &learner).await.expect(201);
    scene.enroll(&scene.admin, &course, &learner).await.expect(409);
    let body = Some(r#"{"state":"completed"}"#);
    scene.send(&learner, Method::POST, &format!("{}/start", own(&course)), body).await.expect(400);
    scene.get(&learner, "/api/my/courses?limit=0").await.expect(422);
    scene.get(&learner, "/api/my/courses?all=true").await.expect(400);
}
