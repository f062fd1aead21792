//! Lists: by name, searched by how a name or an address begins, page by page.

use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use serde_json::{Value, json};

use super::scene::Scene;

#[tokio::test]
async fn people_are_found_by_name_and_by_address() {
    let scene = Scene::new().await;
    for name in ["Zoé Martin", "Zoe Marsh", "Adam", "zora"] {
        scene.account("learner", "internal", None, name).await;
    }
    let found =
        async |q: &str| scene.get(&scene.owner, &format!("/api/admin/accounts?q={q}")).await.expect(200).each("name");
    assert_eq!(found("zo").await, ["Zoe Marsh", "zora", "Zoé Martin"]);
    assert_eq!(found("ZO%C3%89").await, ["Zoé Martin"]);
    assert_eq!(found("zoe%CC%81").await, ["Zoé Martin"], "an accent of its own is the same letter");
    assert_eq!(found("adam@").await, ["Adam"]);
    assert_eq!(found("ADAM@EXAMPLE.ORG").await, ["Adam"]);
    assert!(found("nobody").await.is_empty());
}

#[tokio::test]
async fn pages_follow_each_other_without_gap_or_repeat() {
    let scene = Scene::new().await;
    let mut made: Vec<String> = Vec::new();
    for number in 0..7 {
        made.push(scene.account("learner", "internal", None, &format!("Person {number}")).await);
    }
    let mut seen = Vec::new();
    let mut path = "/api/admin/accounts?q=person&limit=3".to_owned();
    loop {
        let page = scene.get(&scene.owner, &path).await.expect(200);
        assert!(page.each("id").len() <= 3);
        seen.extend(page.each("id"));
        match page.json()["next"].as_str() {
            Some(next) => path = format!("/api/admin/accounts?q=person&limit=3&cursor={next}"),
            None => break,
        }
    }
    assert_eq!(seen, made);
}

/// Proves: A57, F36
#[tokio::test]
async fn a_cursor_opens_only_its_own_list() {
    let scene = Scene::new().await;
    let partner = scene.partner("North").await;
    scene.partner("South").await;
    for name in ["Ada", "Bea"] {
        scene.account("learner", "internal", None, name).await;
        scene.account("learner", "partner", Some(&partner), &format!("{name} of North")).await;
    }
    let first = scene.get(&scene.owner, "/api/admin/accounts?limit=1").await.expect(200);
    let next = first.text_of("next");
    let paula = scene.person("administrator", "partner", Some(&partner), "Paula").await;
    let people = format!("/api/admin/accounts?realm={partner}");
    scene.get(&paula, &format!("{people}&cursor={next}")).await.expect(400);
    // Of lists whose keys look alike, too: who holds roles on the platform is kept where accounts are by name.
    scene.get(&scene.owner, &format!("/api/admin/holders?object=platform&cursor={next}")).await.expect(400);
    scene.get(&scene.owner, &format!("/api/admin/courses?cursor={next}")).await.expect(400);
    for cursor in ["x", "e30", "%00", &"a".repeat(3_000)] {
        scene.get(&scene.owner, &format!("/api/admin/accounts?cursor={cursor}")).await.expect(400);
    }
    // What a person could put together by hand: another place's keys, and keys that no list has.
    let course = scene.course("internal", None, "Rust").await;
    let list = serde_json::from_slice::<Value>(&BASE64_URL_SAFE_NO_PAD.decode(&next).unwrap()).unwrap()["l"].clone();
    let made_up = [
        json!({ "s": "x" }),
        json!({ "l": list, "s": "x" }),
        json!({ "l": list, "p": "", "s": "", "i": "" }),
        json!({ "l": list, "p": "A", "s": "B", "i": "zoe" }),
        json!({ "l": list, "s": "", "d": "2026" }),
    ];
    for cursor in made_up.map(|place| BASE64_URL_SAFE_NO_PAD.encode(place.to_string())) {
        for list in ["accounts?q=ada", "courses?q=rust", "partners?limit=5", "audit?object=course:x", "orders?limit=5"]
        {
            let answer = scene.get(&scene.owner, &format!("/api/admin/{list}&cursor={cursor}")).await;
            assert!([200, 400].contains(&answer.status), "{list} {cursor}: {}", answer.text);
        }
        let path = format!("/api/courses/{course}/enrollments?cursor={cursor}");
        scene.get(&scene.owner, &path).await.expect(400);
    }
    let audit = scene.get(&scene.owner, "/api/admin/audit?limit=1").await.expect(200).text_of("next");
    scene.get(&scene.owner, &format!("/api/admin/accounts?cursor={audit}")).await.expect(400);
}

#[tokio::test]
async fn whoever_runs_a_partner_platform_sees_their_own_lists_without_saying_so() {
    let scene = Scene::new().await;
    let partner = scene.partner("North").await;
    let paula = scene.person("administrator", "partner", Some(&partner), "Paula").await;
    scene.course("partner", Some(&partner), "Knots").await;
    scene.course("internal", None, "Rust").await;
    assert_eq!(scene.get(&paula, "/api/admin/accounts").await.expect(200).each("name"), ["Paula"]);
    assert_eq!(scene.get(&paula, "/api/admin/courses").await.expect(200).each("title"), ["Knots"]);
}

#[tokio::test]
async fn courses_are_listed_by_audience_and_title() {
    let scene = Scene::new().await;
    scene.course("internal", None, "Rust").await;
    scene.course("public", None, "Rust for all").await;
    scene.course("public", None, "Go for all").await;
    let list = async |query: &str| {
        scene.get(&scene.owner, &format!("/api/admin/courses{query}")).await.expect(200).each("title")
    };
    assert_eq!(list("").await, ["Rust"]);
    let public = list("?audience=public&limit=100").await;
    assert!(public.contains(&"Rust for all".to_owned()) && !public.contains(&"Rust".to_owned()), "{public:?}");
    assert_eq!(list("?audience=public&q=rUST%20for%20ALL").await, ["Rust for all"]);
}
