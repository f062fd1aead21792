//! People of the world: the founder, administrators, buyers.

use serde_json::{Value, json};

use crate::PASSWORD;
use crate::browser::Browser;
use crate::reply::Reply;
use crate::world::World;

/// A signed-in administrator's browser.
pub type Administrator = Browser;

/// The part of an address after `token=`.
fn token_of(link: &str) -> &str {
    link.split_once("token=").map_or("", |(_, token)| token)
}

impl World {
    /// Founds the platform: makes the first administrator (who is the owner) with the printed link, and signs in.
    #[expect(clippy::expect_used, reason = "a test without its founder has failed")]
    pub async fn founder(&self) -> Administrator {
        let link = self.platform.administrator.clone().expect("a platform without administrators");
        let form = [
            ("token", token_of(&link)),
            ("name", "Olga Owner"),
            ("email", "olga@portico.example"),
            ("password", PASSWORD),
        ];
        self.browser().submit("/api/signup/administrator", &form).await;
        self.sign_in("olga@portico.example", PASSWORD, "main").await
    }

    /// Signs in with a fresh browser; the test fails where that is refused.
    pub async fn sign_in(&self, email: &str, password: &str, realm: &str) -> Browser {
        let browser = self.browser();
        self.try_sign_in(&browser, email, password, realm).await.expect(200);
        browser
    }

    /// Tries to sign in.
    pub async fn try_sign_in(&self, browser: &Browser, email: &str, password: &str, realm: &str) -> Reply {
        let body = json!({ "email": email, "password": password, "realm": realm });
        let reply = browser.post("/api/login", body).await;
        if reply.code() == 200 {
            browser.set_csrf(&reply.str("/csrf"));
        }
        reply
    }

    /// Makes an account through the administration, sets its password with the mailed link and signs it in. `kind`
    /// holds `tier`, `type` and, where it needs one, `partner`. Gives the account's id and its browser.
    #[expect(clippy::expect_used, reason = "a test without its people has failed")]
    pub async fn person(&self, by: &Browser, email: &str, kind: Value) -> (String, Browser) {
        let mut body = json!({ "name": "Somebody", "email": email });
        let realm = match kind.get("partner").and_then(Value::as_str) {
            Some(partner) => partner.to_owned(),
            None => "main".to_owned(),
        };
        for (name, value) in kind.as_object().into_iter().flatten() {
            body.as_object_mut().expect("an object").insert(name.clone(), value.clone());
        }
        let account = by.post("/api/admin/accounts", body).await.expect(201).str("/id");
        self.use_password_link(email).await;
        (account, self.sign_in(email, PASSWORD, &realm).await)
    }

    /// Uses the newest mailed link to set the password.
    #[expect(clippy::expect_used, reason = "a test whose mail does not come has failed")]
    pub async fn use_password_link(&self, email: &str) {
        let mails = self.mails_to(email).await;
        let mut words = mails.iter().rev().flat_map(|mail| mail.text.split_whitespace());
        let link = words.find(|word| word.contains("token=")).expect("a mail with a link").to_owned();
        let form = [("token", token_of(&link)), ("password", PASSWORD)];
        self.browser().submit("/api/signup/password", &form).await.expect(200);
    }

    /// Applies for a course as a visitor, with JSON. Gives the answer of `POST /api/checkout`.
    pub async fn apply(&self, course: &str, name: &str, email: &str) -> Reply {
        self.browser().post("/api/checkout", json!({ "course": course, "name": name, "email": email })).await
    }

    /// Pays an order's page at the stand-in for Stripe; gives the checkout's id.
    #[expect(clippy::expect_used, reason = "a test that cannot pay has failed")]
    pub async fn pay(&self, url: &str) -> String {
        let session =
            url.split("/c/pay/").nth(1).and_then(|rest| rest.split(['?', '#']).next()).expect("a payment page");
        let path = format!("{}/stand-in/sessions/{session}/pay", self.platform.stripe.trim_end_matches('/'));
        let ask = self.browser();
        ask.ask(http::Method::POST, &path)
            .without("origin")
            .without("sec-fetch-site")
            .json(&json!({}))
            .send()
            .await
            .expect(200);
        session.to_owned()
    }

    /// Buys a course and becomes a signed-in learner.
    pub async fn learner(&self, course: &str, email: &str) -> Browser {
        let applied = self.apply(course, "Lena Learner", email).await.expect(201);
        let url = applied.str("/url");
        if url.contains("/c/pay/") {
            self.pay(&url).await;
        }
        self.use_password_link(email).await;
        self.sign_in(email, PASSWORD, "public").await
    }

    /// A course of the public catalog with lessons: its id, slug and whether it must be paid.
    #[expect(clippy::expect_used, reason = "a test without a course has failed")]
    pub async fn course_with_lessons(&self, paid: bool) -> domain::Course {
        let courses = self.platform.app.store.public_catalog().await.expect("a catalog");
        let mut fitting: Vec<_> = courses
            .into_iter()
            .filter(|course| course.lessons().next().is_some() && course.price.money().is_some() == paid)
            .collect();
        fitting.sort_by(|a, b| a.slug.cmp(&b.slug));
        fitting.into_iter().next().expect("a course with lessons")
    }
}
