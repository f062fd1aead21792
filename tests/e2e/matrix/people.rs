//! One of each kind of person, and fresh things for each call to be done to.

use std::sync::atomic::{AtomicU32, Ordering};

use jiff::SignedDuration;
use portico_tests::{Browser, PASSWORD, World};
use serde_json::{Value, json};

/// The kinds, from those who may least to those who may most.
pub const ROLES: [&str; 6] = ["visitor", "public", "internal", "partner", "admin", "owner"];

pub struct Everybody {
    pub world: World,
    /// An administrator that no call is made as: makes what calls are done to.
    pub maker: Browser,
    /// A course of the public catalog that costs something.
    pub sold: String,
    /// An order of it.
    pub order: String,
    calls: AtomicU32,
}

/// What one call is done to.
pub struct Targets {
    pub account: String,
    pub partner: String,
    pub course: String,
    pub lesson: String,
    pub place: String,
    pub set: String,
}

impl Everybody {
    pub async fn come_together() -> Self {
        let world = World::start().await;
        let owner = world.founder().await;
        let north = owner.post("/api/admin/partners", json!({ "name": "North" })).await.expect(201).str("/id");
        for (email, kind) in [
            ("internal@example.org", json!({ "tier": "learner", "type": "internal" })),
            ("partner@example.org", json!({ "tier": "administrator", "type": "partner", "partner": north })),
            ("admin@example.org", json!({ "tier": "administrator", "type": "internal" })),
        ] {
            world.person(&owner, email, kind).await;
        }
        let (_, maker) =
            world.person(&owner, "maker@example.org", json!({ "tier": "administrator", "type": "internal" })).await;
        let sold = world.course_with_lessons(true).await.id.to_string();
        world.learner(&sold, "public@example.org").await;
        let orders = owner.get("/api/admin/orders").await.expect(200);
        let order = orders.str("/items/0/id");
        Self { world, maker, sold, order, calls: AtomicU32::new(0) }
    }

    /// A name that no other call has.
    pub fn mark(&self, role: &str) -> String {
        format!("{role}{}", self.calls.fetch_add(1, Ordering::Relaxed))
    }

    /// A fresh login of somebody: what one call ends, no other one misses.
    pub async fn browser(&self, role: &str) -> Browser {
        let north = || async {
            let partners = self.maker.get("/api/admin/partners").await.expect(200).json();
            let north = partners["items"].as_array().unwrap().iter().find(|one| one["name"] == "North").unwrap();
            north["id"].as_str().unwrap().to_owned()
        };
        match role {
            "visitor" => self.world.browser(),
            "public" => self.signed_in("public@example.org", "public").await,
            "internal" => self.signed_in("internal@example.org", "main").await,
            "partner" => self.signed_in("partner@example.org", &north().await).await,
            "admin" => self.signed_in("admin@example.org", "main").await,
            _ => self.signed_in("olga@portico.example", "main").await,
        }
    }

    /// A fresh login, for calls that end it. Nobody begins so many in a minute: where they are too many, another one comes.
    async fn signed_in(&self, email: &str, realm: &str) -> Browser {
        let browser = self.world.browser();
        if self.world.try_sign_in(&browser, email, PASSWORD, realm).await.code() == 429 {
            self.world.forward(SignedDuration::from_secs(61));
            let own = self.maker.post("/api/login/refresh", json!({})).await.expect(200);
            self.maker.set_csrf(&own.str("/csrf"));
            self.maker.post("/api/login/confirm", json!({ "password": PASSWORD })).await.expect(204);
            self.world.try_sign_in(&browser, email, PASSWORD, realm).await.expect(200);
        }
        browser
    }

    /// Somebody of the same kind, whom nobody needs any more.
    pub async fn leaving(&self, role: &str, mark: &str) -> Browser {
        let email = format!("{mark}@leaving.example");
        let kind = match role {
            "public" => return self.world.learner(&self.sold, &email).await,
            "internal" => json!({ "tier": "learner", "type": "internal" }),
            "partner" => {
                let partner = self.maker.post("/api/admin/partners", json!({ "name": mark })).await.expect(201);
                json!({ "tier": "administrator", "type": "partner", "partner": partner.str("/id") })
            }
            "admin" => json!({ "tier": "administrator", "type": "internal" }),
            _ => return self.browser(role).await,
        };
        self.world.person(&self.maker, &email, kind).await.1
    }

    /// Fresh things of the main platform: a learner, a partner without people, a published course with one lesson in
    /// which the learner is enrolled where the path is about enrollments.
    pub async fn targets(&self, path: &str, mark: &str) -> Targets {
        let made = |path: &'static str, form: Value| async move { self.maker.post(path, form).await.expect(201) };
        let (mut account, mut partner, mut course, mut lesson, mut place, mut set) = Default::default();
        if path.contains("{account}") || path.contains("/enrollments") || path.ends_with("/members") {
            let email = format!("{mark}@people.example");
            let form = json!({ "tier": "learner", "type": "internal", "name": "Somebody", "email": email });
            account = made("/api/admin/accounts", form).await.str("/id");
        }
        if path.contains("{partner}") {
            partner = made("/api/admin/partners", json!({ "name": format!("Partner {mark}") })).await.str("/id");
        }
        if path.contains("{course}") {
            let form = json!({ "audience": "internal", "title": format!("Knots {mark}"), "languages": ["en"] });
            course = made("/api/admin/courses", form).await.str("/id");
            let lessons = json!([{ "title": "One", "minutes": 5, "markdown": "# Hello" }]);
            let change = json!({ "version": 1, "outline": [{ "title": "Start", "lessons": lessons }], "self_enrollment": "open" });
            let changed = self.maker.patch(&format!("/api/admin/courses/{course}"), change).await.expect(200);
            lesson = changed.str("/outline/0/lessons/0/id");
            if !path.ends_with("/publish") {
                self.maker.post(&format!("/api/admin/courses/{course}/publish"), json!({})).await.expect(200);
            }
            if path.contains("/enrollments/{account}") {
                let all = format!("/api/courses/{course}/enrollments");
                self.maker.post(&all, json!({ "account": account })).await.expect(201);
            }
        }
        if path.contains("{path}") || path.contains("{place}/enrollments") {
            place = made("/api/admin/places/path", json!({ "name": format!("Path {mark}") })).await.str("/id");
            if path.contains("/enrollments/{account}") {
                let all = format!("/api/admin/places/path/{place}/enrollments");
                self.maker.post(&all, json!({ "account": account })).await.expect(201);
            }
        } else if path.contains("{place}") {
            place = made("/api/admin/places/group", json!({ "name": format!("Group {mark}") })).await.str("/id");
            if path.contains("/members/{account}") {
                let all = format!("/api/admin/places/group/{place}/members");
                self.maker.post(&all, json!({ "account": account })).await.expect(201);
            }
        }
        if path.contains("/roles/{role}") {
            let all = format!("/api/admin/accounts/{account}/roles");
            self.maker.post(&all, json!({ "role": "instructor" })).await.expect(201);
        }
        if path.contains("{set}") {
            let form = json!({
                "kind": "custom_role", "name": mark, "parent": "instructor", "actions": ["course.create"],
            });
            set = made("/api/admin/permission-sets/main", form).await.str("/set/id");
        }
        Targets { account, partner, course, lesson, place, set }
    }
}
