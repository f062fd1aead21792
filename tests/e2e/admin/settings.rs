//! What a deployment is set to: told before it is saved, followed at once, and by every process within two seconds.

use http::Method;
use jiff::SignedDuration;
use serde_json::{Value, json};

use super::scene::{Person, Scene};

const SETTINGS: &str = "/api/admin/settings";

/// The flip of a role.
fn flip<'a>(answer: &'a Value, role: &str) -> Option<&'a Value> {
    answer["flips"].as_array().unwrap().iter().find(|flip| flip["role"] == role)
}

fn names(flip: &Value, key: &str, action: &str) -> bool {
    flip[key].as_array().unwrap().iter().any(|one| one == action)
}

async fn allowed(scene: &Scene, account: impl std::fmt::Display, action: &str) -> Value {
    let path = format!("/api/permissions/explain?account={account}&action={action}&object=tenant:main");
    scene.get(&scene.owner, &path).await.expect(200).json()
}

#[tokio::test]
async fn a_switch_is_tried_without_a_trace_and_counts_with_the_next_request_once_it_is_set() {
    let scene = Scene::new().await;
    let lena = scene.account("learner", "internal", None, "Lena").await;
    let form = json!({ "version": 0, "profile": "all", "switches": { "switch.learners_see_calendar": true } });
    let line = scene.last_line().await;
    let tried = scene.put(&scene.owner, &format!("{SETTINGS}?dry_run=true"), form.clone()).await.expect(200).json();
    assert_eq!((&tried["saved"], &tried["settings"]["version"]), (&json!(false), &json!(0)));
    let learners = flip(&tried, "internal_learner").unwrap();
    assert!(names(learners, "gained", "calendar.access"));
    assert_eq!((&learners["people"], &learners["lost"]), (&json!(1), &json!([])));
    assert_eq!(scene.last_line().await, line);

    let before = allowed(&scene, &lena, "calendar.access").await;
    assert_eq!(before["allowed"], false);
    assert_eq!(before["withheld"][0]["id"], "withheld.switch");
    assert!(before["withheld"][0]["words"].as_str().unwrap().contains("switch.learners_see_calendar"));
    let saved = scene.put(&scene.owner, SETTINGS, form.clone()).await.expect(200).json();
    assert_eq!((&saved["saved"], &saved["settings"]["version"]), (&json!(true), &json!(1)));
    assert_eq!(flip(&saved, "internal_learner"), Some(learners));
    assert_eq!(allowed(&scene, &lena, "calendar.access").await["allowed"], true);
    // Whoever looked at the version before is told.
    let late = scene.put(&scene.owner, SETTINGS, form).await.expect(409);
    assert!(late.text_of("message").contains("they are at 1"), "{}", late.text);
    let audit = scene.get(&scene.owner, "/api/admin/audit?object=platform:settings&limit=1").await.expect(200);
    assert_eq!(audit.each("action"), ["platform.configure"]);
}

#[tokio::test]
async fn another_process_follows_within_two_seconds() {
    let scene = Scene::new().await;
    let lena = scene.account("learner", "internal", None, "Lena").await;
    assert_eq!(allowed(&scene, &lena, "calendar.access").await["allowed"], false);
    // Another process: it shares the table and nothing else.
    let app = &scene.world.platform.app;
    let other = web::App::new(app.settings.clone(), app.store.clone(), app.clock.clone(), app.entropy.clone());
    let other = other.unwrap();
    let opens = async || {
        let grid = other.grid().await.unwrap();
        grid.settings().switches.contains(authorization::Switch::LearnersSeeCalendar)
    };
    assert!(!opens().await);
    let form = json!({ "version": 0, "policies": { "switch.learners_see_calendar": true } });
    scene.put(&scene.owner, "/api/admin/policies", form).await.expect(200);
    assert!(!opens().await);
    scene.world.forward(SignedDuration::from_secs(2));
    assert!(opens().await);
}

#[tokio::test]
async fn a_profile_sets_defaults_and_what_was_decided_by_hand_stays_decided() {
    let scene = Scene::new().await;
    let by_hand = json!({ "switch.managers_enroll": false });
    let form = json!({ "version": 0, "profile": "levels", "switches": by_hand });
    let settings = scene.put(&scene.owner, SETTINGS, form).await.expect(200).json()["settings"].clone();
    let part =
        |list: &str, id: &str| settings[list].as_array().unwrap().iter().find(|one| one["id"] == id).unwrap().clone();
    let built = part("switches", "switch.managers_build_teams");
    assert_eq!((&built["on"], &built["by_hand"]), (&json!(true), &json!(false)));
    let enroll = part("switches", "switch.managers_enroll");
    assert_eq!((&enroll["on"], &enroll["on_by_profile"]), (&json!(false), &json!(true)));
    assert_eq!(part("modules", "module.discover_coach_share")["on"], true);
    assert_eq!(part("modules", "module.organizations")["on"], false);
}

#[tokio::test]
async fn settings_that_cannot_be_name_what_is_wrong_and_change_nothing() {
    let scene = Scene::new().await;
    for (page, form, field) in [
        ("settings", json!({ "version": 0, "profile": "none" }), "profile"),
        ("settings", json!({ "version": 0, "profile": "all", "switches": { "switch.gone": true } }), "switches"),
        ("settings", json!({ "version": 0, "profile": "all", "modules": { "x": true } }), "modules"),
        ("policies", json!({ "version": 0, "policies": { "module.organizations": true } }), "policies"),
        ("account-types", json!({ "version": 0, "types": { "instructor": true } }), "types"),
    ] {
        let refused = scene.put(&scene.owner, &format!("/api/admin/{page}"), form).await.expect(422);
        assert_eq!(refused.fields(), [field], "{}", refused.text);
    }
    let odd = scene.send(&scene.owner, Method::PUT, SETTINGS, "application/json", "{\"version\":0}").await;
    assert!(odd.status == 400 || odd.status == 422, "{}", odd.text);
    assert_eq!(scene.get(&scene.owner, SETTINGS).await.expect(200).json()["version"], 0);
}

#[tokio::test]
async fn of_two_changes_at_once_one_is_kept() {
    let scene = Scene::new().await;
    let form = |on: bool| json!({ "version": 0, "policies": { "switch.learners_see_calendar": on } });
    let (one, other) = tokio::join!(
        scene.put(&scene.owner, "/api/admin/policies", form(true)),
        scene.put(&scene.owner, "/api/admin/policies", form(false)),
    );
    let mut statuses = [one.status, other.status];
    statuses.sort_unstable();
    assert_eq!(statuses, [200, 409]);
    assert_eq!(scene.get(&scene.owner, SETTINGS).await.expect(200).json()["version"], 1);
}

#[tokio::test]
async fn nobody_but_administrators_of_the_platform_sets_anything() {
    let scene = Scene::new().await;
    let north = scene.partner("North").await;
    let people: [Person; 3] = [
        scene.person("learner", "internal", None, "Lena").await,
        scene.person("administrator", "partner", Some(&north), "Paula").await,
        scene.visitor(),
    ];
    for who in &people {
        for (page, form) in [
            ("settings", json!({ "version": 0, "profile": "all" })),
            ("policies", json!({ "version": 0, "policies": {} })),
            ("account-types", json!({ "version": 0, "types": {} })),
        ] {
            let path = format!("/api/admin/{page}");
            assert!([401, 403].contains(&scene.get(who, &path).await.status), "{path}");
            assert!([401, 403].contains(&scene.put(who, &path, form).await.status), "{path}");
        }
    }
}
