//! Between tenants stands a wall, and what lies behind it looks as if it did not exist (S000-16 to -18).

use http::Method;
use serde_json::json;

use super::scene::{Person, Scene};

/// Two partners with a person and a course each, and the main platform's.
struct Neighbours {
    scene: Scene,
    paula: Person,
    north: String,
    south: String,
}

async fn neighbours() -> Neighbours {
    let scene = Scene::new().await;
    let (north, south) = (scene.partner("North").await, scene.partner("South").await);
    let paula = scene.person("administrator", "partner", Some(&north), "Paula").await;
    Neighbours { scene, paula, north, south }
}

/// Proves: A57, F36, P23
#[tokio::test]
async fn what_is_behind_the_wall_looks_like_nothing() {
    let Neighbours { scene, paula, south, .. } = neighbours().await;
    let foreign_person = scene.account("learner", "partner", Some(&south), "Sven").await;
    let main_person = scene.account("learner", "internal", None, "Ida").await;
    let foreign_course = scene.course("partner", Some(&south), "Sailing").await;
    let public_course = scene.course("public", None, "Rust").await;
    let nothing = "00000000000000000000000001";
    for (kind, ids) in [
        ("accounts", [&foreign_person, &main_person]),
        ("courses", [&foreign_course, &public_course]),
        ("partners", [&south, &south]),
    ] {
        let unknown = scene.get(&paula, &format!("/api/admin/{kind}/{nothing}")).await.expect(404);
        for id in ids {
            let path = format!("/api/admin/{kind}/{id}");
            assert_eq!(scene.get(&paula, &path).await.expect(404).text, unknown.text);
            let change = if kind == "courses" { json!({ "title": "X" }) } else { json!({ "name": "X" }) };
            let status = scene.patch(&paula, &path, change).await.status;
            assert!(status == 404 || (kind == "partners" && status == 403), "{path} {status}");
        }
    }
    for id in [&foreign_person, &main_person] {
        let path = format!("/api/admin/accounts/{id}");
        scene.delete(&paula, &path).await.expect(404);
        for verb in ["deactivate", "reactivate", "invite"] {
            scene.post(&paula, &format!("{path}/{verb}"), json!({})).await.expect(404);
        }
    }
    for verb in ["publish", "unpublish", "archive"] {
        scene.post(&paula, &format!("/api/admin/courses/{foreign_course}/{verb}"), json!({})).await.expect(404);
    }
}

/// Each platform has addresses of its own: that one is taken elsewhere, by a draft even, is nothing to learn.
///
/// Proves: A57, F36, P23
#[tokio::test]
async fn another_platforms_addresses_are_free() {
    let Neighbours { scene, paula, north, south } = neighbours().await;
    let course = |audience: &str, partner: Option<&str>| json!({ "audience": audience, "partner": partner, "title": "Knots", "languages": ["en"] });
    let courses = "/api/admin/courses";
    for (audience, partner) in [("internal", None), ("partner", Some(south.as_str()))] {
        scene.post(&scene.owner, courses, course(audience, partner)).await.expect(201);
    }
    let feed = "code,title,language,publisher,price,currency\nknots,Knots,en,Us,,\n";
    let import = |apply: bool| format!("/api/admin/courses/import?audience={north}&apply={apply}");
    let path = import(false);
    let told = scene.send(&paula, Method::POST, &path, "text/csv", feed.to_owned()).await.expect(200).json();
    assert_eq!(told["rows"][0]["outcome"], "create", "{told}");
    scene.post(&paula, courses, course("partner", Some(&north))).await.expect(201);
    // Among one's own it is taken, and that is told before and after.
    for path in [import(false), import(true)] {
        let told = scene.send(&paula, Method::POST, &path, "text/csv", feed.to_owned()).await.expect(200).json();
        assert_eq!(told["rows"][0]["errors"][0]["field"], "code", "{told}");
    }
    scene.post(&paula, courses, course("partner", Some(&north))).await.expect(409);
}

/// Proves: P23
#[tokio::test]
async fn lists_show_ones_own_platform_and_no_other() {
    let Neighbours { scene, paula, north, south } = neighbours().await;
    scene.account("learner", "partner", Some(&north), "Nora").await;
    scene.account("learner", "partner", Some(&south), "Sven").await;
    let own = scene.get(&paula, &format!("/api/admin/accounts?realm={north}")).await.expect(200);
    assert_eq!(own.each("name"), ["Nora", "Paula"]);
    for realm in ["main", "public", south.as_str(), "00000000000000000000000001"] {
        scene.get(&paula, &format!("/api/admin/accounts?realm={realm}")).await.expect(404);
    }
    scene.get(&paula, &format!("/api/admin/courses?audience={north}")).await.expect(200);
    for audience in ["internal", "public", south.as_str()] {
        scene.get(&paula, &format!("/api/admin/courses?audience={audience}")).await.expect(404);
    }
    for path in ["partners", "orders", "audit"] {
        scene.get(&paula, &format!("/api/admin/{path}")).await.expect(403);
    }
    scene.get(&paula, &format!("/api/admin/partners/{north}")).await.expect(200);
}

#[tokio::test]
async fn a_partner_administrator_makes_people_and_courses_of_one_platform() {
    let Neighbours { scene, paula, north, south } = neighbours().await;
    let account = |type_name: &str, tier: &str, partner: Option<&str>| json!({ "tier": tier, "type": type_name, "partner": partner, "name": "New", "email": "new@example.org" });
    let accounts = "/api/admin/accounts";
    scene.post(&paula, accounts, account("partner", "learner", Some(&north))).await.expect(201);
    // A platform that is not hers is refused under the field that names it, whether it exists or not.
    for partner in [south.as_str(), "00000000000000000000000001"] {
        let refused = scene.post(&paula, accounts, account("partner", "learner", Some(partner))).await.expect(422);
        assert_eq!(refused.fields(), ["partner"]);
    }
    for tier in ["learner", "administrator"] {
        let refused = scene.post(&paula, accounts, account("internal", tier, None)).await.expect(422);
        assert_eq!(refused.fields(), ["type"]);
    }
    let course = |audience: &str, partner: Option<&str>| json!({ "audience": audience, "partner": partner, "title": "Knots", "languages": ["en"] });
    let courses = "/api/admin/courses";
    scene.post(&paula, courses, course("partner", Some(&north))).await.expect(201);
    scene.post(&paula, courses, course("partner", Some(&south))).await.expect(404);
    scene.post(&paula, courses, course("public", None)).await.expect(404);
    scene.post(&paula, "/api/admin/partners", json!({ "name": "East" })).await.expect(403);
}

#[tokio::test]
async fn an_internal_administrator_reaches_every_platform() {
    let Neighbours { scene, north, south, .. } = neighbours().await;
    let ada = scene.person("administrator", "internal", None, "Ada").await;
    for (partner, name) in [(&north, "A north"), (&south, "A south")] {
        scene.get(&ada, &format!("/api/admin/accounts?realm={partner}")).await.expect(200);
        scene.get(&ada, &format!("/api/admin/partners/{partner}")).await.expect(200);
        scene.patch(&ada, &format!("/api/admin/partners/{partner}"), json!({ "name": name })).await.expect(200);
    }
    let all = scene.get(&ada, "/api/admin/partners").await.expect(200);
    assert_eq!(all.each("name"), ["A north", "A south"]);
    assert_eq!(all.each("slug"), ["north", "south"], "the sign-in page stays where it was");
}
