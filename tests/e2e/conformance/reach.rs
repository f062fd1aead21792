//! Which courses each kind of learner reaches, by asking for them and by being put into them.

use authorization::{Principal, act};
use domain::{Enrollment, EnrollmentState, Ground, OrderEvent, OrderId};
use serde_json::json;
use store::Fulfillment;

use super::platforms::{Platforms, gets_in};
use super::scene::{Course, Person, Scene, internal, of_partner};
use super::shared::Shared;

static STAGE: Shared<Platforms> = Shared::new();

/// A course stays shut: the learner cannot get in, and cannot be put in by those who may do everything.
async fn is_out_of_reach(scene: &Scene, learner: &Person, course: &Course) {
    assert!(!gets_in(&learner.browser, course).await);
    let path = format!("/api/courses/{}/enrollments", course.id);
    let refused = scene.owner.post(&path, json!({ "account": learner.id })).await.expect(403);
    assert_eq!(refused.str("/code"), "guard.account_of_other_audience");
    assert!(!gets_in(&learner.browser, course).await);
    assert!(!lists(learner, course).await);
}

async fn lists(learner: &Person, course: &Course) -> bool {
    learner.browser.get("/api/my/courses").await.expect(200).text().contains(&course.id)
}

/// A learner lives in one realm: it is listed there, and signs in there and nowhere else.
async fn lives_in(platforms: &Platforms, learner: &Person, home: &str) {
    let scene = &platforms.scene;
    for realm in ["main", "public", platforms.north.as_str(), platforms.south.as_str()] {
        let listed = scene.accounts(realm, &learner.email).await.len();
        let signs_in =
            scene.world.try_sign_in(&scene.world.browser(), &learner.email, portico_tests::PASSWORD, realm).await;
        let expected = if realm == home { (1, 200) } else { (0, 401) };
        assert_eq!((listed, signs_in.code()), expected, "{realm}");
    }
}

#[test]
fn s000_19_internal_learners_are_the_main_platforms_audience() {
    STAGE.play(async |platforms: &Platforms| {
        let learner = platforms.scene.person(internal("learner")).await;
        lives_in(platforms, &learner, "main").await;
        assert!(gets_in(&learner.browser, &platforms.of_main).await);
    });
}

#[test]
fn s000_20_internal_learners_reach_courses_made_for_the_main_platform_and_no_others() {
    STAGE.play(async |Platforms { scene, of_main, of_north, .. }| {
        let learner = scene.person(internal("learner")).await;
        assert!(gets_in(&learner.browser, of_main).await);
        assert!(lists(&learner, of_main).await);
        assert!(!gets_in(&learner.browser, of_north).await);
        // What is not published yet is designated for nobody.
        assert!(!gets_in(&learner.browser, &scene.draft("internal").await).await);
    });
}

#[test]
fn s000_21_internal_learners_reach_no_course_of_a_partner_platform() {
    STAGE.play(async |Platforms { scene, of_north, of_south, .. }| {
        let learner = scene.person(internal("learner")).await;
        is_out_of_reach(scene, &learner, of_north).await;
        is_out_of_reach(scene, &learner, of_south).await;
    });
}

#[test]
fn s000_22_internal_learners_reach_no_public_course() {
    STAGE.play(async |Platforms { scene, public, .. }| {
        let learner = scene.person(internal("learner")).await;
        is_out_of_reach(scene, &learner, public).await;
        // Buying gives the buyer a public account, and leaves this one where it was.
        scene.world.apply(&public.id, "Lena Learner", &learner.email).await.expect(201);
        assert!(!gets_in(&learner.browser, public).await);
    });
}

#[test]
fn s000_24_partner_learners_are_their_partner_platforms_audience() {
    STAGE.play(async |platforms: &Platforms| {
        let learner = platforms.scene.person(of_partner("learner", &platforms.north)).await;
        lives_in(platforms, &learner, &platforms.north).await;
        assert!(gets_in(&learner.browser, &platforms.of_north).await);
    });
}

#[test]
fn s000_26_partner_learners_reach_courses_of_their_own_partner_platform_and_no_others() {
    STAGE.play(async |Platforms { scene, north, of_main, of_north, .. }| {
        let learner = scene.person(of_partner("learner", north)).await;
        assert!(gets_in(&learner.browser, of_north).await);
        assert!(lists(&learner, of_north).await);
        assert!(!gets_in(&learner.browser, of_main).await);
        assert!(!gets_in(&learner.browser, &scene.draft(north).await).await);
    });
}

#[test]
fn s000_27_partner_learners_reach_no_course_of_the_main_platform() {
    STAGE.play(async |Platforms { scene, north, of_main, .. }| {
        is_out_of_reach(scene, &scene.person(of_partner("learner", north)).await, of_main).await;
    });
}

#[test]
fn s000_28_partner_learners_reach_no_course_of_another_partner_platform() {
    STAGE.play(async |Platforms { scene, north, south, of_north, of_south, .. }| {
        is_out_of_reach(scene, &scene.person(of_partner("learner", north)).await, of_south).await;
        is_out_of_reach(scene, &scene.person(of_partner("learner", south)).await, of_north).await;
    });
}

#[test]
fn s000_29_partner_learners_reach_no_public_course() {
    STAGE.play(async |Platforms { scene, north, public, .. }| {
        let learner = scene.person(of_partner("learner", north)).await;
        is_out_of_reach(scene, &learner, public).await;
        scene.world.apply(&public.id, "Lena Learner", &learner.email).await.expect(201);
        assert!(!gets_in(&learner.browser, public).await);
    });
}

#[test]
fn s000_31_public_learners_reach_no_course_meant_for_internal_learners() {
    STAGE.play(async |Platforms { scene, public, of_main, .. }| {
        is_out_of_reach(scene, &scene.buyer(public).await, of_main).await;
    });
}

#[test]
fn s000_32_public_learners_reach_no_course_meant_for_partner_learners() {
    STAGE.play(async |Platforms { scene, public, of_north, of_south, .. }| {
        let buyer = scene.buyer(public).await;
        is_out_of_reach(scene, &buyer, of_north).await;
        is_out_of_reach(scene, &buyer, of_south).await;
    });
}

#[test]
fn s000_45_public_learners_take_what_they_bought_and_not_what_they_did_not() {
    STAGE.play(async |Platforms { scene, public, .. }| {
        let buyer = scene.buyer(public).await;
        assert!(gets_in(&buyer.browser, public).await && lists(&buyer, public).await);
        let start = buyer.browser.post(&format!("{}/start", public.own()), json!({})).await.expect(200);
        assert_eq!(start.str("/state"), "in_progress");
        let done = format!("{}/done", public.own_lesson());
        assert_eq!(buyer.browser.post(&done, json!({})).await.expect(200).str("/state"), "completed");
        let another = scene.course("public").await;
        assert!(!gets_in(&buyer.browser, &another).await && !lists(&buyer, &another).await);
    });
}

/// What is in the catalog can be bought and opens; what is not cannot be bought. And should a payment ever write an
/// enrollment that leads outside, the guard holds: here one is written past all checks of the purchase.
#[test]
fn s000_46_public_learners_never_leave_the_public_catalog_whatever_was_paid() {
    STAGE.play(async |Platforms { scene, public, of_main, of_north, .. }| {
        let buyer = scene.buyer(public).await;
        assert!(gets_in(&buyer.browser, public).await);
        let further = scene.course("public").await;
        scene.world.apply(&further.id, "Lena Learner", &buyer.email).await.expect(201);
        assert!(gets_in(&buyer.browser, &further).await, "a further purchase opens for the same account");
        for outside in [of_main, of_north] {
            scene.world.apply(&outside.id, "Lena Learner", &buyer.email).await.expect(404);
            let priced = scene.priced("19.99").await;
            let applied = scene.world.apply(&priced.id, "Lena Learner", &buyer.email).await.expect(201);
            smuggle(scene, applied.str("/order").parse().unwrap(), &buyer, outside).await;
            let path = format!("/api/courses/{}/enrollments/{}", outside.id, buyer.id);
            scene.owner.get(&path).await.expect(200);
            assert!(!gets_in(&buyer.browser, outside).await);
        }
    });
}

/// Fulfills an order with an enrollment in a course that it does not buy.
async fn smuggle(scene: &Scene, order: OrderId, buyer: &Person, into: &Course) {
    let app = &scene.world.platform.app;
    let now = app.clock.now();
    let grant = app.authorize_as::<act::FulfillOrder>(&Principal::Payments(order), order).await.unwrap();
    let (account, course) = (buyer.id.parse().unwrap(), into.id.parse().unwrap());
    let done = Fulfillment {
        order: grant.target().order.clone().after(OrderEvent::Fulfill, now).unwrap(),
        registration: grant.target().registration.clone(),
        new_account: None,
        enrollment: Enrollment::new(account, course, EnrollmentState::Enrolled, Ground::Order(order), now),
        enrollment_before: None,
        within: None,
        account_before: None,
        account_renamed: None,
        mail: None,
    };
    app.store.fulfill(grant, done).await.unwrap();
}
