//! What staff does: people, enrollments, courses. And what a partner's administrator tries.

use http::Method;
use serde_json::{Value, json};

use super::{ADMINISTRATOR, OWNER, PARTNER_ADMINISTRATOR};
use crate::simulation::people::Ask;
use crate::simulation::scene::scene;
use crate::simulation::world::World;

impl World {
    /// The administrator asks; about the administrator, the owner does.
    async fn as_staff(&self, about: usize, method: Method, path: String, body: &Value) -> portico_tests::Reply {
        let by = if about == ADMINISTRATOR { OWNER } else { ADMINISTRATOR };
        self.stay_signed_in(by).await;
        self.ask(Some(by), Ask::send(method, path, body)).await
    }

    pub(super) async fn enroll_other(&self, course: usize, who: usize) {
        let Some(account) = self.person(who).account else { return };
        let course = &scene().courses[course].id;
        let path = format!("/api/courses/{course}/enrollments");
        let reply = self.as_staff(who, Method::POST, path, &json!({ "account": account })).await;
        if reply.code() == 201 {
            self.known.lock().unwrap().enrolled.insert((course.clone(), account));
        }
    }

    pub(super) async fn move_enrollment(&self, course: usize, who: usize, to: &str) {
        let Some(account) = self.person(who).account else { return };
        let course = &scene().courses[course].id;
        let path = format!("/api/courses/{course}/enrollments/{account}/{to}");
        self.as_staff(who, Method::POST, path, &json!({})).await;
    }

    /// To the other run than the one that somebody would choose by themselves.
    pub(super) async fn relocate(&self, course: usize, who: usize) {
        let Some(account) = self.person(who).account else { return };
        let offer = &scene().courses[course];
        let path = format!("/api/courses/{}/enrollments/{account}", offer.id);
        self.as_staff(who, Method::PATCH, path, &json!({ "term": offer.term(who + 1) })).await;
    }

    pub(super) async fn remove_enrollment(&self, course: usize, who: usize) {
        let Some(account) = self.person(who).account else { return };
        let course = scene().courses[course].id.clone();
        self.known.lock().unwrap().removed.insert((course.clone(), account.clone()));
        let path = format!("/api/courses/{course}/enrollments/{account}");
        self.as_staff(who, Method::DELETE, path, &json!({})).await;
    }

    pub(super) async fn deactivate(&self, who: usize) {
        let Some(account) = self.person(who).account else { return };
        let times_on = self.known.lock().unwrap().times_on(who);
        self.known.lock().unwrap().ever_off.insert(who);
        let path = format!("/api/admin/accounts/{account}/deactivate");
        let reply = self.as_staff(who, Method::POST, path, &json!({})).await;
        if reply.code() == 200 {
            self.known.lock().unwrap().is_off_now(who, times_on);
        }
    }

    pub(super) async fn reactivate(&self, who: usize) {
        let Some(account) = self.person(who).account else { return };
        self.known.lock().unwrap().may_be_on(who);
        let path = format!("/api/admin/accounts/{account}/reactivate");
        self.as_staff(who, Method::POST, path, &json!({})).await;
        // Twice, before and after: an attempt to switch off that overlaps with this one proves nothing.
        self.known.lock().unwrap().may_be_on(who);
    }

    /// Lists of one's own, and doors that should be shut.
    pub(super) async fn look_around(&self, partner: usize, at: usize) {
        let who = PARTNER_ADMINISTRATOR + partner;
        self.stay_signed_in(who).await;
        let other = 1 - partner;
        let (others_account, others_course) =
            (self.person(PARTNER_ADMINISTRATOR + other).account.unwrap(), &scene().courses[4 + other].id);
        let others_id = &self.partners[other];
        let path = match at % 10 {
            0 => "/api/admin/accounts".to_owned(),
            1 => "/api/admin/courses".to_owned(),
            2 => format!("/api/admin/accounts?realm={others_id}"),
            3 => format!("/api/admin/courses?audience={others_id}"),
            4 => format!("/api/admin/accounts/{others_account}"),
            5 => format!("/api/admin/courses/{others_course}"),
            6 => format!("/api/courses/{others_course}/enrollments"),
            7 => "/api/admin/partners".to_owned(),
            8 => "/api/admin/audit".to_owned(),
            _ => "/api/admin/orders".to_owned(),
        };
        self.ask(Some(who), Ask::get(path)).await;
    }

    pub(super) async fn reprice(&self, course: usize, minor: u64) {
        let price = json!({ "amount": format!("{}.{:02}", minor / 100, minor % 100), "currency": "EUR" });
        self.edit_course(course, &json!({ "price": price })).await;
    }

    /// Whoever gets no answer tries again, in the end.
    pub(in crate::simulation) async fn limit_seats(&self, course: usize, seats: Option<u64>) {
        self.known.lock().unwrap().seats_wished.insert(course, seats);
        if self.edit_course(course, &json!({ "seats": seats })).await == 200 {
            self.known.lock().unwrap().seats_wished.remove(&course);
        }
    }

    async fn edit_course(&self, course: usize, change: &Value) -> u16 {
        let path = format!("/api/admin/courses/{}", scene().courses[course].id);
        self.as_staff(OWNER, Method::PATCH, path, change).await.code()
    }

    pub(super) async fn publish(&self, course: usize, word: &str) {
        let path = format!("/api/admin/courses/{}/{word}", scene().courses[course].id);
        self.as_staff(OWNER, Method::POST, path, &json!({})).await;
    }
}
