//! Everything that administering a platform consists of, as requests: who may do all of it administers the platform,
//! who may do none of it does not.

use http::Method;
use portico_tests::Browser;
use serde_json::{Value, json};

use super::scene::{Scene, audience, internal, of_partner, with};

/// A request, in an order in which each one finds what it needs.
pub struct Deed {
    method: Method,
    path: String,
    body: Value,
}

fn deed(method: Method, path: impl Into<String>, body: Value) -> Deed {
    Deed { method, path: path.into(), body }
}

fn read(path: impl Into<String>) -> Deed {
    deed(Method::GET, path, Value::Null)
}

fn post(path: impl Into<String>) -> Deed {
    deed(Method::POST, path, json!({}))
}

/// A platform to be administered, with an account and a course that the owner put there.
pub struct Estate {
    account: String,
    course: String,
    deeds: Vec<Deed>,
}

impl Estate {
    /// The main platform's own.
    pub async fn of_main(scene: &Scene) -> Self {
        let mut estate = Self::of_main_without_partners(scene).await;
        estate.deeds.push(read("/api/admin/partners"));
        estate.deeds.push(deed(Method::POST, "/api/admin/partners", json!({ "name": scene.word() })));
        estate
    }

    /// The main platform's own, but for making partner platforms.
    pub async fn of_main_without_partners(scene: &Scene) -> Self {
        let mut estate = Self::of(scene, "main", "internal", internal("learner")).await;
        let lists = ["orders", "audit", "accounts?realm=public", "courses?audience=public"];
        estate.deeds.extend(lists.map(|list| read(format!("/api/admin/{list}"))));
        estate.deeds.push(read("/api/permissions/explain?account=visitor&action=audit.view&object=platform"));
        let public = with(audience("public"), json!({ "title": scene.word(), "languages": ["en"] }));
        estate.deeds.push(deed(Method::POST, "/api/admin/courses", public));
        estate
    }

    /// A partner platform's.
    pub async fn of_partner(scene: &Scene, partner: &str) -> Self {
        let mut estate = Self::of(scene, partner, partner, of_partner("learner", partner)).await;
        estate.deeds.push(read(format!("/api/admin/partners/{partner}")));
        estate
    }

    async fn of(scene: &Scene, realm: &str, for_whom: &str, kind: Value) -> Self {
        let account = scene.make(kind.clone()).await.expect(201).str("/id");
        let course = scene.draft(for_whom).await.id;
        let (people, one) = ("/api/admin/accounts", format!("/api/admin/accounts/{account}"));
        let (courses, it) = ("/api/admin/courses", format!("/api/admin/courses/{course}"));
        let inside = format!("/api/courses/{course}/enrollments");
        let enrolled = format!("{inside}/{account}");
        let new_person = with(kind, json!({ "name": "New", "email": scene.email() }));
        let new_course = with(audience(for_whom), json!({ "title": scene.word(), "languages": ["en"] }));
        let deeds = vec![
            read(format!("{people}?realm={realm}")),
            deed(Method::POST, people, new_person),
            read(&one),
            deed(Method::PATCH, &one, json!({ "name": "Renamed" })),
            post(format!("{one}/deactivate")),
            post(format!("{one}/reactivate")),
            post(format!("{one}/invite")),
            read(format!("{courses}?audience={for_whom}")),
            deed(Method::POST, courses, new_course),
            read(&it),
            deed(Method::PATCH, &it, json!({ "summary": "Changed." })),
            post(format!("{it}/publish")),
            read(&inside),
            deed(Method::POST, &inside, json!({ "account": account })),
            read(&enrolled),
            post(format!("{enrolled}/suspend")),
            deed(Method::DELETE, &enrolled, Value::Null),
            post(format!("{it}/unpublish")),
            post(format!("{it}/archive")),
            deed(Method::DELETE, &one, Value::Null),
        ];
        Self { account, course, deeds }
    }

    /// Does all of it, and fails where something is refused.
    pub async fn is_administered_by(&self, browser: &Browser) {
        for Deed { method, path, body } in &self.deeds {
            let reply = browser.ask(method.clone(), path).json(body).send().await;
            assert!(reply.status.is_success(), "{method} {path}: {} {}", reply.code(), reply.text());
        }
    }

    /// Tries all of it, and fails where something is not refused or leaves a trace.
    pub async fn is_closed_to(&self, browser: &Browser, scene: &Scene) {
        let before = self.state(scene).await;
        for Deed { method, path, body } in &self.deeds {
            let code = browser.ask(method.clone(), path).json(body).send().await.code();
            assert!(matches!(code, 403 | 404 | 422), "{method} {path}: {code}");
        }
        assert_eq!(self.state(scene).await, before);
    }

    async fn state(&self, scene: &Scene) -> (Value, Value) {
        let course = scene.owner.get(&format!("/api/admin/courses/{}", self.course)).await.expect(200).json();
        (scene.account(&self.account).await, course)
    }
}
