//! Buying, and money that comes and goes.

use bytes::Bytes;
use http::Method;
use serde_json::json;

use super::ADMINISTRATOR;
use crate::simulation::history::FIRST_BUYER;
use crate::simulation::people::Ask;
use crate::simulation::provider::signature;
use crate::simulation::scene::scene;
use crate::simulation::world::World;

impl World {
    /// Buyers are nobody: they are not signed in, and their address is as they type it that day.
    pub(super) async fn apply(&self, buyer: usize, course: usize, loudly: bool) {
        let email = self.person(FIRST_BUYER + buyer).email;
        let email = if loudly { email.to_uppercase() } else { email };
        let offer = &scene().courses[course];
        // Whoever comes again may choose another date.
        let term = offer.term(buyer + usize::from(loudly));
        let form = json!({ "course": offer.id, "name": "Bea Buyer", "email": email, "term": term });
        let reply = self.ask(None, Ask::post("/api/checkout", &form)).await;
        // A stranger who applies for what the address owns gets the name of an order that is none.
        if reply.code() == 201 && !reply.str("/url").contains("return?order=") {
            self.known.lock().unwrap().orders.insert(reply.str("/order"));
        }
    }

    /// The way back from a page, whether or not anything was paid there.
    pub(super) async fn come_back(&self, page: usize) {
        let id = self
            .outside
            .provider
            .at_desk(|book| book.sessions.get(page % book.sessions.len().max(1)).map(|session| session.id.clone()));
        if let Some(id) = id {
            self.ask(None, Ask::get(format!("/api/checkout/return?session_id={id}"))).await;
        }
    }

    /// One event, of those that were not heard yet, or of all.
    pub(super) async fn deliver_one(&self, number: usize, again: bool) {
        let at = self.outside.provider.at_desk(|book| {
            let due: Vec<usize> = (0..book.events.len()).filter(|at| again || !book.events[*at].heard).collect();
            due.get(number % due.len().max(1)).copied()
        });
        if let Some(at) = at {
            self.deliver(at).await;
        }
    }

    /// Sends an event, signed now; tells whether it was taken.
    pub(in crate::simulation) async fn deliver(&self, at: usize) -> bool {
        let event = self.outside.provider.at_desk(|book| book.events[at].clone());
        let now_s = domain::Clock::now(&self.clock()).as_second();
        let headers = vec![("stripe-signature", signature(&event.body, now_s))];
        let path = "/api/stripe/webhook".to_owned();
        let ask = Ask { method: Method::POST, path, headers, body: Some(Bytes::from(event.body.clone())) };
        let taken = self.ask(None, ask).await.code() == 200;
        if taken {
            self.outside.provider.at_desk(|book| book.events[at].heard = true);
            self.known.lock().unwrap().events.insert(event.id);
        }
        taken
    }

    /// Staff gives back all that is left of an order, or half of what it cost.
    pub(super) async fn refund_by_staff(&self, order: usize, half: bool) {
        let sessions = self.outside.provider.at_desk(|book| book.sessions.clone());
        let Some(session) = sessions.get(order % sessions.len().max(1)) else { return };
        let order = session.request.order.to_string();
        let amount = half.then_some(session.request.price.minor / 2);
        self.stay_signed_in(ADMINISTRATOR).await;
        let seen = self.ask(Some(ADMINISTRATOR), Ask::get(format!("/api/admin/orders/{order}"))).await;
        if seen.code() != 200 {
            return;
        }
        let form = json!({ "version": seen.json()["version"], "amount_minor": amount, "reason": "asked for" });
        let path = format!("/api/admin/orders/{order}/refund");
        let reply = self.ask(Some(ADMINISTRATOR), Ask::post(path, &form)).await;
        if reply.code() == 200 {
            self.known.lock().unwrap().refunds.insert(reply.str("/refund"), order);
        }
    }
}
