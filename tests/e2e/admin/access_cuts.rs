//! Access ends with the next request, and nobody shuts themselves or the owner out.

use serde_json::json;

use super::scene::Scene;

/// Proves: A43, P21
#[tokio::test]
async fn a_deactivated_administrator_is_out_with_the_next_request() {
    let scene = Scene::new().await;
    let admin = scene.person("administrator", "internal", None, "Ada").await;
    let path = format!("/api/admin/accounts/{}", admin.id);
    scene.get(&admin, "/api/admin/accounts").await.expect(200);
    let off = scene.post(&scene.owner, &format!("{path}/deactivate"), json!({})).await.expect(200);
    assert_eq!(off.text_of("status"), "deactivated");
    scene.get(&admin, "/api/admin/accounts").await.expect(401);
    scene.post(&scene.owner, &format!("{path}/deactivate"), json!({})).await.expect(409);
    scene.post(&scene.owner, &format!("{path}/invite"), json!({})).await.expect(409);
    let on = scene.post(&scene.owner, &format!("{path}/reactivate"), json!({})).await.expect(200);
    assert_eq!(on.text_of("status"), "activated");
    scene.post(&scene.owner, &format!("{path}/reactivate"), json!({})).await.expect(409);
    // Logins that ended stay ended.
    scene.get(&admin, "/api/admin/accounts").await.expect(401);
}

#[tokio::test]
async fn an_end_in_the_past_is_an_end_now_and_can_be_moved() {
    let scene = Scene::new().await;
    let admin = scene.person("administrator", "internal", None, "Ada").await;
    let path = format!("/api/admin/accounts/{}", admin.id);
    let ended = scene.patch(&scene.owner, &path, json!({ "expires_at": "2020-01-01T00:00:00Z" })).await.expect(200);
    assert_eq!(ended.text_of("status"), "expired");
    let refused = scene.get(&admin, "/api/admin/accounts").await;
    assert_eq!(refused.expect(403).text_of("code"), "guard.account_expired");
    scene.post(&scene.owner, &format!("{path}/deactivate"), json!({})).await.expect(409);
    scene.patch(&scene.owner, &path, json!({ "expires_at": null })).await.expect(200);
    scene.get(&admin, "/api/admin/accounts").await.expect(200);
}

/// Proves: P24, A60
#[tokio::test]
async fn nobody_shuts_out_themselves_or_the_owner() {
    let scene = Scene::new().await;
    let admin = scene.person("administrator", "internal", None, "Ada").await;
    let (own, owners) =
        (format!("/api/admin/accounts/{}", admin.id), format!("/api/admin/accounts/{}", scene.owner.id));
    for (path, code) in [(&own, "guard.not_on_oneself"), (&owners, "guard.owner_protected")] {
        let off = scene.post(&admin, &format!("{path}/deactivate"), json!({})).await;
        assert_eq!(off.expect(403).text_of("code"), code);
        assert_eq!(scene.delete(&admin, path).await.expect(403).text_of("code"), code);
    }
    let end = json!({ "expires_at": "2020-01-01T00:00:00Z" });
    assert_eq!(scene.patch(&admin, &own, end.clone()).await.expect(422).fields(), ["expires_at"]);
    assert_eq!(scene.patch(&scene.owner, &owners, end.clone()).await.expect(422).fields(), ["expires_at"]);
    assert_eq!(scene.patch(&admin, &owners, end).await.expect(403).text_of("code"), "guard.owner_protected");
    scene.patch(&admin, &own, json!({ "name": "Ada Lovelace" })).await.expect(200);
}

/// Proves: A56
#[tokio::test]
async fn learners_and_visitors_administer_nothing() {
    let scene = Scene::new().await;
    let learner = scene.person("learner", "internal", None, "Lea").await;
    let course = scene.course("internal", None, "Rust").await;
    for path in [
        "/api/admin/accounts".to_owned(),
        "/api/admin/partners".to_owned(),
        "/api/admin/courses".to_owned(),
        "/api/admin/orders".to_owned(),
        "/api/admin/audit".to_owned(),
        format!("/api/admin/accounts/{}", scene.owner.id),
        format!("/api/admin/courses/{course}"),
        "/api/permissions/explain?account=visitor&action=course.edit&object=platform".to_owned(),
    ] {
        scene.get(&scene.visitor(), &path).await.expect(401);
        assert_eq!(scene.get(&learner, &path).await.expect(403).text_of("code"), "grant.missing", "{path}");
    }
}
