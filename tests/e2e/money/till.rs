//! A till: a world with its administrator and a course for sale, and what these tests ask of both.

use http::Method;
use portico_tests::{Browser, Reply, World};
use serde_json::{Value, json};

pub(super) struct Till {
    pub(super) world: World,
    pub(super) staff: Browser,
    /// A paid course of the public catalog, 29.00 EUR.
    pub(super) course: String,
}

/// An order that was placed, and the page where it is paid.
#[derive(Debug, Clone)]
pub(super) struct Applied {
    pub(super) order: String,
    pub(super) session: String,
}

impl Till {
    pub(super) async fn open() -> Self {
        let world = World::start().await;
        let staff = world.founder().await;
        let course = world.course_with_lessons(true).await.id.to_string();
        Self { world, staff, course }
    }

    /// Applies for the course as a visitor.
    pub(super) async fn apply(&self, email: &str) -> Applied {
        self.apply_for(&self.course, email).await
    }

    pub(super) async fn apply_for(&self, course: &str, email: &str) -> Applied {
        let applied = self.world.apply(course, "Ada Lovelace", email).await.expect(201);
        let (order, url) = (applied.str("/order"), applied.str("/url"));
        let session = url.split("/c/pay/").nth(1).unwrap_or_default().to_owned();
        Applied { order, session }
    }

    /// Applies and pays, with the news of it.
    pub(super) async fn sell(&self, email: &str) -> Applied {
        let applied = self.apply(email).await;
        self.pay(&applied).await;
        applied
    }

    pub(super) async fn pay(&self, applied: &Applied) {
        self.at_stripe(&format!("sessions/{}/pay", applied.session), json!({})).await.expect(200);
    }

    /// A free course of the public catalog.
    pub(super) async fn free_course(&self) -> String {
        self.world.course_with_lessons(false).await.id.to_string()
    }

    pub(super) async fn at_stripe(&self, path: &str, body: Value) -> Reply {
        let address = format!("{}/stand-in/{path}", self.world.platform.stripe.trim_end_matches('/'));
        let browser = self.world.browser();
        let ask = browser.ask(Method::POST, &address).without("origin").without("sec-fetch-site");
        ask.json(&body).send().await
    }

    /// Sets the stand-in's fault switches; those left out are off.
    pub(super) async fn faults(&self, faults: Value) {
        let address = format!("{}/stand-in/faults", self.world.platform.stripe.trim_end_matches('/'));
        let browser = self.world.browser();
        let ask = browser.ask(Method::PUT, &address).without("origin").without("sec-fetch-site");
        ask.json(&faults).send().await.expect(204);
    }

    /// A call of Stripe's interface itself, as its dashboard makes it.
    pub(super) async fn dashboard(&self, path: &str, form: &[(&str, &str)]) -> Reply {
        let keys = std::fs::read(self.world.folder().join("data/keys.json")).unwrap();
        let keys: Value = serde_json::from_slice(&keys).unwrap();
        let address = format!("{}/v1/{path}", self.world.platform.stripe.trim_end_matches('/'));
        let browser = self.world.browser();
        let ask = browser.ask(Method::POST, &address).without("origin").without("sec-fetch-site");
        let key = format!("Bearer {}", keys["stripe_key"].as_str().unwrap());
        ask.header("authorization", &key).form(form).send().await
    }

    /// A request to the table itself, past everything that keeps it in order.
    pub(super) async fn at_table(&self, verb: &str, body: &Value) -> Reply {
        let browser = self.world.browser();
        let endpoint = self.world.platform.app.settings.table_endpoint.clone().unwrap();
        let ask = browser.ask(Method::POST, &format!("{}/", endpoint.trim_end_matches('/')));
        let ask = ask.json(body).header("content-type", "application/x-amz-json-1.0");
        let ask =
            ask.header("x-amz-date", "20260101T000000Z").header("x-amz-target", &format!("DynamoDB_20120810.{verb}"));
        let scope = "Credential=local/20260101/local/dynamodb/aws4_request, SignedHeaders=host, Signature=0";
        ask.header("authorization", &format!("AWS4-HMAC-SHA256 {scope}")).send().await.expect(200)
    }

    /// An order as staff sees it.
    pub(super) async fn order(&self, order: &str) -> Value {
        self.staff.get(&format!("/api/admin/orders/{order}")).await.expect(200).json()
    }

    pub(super) async fn state(&self, order: &str) -> String {
        self.order(order).await["state"].as_str().unwrap().to_owned()
    }

    /// The provider's payment of an order.
    pub(super) async fn payment(&self, order: &str) -> String {
        self.order(order).await["payment_intent"].as_str().unwrap().to_owned()
    }

    /// Asks for a refund of an order as it is now.
    pub(super) async fn refund(&self, order: &str, amount_minor: Option<u64>) -> Reply {
        let version = self.order(order).await["version"].clone();
        let form = json!({ "version": version, "amount_minor": amount_minor, "reason": "asked for" });
        self.staff.post(&format!("/api/admin/orders/{order}/refund"), form).await
    }

    /// The public account of an address.
    pub(super) async fn account(&self, email: &str) -> String {
        let found = self.staff.get(&format!("/api/admin/accounts?realm=public&q={email}")).await.expect(200);
        found.str("/items/0/id")
    }

    pub(super) async fn accounts(&self) -> usize {
        let found = self.staff.get("/api/admin/accounts?realm=public").await.expect(200).json();
        found["items"].as_array().map_or(0, Vec::len)
    }

    /// The enrollment of an address in the course, as staff sees it.
    pub(super) async fn enrollment(&self, email: &str) -> Reply {
        let account = self.account(email).await;
        self.staff.get(&format!("/api/courses/{}/enrollments/{account}", self.course)).await
    }

    pub(super) async fn place(&self, email: &str) -> String {
        self.enrollment(email).await.expect(200).str("/state")
    }

    /// Moves an enrollment by staff's word.
    pub(super) async fn change(&self, email: &str, transition: &str) -> Reply {
        let account = self.account(email).await;
        self.staff.post(&format!("/api/courses/{}/enrollments/{account}/{transition}", self.course), json!({})).await
    }

    /// Puts an account into the course by staff's word.
    pub(super) async fn enroll(&self, email: &str) -> String {
        let account = self.account(email).await;
        let path = format!("/api/courses/{}/enrollments", self.course);
        self.staff.post(&path, json!({ "account": account })).await.expect(201).str("/state")
    }

    pub(super) async fn edit_course(&self, change: Value) {
        self.staff.patch(&format!("/api/admin/courses/{}", self.course), change).await.expect(200);
    }

    pub(super) async fn reconcile(&self) -> commerce::Reconciled {
        commerce::reconcile(&self.world.platform.shop).await.unwrap()
    }
}
