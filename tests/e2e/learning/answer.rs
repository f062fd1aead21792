//! What came back, and the requests that brought it.

use authorization::Principal;
use domain::{AccountId, Course, LessonId};
use http::Method;
use serde_json::Value;

use super::scene::Scene;

/// Somebody who asks: nobody, or a signed-in account.
#[derive(Debug, Clone)]
pub struct Person {
    /// The account; the visitor has none, and a made-up id stands in.
    pub id: AccountId,
    /// The account as the decision sees it.
    pub principal: Principal,
    /// The access token.
    pub token: Option<String>,
}

impl Person {
    /// Nobody in particular.
    pub fn visitor() -> Self {
        Self { id: AccountId::from_bytes([0; 16]), principal: Principal::Visitor, token: None }
    }
}

/// An answer.
#[derive(Debug)]
pub struct Answer {
    /// Its status.
    pub status: u16,
    /// Its body as text.
    pub text: String,
}

impl Answer {
    /// The body as JSON.
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.text).unwrap_or(Value::Null)
    }

    /// The `state` of the enrollment in it.
    pub fn state(&self) -> String {
        self.json()["state"].as_str().unwrap_or("none").to_owned()
    }

    /// The `code` of the refusal in it.
    pub fn code(&self) -> String {
        self.json()["code"].as_str().unwrap_or("none").to_owned()
    }

    /// The answer, which must have this status.
    #[track_caller]
    pub fn expect(self, status: u16) -> Self {
        assert_eq!(self.status, status, "{}", self.text);
        self
    }
}

impl Scene {
    /// Sends a request; `body` makes it JSON.
    pub async fn send(&self, who: &Person, method: Method, path: &str, body: Option<&str>) -> Answer {
        let mut ask = self.browser.ask(method, path);
        if let Some(token) = &who.token {
            ask = ask.header("authorization", &format!("Bearer {token}"));
        }
        if let Some(body) = body {
            ask = ask.header("content-type", "application/json").body(body.to_owned());
        }
        let reply = ask.send().await;
        Answer { status: reply.code(), text: reply.text() }
    }

    /// Reads.
    pub async fn get(&self, who: &Person, path: &str) -> Answer {
        self.send(who, Method::GET, path, None).await
    }

    /// Writes without saying more than the address.
    pub async fn post(&self, who: &Person, path: &str) -> Answer {
        self.send(who, Method::POST, path, Some("{}")).await
    }

    /// Puts somebody into a course.
    pub async fn enroll(&self, staff: &Person, course: &Course, whom: &Person) -> Answer {
        let body = format!(r#"{{"account":"{}"}}"#, whom.id);
        self.send(staff, Method::POST, &format!("/api/courses/{}/enrollments", course.id), Some(&body)).await
    }

    /// Moves somebody's enrollment.
    pub async fn change(&self, staff: &Person, course: &Course, whom: &Person, transition: &str) -> Answer {
        self.post(staff, &format!("{}/{transition}", enrollment(course, whom))).await
    }

    /// Takes somebody out of a course.
    pub async fn remove(&self, staff: &Person, course: &Course, whom: &Person) -> Answer {
        self.send(staff, Method::DELETE, &enrollment(course, whom), None).await
    }

    /// How somebody's enrollment looks to staff.
    pub async fn enrollment(&self, staff: &Person, course: &Course, whom: &Person) -> Answer {
        self.get(staff, &enrollment(course, whom)).await
    }
}

/// The address of somebody's enrollment.
pub fn enrollment(course: &Course, whom: &Person) -> String {
    format!("/api/courses/{}/enrollments/{}", course.id, whom.id)
}

/// The address of one's own course.
pub fn own(course: &Course) -> String {
    format!("/api/my/courses/{}", course.id)
}

/// The address of a lesson of it.
pub fn lesson(course: &Course, lesson: LessonId) -> String {
    format!("/api/my/courses/{}/lessons/{lesson}", course.id)
}

/// The course's lesson at this place.
pub fn nth_lesson(course: &Course, place: usize) -> LessonId {
    course.lessons().nth(place).unwrap().id
}
