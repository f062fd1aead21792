//! Deleting accounts: all of it goes, however much lies beside it and whoever is at work on it meanwhile.

use authorization::{Principal, act};
use domain::{LoginId, Reason};
use serde_json::{Value, json};
use store::Login;
use web::ACCESS_COOKIE;

use super::scene::{Person, Scene};

/// More than one transaction takes.
const MANY_LOGINS: usize = 120;
/// Enough for the two to meet between reading and writing.
const ROUNDS: usize = 6;
const COURSES: usize = 6;

#[tokio::test(flavor = "multi_thread")]
async fn an_account_with_more_logins_than_one_transaction_takes_goes() {
    let scene = Scene::new().await;
    let learner = scene.account("learner", "internal", None, "Lena").await;
    let (app, now) = (&scene.world.platform.app, scene.world.platform.app.clock.now());
    let token = scene.owner.cookie(ACCESS_COOKIE).unwrap();
    let named = app.tokens.verify_access(&token, now).unwrap();
    let session = app.store.session(named.account, named.login).await.unwrap().unwrap();
    let principal = Principal::Account(session.standing(now));
    for _ in 0..MANY_LOGINS {
        let grant = app.authorize_as::<act::ImpersonateUser>(&principal, learner.parse().unwrap()).await.unwrap();
        let own = Login { id: LoginId::new(now, &*app.entropy), ..session.login.clone() };
        app.store.begin_acting(grant, &own, Reason::new("Asked by phone").unwrap()).await.unwrap();
    }
    let path = format!("/api/admin/accounts/{learner}");
    scene.delete(&scene.owner, &path).await.expect(204);
    scene.get(&scene.owner, &path).await.expect(404);
    assert_eq!(left_of(&scene, &learner).await, Vec::<Value>::new());
}

/// What the table still keeps under the name of an account that is gone; the audit names it for good.
async fn left_of(scene: &Scene, account: &str) -> Vec<Value> {
    let whole = json!({ "TableName": scene.world.platform.app.settings.table });
    let all = crate::cloud::shape::ask_table(&scene.world, "Scan", &whole).await;
    let keys = |item: &Value| format!("{}{}", item["pk"], item["sk"]);
    // The audit and what reports count outlive whom they are about, and name nobody.
    let stays = |keys: &str| keys.contains("AUDIT") || keys.contains("MILESTONES#");
    let of_it = |item: &&Value| keys(item).contains(account) && !stays(&keys(item));
    all["Items"].as_array().unwrap().iter().filter(of_it).map(|item| json!([item["pk"], item["sk"]])).collect()
}

/// Puts somebody into every course and path as fast as it goes, whatever is answered.
async fn enroll_everywhere(scene: &Scene, staff: &Person, account: &str, (courses, paths): (&[String], &[String])) {
    for course in courses {
        let enrollments = format!("/api/courses/{course}/enrollments");
        let enrolled = scene.post(staff, &enrollments, json!({ "account": account })).await;
        assert!([201, 404, 409].contains(&enrolled.status), "{enrolled:?}");
    }
    for path in paths {
        let enrollments = format!("/api/admin/places/path/{path}/enrollments");
        let enrolled = scene.post(staff, &enrollments, json!({ "account": account })).await;
        assert!([201, 404, 409].contains(&enrolled.status), "{enrolled:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_is_enrolled_while_their_account_goes_leaves_no_enrollment() {
    let scene = Scene::new().await;
    let other = scene.person("administrator", "internal", None, "Ina").await;
    let (mut courses, mut paths) = (Vec::new(), Vec::new());
    for number in 0..COURSES {
        let course = scene.course("internal", None, &format!("Knots {number}")).await;
        scene.post(&scene.owner, &format!("/api/admin/courses/{course}/publish"), json!({})).await.expect(200);
        courses.push(course);
        let form = json!({ "name": format!("Sailing {number}") });
        paths.push(scene.post(&scene.owner, "/api/admin/places/path", form).await.expect(201).text_of("id"));
    }
    for round in 0..ROUNDS {
        let learner = scene.account("learner", "internal", None, &format!("Lena {round}")).await;
        let path = format!("/api/admin/accounts/{learner}");
        // The further on the deletion is, the fewer are left to meet it.
        let (before, beside) = courses.split_at(round.min(courses.len()));
        enroll_everywhere(&scene, &other, &learner, (before, &[])).await;
        let (deleted, ()) = tokio::join!(
            scene.delete(&scene.owner, &path),
            enroll_everywhere(&scene, &other, &learner, (beside, &paths)),
        );
        if deleted.status != 204 {
            // Raised by an enrollment in a path between reading and switching off: nothing was touched yet.
            assert_eq!(deleted.status, 409, "{deleted:?}");
            scene.delete(&scene.owner, &path).await.expect(204);
        }
        let left = left_of(&scene, &learner).await;
        assert!(left.is_empty(), "round {round}: {left:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_enrollment_that_changes_meanwhile_does_not_stop_the_deletion() {
    let scene = Scene::new().await;
    let other = scene.person("administrator", "internal", None, "Ina").await;
    let course = scene.course("internal", None, "Knots").await;
    scene.post(&scene.owner, &format!("/api/admin/courses/{course}/publish"), json!({})).await.expect(200);
    for round in 0..ROUNDS {
        let learner = scene.account("learner", "internal", None, &format!("Lena {round}")).await;
        let enrollments = format!("/api/courses/{course}/enrollments");
        scene.post(&scene.owner, &enrollments, json!({ "account": learner })).await.expect(201);
        let enrollment = format!("{enrollments}/{learner}");
        let moving = async {
            for transition in ["suspend", "reinstate"].iter().cycle().take(12) {
                scene.post(&other, &format!("{enrollment}/{transition}"), json!({})).await;
            }
        };
        let path = format!("/api/admin/accounts/{learner}");
        let (deleted, ()) = tokio::join!(scene.delete(&scene.owner, &path), moving);
        deleted.expect(204);
        scene.get(&scene.owner, &enrollment).await.expect(404);
    }
}
