//! The same for many accounts of a course: each is judged by itself, none keeps another one back, and again is nothing.

use domain::{AccountKind, Audience, Course, Publication, SeatLimit};
use http::Method;
use serde_json::{Value, json};

use super::answer::{Answer, Person};
use super::scene::{Scene, Wanted};

async fn bulk(scene: &Scene, who: &Person, course: &Course, action: &str, people: &[&Person]) -> Answer {
    let accounts: Vec<String> = people.iter().map(|person| person.id.to_string()).collect();
    let path = format!("/api/courses/{}/enrollments/bulk", course.id);
    let form = json!({ "accounts": accounts, "action": action }).to_string();
    scene.send(who, Method::POST, &path, Some(&form)).await
}

/// What became of each: the state with the word, or the code of a refusal.
fn outcomes(answer: &Answer) -> Vec<String> {
    let outcome = |one: &Value| match one["problem"]["code"].as_str() {
        Some(code) => code.to_owned(),
        None => [&one["outcome"], &one["state"]].map(|word| word.as_str().unwrap_or_default().to_owned()).join(" "),
    };
    answer.json()["outcomes"].as_array().unwrap().iter().map(outcome).collect()
}

#[tokio::test]
async fn many_are_enrolled_moved_and_taken_out_and_again_is_nothing() {
    let scene = Scene::new().await;
    let course = scene.course(Wanted::default()).await;
    let (ada, bob, stranger) = (scene.learner().await, scene.learner().await, Person::visitor());
    let public = scene.course(Wanted { audience: Audience::Public, ..Wanted::default() }).await;
    let all = [&ada, &bob, &stranger, &ada];
    let wish = async |action| outcomes(&bulk(&scene, &scene.admin, &course, action, &all).await.expect(200));
    assert_eq!(wish("enroll").await, ["done enrolled", "done enrolled", "not_found"]);
    assert_eq!(wish("enroll").await, ["unchanged enrolled", "unchanged enrolled", "not_found"]);
    assert_eq!(wish("suspend").await, ["done suspended", "done suspended", "not_found"]);
    assert_eq!(wish("suspend").await, ["unchanged suspended", "unchanged suspended", "not_found"]);
    // An arrow that does not lead from there is refused.
    assert_eq!(wish("complete").await, ["conflict", "conflict", "not_found"]);
    assert_eq!(wish("reinstate").await, ["done enrolled", "done enrolled", "not_found"]);
    assert_eq!(wish("complete").await, ["done completed", "done completed", "not_found"]);
    assert_eq!(wish("remove").await, ["done ", "done ", "not_found"]);
    assert_eq!(wish("remove").await, ["unchanged ", "unchanged ", "not_found"]);
    // Nobody of one audience is put into a course of another.
    let mixed = bulk(&scene, &scene.admin, &public, "enroll", &[&ada]).await.expect(200);
    assert_eq!(outcomes(&mixed), ["guard.account_of_other_audience"]);
}

#[tokio::test]
async fn seats_run_out_in_the_order_of_the_list_and_come_free_again() {
    let scene = Scene::new().await;
    let course = scene.course(Wanted { seats: SeatLimit::Seats(1), ..Wanted::default() }).await;
    let (ada, bob, cy) = (scene.learner().await, scene.learner().await, scene.learner().await);
    let enrolled = bulk(&scene, &scene.admin, &course, "enroll", &[&bob, &ada, &cy]).await.expect(200);
    assert_eq!(outcomes(&enrolled), ["done enrolled", "done waiting", "done waiting"]);
    let promoted = bulk(&scene, &scene.admin, &course, "promote", &[&ada]).await.expect(200);
    assert_eq!(outcomes(&promoted), ["conflict"]);
    bulk(&scene, &scene.admin, &course, "remove", &[&bob]).await.expect(200);
    assert_eq!(scene.enrollment(&scene.admin, &course, &ada).await.expect(200).state(), "enrolled");
}

#[tokio::test]
async fn partner_administrators_change_their_own_platform_only() {
    let scene = Scene::new().await;
    let (north, south) = (scene.partner("north").await, scene.partner("south").await);
    let of_north = scene.course(Wanted { audience: Audience::Partner(north), ..Wanted::default() }).await;
    let draft = scene.course(Wanted { publication: Publication::Draft, ..Wanted::default() }).await;
    let learner = scene.person(AccountKind::PartnerLearner(north)).await;
    let foreign_learner = scene.person(AccountKind::PartnerLearner(south)).await;
    let own_admin = scene.person(AccountKind::PartnerAdministrator(north)).await;
    let foreign = scene.person(AccountKind::PartnerAdministrator(south)).await;
    let all = [&learner, &foreign_learner];
    let refused = bulk(&scene, &foreign, &of_north, "enroll", &all).await.expect(200);
    assert_eq!(outcomes(&refused), ["not_found", "not_found"]);
    let enrolled = bulk(&scene, &own_admin, &of_north, "enroll", &all).await.expect(200);
    assert_eq!(outcomes(&enrolled)[0], "done enrolled");
    assert_ne!(outcomes(&enrolled)[1], "done enrolled");
    bulk(&scene, &learner, &of_north, "suspend", &all).await.expect(403);
    bulk(&scene, &Person::visitor(), &of_north, "suspend", &all).await.expect(401);
    let of_main = scene.learner().await;
    let drafted = bulk(&scene, &scene.admin, &draft, "enroll", &[&of_main]).await.expect(200);
    assert_eq!(outcomes(&drafted), ["conflict"]);
    let path = format!("/api/courses/{}/enrollments/bulk", of_north.id);
    for wrong in
        [json!({}), json!({ "accounts": [], "action": "enroll" }), json!({ "accounts": ["x"], "action": "fly" })]
    {
        scene.send(&scene.admin, Method::POST, &path, Some(&wrong.to_string())).await.expect(422);
    }
}
