//! From application to account: registration and payment together, and nothing less.

use http::Method;
use portico_tests::{Browser, Reply};
use serde_json::{Value, json};

use super::platforms::Platforms;
use super::scene::{Course, Scene};
use super::shared::Shared;

static STAGE: Shared<Platforms> = Shared::new();

/// Somebody who applied and has not paid.
struct Applicant {
    email: String,
    order: String,
    url: String,
}

impl Applicant {
    async fn new(scene: &Scene, course: &Course) -> Self {
        let email = scene.email();
        let applied = scene.world.apply(&course.id, "Ada Applicant", &email).await.expect(201);
        Self { email, order: applied.str("/order"), url: applied.str("/url") }
    }

    /// The order as the administration shows it.
    async fn order(&self, scene: &Scene) -> Value {
        scene.owner.get(&format!("/api/admin/orders/{}", self.order)).await.expect(200).json()
    }

    /// The public accounts of this address.
    async fn accounts(&self, scene: &Scene) -> Vec<Value> {
        scene.world.catch_up().await;
        scene.accounts("public", &self.email).await
    }

    /// The provider's id of the payment page.
    fn session(&self) -> &str {
        self.url.split("/c/pay/").nth(1).unwrap().split(['?', '#']).next().unwrap()
    }

    /// Comes back from the payment page, whatever happened there.
    async fn come_back(&self, scene: &Scene) -> Reply {
        let path = format!("/api/checkout/return?session_id={}", self.session());
        scene.world.browser().get(&path).await.expect(200)
    }

    async fn pay(&self, scene: &Scene) {
        scene.world.pay(&self.url).await;
        self.come_back(scene).await;
    }

    /// The bank refuses the card.
    async fn is_declined(&self, scene: &Scene) {
        let at = scene.world.platform.stripe.trim_end_matches('/');
        let path = format!("{at}/stand-in/sessions/{}/decline", self.session());
        let ask = Browser::new(at);
        ask.ask(Method::POST, &path).without("origin").without("sec-fetch-site").json(&json!({})).send().await;
    }
}

#[test]
fn s000_40_a_visitor_may_apply_for_a_public_course_and_for_no_other() {
    STAGE.play(async |Platforms { scene, public, of_main, of_north, .. }| {
        let visitor = scene.world.browser();
        visitor.get(&public.page()).await.expect(200);
        let form = |course: &Course| json!({ "course": course.id, "name": "Vera Visitor", "email": scene.email() });
        visitor.post("/api/checkout", form(public)).await.expect(201);
        for other in [of_main, of_north, &scene.draft("public").await] {
            visitor.post("/api/checkout", form(other)).await.expect(404);
        }
    });
}

#[test]
fn s000_41_an_application_becomes_a_registration_before_there_is_an_account() {
    STAGE.play(async |Platforms { scene, .. }| {
        let applicant = Applicant::new(scene, &scene.priced("20").await).await;
        assert_eq!(applicant.order(scene).await["registration"], "confirmed", "nobody has to confirm it by hand");
        assert!(applicant.accounts(scene).await.is_empty());
        applicant.pay(scene).await;
        assert_eq!(applicant.order(scene).await["registration"], "completed");
        assert_eq!(applicant.accounts(scene).await.len(), 1);
    });
}

#[test]
fn s000_42_the_price_of_a_public_course_has_to_be_paid() {
    STAGE.play(async |Platforms { scene, .. }| {
        let applicant = Applicant::new(scene, &scene.priced("20").await).await;
        let price = json!({ "amount": "20.00", "currency": "EUR" });
        applicant.come_back(scene).await;
        let unpaid = applicant.order(scene).await;
        assert_eq!((&unpaid["state"], &unpaid["paid"], &unpaid["price"]), (&json!("open"), &Value::Null, &price));
        applicant.pay(scene).await;
        let paid = applicant.order(scene).await;
        assert_eq!((&paid["state"], &paid["paid"]), (&json!("fulfilled"), &price));
    });
}

#[test]
fn s000_43_registration_and_payment_together_make_the_account_exactly_once() {
    STAGE.play(async |Platforms { scene, public, .. }| {
        let applicant = Applicant::new(scene, &scene.priced("20").await).await;
        assert!(applicant.accounts(scene).await.is_empty(), "registered, not paid");
        applicant.pay(scene).await;
        // The provider's word and the buyer's way back may come any number of times.
        applicant.come_back(scene).await;
        let accounts = applicant.accounts(scene).await;
        assert_eq!(accounts.len(), 1);
        assert_eq!((&accounts[0]["tier"], &accounts[0]["type"]), (&json!("learner"), &json!("public")));
        // Where nothing is due, nothing is left to pay.
        assert_eq!(Applicant::new(scene, public).await.accounts(scene).await.len(), 1);
    });
}

#[test]
fn s000_44_browsing_applying_and_registering_without_payment_make_no_account() {
    STAGE.play(async |Platforms { scene, .. }| {
        let course = scene.priced("20").await;
        let (visitor, email) = (scene.world.browser(), scene.email());
        visitor.get(&course.page()).await.expect(200);
        visitor.post("/api/checkout", json!({ "course": course.id, "name": "", "email": email })).await.expect(422);
        assert!(scene.accounts("public", &email).await.is_empty(), "browsing, and a form that was not taken");
        let applicant = Applicant::new(scene, &course).await;
        assert!(applicant.accounts(scene).await.is_empty(), "applying");
        applicant.come_back(scene).await;
        applicant.is_declined(scene).await;
        applicant.come_back(scene).await;
        assert!(applicant.accounts(scene).await.is_empty(), "a payment that did not happen");
        // Nor does anybody make one by hand.
        let kind = json!({ "tier": "learner", "type": "public" });
        assert_eq!(scene.make(kind).await.expect(403).str("/code"), "guard.made_by_payment");
    });
}
