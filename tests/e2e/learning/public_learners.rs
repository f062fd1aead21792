//! Public learners: the purchase makes the account, and opens exactly what was bought, within the public catalog.

use authorization::{Principal, act};
use domain::{
    Account, AccountId, AccountKind, Audience, Buyer, Course, Currency, EmailAddress, Enrollment, EnrollmentState,
    Ground, Money, Order, OrderEvent, OrderId, PersonName, Quote, Registration,
};
use store::Fulfillment;

use super::answer::{Person, lesson, nth_lesson, own};
use super::scene::{Scene, Wanted, signed_in};

/// A public course.
pub fn public() -> Wanted {
    Wanted { audience: Audience::Public, ..Wanted::default() }
}

impl Scene {
    /// Somebody who bought `bought`; the payment also wrote an enrollment into `smuggled`, as a bug in it would.
    async fn buyer_with(&self, bought: &Course, smuggled: Option<&Course>) -> Person {
        let (store, now) = (&self.app.store, self.app.clock.now());
        let id = OrderId::new(now, &*self.app.entropy);
        let email = EmailAddress::new(&format!("{}@example.com", self.word())).unwrap();
        let name = PersonName::new("Bea").unwrap();
        let quote = Quote {
            course: bought.id,
            course_slug: bought.slug.clone(),
            course_title: bought.title.clone(),
            price: Money { minor: 0, currency: Currency::new("EUR").unwrap() },
            term: None,
        };
        let order = Order::place(id, quote, Buyer { name: name.clone(), email: email.clone() }, now);
        let registration = Registration::apply(name.clone(), email.clone(), domain::Locale::English, false);
        let grant = self.app.authorize_as::<act::ApplyForCourse>(&Principal::Visitor, bought.id).await.unwrap();
        store.place_order(grant, &order, &registration, None).await.unwrap();
        let account = Account {
            id: AccountId::new(now, &*self.app.entropy),
            version: 1,
            kind: AccountKind::PublicLearner,
            name,
            email,
            email_verified: true,
            deactivated: false,
            expires_at: None,
            created_at: now,
            login_epoch: 0,
            locale: domain::Locale::default(),
        };
        let course = smuggled.unwrap_or(bought).id;
        let grant = self.app.authorize_as::<act::FulfillOrder>(&Principal::Payments(id), id).await.unwrap();
        let done = Fulfillment {
            order: order.after(OrderEvent::Fulfill, now).unwrap(),
            registration,
            new_account: Some(account.clone()),
            enrollment: Enrollment::new(account.id, course, EnrollmentState::Enrolled, Ground::Order(id), now),
            enrollment_before: None,
            within: None,
            account_before: None,
            account_renamed: None,
            mail: None,
        };
        store.fulfill(grant, done).await.unwrap();
        signed_in(&self.app, account).await
    }

    /// Somebody who bought a course.
    pub async fn buyer(&self, bought: &Course) -> Person {
        self.buyer_with(bought, None).await
    }
}

#[tokio::test]
async fn what_was_bought_opens_and_nothing_else() {
    let scene = Scene::new().await;
    let (bought, other) = (scene.course(public()).await, scene.course(public()).await);
    let buyer = scene.buyer(&bought).await;
    scene.get(&buyer, &lesson(&bought, nth_lesson(&bought, 0))).await.expect(200);
    assert_eq!(scene.post(&buyer, &format!("{}/start", own(&bought))).await.expect(200).state(), "in_progress");
    // It stands in the catalog, so its existence is no secret; what is in it is.
    scene.get(&buyer, &own(&other)).await.expect(403);
    scene.get(&buyer, &lesson(&other, nth_lesson(&other, 0))).await.expect(403);
    scene.post(&buyer, &format!("{}/enroll", own(&other))).await.expect(403);
    let listed = scene.get(&buyer, "/api/my/courses").await.expect(200).json();
    assert_eq!(listed["courses"].as_array().unwrap().len(), 1);
    assert_eq!(listed["courses"][0]["course"]["id"], bought.id.to_string());
}

/// S000-46: reach ends at the public catalog, whatever was paid.
#[tokio::test]
async fn an_enrollment_outside_the_public_catalog_opens_nothing() {
    let scene = Scene::new().await;
    let (public, internal) = (scene.course(public()).await, scene.course(Wanted::default()).await);
    let buyer = scene.buyer_with(&public, Some(&internal)).await;
    scene.get(&buyer, &own(&internal)).await.expect(404);
    scene.get(&buyer, &lesson(&internal, nth_lesson(&internal, 0))).await.expect(404);
    scene.post(&buyer, &format!("{}/start", own(&internal))).await.expect(404);
    scene.post(&buyer, &format!("{}/enroll", own(&internal))).await.expect(403);
}

/// S000-45: the account exists so that the course can be taken, also after it left the catalog.
#[tokio::test]
async fn a_bought_course_stays_open_when_it_leaves_the_catalog() {
    let scene = Scene::new().await;
    let bought = scene.course(public()).await;
    let buyer = scene.buyer(&bought).await;
    let grant = scene.app.authorize_as::<act::PublishCourse>(&scene.admin.principal, bought.id).await.unwrap();
    scene.app.store.publish_course(grant, domain::Publication::Unpublished).await.unwrap();
    scene.get(&buyer, &lesson(&bought, nth_lesson(&bought, 0))).await.expect(200);
}
