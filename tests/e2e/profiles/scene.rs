//! A platform with a few people on it, and what they do with one another.

use portico_tests::{Browser, Reply, World};
use serde_json::{Value, json};

/// Somebody with an account, signed in.
pub struct Person {
    pub id: String,
    pub email: String,
    pub browser: Browser,
}

/// A platform, and whoever runs it.
pub struct Scene {
    pub world: World,
    pub owner: Browser,
}

impl Scene {
    pub async fn set() -> Self {
        let world = World::start().await;
        let owner = world.founder().await;
        Self { world, owner }
    }

    /// An internal learner of this name.
    pub async fn person(&self, name: &str) -> Person {
        let kind = json!({ "tier": "learner", "type": "internal", "name": name });
        let email = format!("{}@example.org", name.to_lowercase());
        let (id, browser) = self.world.person(&self.owner, &email, kind).await;
        Person { id, email, browser }
    }
}

impl Person {
    /// Where others see the page.
    pub fn profile(&self) -> String {
        format!("/api/people/{}/profile", self.id)
    }

    pub async fn ask(&self, email: &str) -> Reply {
        self.browser.post("/api/me/friends", json!({ "email": email })).await
    }

    pub async fn accept(&self, other: &Person) -> Reply {
        self.browser.post(&format!("/api/me/friends/{}/accept", other.id), json!({})).await
    }

    pub async fn part_from(&self, other: &Person) {
        self.browser.delete(&format!("/api/me/friends/{}", other.id)).await.expect(204);
    }

    /// The ids of friends, or of those who ask to be.
    pub async fn listed(&self, path: &str) -> Vec<Value> {
        let list = self.browser.get(path).await.expect(200).json();
        list["items"].as_array().unwrap().iter().map(|one| one["account"].clone()).collect()
    }

    pub async fn friends(&self) -> Vec<Value> {
        self.listed("/api/me/friends").await
    }

    pub async fn asked_by(&self) -> Vec<Value> {
        self.listed("/api/me/friends/requests").await
    }

    pub async fn befriend(&self, other: &Person) {
        self.ask(&other.email).await.expect(202);
        other.accept(self).await.expect(204);
    }
}
