//! The catalog of one's own platform: what its people find in it, how they get in, and who opens it.

use domain::{AccountKind, Audience, Course, PartnerId, Publication, SeatLimit, SelfEnrollment};
use http::Method;
use serde_json::{Value, json};

use super::answer::{Answer, Person, own};
use super::public_learners::public;
use super::scene::{Scene, Wanted};

const CATALOG: &str = "/api/my/catalog";

/// A platform whose learners see its catalog: it is closed to them as the platform comes.
pub(super) async fn opened() -> Scene {
    let scene = Scene::new().await;
    let form = json!({ "version": 0, "policies": { "switch.learners_see_catalog": true } }).to_string();
    scene.send(&scene.admin, Method::PUT, "/api/admin/policies", Some(&form)).await.expect(200);
    scene
}

fn listed(answer: &Answer) -> Vec<Value> {
    answer.json()["courses"].as_array().unwrap().clone()
}

fn titles(answer: &Answer) -> Vec<String> {
    listed(answer).iter().map(|one| one["course"]["title"].as_str().unwrap().to_owned()).collect()
}

fn ids(answer: &Answer) -> Vec<String> {
    listed(answer).iter().map(|one| one["course"]["id"].as_str().unwrap().to_owned()).collect()
}

async fn of_partner(scene: &Scene, partner: PartnerId) -> (Course, Person) {
    let course = scene.course(Wanted { audience: Audience::Partner(partner), ..Wanted::default() }).await;
    (course, scene.person(AccountKind::PartnerLearner(partner)).await)
}

#[tokio::test]
async fn learners_see_it_once_an_administrator_has_opened_it() {
    let scene = Scene::new().await;
    let (course, learner) = (scene.course(Wanted::default()).await, scene.learner().await);
    assert_eq!(scene.get(&learner, CATALOG).await.expect(403).code(), "grant.missing");
    assert_eq!(ids(&scene.get(&scene.admin, CATALOG).await.expect(200)), [course.id.to_string()]);
    let form = |version: u64, on: bool| {
        json!({ "version": version, "policies": { "switch.learners_see_catalog": on } }).to_string()
    };
    scene.send(&scene.admin, Method::PUT, "/api/admin/policies", Some(&form(0, true))).await.expect(200);
    assert_eq!(ids(&scene.get(&learner, CATALOG).await.expect(200)), [course.id.to_string()]);
    scene.send(&scene.admin, Method::PUT, "/api/admin/policies", Some(&form(1, false))).await.expect(200);
    scene.get(&learner, CATALOG).await.expect(403);
}

#[tokio::test]
async fn each_platform_shows_its_own_courses_to_its_own_people() {
    let scene = opened().await;
    let internal = (scene.course(Wanted::default()).await, scene.learner().await);
    let north = of_partner(&scene, scene.partner("north").await).await;
    let south = of_partner(&scene, scene.partner("south").await).await;
    let bought = scene.course(public()).await;
    for (course, learner) in [internal, north, south] {
        let found = scene.get(&learner, CATALOG).await.expect(200);
        assert_eq!(ids(&found), [course.id.to_string()]);
        // Nobody names another platform's.
        for query in ["?tenant=main", "?audience=internal", "?audience=public"] {
            scene.get(&learner, &format!("{CATALOG}{query}")).await.expect(400);
        }
    }
    let buyer = scene.buyer(&bought).await;
    let refused = scene.get(&buyer, CATALOG).await.expect(403);
    assert!(!refused.text.contains(&bought.id.to_string()), "{}", refused.text);
    scene.get(&Person::visitor(), CATALOG).await.expect(401);
}

#[tokio::test]
async fn what_nobody_gets_into_by_themselves_is_not_in_it() {
    let scene = opened().await;
    let learner = scene.learner().await;
    for publication in [Publication::Draft, Publication::Unpublished, Publication::Archived] {
        scene.course(Wanted { publication, ..Wanted::default() }).await;
    }
    scene.course(Wanted { self_enrollment: SelfEnrollment::Closed, ..Wanted::default() }).await;
    for person in [&learner, &scene.admin] {
        let found = scene.get(person, CATALOG).await.expect(200).json();
        assert_eq!((&found["courses"], &found["next"]), (&json!([]), &Value::Null));
    }
}

#[tokio::test]
async fn it_says_how_one_gets_in_and_where_one_stands() {
    let scene = opened().await;
    let (learner, other) = (scene.learner().await, scene.learner().await);
    let wanted = |title, self_enrollment, seats| Wanted { title, self_enrollment, seats, ..Wanted::default() };
    let mut courses = Vec::new();
    for (title, self_enrollment, seats) in [
        ("At once", SelfEnrollment::Open, SeatLimit::Unlimited),
        ("By a yes", SelfEnrollment::OnRequest, SeatLimit::Unlimited),
        ("Crowded", SelfEnrollment::Open, SeatLimit::Seats(1)),
        ("Dozens", SelfEnrollment::Open, SeatLimit::Seats(12)),
    ] {
        courses.push(scene.course(wanted(title, self_enrollment, seats)).await);
    }
    let lines = async || {
        let found = scene.get(&learner, CATALOG).await.expect(200);
        let line =
            |one: &Value| json!([one["course"]["title"], one["self_enrollment"], one["seats_left"], one["state"]]);
        listed(&found).iter().map(line).collect::<Vec<_>>()
    };
    let before = [
        json!(["At once", "open", null, null]),
        json!(["By a yes", "on_request", null, null]),
        json!(["Crowded", "open", 1, null]),
        json!(["Dozens", "open", 12, null]),
    ];
    assert_eq!(lines().await, before);
    for course in courses.iter().skip(2) {
        scene.post(&other, &format!("{}/enroll", own(course))).await.expect(201);
    }
    let full = lines().await;
    assert_eq!(full.get(2), Some(&json!(["Crowded", "open", 0, null])));
    for course in &courses {
        scene.post(&learner, &format!("{}/enroll", own(course))).await.expect(201);
    }
    let after = [
        json!(["At once", "open", null, "enrolled"]),
        json!(["By a yes", "on_request", null, "to_confirm"]),
        json!(["Crowded", "open", 0, "waiting"]),
        json!(["Dozens", "open", 10, "enrolled"]),
    ];
    assert_eq!(lines().await, after);
    let found = scene.get(&learner, CATALOG).await.expect(200).json();
    let first = &found["courses"][0];
    assert_eq!((&first["minutes"], &first["level"], &first["summary"]), (&json!(10), &Value::Null, &Value::Null));
    assert_eq!((&first["course"]["publisher"], &first["course"]["language"]), (&json!("Portico"), &json!("pt-BR")));
}

#[tokio::test]
async fn it_is_searched_by_how_titles_begin_and_read_page_by_page() {
    let scene = opened().await;
    let learner = scene.learner().await;
    for title in ["Zeppelins", "Abacus two", "abacus one", "Maps", "\u{c9}tudes"] {
        scene.course(Wanted { title, ..Wanted::default() }).await;
    }
    let all = ["abacus one", "Abacus two", "Maps", "Zeppelins", "\u{c9}tudes"];
    let (mut found, mut query) = (Vec::new(), "?limit=2".to_owned());
    loop {
        let page = scene.get(&learner, &format!("{CATALOG}{query}")).await.expect(200);
        found.extend(titles(&page));
        assert!(titles(&page).len() <= 2);
        let Some(next) = page.json()["next"].as_str().map(str::to_owned) else { break };
        query = format!("?limit=2&cursor={next}");
    }
    assert_eq!(found, all);
    for (q, expected) in [("ABA", &all[..2]), ("%20maps%20", &all[2..3]), ("e%CC%81tu", &all[4..]), ("xyz", &[][..])] {
        assert_eq!(titles(&scene.get(&learner, &format!("{CATALOG}?q={q}")).await.expect(200)), expected, "{q}");
    }
    // A cursor opens the list that handed it out, and no other.
    let next = scene.get(&learner, &format!("{CATALOG}?limit=1&q=aba")).await.expect(200).json()["next"].clone();
    let next = next.as_str().unwrap();
    scene.get(&learner, &format!("{CATALOG}?limit=1&q=aba&cursor={next}")).await.expect(200);
    for (query, status) in [
        (format!("?cursor={next}"), 400),
        ("?cursor=rubbish".to_owned(), 400),
        (format!("?q={}", "x".repeat(101)), 422),
        ("?q=a%00b".to_owned(), 422),
        ("?limit=0".to_owned(), 422),
        ("?limit=101".to_owned(), 422),
        ("?limit=many".to_owned(), 400),
    ] {
        scene.get(&learner, &format!("{CATALOG}{query}")).await.expect(status);
    }
    let north = of_partner(&scene, scene.partner("north").await).await.1;
    scene.get(&north, &format!("{CATALOG}?q=aba&cursor={next}")).await.expect(400);
}

/// Where drafts are many, one answer looks through so many of them and no more, and the next goes on.
#[tokio::test]
async fn courses_behind_many_drafts_are_reached() {
    let scene = opened().await;
    let learner = scene.learner().await;
    for _ in 0..12 {
        scene.course(Wanted { title: "A draft", publication: Publication::Draft, ..Wanted::default() }).await;
    }
    scene.course(Wanted { title: "Behind them", ..Wanted::default() }).await;
    let first = scene.get(&learner, &format!("{CATALOG}?limit=1")).await.expect(200);
    assert_eq!(titles(&first), [""; 0]);
    let next = first.json()["next"].as_str().unwrap().to_owned();
    let second = scene.get(&learner, &format!("{CATALOG}?limit=1&cursor={next}")).await.expect(200);
    assert_eq!(titles(&second), ["Behind them"]);
}
