//! What every run begins with: a founded platform with two partners, their people, and courses of every kind. It is made
//! once, through the real routers in clear weather, and copied for each run.

use std::sync::OnceLock;

use serde_json::{Value, json};
use tempfile::TempDir;

use super::mail::Taken;
use super::people::{Ask, Person, Standing};
use super::world::World;

/// A course of the scene.
#[derive(Debug, Clone)]
pub(super) struct Offer {
    pub(super) id: String,
    pub(super) lessons: Vec<String>,
    /// Its dated runs, of which it has two or none.
    pub(super) terms: Vec<String>,
}

impl Offer {
    /// The run that this number means, where the course has any.
    pub(super) fn term(&self, number: usize) -> Option<&str> {
        self.terms.get(number % self.terms.len().max(1)).map(String::as_str)
    }
}

/// The scene, and where its table is kept.
pub(super) struct Scene {
    pub(super) people: Vec<Person>,
    pub(super) partners: Vec<String>,
    pub(super) courses: Vec<Offer>,
    pub(super) letters: Vec<Taken>,
    pub(super) table: String,
    _folder: TempDir,
}

/// Courses of the public catalog come first: two that cost something, the second with two seats, and a free one.
pub(super) const PUBLIC_COURSES: usize = 3;

/// The scene of all runs.
pub(super) fn scene() -> &'static Scene {
    static SCENE: OnceLock<Scene> = OnceLock::new();
    // A thread of its own: the first run that asks is inside a runtime already.
    SCENE.get_or_init(|| std::thread::spawn(|| super::run::in_paused_time(set())).join().unwrap())
}

async fn set() -> Scene {
    let world = World::empty().await;
    found(&world).await;
    let mut partners = Vec::new();
    for slug in ["acme", "globex"] {
        let made = world.ask(Some(0), Ask::post("/api/admin/partners", &json!({ "name": slug, "slug": slug }))).await;
        partners.push(made.expect(201).str("/id"));
    }
    let [first, second] = [Some(partners[0].as_str()), Some(partners[1].as_str())];
    for (standing, tier, partner) in [
        (Standing::Administrator, "administrator", None),
        (Standing::PartnerAdministrator(0), "administrator", first),
        (Standing::PartnerAdministrator(1), "administrator", second),
        (Standing::InternalLearner, "learner", None),
        (Standing::InternalLearner, "learner", None),
        (Standing::PartnerLearner(0), "learner", first),
        (Standing::PartnerLearner(1), "learner", second),
    ] {
        invite(&world, standing, tier, partner).await;
    }
    for number in 0..4 {
        world.people.lock().unwrap().push(stranger(Standing::Buyer, &format!("buyer{number}@example.org"), "public"));
    }
    // One with seats of its own, and one that takes as many as its course says.
    let runs = json!([
        { "starts_at": "2199-01-01T09:00:00Z", "seats": 1 },
        { "starts_at": "2199-02-01T09:00:00Z", "ends_at": "2199-02-02T09:00:00Z", "place": "Berlin" },
    ]);
    let paid = |amount: &str, currency: &str| json!({ "amount": amount, "currency": currency });
    let mut courses = Vec::new();
    for form in [
        json!({ "audience": "public", "title": "Ropes", "price": paid("49.00", "EUR") }),
        json!({ "audience": "public", "title": "Knots", "price": paid("20.00", "USD"), "seats": 2, "terms": runs }),
        json!({ "audience": "public", "title": "Sails" }),
        json!({ "audience": "internal", "title": "Safety", "seats": 1, "self_enrollment": "open", "terms": runs }),
        json!({ "audience": "partner", "partner": first, "title": "Acme only", "self_enrollment": "open" }),
        json!({ "audience": "partner", "partner": second, "title": "Globex only", "self_enrollment": "open" }),
    ] {
        courses.push(publish(&world, form).await);
    }
    while world.pump(1_000).await > 0 {}
    let folder = tempfile::tempdir().unwrap();
    let table = folder.path().join("scene.db").to_str().unwrap().to_owned();
    world.outside.wire.database.vacuum_into(&table).unwrap();
    let people = world.people.lock().unwrap().clone();
    let letters = world.outside.post.letters();
    Scene { people, partners, courses, letters, table, _folder: folder }
}

fn stranger(standing: Standing, email: &str, realm: &str) -> Person {
    Person {
        standing,
        email: email.to_owned(),
        realm: realm.to_owned(),
        account: None,
        passwords: Vec::new(),
        has_password: false,
        cookies: Default::default(),
        csrf: String::new(),
    }
}

async fn found(world: &World) {
    let link = signup::founder_link(&world.process().app).await.unwrap().unwrap();
    let token = link.split_once("token=").unwrap().1;
    let email = "owner@portico.example";
    let form = json!({ "token": token, "name": "Olga", "email": email, "password": "the first password of all" });
    let made = world.ask(None, Ask::post("/api/signup/administrator", &form)).await.expect(201);
    let mut owner = stranger(Standing::Owner, email, "main");
    owner.account = Some(made.str("/account"));
    owner.passwords = vec!["the first password of all".to_owned()];
    owner.has_password = true;
    world.people.lock().unwrap().push(owner);
    assert!(world.sign_in(0).await, "the owner signs in");
}

async fn invite(world: &World, standing: Standing, tier: &str, partner: Option<&str>) {
    let who = world.people.lock().unwrap().len();
    let email = format!("person{who}@example.org");
    let mut form = json!({ "tier": tier, "type": "internal", "name": "Somebody", "email": email });
    if let Some(partner) = partner {
        form["type"] = json!("partner");
        form["partner"] = json!(partner);
    }
    let made = world.ask(Some(0), Ask::post("/api/admin/accounts", &form)).await.expect(201);
    let mut person = stranger(standing, &email, partner.unwrap_or("main"));
    person.account = Some(made.str("/id"));
    world.people.lock().unwrap().push(person);
    while world.pump(1_000).await > 0 {}
    world.set_password(who, "a password of some words").await;
    assert!(world.sign_in(who).await, "{standing:?} signs in");
}

async fn publish(world: &World, mut form: Value) -> Offer {
    form["languages"] = json!(["en"]);
    let made = world.ask(Some(0), Ask::post("/api/admin/courses", &form)).await.expect(201);
    let id = made.str("/id");
    let lesson = |title: &str| json!({ "title": title, "minutes": 5, "markdown": "Read **this**." });
    let outline = json!({ "outline": [{ "title": "One", "lessons": [lesson("a"), lesson("b")] }] });
    let path = format!("/api/admin/courses/{id}");
    let changed = world.ask(Some(0), Ask::send(http::Method::PATCH, &path, &outline)).await.expect(200).json();
    let listed = changed.pointer("/outline/0/lessons").and_then(Value::as_array).unwrap();
    let lessons = listed.iter().map(|lesson| lesson["id"].as_str().unwrap().to_owned()).collect();
    let dated = changed["terms"].as_array().unwrap();
    let terms = dated.iter().map(|term| term["id"].as_str().unwrap().to_owned()).collect();
    world.ask(Some(0), Ask::post(format!("{path}/publish"), &json!({}))).await.expect(200);
    Offer { id, lessons, terms }
}
