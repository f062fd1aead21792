//! What people do for themselves: sign in and out, set passwords, learn.

use serde_json::json;

use crate::simulation::people::Ask;
use crate::simulation::scene::scene;
use crate::simulation::world::World;

impl World {
    /// A browser refreshes its login before it asks; where that is over, its owner signs in again.
    pub(in crate::simulation) async fn stay_signed_in(&self, who: usize) {
        if self.ask(Some(who), Ask::get("/api/login/me")).await.code() == 200 {
            return;
        }
        if self.ask(Some(who), Ask::post("/api/login/refresh", &json!({}))).await.code() != 200 {
            self.sign_in(who).await;
        }
    }

    pub(super) async fn refresh(&self, who: usize) {
        self.ask(Some(who), Ask::post("/api/login/refresh", &json!({}))).await;
    }

    pub(super) async fn sign_out(&self, who: usize) {
        self.ask(Some(who), Ask::post("/api/logout", &json!({}))).await;
    }

    pub(super) async fn ask_for_link(&self, who: usize) {
        let person = self.person(who);
        let form = json!({ "email": person.email, "realm": person.realm });
        self.ask(None, Ask::post("/api/login/reset", &form)).await;
    }

    /// A fresh password by the newest mailed link, and a try whether it is right.
    pub(super) async fn use_link(&self, who: usize) {
        let password = format!("a fresh password at {}", self.clock().elapsed_ms());
        if self.set_password(who, &password).await == Some(200) {
            self.sign_in(who).await;
        }
    }

    pub(super) async fn learn(&self, who: usize, course: usize, lesson: usize) {
        self.stay_signed_in(who).await;
        self.ask(Some(who), Ask::get("/api/my/courses")).await;
        let offer = &scene().courses[course];
        let (course, lesson) = (&offer.id, &offer.lessons[lesson]);
        let path = format!("/api/my/courses/{course}/lessons/{lesson}");
        self.ask(Some(who), Ask::get(&path)).await;
        let reply = self.ask(Some(who), Ask::post(format!("{path}/done"), &json!({}))).await;
        if let (200, Some(account)) = (reply.code(), self.person(who).account) {
            self.known.lock().unwrap().lessons_done.insert((course.clone(), account, lesson.clone()));
        }
    }

    pub(super) async fn enroll_self(&self, who: usize, course: usize) {
        self.stay_signed_in(who).await;
        let offer = &scene().courses[course];
        let (course, wish) = (&offer.id, json!({ "term": offer.term(who) }));
        let reply = self.ask(Some(who), Ask::post(format!("/api/my/courses/{course}/enroll"), &wish)).await;
        if let (201, Some(account)) = (reply.code(), self.person(who).account) {
            self.known.lock().unwrap().enrolled.insert((course.clone(), account));
        }
    }
}
