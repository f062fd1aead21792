//! The public catalog: what is in it, who administers it, and who may look.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::platforms::Platforms;
use super::scene::{Scene, audience, of_partner, with};
use super::shared::Shared;

static STAGE: Shared<Platforms> = Shared::new();

/// The ids and slugs of the published courses of an audience, as its administrators list them.
async fn published(scene: &Scene, word: &str) -> Vec<(String, String)> {
    let (mut found, mut cursor) = (Vec::new(), String::new());
    loop {
        let path = format!("/api/admin/courses?audience={word}&limit=100{cursor}");
        let page = scene.owner.get(&path).await.expect(200).json();
        for course in page["items"].as_array().unwrap().iter().filter(|one| one["publication"] == "published") {
            let text = |field: &str| course[field].as_str().unwrap().to_owned();
            found.push((text("id"), text("slug")));
        }
        let Some(next) = page["next"].as_str() else { return found };
        cursor = format!("&cursor={next}");
    }
}

/// The slugs of the courses that the public site offers.
async fn offered(scene: &Scene) -> BTreeSet<String> {
    scene.world.catch_up().await;
    let map = scene.world.browser().get("/sitemap.xml").await.expect(200).text();
    let pages = map.split("<loc>").skip(1).filter_map(|part| part.split("</loc>").next());
    pages
        .filter_map(|page| page.split_once("/courses/"))
        .map(|(_, rest)| rest.trim_end_matches('/').to_owned())
        .collect()
}

#[test]
fn s000_33_people_from_outside_start_without_an_account() {
    STAGE.play(async |Platforms { scene, north, public, .. }| {
        let (visitor, email) = (scene.world.browser(), scene.email());
        visitor.get(&public.page()).await.expect(200);
        visitor.get("/api/login/me").await.expect(401);
        visitor.get("/api/my/courses").await.expect(401);
        for realm in ["main", "public", north.as_str()] {
            assert!(scene.accounts(realm, &email).await.is_empty());
            scene.world.try_sign_in(&visitor, &email, portico_tests::PASSWORD, realm).await.expect(401);
        }
        assert_eq!(visitor.cookie(web::ACCESS_COOKIE), None);
    });
}

#[test]
fn s000_34_public_courses_are_offered_to_people_without_an_account() {
    STAGE.play(async |Platforms { scene, public, .. }| {
        let page = scene.world.browser().get(&public.page()).await.expect(200).text();
        assert!(page.contains("/api/checkout") && page.contains(&public.id), "the form to apply for it");
    });
}

#[test]
fn s000_35_every_public_course_is_in_the_public_catalog() {
    STAGE.play(async |Platforms { scene, public, .. }| {
        let courses = published(scene, "public").await;
        assert!(courses.iter().any(|(id, _)| *id == public.id) && courses.len() > 1);
        let offered = offered(scene).await;
        for (_, slug) in courses {
            assert!(offered.contains(&slug), "{slug}");
        }
    });
}

#[test]
fn s000_36_the_public_catalog_is_administered_apart_from_ordinary_courses() {
    STAGE.play(async |Platforms { scene, north, of_main, of_north, public, .. }| {
        for (word, own) in [("internal", of_main), ("public", public), (north.as_str(), of_north)] {
            let listed = published(scene, word).await;
            for course in [of_main, public, of_north] {
                let is_listed = listed.iter().any(|(id, _)| *id == course.id);
                assert_eq!(is_listed, course.id == own.id, "{word} {}", course.slug);
            }
        }
        // Whoever administers ordinary courses of a partner platform administers nothing of the public catalog.
        let paula = scene.person(of_partner("administrator", north)).await.browser;
        paula.get(&format!("/api/admin/courses/{}", of_north.id)).await.expect(200);
        let course = format!("/api/admin/courses/{}", public.id);
        paula.get("/api/admin/courses?audience=public").await.expect(404);
        paula.get(&course).await.expect(404);
        paula.patch(&course, json!({ "summary": "Hers." })).await.expect(404);
        paula.post(&format!("{course}/unpublish"), json!({})).await.expect(404);
        let new = with(audience("public"), json!({ "title": "Hers", "languages": ["en"] }));
        paula.post("/api/admin/courses", new).await.expect(404);
        // And no ordinary course moves over, nor a public one away.
        let moved = json!({ "audience": "public" });
        scene.owner.patch(&format!("/api/admin/courses/{}", of_main.id), moved).await.expect(422);
        scene.owner.patch(&course, json!({ "audience": "internal" })).await.expect(422);
    });
}

#[test]
fn s000_37_public_courses_have_a_price_and_the_price_may_be_nothing() {
    STAGE.play(async |Platforms { scene, .. }| {
        let course = scene.priced("19.99").await;
        let path = format!("/api/admin/courses/{}", course.id);
        let price = async || scene.owner.get(&path).await.expect(200).json()["price"].clone();
        assert_eq!(price().await, json!({ "amount": "19.99", "currency": "EUR" }));
        assert!(scene.world.browser().get(&course.page()).await.expect(200).text().contains("19.99"));
        for nothing in [json!({ "amount": "0", "currency": "EUR" }), Value::Null] {
            scene.owner.patch(&path, json!({ "price": nothing })).await.expect(200);
            assert_eq!(price().await, Value::Null);
            scene.world.catch_up().await;
            assert!(!scene.world.browser().get(&course.page()).await.expect(200).text().contains("19.99"));
            scene.owner.patch(&path, json!({ "price": { "amount": "19.99", "currency": "EUR" } })).await.expect(200);
        }
        let negative = json!({ "price": { "amount": "-1", "currency": "EUR" } });
        assert!(scene.owner.patch(&path, negative).await.expect(422).names_field("price.amount"));
    });
}

#[test]
fn s000_38_one_catalog_gathers_the_public_courses_and_nothing_else() {
    STAGE.play(async |Platforms { scene, of_main, of_north, public, .. }| {
        let draft = scene.draft("public").await;
        let offered = offered(scene).await;
        assert!(offered.contains(&public.slug));
        let visitor = scene.world.browser();
        for outside in [of_main, of_north, &draft] {
            assert!(!offered.contains(&outside.slug), "{}", outside.slug);
            visitor.get(&outside.page()).await.expect(404);
        }
    });
}

#[test]
fn s000_39_browsing_needs_no_account_and_no_sign_in() {
    STAGE.play(async |Platforms { scene, public, .. }| {
        let visitor = scene.world.browser();
        for page in ["/", "/sitemap.xml", &public.page()] {
            let reply = visitor.get(page).await.expect(200);
            assert!(reply.headers_of("set-cookie").is_empty(), "{page}: nobody is told apart");
        }
        assert!(visitor.get("/").await.text().contains("/courses/"), "the way in");
    });
}
