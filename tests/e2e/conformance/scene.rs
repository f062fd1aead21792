//! A founded platform, and how people and courses are made on it: all through the administration's own endpoints.

use std::sync::atomic::{AtomicUsize, Ordering};

use portico_tests::{Browser, Reply, World};
use serde_json::{Value, json};

use super::shared::Stage;

/// A platform with its first administrator and without partner platforms.
pub struct Scene {
    pub world: World,
    /// Whoever founded it.
    pub owner: Browser,
    words: AtomicUsize,
}

/// Somebody with an account, signed in.
pub struct Person {
    pub id: String,
    pub email: String,
    pub browser: Browser,
}

/// A published course with one lesson.
pub struct Course {
    pub id: String,
    pub slug: String,
    pub lesson: String,
}

impl Course {
    /// Where its learner finds it.
    pub fn own(&self) -> String {
        format!("/api/my/courses/{}", self.id)
    }

    /// Where its learner reads the lesson.
    pub fn own_lesson(&self) -> String {
        format!("{}/lessons/{}", self.own(), self.lesson)
    }

    /// Its page on the public site.
    pub fn page(&self) -> String {
        format!("/courses/{}/", self.slug)
    }
}

/// An account of type `internal`.
pub fn internal(tier: &str) -> Value {
    json!({ "tier": tier, "type": "internal" })
}

/// An account of type `partner`.
pub fn of_partner(tier: &str, partner: &str) -> Value {
    json!({ "tier": tier, "type": "partner", "partner": partner })
}

/// Whom a course is made for: `internal`, `public`, or the id of a partner.
pub fn audience(word: &str) -> Value {
    match word {
        "internal" | "public" => json!({ "audience": word }),
        partner => json!({ "audience": "partner", "partner": partner }),
    }
}

/// One JSON object with the fields of another on top.
pub fn with(mut base: Value, more: Value) -> Value {
    let fields = more.as_object().cloned().unwrap_or_default();
    base.as_object_mut().unwrap().extend(fields);
    base
}

impl Stage for Scene {
    async fn set() -> Self {
        Self::new().await
    }
}

impl Scene {
    /// A fresh one.
    pub async fn new() -> Self {
        let world = World::start().await;
        let owner = world.founder().await;
        Self { world, owner, words: AtomicUsize::new(1) }
    }

    /// A word that nobody used yet.
    pub fn word(&self) -> String {
        format!("word-{}", self.words.fetch_add(1, Ordering::Relaxed))
    }

    /// An address that nobody used yet.
    pub fn email(&self) -> String {
        format!("{}@example.org", self.word())
    }

    /// A partner platform; its id.
    pub async fn partner(&self) -> String {
        self.owner.post("/api/admin/partners", json!({ "name": self.word() })).await.expect(201).str("/id")
    }

    /// Tries to make an account with a new address.
    pub async fn make(&self, kind: Value) -> Reply {
        let form = with(kind, json!({ "name": "Somebody", "email": self.email() }));
        self.owner.post("/api/admin/accounts", form).await
    }

    /// An account as the administration shows it.
    pub async fn account(&self, id: &str) -> Value {
        self.owner.get(&format!("/api/admin/accounts/{id}")).await.expect(200).json()
    }

    /// The accounts of a realm whose name or address begins so.
    pub async fn accounts(&self, realm: &str, q: &str) -> Vec<Value> {
        let list = self.owner.get(&format!("/api/admin/accounts?realm={realm}&q={q}&limit=100")).await.expect(200);
        list.json()["items"].as_array().unwrap().clone()
    }

    /// Somebody whom the administration made.
    pub async fn person(&self, kind: Value) -> Person {
        let email = self.email();
        let (id, browser) = self.world.person(&self.owner, &email, kind).await;
        Person { id, email, browser }
    }

    /// Somebody who bought a course.
    pub async fn buyer(&self, course: &Course) -> Person {
        let email = self.email();
        let browser = self.world.learner(&course.id, &email).await;
        let id = self.accounts("public", &email).await[0]["id"].as_str().unwrap().to_owned();
        Person { id, email, browser }
    }

    /// A course that nobody but its administrators sees yet.
    pub async fn draft(&self, word: &str) -> Course {
        let title = self.word();
        let form = with(audience(word), json!({ "title": title, "languages": ["en"] }));
        let id = self.owner.post("/api/admin/courses", form).await.expect(201).str("/id");
        let lessons = json!([{ "title": "One", "minutes": 5, "markdown": "# Hello" }]);
        let mut change = json!({ "version": 1, "outline": [{ "title": "Start", "lessons": lessons }] });
        if word != "public" {
            change = with(change, json!({ "self_enrollment": "open" }));
        }
        let made = self.owner.patch(&format!("/api/admin/courses/{id}"), change).await.expect(200);
        Course { id, slug: made.str("/slug"), lesson: made.str("/outline/0/lessons/0/id") }
    }

    /// A published course.
    pub async fn course(&self, word: &str) -> Course {
        let course = self.draft(word).await;
        self.publish(&course).await;
        course
    }

    /// A published public course with a price.
    pub async fn priced(&self, amount: &str) -> Course {
        let course = self.draft("public").await;
        let price = json!({ "price": { "amount": amount, "currency": "EUR" } });
        self.owner.patch(&format!("/api/admin/courses/{}", course.id), price).await.expect(200);
        self.publish(&course).await;
        course
    }

    async fn publish(&self, course: &Course) {
        self.owner.post(&format!("/api/admin/courses/{}/publish", course.id), json!({})).await.expect(200);
        // The public site follows the table.
        self.world.catch_up().await;
    }
}
