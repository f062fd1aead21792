//! A platform with its owner, and the requests that people send to it.

use std::sync::Arc;

use domain::AccountId;
use http::Method;
use portico_tests::{Browser, Reply, World};
use serde_json::{Value, json};

/// The platform.
pub struct Scene {
    pub world: World,
    /// Who founded it.
    pub owner: Person,
}

/// Somebody who asks.
#[derive(Clone)]
pub struct Person {
    pub id: AccountId,
    browser: Arc<Browser>,
}

/// What came back.
#[derive(Debug)]
pub struct Answer {
    pub status: u16,
    pub text: String,
}

impl Answer {
    fn of(reply: &Reply) -> Self {
        // The request's own id is another each time.
        let mut body = reply.json();
        let text = match body.as_object_mut().and_then(|problem| problem.remove("request_id")) {
            Some(_) => body.to_string(),
            None => reply.text(),
        };
        Self { status: reply.code(), text }
    }

    /// The body as JSON; null where it is none.
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.text).unwrap_or(Value::Null)
    }

    /// A text of the body.
    pub fn text_of(&self, field: &str) -> String {
        self.json()[field].as_str().unwrap_or_default().to_owned()
    }

    /// The fields that a refusal names.
    pub fn fields(&self) -> Vec<String> {
        let fields = self.json()["fields"].as_array().cloned().unwrap_or_default();
        fields.iter().map(|field| field["field"].as_str().unwrap().to_owned()).collect()
    }

    /// One text of every entry of a page.
    pub fn each(&self, field: &str) -> Vec<String> {
        let items = self.json()["items"].as_array().cloned().unwrap_or_default();
        items.iter().map(|item| item[field].as_str().unwrap_or_default().to_owned()).collect()
    }

    /// The answer, which must have this status.
    #[track_caller]
    pub fn expect(self, status: u16) -> Self {
        assert_eq!(self.status, status, "{}", self.text);
        self
    }
}

/// A name as an address.
fn address(name: &str) -> String {
    format!("{}@example.org", name.to_lowercase().replace(' ', "."))
}

impl Person {
    /// The value of a cookie.
    pub fn cookie(&self, name: &str) -> Option<String> {
        self.browser.cookie(name)
    }
}

impl Scene {
    /// A fresh platform with its owner.
    pub async fn new() -> Self {
        let world = World::start().await;
        let browser = world.founder().await;
        let found = browser.get("/api/admin/accounts?q=olga@").await.expect(200);
        let id = found.str("/items/0/id").parse().unwrap();
        Self { world, owner: Person { id, browser: Arc::new(browser) } }
    }

    /// Nobody in particular.
    pub fn visitor(&self) -> Person {
        Person { id: AccountId::from_bytes([0; 16]), browser: Arc::new(self.world.browser()) }
    }

    /// Sends a request with a body of this type.
    pub async fn send(
        &self,
        who: &Person,
        method: Method,
        path: &str,
        kind: &str,
        body: impl Into<bytes::Bytes>,
    ) -> Answer {
        Answer::of(&who.browser.ask(method, path).header("content-type", kind).body(body).send().await)
    }

    /// Reads.
    pub async fn get(&self, who: &Person, path: &str) -> Answer {
        Answer::of(&who.browser.get(path).await)
    }

    /// Writes JSON.
    pub async fn post(&self, who: &Person, path: &str, body: Value) -> Answer {
        Answer::of(&who.browser.post(path, body).await)
    }

    /// Puts JSON in the place of what is there.
    pub async fn put(&self, who: &Person, path: &str, body: Value) -> Answer {
        Answer::of(&who.browser.put(path, body).await)
    }

    /// Changes with JSON.
    pub async fn patch(&self, who: &Person, path: &str, body: Value) -> Answer {
        Answer::of(&who.browser.patch(path, body).await)
    }

    /// Deletes.
    pub async fn delete(&self, who: &Person, path: &str) -> Answer {
        Answer::of(&who.browser.delete(path).await)
    }

    /// A partner platform; its id.
    pub async fn partner(&self, name: &str) -> String {
        self.post(&self.owner, "/api/admin/partners", json!({ "name": name })).await.expect(201).text_of("id")
    }

    /// An account that the owner makes; its id.
    pub async fn account(&self, tier: &str, type_name: &str, partner: Option<&str>, name: &str) -> String {
        let form = json!({ "tier": tier, "type": type_name, "partner": partner, "name": name, "email": address(name) });
        self.post(&self.owner, "/api/admin/accounts", form).await.expect(201).text_of("id")
    }

    /// An account that the owner makes, signed in with the password of its mailed link.
    pub async fn person(&self, tier: &str, type_name: &str, partner: Option<&str>, name: &str) -> Person {
        let kind = json!({ "tier": tier, "type": type_name, "partner": partner, "name": name });
        let (id, browser) = self.world.person(&self.owner.browser, &address(name), kind).await;
        Person { id: id.parse().unwrap(), browser: Arc::new(browser) }
    }

    /// Gives a role as the owner does.
    pub async fn give(&self, account: impl std::fmt::Display, role: &str, object: &str) -> Answer {
        let form = json!({ "role": role, "object": object });
        self.post(&self.owner, &format!("/api/admin/accounts/{account}/roles"), form).await
    }

    /// Signs somebody of the main platform in.
    pub async fn sign_in(&self, id: &str, name: &str) -> Person {
        let browser = self.world.sign_in(&address(name), portico_tests::PASSWORD, "main").await;
        Person { id: id.parse().unwrap(), browser: Arc::new(browser) }
    }

    /// Signs the owner in once more, where the login has ended.
    pub async fn owner_again(&mut self) {
        let browser = self.world.sign_in("olga@portico.example", portico_tests::PASSWORD, "main").await;
        self.owner = Person { id: self.owner.id, browser: Arc::new(browser) };
    }

    /// A course; its id.
    pub async fn course(&self, audience: &str, partner: Option<&str>, title: &str) -> String {
        let form = json!({ "audience": audience, "partner": partner, "title": title, "languages": ["en"] });
        self.post(&self.owner, "/api/admin/courses", form).await.expect(201).text_of("id")
    }

    /// The newest line of the audit; what writes nothing does not move it.
    pub async fn last_line(&self) -> String {
        let page = self.get(&self.owner, "/api/admin/audit?limit=1").await.expect(200);
        page.each("id").first().cloned().unwrap_or_default()
    }
}
