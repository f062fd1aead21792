//! Sends requests and notes what each costs, under the name of its route.

use std::collections::BTreeMap;

use http::Method;
use jiff::SignedDuration;
use portico_tests::{Ask, Browser, PASSWORD, Reply, World};
use serde_json::{Value, json};
use store::Consumption;
use web::{ACCESS_COOKIE, REFRESH_COOKIE};

use super::front::Front;

/// What one call of a route costs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cost {
    pub round_trips: u64,
    pub half_read_units: u64,
    pub write_units: u64,
}

impl Cost {
    fn between(before: Consumption, after: Consumption) -> Self {
        Self {
            round_trips: after.round_trips - before.round_trips,
            half_read_units: after.half_read_units - before.half_read_units,
            write_units: after.write_units - before.write_units,
        }
    }
}

/// A platform whose requests are counted.
pub struct Meter {
    pub world: World,
    pub front: Front,
    /// By route, such as `GET /api/my/courses/{course}`.
    pub costs: BTreeMap<String, Cost>,
}

impl Meter {
    /// A fresh platform.
    pub async fn start() -> Self {
        let world = World::start().await;
        let front = Front::open(&world).await;
        Self { world, front, costs: BTreeMap::new() }
    }

    /// Lets a second pass, for the functions and for what follows from them.
    fn tick(&self) {
        self.world.forward(SignedDuration::from_secs(1));
        self.front.tick();
    }

    /// Sends a request that is put together already.
    pub async fn send(&mut self, route: &str, ask: Ask<'_>) -> Reply {
        self.world.catch_up().await;
        self.tick();
        let store = &self.front.app.store;
        let before = store.consumption();
        let reply = ask.send().await;
        let cost = Cost::between(before, store.consumption());
        assert!(reply.status.is_success(), "{route}: {} {}", reply.code(), reply.text());
        assert_eq!(self.costs.insert(route.to_owned(), cost), None, "{route} is measured twice");
        reply
    }

    /// Sends a request: the route with its gaps filled in order, what is left over at the end, and JSON for a body.
    pub async fn call<const N: usize>(&mut self, who: &Browser, route: &str, filled: [&str; N], body: Value) -> Reply {
        let (method, path) = route.split_once(' ').unwrap();
        let mut address = path.to_owned();
        for text in filled {
            match (address.find('{'), address.find('}')) {
                (Some(from), Some(to)) => address.replace_range(from..=to, text),
                _ => address.push_str(text),
            }
        }
        let mut ask = who.ask(Method::from_bytes(method.as_bytes()).unwrap(), &address);
        if !body.is_null() {
            ask = ask.json(&body);
        }
        self.send(route, ask).await
    }

    /// Reads.
    pub async fn get<const N: usize>(&mut self, who: &Browser, route: &str, filled: [&str; N]) -> Reply {
        self.call(who, route, filled, Value::Null).await
    }

    /// Signs in with a fresh browser, uncounted.
    pub async fn signed_in(&self, email: &str, realm: &str) -> Browser {
        let browser = self.front.browser();
        let form = json!({ "email": email, "password": PASSWORD, "realm": realm });
        let reply = browser.post("/api/login", form).await.expect(200);
        browser.set_csrf(&reply.str("/csrf"));
        browser
    }

    /// A browser with the same login: what one becomes in it, the other one stays.
    pub fn beside(&self, browser: &Browser) -> Browser {
        let beside = self.front.browser();
        for name in [ACCESS_COOKIE, REFRESH_COOKIE] {
            browser.cookie(name).iter().for_each(|value| beside.set_cookie(name, value));
        }
        browser.csrf().iter().for_each(|value| beside.set_csrf(value));
        beside
    }

    /// The token of the link that was mailed to an address.
    pub async fn mailed_token(&self, email: &str) -> String {
        let link = self.world.link_mailed_to(email).await.unwrap();
        link.split_once("token=").unwrap().1.to_owned()
    }

    /// An account with a password, uncounted; its id and its browser.
    pub async fn person(&self, admin: &Browser, email: &str, kind: Value) -> (String, Browser) {
        let mut form = kind;
        form["name"] = json!("Grace Learner");
        form["email"] = json!(email);
        self.tick();
        let id = admin.post("/api/admin/accounts", form).await.expect(201).str("/id");
        let form = json!({ "token": self.mailed_token(email).await, "password": PASSWORD });
        self.front.browser().post("/api/signup/password", form).await.expect(200);
        (id, self.signed_in(email, "main").await)
    }
}
