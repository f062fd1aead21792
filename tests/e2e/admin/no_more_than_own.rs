//! Nobody gives, defines or widens more than they have, whatever is overridden and wherever people are put.

use serde_json::{Value, json};

use super::scene::{Person, Scene};

const OVERRIDES: &str = "/api/admin/overrides";

fn roles_of(account: impl std::fmt::Display) -> String {
    format!("/api/admin/accounts/{account}/roles")
}

impl Scene {
    /// What the owner decides about one role's action, in a tenant or `everywhere`.
    async fn overrule(&self, tenant: &str, role: &str, action: &str, allowed: bool) {
        let decided = json!({ "role": role, "action": action, "allowed": allowed });
        let form = json!({ "version": 0, "overrides": [decided] });
        self.put(&self.owner, &format!("{OVERRIDES}/{tenant}"), form).await.expect(200);
    }

    /// Somebody tries to make a profile or custom role.
    async fn defines(&self, who: &Person, tenant: &str, form: Value) -> String {
        let answer = self.post(who, &format!("/api/admin/permission-sets/{tenant}"), form).await;
        if answer.status == 201 { "made".to_owned() } else { answer.text }
    }
}

#[tokio::test]
async fn what_an_override_gives_to_a_role_is_given_on_by_nobody_who_lacks_it() {
    let scene = Scene::new().await;
    let north = scene.partner("North").await;
    let paula = scene.person("administrator", "partner", Some(&north), "Paula").await;
    let nils = scene.account("learner", "partner", Some(&north), "Nils").await;
    let author = json!({ "role": "author" });
    let sure = json!({ "kind": "custom_role", "name": "A", "parent": "author", "actions": ["course.create"] });
    assert_eq!(scene.defines(&paula, &north, sure.clone()).await, "made");
    scene.overrule(&north, "author", "user.impersonate", true).await;
    let more = json!({ "kind": "custom_role", "name": "B", "parent": "author", "actions": ["user.impersonate"] });
    let refused = scene.defines(&paula, &north, more).await;
    assert!(refused.contains("guard.above_own_rights: user.impersonate"), "{refused}");
    let given = scene.post(&paula, &roles_of(&nils), author.clone()).await.expect(403).json();
    assert_eq!(given["code"], "guard.above_own_rights");
    scene.post(&scene.owner, &roles_of(&nils), author.clone()).await.expect(201);
    // Another platform is not touched by it.
    let south = scene.partner("South").await;
    let sven = scene.person("administrator", "partner", Some(&south), "Sven").await;
    let nora = scene.account("learner", "partner", Some(&south), "Nora").await;
    scene.post(&sven, &roles_of(&nora), author).await.expect(201);
}

#[tokio::test]
async fn what_is_taken_for_now_is_not_chosen_by_who_never_had_it() {
    let scene = Scene::new().await;
    let north = scene.partner("North").await;
    let paula = scene.person("administrator", "partner", Some(&north), "Paula").await;
    scene.overrule("everywhere", "power_user", "user.impersonate", false).await;
    let on = [format!("organization:{north}")];
    let form = json!({ "kind": "power_profile", "name": "P", "actions": ["user.impersonate"], "on": on });
    let refused = scene.defines(&paula, &north, form).await;
    assert!(refused.contains("guard.above_own_rights: user.impersonate"), "{refused}");
}

#[tokio::test]
async fn whoever_runs_an_organization_stands_above_its_power_users() {
    let scene = Scene::new().await;
    let north = scene.partner("North").await;
    let orla = scene.account("learner", "partner", Some(&north), "Orla").await;
    scene
        .put(
            &scene.owner,
            "/api/admin/settings",
            json!({ "version": 0, "profile": "all", "modules": { "module.organizations": true } }),
        )
        .await
        .expect(200);
    let pol = scene.person("learner", "partner", Some(&north), "Pol").await;
    let nils = scene.account("learner", "partner", Some(&north), "Nils").await;
    let on = format!("organization:{north}");
    scene.give(&orla, "organization_administrator", &on).await.expect(201);
    let form = json!({ "kind": "power_profile", "name": "P", "actions": ["user.edit", "user.delete"], "on": [on] });
    let made = scene.post(&scene.owner, &format!("/api/admin/permission-sets/{north}"), form).await.expect(201).json();
    let set = format!("power_profile:{}", made["set"]["id"].as_str().unwrap());
    scene.give(pol.id, &set, "platform").await.expect(201);
    let name = json!({ "name": "Another" });
    scene.patch(&pol, &format!("/api/admin/accounts/{nils}"), name.clone()).await.expect(200);
    let refused = scene.patch(&pol, &format!("/api/admin/accounts/{orla}"), name).await.expect(403).json();
    assert_eq!(refused["code"], "guard.above_own_rank");
    let refused = scene.delete(&pol, &format!("/api/admin/accounts/{orla}")).await.expect(403).json();
    assert_eq!(refused["code"], "guard.above_own_rank");
}

#[tokio::test]
async fn nobody_puts_people_within_reach_of_their_own_rights() {
    let scene = Scene::new().await;
    let pol = scene.person("learner", "internal", None, "Pol").await;
    let stranger = scene.account("learner", "internal", None, "Stranger").await;
    for kind in ["group", "team"] {
        let path = format!("/api/admin/places/{kind}");
        let place = scene.post(&scene.owner, &path, json!({ "name": "Readers" })).await.expect(201).json();
        let place = place["id"].as_str().unwrap().to_owned();
        let on = format!("{kind}:{place}");
        scene.give(pol.id, &format!("{kind}_administrator"), &on).await.expect(201);
        let members = format!("{path}/{place}/members");
        // Whoever has no rights over people in there says who they are.
        let friend = scene.account("learner", "internal", None, &format!("Friend {kind}")).await;
        scene.post(&pol, &members, json!({ "account": friend })).await.expect(201);
        let form = json!({ "kind": "power_profile", "name": kind, "actions": ["user.edit"], "on": [on] });
        let made = scene.post(&scene.owner, "/api/admin/permission-sets/main", form).await.expect(201).json();
        let set = format!("power_profile:{}", made["set"]["id"].as_str().unwrap());
        scene.give(pol.id, &set, "platform").await.expect(201);
        let name = json!({ "name": "Another" });
        scene.patch(&pol, &format!("/api/admin/accounts/{friend}"), name.clone()).await.expect(200);
        let refused = scene.post(&pol, &members, json!({ "account": stranger })).await.expect(403).json();
        assert_eq!(refused["code"], "guard.widens_own_rights", "{kind}");
        scene.patch(&pol, &format!("/api/admin/accounts/{stranger}"), name).await.expect(403);
        // Whom they reach already, and whom somebody else puts there.
        scene.delete(&pol, &format!("{members}/{friend}")).await.expect(204);
        scene.post(&scene.owner, &members, json!({ "account": stranger })).await.expect(201);
        scene.delete(&scene.owner, &format!("{members}/{stranger}")).await.expect(204);
    }
}

#[tokio::test]
async fn what_an_override_gives_over_a_groups_people_is_widened_by_nobody_who_has_it() {
    let scene = Scene::new().await;
    let pol = scene.person("learner", "internal", None, "Pol").await;
    let stranger = scene.account("learner", "internal", None, "Stranger").await;
    let group = scene.post(&scene.owner, "/api/admin/places/group", json!({ "name": "Readers" })).await.expect(201);
    let group = group.text_of("id");
    scene.give(pol.id, "group_administrator", &format!("group:{group}")).await.expect(201);
    scene.overrule("main", "group_administrator", "user.edit", true).await;
    let members = format!("/api/admin/places/group/{group}/members");
    let refused = scene.post(&pol, &members, json!({ "account": stranger })).await.expect(403).json();
    assert_eq!(refused["code"], "guard.widens_own_rights");
    let name = json!({ "name": "Another" });
    scene.patch(&pol, &format!("/api/admin/accounts/{stranger}"), name.clone()).await.expect(403);
    scene.post(&scene.owner, &members, json!({ "account": stranger })).await.expect(201);
    scene.patch(&pol, &format!("/api/admin/accounts/{stranger}"), name).await.expect(200);
}

#[tokio::test]
async fn a_right_on_one_course_decides_about_no_other() {
    let scene = Scene::new().await;
    let north = scene.partner("North").await;
    let nils = scene.person("learner", "partner", Some(&north), "Nils").await;
    let course = scene.course("partner", Some(&north), "Knots").await;
    let wide = json!({ "kind": "power_profile", "name": "Deciders", "on": [format!("organization:{north}")],
        "actions": ["organization.permission.override", "course.view"] });
    let one = json!({ "kind": "power_profile", "name": "Editors", "on": [format!("course:{course}")],
        "actions": ["course.edit"] });
    for form in [wide, one] {
        let made = scene.post(&scene.owner, &format!("/api/admin/permission-sets/{north}"), form).await.expect(201);
        let set = format!("power_profile:{}", made.json()["set"]["id"].as_str().unwrap());
        scene.give(nils.id, &set, "platform").await.expect(201);
    }
    scene.patch(&nils, &format!("/api/admin/courses/{course}"), json!({ "title": "Ropes" })).await.expect(200);
    let given = |action: &str| json!({ "role": "author", "action": action, "allowed": true });
    let form = json!({ "version": 0, "overrides": [given("course.view"), given("course.edit")] });
    let refused = scene.put(&nils, &format!("{OVERRIDES}/{north}"), form).await.expect(422);
    assert_eq!(refused.fields(), ["overrides[1].action"], "{}", refused.text);
    let form = json!({ "version": 0, "overrides": [given("course.view")] });
    scene.put(&nils, &format!("{OVERRIDES}/{north}"), form).await.expect(200);
}

#[tokio::test]
async fn what_the_main_platform_took_away_nobody_gives_back_to_themselves() {
    let scene = Scene::new().await;
    let north = scene.partner("North").await;
    let paula = scene.person("administrator", "partner", Some(&north), "Paula").await;
    let here = format!("{OVERRIDES}/{north}");
    let nothing = |version: u64| json!({ "version": version, "overrides": [] });
    scene.put(&scene.owner, &here, nothing(0)).await.expect(200);
    let taken = json!({ "role": "partner_administrator", "action": "course.create", "allowed": false });
    scene.put(&scene.owner, &here, json!({ "version": 1, "overrides": [taken] })).await.expect(200);
    let refused = scene.put(&paula, &here, nothing(2)).await.expect(422);
    assert!(refused.text.contains("may not do this yourself"), "{}", refused.text);
    let refused =
        scene.post(&paula, &format!("{here}/restore"), json!({ "version": 2, "restore": 1 })).await.expect(422);
    assert!(refused.text.contains("may not do this yourself"), "{}", refused.text);
    scene.post(&scene.owner, &format!("{here}/restore"), json!({ "version": 2, "restore": 1 })).await.expect(200);
}

#[tokio::test]
async fn only_who_runs_all_platforms_decides_for_all_of_them() {
    let scene = Scene::new().await;
    let pol = scene.person("learner", "internal", None, "Pol").await;
    let form = json!({ "kind": "power_profile", "name": "Deciders", "on": ["platform"],
        "actions": ["permission.customize", "course.view"] });
    let made = scene.post(&scene.owner, "/api/admin/permission-sets/main", form).await.expect(201).json();
    let set = format!("power_profile:{}", made["set"]["id"].as_str().unwrap());
    scene.give(pol.id, &set, "platform").await.expect(201);
    let given = json!({ "role": "author", "action": "course.view", "allowed": true });
    let form = json!({ "version": 0, "overrides": [given] });
    for form in [form.clone(), json!({ "version": 0, "overrides": [] })] {
        let refused = scene.put(&pol, &format!("{OVERRIDES}/everywhere"), form).await.expect(403);
        assert_eq!(refused.text_of("code"), "guard.every_tenant");
    }
    scene.put(&pol, &format!("{OVERRIDES}/main"), form.clone()).await.expect(200);
    scene.put(&scene.owner, &format!("{OVERRIDES}/everywhere"), form).await.expect(200);
}

/// Proves: A57, F36
#[tokio::test]
async fn whom_one_would_enroll_from_elsewhere_is_nobody() {
    let scene = Scene::new().await;
    let (north, south) = (scene.partner("North").await, scene.partner("South").await);
    let paula = scene.person("administrator", "partner", Some(&north), "Paula").await;
    let course = scene.course("partner", Some(&north), "Knots").await;
    scene.post(&scene.owner, &format!("/api/admin/courses/{course}/publish"), json!({})).await.expect(200);
    let enrollments = format!("/api/courses/{course}/enrollments");
    let nobody = json!({ "account": "00000000000000000000000001" });
    let nothing = scene.post(&paula, &enrollments, nobody).await.expect(404).text;
    let foreign = [
        scene.account("learner", "partner", Some(&south), "Sven").await,
        scene.account("learner", "internal", None, "Ida").await,
        scene.owner.id.to_string(),
    ];
    for account in &foreign {
        assert_eq!(scene.post(&paula, &enrollments, json!({ "account": account })).await.expect(404).text, nothing);
    }
    // Who sees both platforms is told why.
    let told = scene.post(&scene.owner, &enrollments, json!({ "account": foreign[1] })).await.expect(403);
    assert_eq!(told.text_of("code"), "guard.account_of_other_audience");
}

#[tokio::test]
async fn whoever_begins_as_a_paths_learner_is_enrolled_in_it() {
    let scene = Scene::new().await;
    let path = scene.post(&scene.owner, "/api/admin/places/path", json!({ "name": "Ropes" })).await.expect(201).json();
    let path = path["id"].as_str().unwrap().to_owned();
    let on = format!("path:{path}");
    let form = json!({
        "tier": "learner", "type": "internal", "name": "Lea", "email": "lea@example.org",
        "roles": [{ "role": "path_learner", "object": on }],
    });
    let lea = scene.post(&scene.owner, "/api/admin/accounts", form).await.expect(201).json();
    let lea = lea["id"].as_str().unwrap();
    let enrollments = format!("/api/admin/places/path/{path}/enrollments");
    let listed = scene.get(&scene.owner, &enrollments).await.expect(200);
    assert!(listed.text.contains(lea), "{}", listed.text);
    scene.delete(&scene.owner, &format!("{enrollments}/{lea}")).await.expect(204);
}

#[tokio::test]
async fn nobody_holds_more_sets_than_a_write_can_check() {
    let scene = Scene::new().await;
    let pol = scene.person("learner", "internal", None, "Pol").await;
    for number in 0..=30 {
        let name = format!("Role {number}");
        let form = json!({ "kind": "custom_role", "name": name, "parent": "instructor", "actions": ["course.create"] });
        let made = scene.post(&scene.owner, "/api/admin/permission-sets/main", form).await.expect(201).json();
        let role = format!("custom_role:{}", made["set"]["id"].as_str().unwrap());
        let given = scene.give(pol.id, &role, "platform").await;
        if number < 30 {
            given.expect(201);
        } else {
            assert!(given.expect(409).text.contains("at most 30"));
        }
    }
}
