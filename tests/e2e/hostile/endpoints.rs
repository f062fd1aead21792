//! Every endpoint of the description, with an address that leads to something real.

use std::collections::BTreeMap;

use http::Method;
use portico_tests::{Browser, World};
use serde_json::{Value, json};

/// A platform whose founder is signed in, with one of everything.
pub struct Platform {
    pub world: World,
    pub founder: Browser,
    pub description: Value,
    ids: BTreeMap<&'static str, String>,
}

/// An operation.
pub struct Endpoint {
    pub method: Method,
    /// As it is described, such as `/api/my/courses/{course}`.
    pub template: String,
    /// With real ids in it.
    pub path: String,
    /// The kinds of body that are taken; empty where none is.
    pub takes: Vec<String>,
    /// The fields of the body with their schemas.
    pub fields: BTreeMap<String, Value>,
}

impl Platform {
    /// A fresh one.
    pub async fn start() -> Self {
        let world = World::start().await;
        let founder = world.founder().await;
        let course = world.course_with_lessons(true).await;
        let learner = json!({ "tier": "learner", "type": "internal", "name": "Lena", "email": "lena@example.org" });
        let account = founder.post("/api/admin/accounts", learner).await.expect(201).str("/id");
        let partner = founder.post("/api/admin/partners", json!({ "name": "North" })).await.expect(201).str("/id");
        let order = world.apply(&course.id.to_string(), "Bo Buyer", "bo@example.org").await.expect(201).str("/order");
        let login = founder.get("/api/login/devices").await.expect(200).str("/devices/0/id");
        let lesson = course.lessons().next().map(|lesson| lesson.id.to_string()).unwrap_or_default();
        let group = founder.post("/api/admin/places/group", json!({ "name": "G" })).await.expect(201).str("/id");
        let path = founder.post("/api/admin/places/path", json!({ "name": "P" })).await.expect(201).str("/id");
        let rules = json!({ "version": 0, "mode": "moderated" });
        founder.put("/api/admin/registration", rules).await.expect(200);
        let wish = json!({ "name": "Wanda", "email": "wanda@example.org" });
        world.browser().post("/api/signup/request", wish).await.expect(202);
        let request = founder.get("/api/admin/requests").await.expect(200).str("/items/0/id");
        let custom = json!({
            "kind": "custom_role", "name": "Makers", "parent": "instructor", "actions": ["course.create"],
        });
        let sets = format!("/api/admin/permission-sets/{partner}");
        let set = founder.post(&sets, custom).await.expect(201).str("/set/id");
        let ask = founder.ask(Method::POST, "/api/me/photos").header("content-type", "image/jpeg");
        let photo = ask.body(portico_tests::pictures::jpeg(9)).send().await.expect(201).str("/id");
        let free = world.course_with_lessons(false).await.id;
        let cara = world.learner(&free.to_string(), "cara@example.org").await;
        let her = cara.get("/api/login/me").await.expect(200).str("/account/id");
        founder.post(&format!("/api/courses/{free}/enrollments/{her}/complete"), json!({})).await.expect(200);
        let certificate = cara.get("/api/my/courses").await.expect(200).str("/courses/0/certificate");
        let spring = json!({ "key": "hostile-hostile-1", "code": "SPRING", "percent_off": 25 });
        let promotion = founder.post("/api/admin/promotions", spring).await.expect(201).str("/id");
        let ids = BTreeMap::from([
            ("certificate", certificate),
            ("set", set),
            ("request", request),
            ("kind", "group".to_owned()),
            ("place", group),
            ("path", path),
            ("role", "instructor".to_owned()),
            ("object", "platform".to_owned()),
            ("course", course.id.to_string()),
            ("account", account),
            ("tenant", partner.clone()),
            ("partner", partner),
            ("order", order),
            ("login", login),
            ("photo", photo),
            // No device makes one here: it is as good as somebody else's.
            ("passkey", "AAECAwQFBgcICQoLDA0ODw".to_owned()),
            ("promotion", promotion),
            ("lesson", lesson),
            ("transition", "suspend".to_owned()),
            ("report", "enrollments".to_owned()),
        ]);
        assert!(ids.values().all(|id| !id.is_empty()), "{ids:?}");
        let description = serde_json::from_str(&world.platform.description).unwrap();
        Self { world, founder, description, ids }
    }

    /// A real id.
    pub fn id(&self, name: &str) -> &str {
        &self.ids[name]
    }

    /// Every path as it is described, with what is offered there.
    pub fn paths(&self) -> impl Iterator<Item = (&String, &Value)> {
        self.description["paths"].as_object().into_iter().flatten()
    }

    /// The path with real ids in its gaps.
    pub fn filled(&self, template: &str) -> String {
        let ids = self.ids.iter();
        let path = ids.fold(template.to_owned(), |path, (name, id)| path.replace(&format!("{{{name}}}"), id));
        assert!(!path.contains('{'), "{path}: an id of what?");
        path
    }

    /// Every endpoint.
    pub fn endpoints(&self) -> Vec<Endpoint> {
        let mut found = Vec::new();
        for (template, operations) in self.paths() {
            for (method, operation) in operations.as_object().into_iter().flatten() {
                let content = operation.pointer("/requestBody/content").and_then(Value::as_object);
                let takes: Vec<String> = content.into_iter().flatten().map(|(kind, _)| kind.clone()).collect();
                let schema = content.and_then(|content| content.values().next()).map(|one| &one["schema"]);
                found.push(Endpoint {
                    method: method.to_uppercase().parse().unwrap(),
                    template: template.clone(),
                    path: self.filled(template),
                    takes,
                    fields: schema.map(|schema| self.fields(schema)).unwrap_or_default(),
                });
            }
        }
        found
    }

    fn fields(&self, schema: &Value) -> BTreeMap<String, Value> {
        let named = schema["$ref"].as_str().and_then(|name| self.description.pointer(name.trim_start_matches('#')));
        let properties = named.unwrap_or(schema)["properties"].as_object();
        properties.into_iter().flatten().map(|(name, schema)| (name.clone(), schema.clone())).collect()
    }

    /// How much was ever written to the table. What changes nothing does not move it.
    pub fn written(&self) -> u64 {
        self.world.platform.app.store.consumption().write_units
    }
}

impl Endpoint {
    /// Whether its body is an object of fields, and not a file.
    pub fn takes_fields(&self) -> bool {
        !self.fields.is_empty() || self.template.ends_with("/enroll") || self.template.ends_with("/start")
    }

    /// How it is called.
    pub fn name(&self) -> String {
        format!("{} {}", self.method, self.template)
    }
}
